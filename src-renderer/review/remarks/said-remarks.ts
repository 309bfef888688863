import type { Remark } from '../../../src-preload/contract/line';
import type { ReviewRow } from '../../sheets/protocol';
import { isTrimmed } from '../../sheets/trimmed';

/**
 * The remarks of a line that are said about it. An answer that is still open is asked for by the switch of its own cell,
 * and what was trimmed off numbers, or which courier carries lines that wait for one, is said once for the file; a
 * sentence in every row would only hide others. What is dealt with waits for no one: there all remarks are notes.
 */
export function remarksToSay({ checked, handled, waits }: ReviewRow): Remark[] {
  const said = checked.remarks.filter((remark) => isSaid(remark, checked.remarks, waits === true));
  return handled || waits ? said.map((remark) => ({ ...remark, level: 'note' })) : said;
}

function isSaid(remark: Remark, all: readonly Remark[], waits: boolean): boolean {
  if (waits && remark.code === 'courier-missing') return false;
  if (remark.code === 'answer-awaited') {
    // A second number says by itself what the line waits for.
    return !all.some(({ code, level, field }) => code !== remark.code && level === 'error' && field === remark.field);
  }
  return remark.code !== 'available-missing' && !isTrimmed(remark);
}

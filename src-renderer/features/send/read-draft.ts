import { linesPerChunk } from '../../../src-preload/contract/chunks';
import type { ImportId } from '../../../src-preload/contract/ids';
import type { History, Line } from '../../../src-preload/contract/line';
import { call } from '../../desk';

/** All lines of a draft, with what is known of them from before; undefined if they could not be read. */
export async function readDraft(
  importId: ImportId,
  progress: (lines: number) => void,
): Promise<{ lines: Line[]; histories: History[] } | undefined> {
  const lines: Line[] = [];
  const histories: History[] = [];
  for (let afterRow = 0; ;) {
    const answer = await call('imports-lines', { importId, afterRow });
    if (!answer.ok) return undefined;
    lines.push(...answer.value.lines);
    histories.push(...answer.value.histories);
    const last = answer.value.lines.at(-1);
    if (!last || answer.value.lines.length < linesPerChunk) return { lines, histories };
    afterRow = last.row;
    progress(lines.length);
  }
}

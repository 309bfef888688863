import type { CheckedLine, History } from '../../src-preload/contract/line';

/** What was done before and needs nothing more. Other values, sent or waiting, are the seller's to look at. */
const calm: ReadonlySet<History['what']> = new Set(['sent', 'live', 'excluded']);

/** Whether another courier or number is registered for a line's order: a conflict that the seller has to look at. */
export function isConflicting({ line }: CheckedLine, history: History | undefined): boolean {
  return history?.what === 'sent-other' && history.registered !== undefined && line.chosen !== false;
}

/** Whether a line is dealt with already: whatever else is wrong with it is no fault that waits for anybody. */
export function isDealtWith({ line }: CheckedLine, history: History | undefined): boolean {
  return history !== undefined && calm.has(history.what) && line.chosen !== true;
}

/** Whether a line stands under what was done before: not where that is a conflict. */
export function isBehindUs(checked: CheckedLine, history: History | undefined): boolean {
  return history !== undefined && !isConflicting(checked, history);
}

import type { CheckedLine, EarlierJob } from '../../src-preload/contract/line';

/** What was done before and needs nothing more. Other values, sent or waiting, are the seller's to look at. */
const calm: ReadonlySet<EarlierJob['what']> = new Set(['sent', 'live', 'excluded']);

/** Whether another courier or number is registered for a line's order: a conflict that the seller has to look at. */
export function isConflicting({ line }: CheckedLine, earlierJob: EarlierJob | undefined): boolean {
  return earlierJob?.what === 'sent-other' && earlierJob.registered !== undefined && line.chosen !== false;
}

/** Whether a line is dealt with already: whatever else is wrong with it is no fault that waits for anybody. */
export function isAlreadyHandled({ line }: CheckedLine, earlierJob: EarlierJob | undefined): boolean {
  return earlierJob !== undefined && calm.has(earlierJob.what) && line.chosen !== true;
}

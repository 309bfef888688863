import type { Job } from '../../../src-preload/contract/job';

export interface StockTally {
  available: number;
  unavailable: number;
  /** Not settled, or refused: BrightMall does not know the answer yet. */
  open: number;
}

/** Of answers, newest first, the newest of each item; what was taken out says nothing of its item. */
export function itemsOf(jobs: readonly Job[]): { items: Job[]; tally: StockTally } {
  const newest = new Map<string, Job>();
  for (const job of jobs) {
    if (job.values.kind !== 'stock' || job.state === 'cancelled' || newest.has(job.target)) continue;
    newest.set(job.target, job);
  }
  const items = [...newest.values()];
  const tally: StockTally = { available: 0, unavailable: 0, open: 0 };
  for (const { state, values } of items) {
    if (state !== 'succeeded' || values.kind !== 'stock') tally.open += 1;
    else tally[values.stock.available ? 'available' : 'unavailable'] += 1;
  }
  return { items, tally };
}

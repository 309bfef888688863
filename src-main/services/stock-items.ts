import type { Job } from '../../src-preload/contract/job';

export interface StockItems {
  /** The newest answer of each item, newest first. */
  items: Job[];
  /** How many of them stand how; `open`: not settled, or refused, so that the market does not know the answer yet. */
  counts: { available: number; unavailable: number; open: number };
}

/** Of answers, newest first, the newest of each item; what was taken out says nothing of its item. */
export function newestOfItems(jobs: readonly Job[]): StockItems {
  const newest = new Map<string, Job>();
  for (const job of jobs) {
    if (job.values.kind !== 'stock' || job.state === 'cancelled' || newest.has(job.target)) continue;
    newest.set(job.target, job);
  }
  const items = [...newest.values()];
  const counts = { available: 0, unavailable: 0, open: 0 };
  for (const { state, values } of items) {
    if (state !== 'succeeded' || values.kind !== 'stock') counts.open += 1;
    else counts[values.stock.available ? 'available' : 'unavailable'] += 1;
  }
  return { items, counts };
}

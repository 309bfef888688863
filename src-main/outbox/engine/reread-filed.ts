import type { StoreId } from '../../../src-preload/contract/ids';
import type { Journal } from '../write/job-transaction';
import { update } from '../write/transition';

/** How often the market is asked for what the seller took there in a file: an upload is done by hand, and once. */
export const filedEveryMs = 10 * 60_000;

/** Asks for a reading of everything that went into a file. Answers whether there is anything. */
export function rereadFiled(journal: Journal, storeId: StoreId): boolean {
  const filed = journal.tables.jobs
    .inState(storeId, 'held', 0, 100_000)
    .filter(({ holdReason }) => holdReason === 'by-file');
  for (const job of filed) if (!job.reread) update(journal, job, { reread: true });
  return filed.length > 0;
}

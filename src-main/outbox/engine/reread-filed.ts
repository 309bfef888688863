import type { StoreId } from '../../../src-preload/contract/ids';
import type { JobTransactions } from '../write/job-transaction';
import { update } from '../write/transition';
import { eachHeld } from './held-in-portions';

/** How often the market is asked for what the seller took there in a file: an upload is done by hand, and once. */
export const filedEveryMs = 10 * 60_000;

/** Asks for a reading of everything that went into a file. Answers whether there is anything. */
export async function rereadFiled(
  transactions: JobTransactions,
  given: { storeId: StoreId; yieldToEventLoop: () => Promise<void> },
): Promise<boolean> {
  const filed = await eachHeld(
    transactions,
    given,
    ({ holdReason }) => holdReason === 'by-file',
    (journal, job) => {
      if (!job.reread) update(journal, job, { reread: true });
    },
  );
  return filed > 0;
}

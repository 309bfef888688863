import type { StoreId } from '../../../src-preload/contract/ids';
import type { JobRow } from '../../database/rows';
import type { JobTransactions, Journal } from '../write/job-transaction';

/** Rows looked at in one transaction: all of a hundred thousand in one would hold the main thread for seconds. */
const portion = 200;

/** Does `change` to every held job of a store that `wants` it, in portions. Answers how many there were. */
export async function eachHeld(
  transactions: JobTransactions,
  given: { storeId: StoreId; yieldToEventLoop: () => Promise<void> },
  wants: (job: JobRow) => boolean,
  change: (journal: Journal, job: JobRow) => void,
): Promise<number> {
  let count = 0;
  let after = 0;
  for (;;) {
    const from = after;
    const rows = await transactions.run((journal) => {
      const wanted = journal.tables.jobs.inState(given.storeId, 'held', from, portion);
      const some = wanted.filter(wants);
      for (const job of some) change(journal, job);
      return { seen: wanted.length, found: some.length, last: wanted.at(-1)?.seq ?? from };
    });
    count += rows.found;
    if (rows.seen < portion) return count;
    after = rows.last;
    await given.yieldToEventLoop();
  }
}

import type { BatchId } from '../../../src-preload/contract/ids';
import type { JobTransactions } from './job-transaction';

/** Jobs erased in one transaction. */
const erasedAtOnce = 200;

/** Erases what is still queued of a batch, or in its file. Answers how many. */
export async function eraseBatch(
  transactions: JobTransactions,
  batchId: BatchId,
  yieldToEventLoop: () => Promise<void>,
): Promise<number> {
  let erased = 0;
  for (;;) {
    const gone = await transactions.run((journal) => {
      const { jobs, drafts, batches } = journal.tables;
      const queued = jobs.ofBatch(batchId, erasedAtOnce);
      const some = queued.length > 0 ? queued : jobs.filedOfBatch(batchId, erasedAtOnce);
      for (const job of some) {
        journal.tally(job.storeId, job.kind, job.state, undefined);
        journal.changed(job);
      }
      const ids = some.map((job) => job.id);
      drafts.reopen(ids);
      jobs.erase(ids);
      if (some.length === 0) batches.setComplete(batchId, true);
      return some.length;
    });
    erased += gone;
    if (gone === 0) return erased;
    await yieldToEventLoop();
  }
}

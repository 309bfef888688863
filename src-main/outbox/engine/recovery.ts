import type { StoreId } from '../../../src-preload/contract/ids';
import { jobStateGroups } from '../../../src-preload/contract/job-states';
import { eraseBatch } from '../write/erase-batch';
import { clockSlackMs } from '../decide/back-off';
import { koreanDayNumber } from '../../../src-preload/contract/korean-time';
import { transition } from '../write/transition';
import type { JobTransactions } from '../write/job-transaction';
import { applyHealthEvent, newHealthHolder } from '../health/update-health';
import { firstReadingAfterMs } from '../decide/settle';

/** Rows read or changed in one transaction. */
const portion = 200;

/**
 * What a start finds and puts in order (resources/docs/domain.md, "States and transitions" and "Store health"): batches
 * that were only half added are taken back, calls that were under way have no certain end, plans from a clock that has
 * since been set back are due, and a queue from an earlier day waits until the seller has looked.
 * @returns how many jobs are unknown now, and how many batches were taken back
 */
export async function recover(
  transactions: JobTransactions,
  given: { now: () => number; lookFirst: boolean; yieldToEventLoop: () => Promise<void> },
): Promise<{ unknown: number; batches: number }> {
  await passOverUnread(transactions, given.yieldToEventLoop);
  const batches = await transactions.database.batches.incomplete();
  for (const batch of batches) await eraseBatch(transactions, batch.id, given.yieldToEventLoop);
  let unknown = 0;
  await transactions.database.jobs.bringForward(given.now(), clockSlackMs);
  for (const store of await transactions.database.stores.list()) {
    unknown += await endCallsUnderWay(transactions, store.id, given.yieldToEventLoop);
    await lookFirst(transactions, store.id, given.lookFirst);
  }
  return { unknown, batches: batches.length };
}

/** Reads once all that is unsettled: what cannot be read is then known before anything is changed or counted. */
async function passOverUnread({ database }: JobTransactions, yieldToEventLoop: () => Promise<void>): Promise<void> {
  await database.unread.findStrange();
  for (const { id } of await database.stores.list()) {
    for (const state of jobStateGroups.unsettled) {
      let some = await database.jobs.inState(id, state, 0, portion);
      while (some.length === portion) {
        await yieldToEventLoop();
        some = await database.jobs.inState(id, state, some.at(-1)?.seq ?? 0, portion);
      }
    }
  }
}

/**
 * Whoever sent them is gone: whether the market applied them, only reading can tell.
 * @returns how many there were
 */
export async function endCallsUnderWay(
  transactions: JobTransactions,
  storeId: StoreId,
  yieldToEventLoop: () => Promise<void>,
): Promise<number> {
  let total = 0;
  for (;;) {
    const found = await transactions.run((journal) => {
      const { tables, at } = journal;
      const some = tables.jobs.inState(storeId, 'sending', 0, portion);
      for (const job of some) {
        const ended = transition(journal, job, 'process-ended', {
          code: 'process-ended',
          dueAt: at + firstReadingAfterMs,
        });
        if (ended === undefined || job.callId === undefined) continue;
        const { callId } = job;
        const attempt = { callId, at: job.changedAt, endedAt: at, purpose: 'send', code: 'process-ended' } as const;
        tables.attempts.put([{ jobSeq: job.seq, attempt: { ...attempt, outcome: 'unknown' } }]);
      }
      return some.length;
    });
    total += found;
    if (found < portion) return total;
    await yieldToEventLoop();
  }
}

async function lookFirst(transactions: JobTransactions, storeId: StoreId, always: boolean): Promise<void> {
  await transactions.run(({ tables, at }) => {
    const oldest = tables.jobs.oldestMoving(storeId);
    if (oldest === undefined || (!always && koreanDayNumber(oldest) >= koreanDayNumber(at))) return;
    // Also where it has stopped for another reason: that may end by itself.
    applyHealthEvent({ tables, at }, newHealthHolder(storeId), { type: 'look-first-needed' });
  });
}

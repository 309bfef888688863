import type { StoreId } from '../../../src-preload/contract/ids';
import { takeBack } from '../actions/add';
import { clockSlackMs } from '../decide/back-off';
import { kstDay } from '../../database/kst';
import { move } from '../write/transition';
import type { Desk } from '../write/job-transaction';
import { firstReadingAfterMs } from '../decide/settle';

/** Rows changed in one transaction. */
const portion = 200;

/**
 * What a start finds and puts in order (design.md, "Jobs" and "Stores in trouble"): batches that were only half added
 * are taken back, calls that were under way have no certain end, plans from a clock that has since been set back are
 * due, and a queue from an earlier day waits until the seller has looked.
 */
export async function recover(
  desk: Desk,
  given: { now: () => number; lookFirst: boolean; breathe: () => Promise<void> },
): Promise<void> {
  for (const batch of await desk.database.batches.incomplete()) await takeBack(desk, batch.id, given.breathe);
  await desk.database.jobs.bringForward(given.now(), clockSlackMs);
  for (const store of await desk.database.stores.list()) {
    await endCallsUnderWay(desk, store.id, given.breathe);
    await lookFirst(desk, store.id, given.lookFirst);
  }
}

/** Whoever sent them is gone: whether the market applied them, only reading can tell. */
export async function endCallsUnderWay(desk: Desk, storeId: StoreId, breathe: () => Promise<void>): Promise<void> {
  for (;;) {
    const found = await desk.change((journal) => {
      const { tables, at } = journal;
      const some = tables.jobs.inState(storeId, 'sending', 0, portion);
      for (const job of some) {
        const ended = move(journal, job, 'process-ended', { code: 'process-ended', dueAt: at + firstReadingAfterMs });
        if (ended === undefined || job.callId === undefined) continue;
        const { callId } = job;
        const attempt = { callId, at: job.changedAt, endedAt: at, purpose: 'send', code: 'process-ended' } as const;
        tables.attempts.put([{ jobSeq: job.seq, attempt: { ...attempt, outcome: 'unknown' } }]);
      }
      return some.length;
    });
    if (found < portion) return;
    await breathe();
  }
}

async function lookFirst(desk: Desk, storeId: StoreId, always: boolean): Promise<void> {
  await desk.change(({ tables, at }) => {
    const oldest = tables.jobs.oldestMoving(storeId);
    // Also where it has stopped for another reason: that may end by itself.
    if (oldest === undefined || tables.stores.get(storeId)?.pause?.cause === 'look-first') return;
    if (always || kstDay(oldest) < kstDay(at)) tables.stores.setPause(storeId, { cause: 'look-first', since: at });
  });
}

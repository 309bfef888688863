import type { JobRow } from '../../database/rows';
import type { Market } from '../../markets/market';
import type { Journal } from './job-transaction';
import { transition, update } from './transition';

/** Until every job of its batch has been read it is not known which main product an add-on belongs to. */
const untilReadMs = 10_000;

/**
 * The market takes the main product of an order first, then its add-ons, and answers 9999 to the other way round. An
 * add-on waits behind the main product until that has ended, however it ends.
 * @param ids jobs that a reading has just let go
 * @returns those that may be sent now
 */
export function putAddOnsBehind(journal: Journal, ids: readonly JobRow['id'][], market: Market): JobRow['id'][] {
  const { jobs } = journal.tables;
  return ids.filter((id) => {
    const job = jobs.byId(id);
    if (job?.state !== 'queued' || !isAddOn(job, market, journal.at)) return true;
    const orderId = job.finding?.orderId ?? job.orderId;
    const others = orderId === undefined ? [] : jobs.unsettledOfOrder(job.storeId, orderId);
    const mains = others.filter((other) => other.id !== job.id && !isAddOn(other, market, journal.at));
    const plan = (dueAt: number) => void update(journal, job, { dueAt });
    // What can still be taken back may vanish without a word: nothing is tied to it.
    const fresh = mains.flatMap(({ state, dueAt }) => (state === 'queued' && dueAt !== undefined ? [dueAt] : []));
    const undoable = Math.max(...fresh);
    if (undoable > journal.at) {
      plan(undoable);
      return false;
    }
    const [first] = mains;
    if (first !== undefined) {
      const patch = {
        finding: job.finding,
        code: 'after-main-product',
        afterJob: first.id,
        wait: 'step-before',
      } as const;
      return transition(journal, job, 'put-behind', patch) === undefined;
    }
    if (job.batchId === undefined || !jobs.hasUnreadInBatch(job.batchId, journal.at)) return true;
    plan(journal.at + untilReadMs);
    return false;
  });
}

function isAddOn(job: JobRow, market: Market, now: number): boolean {
  if (job.finding === undefined) return false;
  return (market.obstacles?.(job.values, job.finding, now) ?? []).some(({ is }) => is === 'add-on');
}

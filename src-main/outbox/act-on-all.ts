import { clickOf } from '../../src-preload/contract/codes';
import type { StoreId } from '../../src-preload/contract/ids';
import type { JobRow } from '../database/rows';
import type { Tables } from '../database/tables';
import { confirmThenDispatch, retry } from './acts';
import type { Desk } from './desk';
import type { ActionOutcome } from './outbox-port';

export type ActionOnAll = 'retry' | 'confirm-then-dispatch';

/** Rows looked at in one transaction. */
const atOnce = 200;

/** Where a retry as it is could bring another answer: never holds, never what the readings do not return. */
export function canChangeByRetry(job: Pick<JobRow, 'state' | 'kind' | 'code' | 'wait'>): boolean {
  if (job.state === 'waiting' && job.code === 'gift-not-accepted') return false;
  if (job.state === 'waiting') return job.wait === 'back-off' || job.wait === 'store';
  return job.state === 'rejected' && job.code !== undefined && clickOf(job.kind, job.code) === 'retry';
}

/** Rejected or held because the market wants the order confirmed first. */
export function canConfirmFirst(job: Pick<JobRow, 'state' | 'kind' | 'code' | 'holdReason'>): boolean {
  if (job.kind !== 'dispatch') return false;
  if (job.state === 'held') return job.holdReason === 'not-confirmed';
  return job.state === 'rejected' && job.code !== undefined && clickOf(job.kind, job.code) === 'confirm-then-dispatch';
}

const wantedBy = { retry: canChangeByRetry, 'confirm-then-dispatch': canConfirmFirst } as const;
const statesOf = { retry: ['rejected', 'waiting'], 'confirm-then-dispatch': ['rejected', 'held'] } as const;

/** A later job of the same target has taken its place: trying the older one again would be a step back. */
function isLatest(tables: Tables, job: JobRow): boolean {
  const [latest] = tables.jobs.latestOf(job.storeId, job.kind, [job.target]);
  return latest === undefined || latest.jobId === job.id;
}

/** Walks the store's jobs in chunks and does `work` to those the action can change. */
export async function actOnAll(
  desk: Desk,
  storeId: StoreId,
  action: ActionOnAll,
  breathe: () => Promise<void>,
): Promise<ActionOutcome> {
  const outcome: ActionOutcome = { changed: 0, refused: [] };
  for (const state of statesOf[action]) {
    let after = 0;
    for (;;) {
      const from = after;
      const seen = await desk.change((journal) => {
        const rows = journal.tables.jobs.inState(storeId, state, from, atOnce);
        for (const job of rows) {
          if (!wantedBy[action](job) || !isLatest(journal.tables, job)) continue;
          const act = action === 'retry' ? retry(journal, job) : confirmThenDispatch(journal, job);
          if ('changed' in act) outcome.changed += act.changed.length;
          else outcome.refused.push({ jobId: job.id, why: act.why });
        }
        return { rows: rows.length, last: rows.at(-1)?.seq ?? from };
      });
      after = seen.last;
      if (seen.rows < atOnce) break;
      await breathe();
    }
  }
  return outcome;
}

/** How many jobs `actOnAll` would touch: the figure on its button. */
export function countForAll(tables: Tables, storeId: StoreId, action: ActionOnAll): number {
  let count = 0;
  for (const state of statesOf[action]) {
    let after = 0;
    for (;;) {
      const rows = tables.jobs.inState(storeId, state, after, atOnce);
      count += rows.filter((job) => wantedBy[action](job) && isLatest(tables, job)).length;
      after = rows.at(-1)?.seq ?? after;
      if (rows.length < atOnce) break;
    }
  }
  return count;
}

import type { Attempt } from '../../src-preload/contract/job';
import type { JobKind } from '../../src-preload/contract/job-states';
import type { JobRow, StoreRow } from '../database/rows';
import { priorities } from '../database/rows';
import { jobIdSchema } from '../../src-preload/contract/ids';
import { assertNever } from '../../src-preload/contract/result';
import type { CallRecord, Market } from '../markets/market';
import { approvedUnconfirmed, decideBeforeSending } from './before-sending';
import { noteUnconfirmed } from './apply-answer';
import { move, touch } from './move';
import type { Journal } from './desk';
import { isSeveral, settleSeveral } from './several';
import { alreadyCode, reconcileJob } from './reconcile';
import type { Found } from './reconcile';

interface ReadingContext {
  callId: string;
  call: CallRecord;
  market: Market;
  store: StoreRow;
  /** One for the whole reading, as in applyAnswer. */
  random: number;
}

const readAgainAfterMs = 2_000;

/**
 * Applies what a reading showed to the jobs it was made for, each as it now stands: a job that the seller changed
 * meanwhile is judged by its new values.
 * @returns ids of jobs that may be sent as they are, and whether the reading decided anything
 */
export function applyReading(
  journal: Journal,
  jobs: readonly { id: JobRow['id'] }[],
  found: (job: JobRow) => Found,
  context: ReadingContext,
): { ready: JobRow['id'][]; decided: boolean } {
  const { tables } = journal;
  let decided = false;
  const current = tables.jobs.byIds(jobs.map((job) => job.id));
  const flags = tables.flags.of(
    context.store.id,
    current.filter((job) => job.kind === 'dispatch').map((job) => job.target),
  );
  const ready = current.flatMap((job) => {
    const what = found(job);
    const changed = applyToJob(journal, job, what, flags.get(job.target), context);
    if (changed !== undefined && changed.state !== job.state) {
      decided = true;
      tables.attempts.put([{ jobSeq: job.seq, attempt: readAttempt(context, journal.at, changed) }]);
      noteUnconfirmed(journal, changed);
      holdParcel(journal, changed);
    }
    return changed?.state === 'queued' && changed.readAt === journal.at ? [job.id] : [];
  });
  const several = current.filter((job) => isSeveral(job)).flatMap(({ orderId }) => orderId ?? []);
  for (const orderId of new Set(several)) settleSeveral(journal, context.store.id, orderId, context.market);
  return { ready, decided };
}

function applyToJob(
  journal: Journal,
  job: JobRow,
  found: Found,
  flaggedAt: number | undefined,
  context: ReadingContext,
): JobRow | undefined {
  const asked = job.reread ? { reread: false } : {};
  switch (job.state) {
    case 'unknown': {
      const limit = context.market.limits[job.kind] ?? 1;
      const decision = reconcileJob(job, found, { now: journal.at, random: context.random, limit });
      if (decision.cause === undefined) return touch(journal, job, { ...asked, ...decision.patch });
      return move(journal, job, decision.cause, { ...asked, ...decision.patch });
    }
    case 'queued':
      return applyToQueued(journal, job, found, flaggedAt, context);
    case 'held':
      if (job.holdReason === 'by-file') return applyToFiled(journal, job, found);
      return applyToSettled(journal, job, found);
    case 'rejected':
      return applyToSettled(journal, job, found);
    case 'waiting':
    case 'succeeded':
    case 'cancelled':
      return touch(journal, job, { ...asked, ...seen(journal, found) });
    case 'sending':
      // The answer under way decides; this reading is older than it.
      return undefined;
    default:
      return assertNever(job.state);
  }
}

/** Only what the market shows as done changes it. */
function applyToSettled(journal: Journal, job: JobRow, found: Found): JobRow | undefined {
  const asked = job.reread ? { reread: false } : {};
  if (found.is === 'found' && found.judgement.is === 'done') {
    const patch = { finding: found.finding, readAt: journal.at, code: alreadyCode(job) };
    return move(journal, job, 'found-done', { ...asked, ...patch });
  }
  return touch(journal, job, { ...asked, ...seen(journal, found) });
}

/** Gone to the market in the seller's file: whatever is registered there now is the answer. */
function applyToFiled(journal: Journal, job: JobRow, found: Found): JobRow | undefined {
  if (found.is !== 'found') return touch(journal, job, { reread: false });
  const read = { finding: found.finding, readAt: journal.at, reread: false };
  if (found.judgement.is === 'other') return move(journal, job, 'found-other', { ...read, code: 'conflict' });
  if (found.judgement.is === 'cancel-requested') {
    return touch(journal, job, { ...read, code: 'cancel-requested', holdReason: 'cancel-requested' });
  }
  return applyToSettled(journal, job, found);
}

/** Shows what the market has now, and nothing more. */
function seen(journal: Journal, found: Found): Partial<JobRow> {
  return found.is === 'found' ? { finding: found.finding, readAt: journal.at } : {};
}

function applyToQueued(
  journal: Journal,
  job: JobRow,
  found: Found,
  flaggedAt: number | undefined,
  context: ReadingContext,
): JobRow | undefined {
  // Still queued for its plan: reading it did not bring it forward.
  const plan = { dueAt: job.dueAt, code: job.code, message: job.message, reread: false };
  if (found.is === 'refused')
    return move(journal, job, 'refused-by-reading', { code: found.code, message: found.message });
  if (found.is === 'missing') {
    // Sent unread it could refuse a cancel request nobody saw: readings leave an id out now and then, so it is asked
    // for once more. Left out twice, it is for the market to say that there is no such product order.
    const isFirst = job.code !== 'not-found';
    if (isFirst) return touch(journal, job, { reread: false, code: 'not-found', dueAt: journal.at + readAgainAfterMs });
    return touch(journal, job, { readAt: journal.at, ...plan, code: 'not-found' });
  }
  const decision = decideBeforeSending(job, found, { flaggedAt, store: context.store });
  if (decision === 'send') return touch(journal, job, { finding: found.finding, readAt: journal.at, ...plan });
  if (decision === 'confirm-first') return putBehindConfirm(journal, { ...job, finding: found.finding });
  // The finding's own time is the market's; freshness counts by our clock.
  return move(journal, job, decision.cause, { ...decision.patch, readAt: journal.at, reread: false });
}

/**
 * Ties a dispatch behind a confirm of the same product order: a confirm job that is live already, or a new one.
 * @returns the dispatch, waiting; undefined where that cannot be
 */
export function putBehindConfirm(journal: Journal, dispatch: JobRow): JobRow | undefined {
  const { jobs } = journal.tables;
  const kind: JobKind = 'confirm';
  const live = jobs.live(dispatch.storeId, kind, dispatch.target);
  const id = live?.id ?? jobIdSchema.parse(journal.newId());
  const waiting = move(journal, dispatch, 'put-behind', {
    finding: dispatch.finding,
    afterJob: id,
    wait: 'step-before',
    failures: 0,
    reread: false,
  });
  if (waiting === undefined || live !== undefined) return waiting;
  jobs.add({
    id,
    storeId: dispatch.storeId,
    kind,
    target: dispatch.target,
    orderId: dispatch.orderId,
    values: { kind: 'confirm', confirm: {} },
    state: 'queued',
    priority: priorities.asked,
    dueAt: journal.at,
    importId: dispatch.importId,
    sheetRow: dispatch.sheetRow,
    sealed: { recipient: dispatch.recipient, productName: dispatch.productName },
    createdAt: journal.at,
  });
  journal.tally(dispatch.storeId, kind, undefined, 'queued');
  journal.changed({ storeId: dispatch.storeId, id });
  journal.added(dispatch.storeId);
  return waiting;
}

/**
 * One box is one decision: what is not yet on its way of the same parcel is held with it, and a number that turned out
 * to be another one at the market is asked about for the rest of the box too.
 */
function holdParcel(journal: Journal, cause: JobRow): void {
  const holdReason = cause.state === 'held' ? cause.holdReason : cause.code === 'conflict' ? 'conflict' : undefined;
  if (holdReason === undefined || holdReason === 'not-confirmed') return;
  for (const job of journal.tables.jobs.parcel(cause)) {
    if (job.id === cause.id || (job.state !== 'queued' && job.state !== 'waiting')) continue;
    // The seller has agreed to this box before.
    if (job.approved.some((token) => token !== approvedUnconfirmed)) continue;
    move(journal, job, 'found-harm', { holdReason, code: holdReason });
  }
}

function readAttempt(context: ReadingContext, at: number, job: JobRow): Attempt {
  const { call, callId } = context;
  return {
    callId,
    at,
    endedAt: call.endedAt,
    purpose: 'read',
    outcome: job.state,
    ...(call.httpStatus === undefined ? {} : { httpStatus: call.httpStatus }),
    ...(job.code === undefined ? {} : { code: job.code }),
    ...(job.message === undefined ? {} : { message: job.message }),
    ...(call.traceId === undefined ? {} : { traceId: call.traceId }),
  };
}

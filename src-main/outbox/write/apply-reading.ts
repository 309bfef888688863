import { withoutUndefined } from '../../../src-preload/contract/without-undefined';
import type { Attempt } from '../../../src-preload/contract/job';
import { isIn } from '../../../src-preload/contract/job-states';
import type { JobRow, StoreRow } from '../../database/rows';
import { assertNever } from '../../../src-preload/contract/result';
import type { CallRecord, Market } from '../../markets/market';
import { approvedUnread, decideBeforeSending } from '../decide/before-sending';
import { noteUnconfirmed } from './apply-answer';
import { applyLeftOut, holdBackBoxes, notLeftOut, waitsForBox } from './left-out';
import { putAddOnsBehind } from './main-product-first';
import { approvalTokens, isHeldWithParcel } from './approval-tokens';
import { transition, update } from './transition';
import type { Journal } from './job-transaction';
import { applyToSucceeded } from './read-back';
import { changedBoxes } from './changed-boxes';
import { isOlderThanBook, isOlderThanKnown } from './older-finding';
import { putBehindConfirm } from './put-behind-confirm';
import { isSeveral, settleSeveral } from './several-product-orders';
import { alreadyCode, reconcileJob } from '../decide/reconcile';
import type { Found } from '../decide/reconcile';

interface ReadingContext {
  callId: string;
  call: CallRecord;
  market: Market;
  store: StoreRow;
  /** One for the whole reading, as in applyAnswer. */
  random: number;
  /** Made for the order book or the seller's eyes: it holds what must not go, and is no reading before sending. */
  isOutsideQueue?: true;
}

/**
 * Applies what a reading showed to the jobs it was made for, each as it now stands: a job that the seller changed
 * meanwhile is judged by its new values, and one that went out meanwhile is not judged, because the reading may be older
 * than what its call did.
 * @param jobs as they were when the reading began
 * @returns ids of jobs that may be sent as they are, and whether the reading decided anything
 */
export function applyReading(
  journal: Journal,
  jobs: readonly Pick<JobRow, 'id' | 'attempts'>[],
  found: (job: JobRow) => Found,
  context: ReadingContext,
): { ready: JobRow['id'][]; decided: boolean } {
  const { tables } = journal;
  let decided = false;
  const attemptsThen = new Map(jobs.map(({ id, attempts }) => [id, attempts]));
  const readAt = readAtOf(journal, context.call);
  const current = tables.jobs.byIds(jobs.map((job) => job.id));
  const flags = tables.flags.of(
    context.store.id,
    current.filter((job) => job.kind === 'dispatch').map((job) => job.target),
  );
  const changedOf = changedBoxes(tables, context.store.id);
  const causes: JobRow[] = [];
  const leftOut: JobRow[] = [];
  const read = current.flatMap((job) => {
    const what = found(job);
    if (job.state === 'unknown' && job.attempts !== attemptsThen.get(job.id)) return [];
    const changed = applyToJob(
      journal,
      job,
      what,
      { flaggedAt: flags.get(job.target), isBoxChanged: changedOf(job).length > 0, readAt },
      context,
    );
    if (changed !== undefined && changed.state !== job.state) {
      decided = true;
      tables.attempts.put([{ jobSeq: job.seq, attempt: readAttempt(context, journal.at, changed) }]);
      noteUnconfirmed(journal, changed);
      causes.push(changed);
    }
    const isRead = changed?.state === 'queued' && changed.readAt === readAt;
    if (changed !== undefined && !isRead) leftOut.push(changed);
    return isRead ? [changed] : [];
  });
  // After all of them: what was found about an order itself counts before what was found about another of its parcel.
  const stands = [...causes, ...read.flatMap((job) => holdsOfBox(journal, job))];
  const held = new Set(stands.flatMap((cause) => holdParcel(journal, cause)));
  holdBackBoxes(journal, leftOut);
  const unheld = read.filter((job) => !held.has(job.id) && !waitsForBox(journal, job)).map(({ id }) => id);
  const ready = putAddOnsBehind(journal, unheld, context.market);
  const several = current.filter((job) => isSeveral(job)).flatMap(({ orderId }) => orderId ?? []);
  for (const orderId of new Set(several)) settleSeveral(journal, context.store.id, orderId, context.market);
  return { ready, decided };
}

/**
 * When what it shows was so, by our clock: not later than its answer came, however long it waited for the database.
 * @returns ms UTC
 */
export function readAtOf({ at }: Pick<Journal, 'at'>, call: Pick<CallRecord, 'endedAt'>): number {
  return Math.min(at, call.endedAt);
}

interface Noted {
  /** ms UTC of a buyer's address change that was noted. */
  flaggedAt: number | undefined;
  /** Something else about its box changed, and was not looked at. */
  isBoxChanged: boolean;
  readAt: number;
}

function applyToJob(
  journal: Journal,
  job: JobRow,
  found: Found,
  noted: Noted,
  context: ReadingContext,
): JobRow | undefined {
  if (found.is === 'found' && isOlderThanKnown(journal, job, found.finding)) return undefined;
  const asked = job.reread ? { reread: false } : {};
  switch (job.state) {
    case 'unknown': {
      const limit = context.market.limits[job.kind] ?? 1;
      const decision = reconcileJob(job, found, { now: journal.at, random: context.random, limit });
      if (decision.cause === undefined) return update(journal, job, { ...asked, ...decision.patch });
      return transition(journal, job, decision.cause, { ...asked, ...decision.patch });
    }
    case 'queued':
      return applyToQueued(journal, job, found, noted, context);
    case 'held':
      if (job.holdReason === 'by-file') return applyToFiled(journal, job, found);
      if (isHeldWithParcel(job)) return applyToHeldWithParcel(journal, job, found);
      return applyToSettled(journal, job, found);
    case 'rejected':
      return applyToSettled(journal, job, found);
    case 'succeeded':
      if (job.kind === 'dispatch' && context.market.registered !== undefined)
        return applyToSucceeded(journal, job, found);
      return update(journal, job, { ...asked, ...seen(journal, found) });
    case 'waiting':
    case 'cancelled':
      return update(journal, job, { ...asked, ...seen(journal, found) });
    case 'sending':
      // The answer under way decides; this reading is older than it.
      return undefined;
    default:
      return assertNever(job.state);
  }
}

/** Held because of another order of its parcel: a cancel request of its own is what the seller has to know of. */
function applyToHeldWithParcel(journal: Journal, job: JobRow, found: Found): JobRow | undefined {
  if (found.is !== 'found' || found.judgement.is !== 'cancel-requested') return applyToSettled(journal, job, found);
  const own = { code: 'cancel-requested', holdReason: 'cancel-requested', message: undefined } as const;
  return update(journal, job, { finding: found.finding, readAt: journal.at, reread: false, ...own });
}

/** Only what the market shows as done changes it. */
function applyToSettled(journal: Journal, job: JobRow, found: Found): JobRow | undefined {
  const asked = job.reread ? { reread: false } : {};
  if (found.is === 'found' && found.judgement.is === 'done') {
    const patch = { finding: found.finding, readAt: journal.at, code: alreadyCode(job) };
    return transition(journal, job, 'found-done', { ...asked, ...patch });
  }
  return update(journal, job, { ...asked, ...seen(journal, found) });
}

/** Gone to the market in the seller's file: whatever is registered there now is the answer. */
function applyToFiled(journal: Journal, job: JobRow, found: Found): JobRow | undefined {
  if (found.is !== 'found') return update(journal, job, { reread: false });
  const read = { finding: found.finding, readAt: journal.at, reread: false };
  if (found.judgement.is === 'other') return transition(journal, job, 'found-other', { ...read, code: 'conflict' });
  if (found.judgement.is === 'cancel-requested') {
    return update(journal, job, { ...read, code: 'cancel-requested', holdReason: 'cancel-requested' });
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
  { flaggedAt, isBoxChanged, readAt }: Noted,
  context: ReadingContext,
): JobRow | undefined {
  if (found.is === 'found' && isOlderThanBook(journal, job, found.finding)) return undefined;
  // Still queued for its plan: reading it did not bring it forward.
  const plan = { dueAt: job.dueAt, code: job.code, message: job.message, reread: false };
  if (found.is === 'refused')
    return transition(journal, job, 'refused-by-reading', { code: found.code, message: found.message });
  if (found.is === 'missing') {
    // A cancel request stands against neither, and the seller may have agreed to send unread: the market says the rest.
    const isHarmless = job.kind === 'confirm' || job.kind === 'delay';
    if (isHarmless || job.approved.includes(approvedUnread(job.target))) {
      return update(journal, job, { readAt, ...plan, code: 'not-found' });
    }
    return applyLeftOut(journal, job);
  }
  const decision = decideBeforeSending(job, found, { flaggedAt, isBoxChanged, store: context.store });
  const fresh = context.isOutsideQueue === true ? {} : { readAt };
  if (decision === 'send') {
    return update(journal, job, { finding: found.finding, ...fresh, ...plan, ...notLeftOut(job) });
  }
  if (decision === 'confirm-first') return putBehindConfirm(journal, { ...job, finding: found.finding });
  // The finding's own time is the market's; freshness counts by our clock.
  return transition(journal, job, decision.cause, { ...decision.patch, readAt, reread: false });
}

/**
 * One parcel is one decision: what is not yet on its way of it is held with the order that something stands against, and
 * says which one that is. Only a yes to this very finding, given when it was known, lets the others go.
 * @returns the jobs that were held
 */
function holdParcel(journal: Journal, cause: JobRow): JobRow['id'][] {
  const reason = cause.state === 'held' ? cause.holdReason : cause.code === 'conflict' ? 'conflict' : undefined;
  // Whether an order is confirmed says nothing about the others of its parcel.
  if (reason === undefined || reason === 'not-confirmed') return [];
  const tokens = approvalTokens(journal, cause, reason);
  if (tokens.length === 0) return [];
  return journal.tables.jobs.parcel(cause).flatMap((job) => {
    if (job.id === cause.id || tokens.every((token) => job.approved.includes(token))) return [];
    // What ends by itself for the order that is the reason ends for the others with it.
    const patch = {
      holdReason: reason,
      code: `parcel-${reason}`,
      message: cause.target,
      ...(cause.state === 'held' && cause.dueAt !== undefined ? { dueAt: cause.dueAt } : {}),
    };
    // Held as changed because this order had changed, which is asked about now: one question, not two.
    if (job.holdReason === 'box-changed' && changedBoxes(journal.tables, job.storeId)(job).length === 0) {
      update(journal, job, patch);
      return [job.id];
    }
    if (!isIn('toSend', job.state)) return [];
    return transition(journal, job, 'found-harm', patch) === undefined ? [] : [job.id];
  });
}

/** What of its box is held for something of its own: a job may have come into the box, or back into the queue, since. */
function holdsOfBox({ tables: { jobs } }: Journal, job: JobRow): JobRow[] {
  return job.kind === 'dispatch' ? jobs.heldOfBox(job).filter((each) => !isHeldWithParcel(each)) : [];
}

function readAttempt(context: ReadingContext, at: number, job: JobRow): Attempt {
  const { call, callId } = context;
  return {
    callId,
    at,
    endedAt: call.endedAt,
    purpose: 'read',
    outcome: job.state,
    ...withoutUndefined({ httpStatus: call.httpStatus, traceId: call.traceId, code: job.code, message: job.message }),
  };
}

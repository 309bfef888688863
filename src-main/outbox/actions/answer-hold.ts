import type { Action } from '../../../src-preload/contract/actions';
import type { JobId } from '../../../src-preload/contract/ids';
import { isIn } from '../../../src-preload/contract/job-states';
import { canDo } from '../../../src-preload/contract/job-rules';
import type { JobRow } from '../../database/rows';
import { approvalTokens, isHeldWithParcel } from '../write/approval-tokens';
import type { Journal } from '../write/job-transaction';
import { rulesOf } from '../write/rules-of';
import { isSeveral, rememberTakeAll } from '../write/several-product-orders';
import { hasLiveRefund, startRefunds } from '../write/start-refunds';
import { noteBoxSeen } from '../write/changed-boxes';
import { transitionByChoice, update } from '../write/transition';
import { done, refusedFor, startOver } from './action-result';
import type { ActionResult } from './action-result';

/** The other jobs of its box and kind. */
export function othersOfParcel(journal: Journal, job: JobRow): JobRow[] {
  return journal.tables.jobs.parcel(job).filter(({ id, kind }) => id !== job.id && kind === job.kind);
}

/** The other orders of its box that are held for the same reason. */
function heldWith(journal: Journal, job: JobRow): JobRow[] {
  return othersOfParcel(journal, job).filter(
    ({ state, holdReason }) => state === 'held' && holdReason === job.holdReason,
  );
}

/** What a choice about a held job is logged under. */
export function reasonOf(job: JobRow): { reason?: string } {
  return job.holdReason === undefined ? {} : { reason: job.holdReason };
}

/**
 * Yes to a hold, for the whole box. A yes to a cancel request is given for one box at a time: naming several changes only
 * the first.
 */
export function approve(journal: Journal, job: JobRow, cancelParcels: Set<string>): ActionResult {
  if (job.holdReason === 'cancel-requested') {
    if (cancelParcels.size > 0) return { why: 'wrong-state' };
    cancelParcels.add(job.id);
  }
  const parcel = heldWith(journal, job);
  // It is being paid back: shipping it as well would be both answers to one request.
  if ([job, ...parcel].some((which) => hasLiveRefund(journal, which))) return { why: 'other-live' };
  const alone = job.holdReason === 'not-confirmed' || job.holdReason === 'several-product-orders';
  const asked = alone ? [job] : [job, ...parcel];
  // The parcel as it is known now: every claim and every change in it that is on the screen, and no later one.
  const tokens = asked.flatMap((which) => approvalTokens(journal, which, which.holdReason));
  return done(...asked.map((which) => approveOne(journal, which, tokens)));
}

/** Yes to one held job, covering these findings (approval-tokens.ts). */
export function approveOne(journal: Journal, job: JobRow, tokens: readonly string[]): JobRow | undefined {
  const patch = { ...startOver(journal), approved: [...new Set([...job.approved, ...tokens])] };
  const approved = transitionByChoice(journal, job, 'approved', patch, reasonOf(job));
  noteBoxSeen(journal, job);
  if (approved !== undefined) waitWithBox(journal, job);
  // The seller has looked at this address; a later change is a new question.
  if (approved !== undefined && job.holdReason === 'address-changed') {
    journal.tables.flags.clear(job.storeId, job.target);
  }
  return approved;
}

/**
 * A yes to what changed about a box lets those of it go, too, that were not held yet: none of them before it can no longer
 * be taken back.
 */
function waitWithBox(journal: Journal, job: JobRow): void {
  const { at, leaveAfterMs = 0 } = journal;
  if (leaveAfterMs === 0 || (job.holdReason !== 'box-changed' && job.holdReason !== 'address-changed')) return;
  const dueAt = at + leaveAfterMs;
  for (const mate of othersOfParcel(journal, job)) {
    const isSooner = mate.dueAt !== undefined && mate.dueAt < dueAt;
    if (isIn('toSend', mate.state) && isSooner) update(journal, mate, { dueAt, readAt: undefined });
  }
}

/** Yes for every product order of its order that is asked about, here and in all files of this layout. */
export function takeAll(journal: Journal, job: JobRow): ActionResult {
  if (!isSeveral(job) || job.orderId === undefined) return refusedFor(job);
  const { jobs, orders } = journal.tables;
  if (job.importId !== undefined) rememberTakeAll(journal.tables, job.importId);
  const group = (orders.get(job.storeId, job.orderId)?.productOrders ?? []).flatMap(({ id }) => {
    const live = jobs.live(job.storeId, 'dispatch', id);
    return live !== undefined && isSeveral(live) ? [live] : [];
  });
  return done(...group.map((which) => approveOne(journal, which, [])));
}

/** No to a hold, for the whole box. */
export function decline(journal: Journal, job: JobRow): ActionResult {
  const alone = job.holdReason === 'not-confirmed' || job.holdReason === 'several-product-orders';
  const parcel = heldWith(journal, job);
  return done(
    ...[job, ...(alone ? [] : parcel)].map((which) =>
      transitionByChoice(journal, which, 'declined', { code: 'declined' }, reasonOf(which)),
    ),
  );
}

/**
 * One order of a box stays out, the others go as they are asked about now: the claim that is on the screen is known for
 * them, and a later one is a new question.
 */
export function leaveOut(journal: Journal, job: JobRow, left: readonly JobId[]): ActionResult {
  const parcel = heldWith(journal, job);
  const tokens = [job, ...parcel].flatMap((which) => approvalTokens(journal, which, which.holdReason));
  const declined = transitionByChoice(journal, job, 'declined', { code: 'declined' }, reasonOf(job));
  return done(
    declined,
    ...parcel.filter(({ id }) => !left.includes(id)).map((which) => approveOne(journal, which, tokens)),
  );
}

/** Not the market's own cancellation, to which there is nothing to agree. */
function isRequest({ tables }: Journal, { storeId, finding }: JobRow): boolean {
  return finding === undefined || rulesOf(tables, storeId)?.orders.isCancelledByMarket(finding) !== true;
}

/**
 * Yes to the cancel requests of one box. The orders of it without a request go, knowing these requests, or stay out; those
 * that are paid back stay held until that has happened.
 */
export function refund(
  journal: Journal,
  job: JobRow,
  { jobs: wanted, others }: Extract<Action, { action: 'refund' }>,
  cancelParcels: Set<string>,
): ActionResult {
  if (cancelParcels.size > 0 || !isRequest(journal, job)) return { why: 'wrong-state' };
  cancelParcels.add(job.id);
  const parcel = heldWith(journal, job);
  const mayBePaidBack = (which: JobRow): boolean => canDo('refund', which) && isRequest(journal, which);
  const asked = [job, ...parcel.filter((which) => wanted.includes(which.id) && mayBePaidBack(which))];
  if (asked.some((which) => hasLiveRefund(journal, which))) return { why: 'other-live' };
  const tokens = asked.flatMap((which) => approvalTokens(journal, which, which.holdReason));
  const rest = parcel
    .filter((which) => isHeldWithParcel(which))
    .map((which) =>
      others === 'send'
        ? approveOne(journal, which, tokens)
        : transitionByChoice(journal, which, 'declined', { code: 'declined' }, reasonOf(which)),
    );
  return done(...startRefunds(journal, asked), ...rest);
}

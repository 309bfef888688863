import type { Action } from './actions';
import { clickOf, isPutBackCode } from './codes';
import type { HoldReason, JobValues } from './job';
import { isIn, nextState } from './job-states';
import type { JobKind, JobState, Wait } from './job-states';
import type { BulkFileRules } from './market-rules';
import { assertNever } from './result';

/**
 * What may be done with a job, and what is offered for it (resources/docs/domain.md, "States and transitions"). The main
 * process refuses what `canDo` refuses; the window shows what `offeredActions` answers, which `canDo` always allows.
 */
export interface JobFacts {
  state: JobState;
  kind: JobKind;
  code?: string | undefined;
  holdReason?: HoldReason | undefined;
  wait?: Wait | undefined;
}

export type JobAction = Action['action'];
/** What is offered in a row; a file is made of many rows at once. */
export type RowAction = Exclude<JobAction, 'by-file' | 'leave-out' | 'refund'>;

/** Codes of what differs at the market from what was sent: it is put right there, then read again. */
const differing: readonly string[] = ['conflict', 'not-registered', 'wrong-number'];

/** Whether the market has something else than what was sent, so that the seller has to look there. */
export function differsAtMarket({ code }: Pick<JobFacts, 'code'>): boolean {
  return code !== undefined && differing.includes(code);
}

/** Holds whose cause another number or method takes away. */
const fixedByEdit: readonly HoldReason[] = ['address-changed', 'box-changed', 'conflict', 'pick-up'];

/** Rejections for which it is offered: the seller may know better than the readings do. */
const settledAtMarket: readonly string[] = ['no-certain-answer', 'conflict'];

/** Sending once more as it is cannot change these: registered already, closed, or not the seller's to ship. */
const overAtMarket: readonly string[] = ['conflict', 'closed', 'logistics-ships'];

function canRetry({ state, kind, wait }: JobFacts): boolean {
  if (state === 'waiting') return wait === 'back-off' || wait === 'store';
  // What is irreversible is never repeated by one press: the request is looked at again (hold dialog).
  if (kind === 'refund') return false;
  return nextState(state, 'retried') !== undefined;
}

function canEdit({ state, kind, holdReason }: JobFacts): boolean {
  if (kind !== 'dispatch' && kind !== 'stock') return false;
  if (state === 'held') return holdReason !== undefined && fixedByEdit.includes(holdReason);
  return nextState(state, 'edited') !== undefined;
}

/** Only what the market can be read for. */
function canReread({ state, kind }: JobFacts): boolean {
  return state !== 'sending' && kind !== 'stock' && kind !== 'lookup';
}

/** Where the readings cannot tell, or have said no and may be wrong. */
function canSettleByHand({ state, kind, code }: JobFacts): boolean {
  if (state === 'rejected') return kind !== 'refund';
  return state === 'unknown' && code === 'not-found';
}

/** Held for a cancel request of its own, about which nothing was decided. */
function asksForRefund({ state, kind, code, holdReason }: JobFacts): boolean {
  return state === 'held' && kind === 'dispatch' && holdReason === 'cancel-requested' && code === 'cancel-requested';
}

/** A dispatch whose buyer is being paid back: nothing is left to decide about it. */
function isBeingRefunded({ kind, code }: JobFacts): boolean {
  return kind === 'dispatch' && code === 'refund-decided';
}

/** Tied to a confirm that has not ended; an add-on that waits for its main product is not. */
export function isBehindConfirm({ wait, code }: Pick<JobFacts, 'wait' | 'code'>): boolean {
  return wait === 'step-before' && code !== 'after-main-product';
}

/** Whether one job's state allows an action of the seller. That another job of its target is live is for the caller to look up. */
export function canDo(action: JobAction, job: JobFacts): boolean {
  switch (action) {
    case 'retry':
      return canRetry(job);
    case 'edit':
      return canEdit(job);
    case 'exclude':
      return isIn('toSend', job.state) || isIn('tasks', job.state);
    case 'approve':
    case 'decline':
    case 'leave-out':
      return job.state === 'held' && !isBeingRefunded(job);
    case 'refund':
      return asksForRefund(job);
    case 'take-all':
      return job.state === 'held' && job.holdReason === 'several-product-orders';
    case 'confirm-then-dispatch':
      if (job.kind !== 'dispatch') return false;
      return job.state === 'held'
        ? job.holdReason === 'not-confirmed'
        : nextState(job.state, 'put-behind') !== undefined;
    case 'by-file':
      return job.kind === 'dispatch' && isIn('toSend', job.state) && !isBehindConfirm(job);
    case 'put-back':
      return job.state === 'cancelled' && job.kind !== 'refund' && isPutBackCode(job.code);
    case 'reread':
      return canReread(job);
    case 'settled-by-hand':
      return canSettleByHand(job);
    default:
      return assertNever(action);
  }
}

/** What a seller is offered for a job in its state; the first is the likeliest. */
export function offeredActions(job: JobFacts): RowAction[] {
  return orderFor(job).filter((action) => canDo(action, job));
}

/** The order of what may help in a state; what the job does not allow is taken out after. */
function orderFor(job: JobFacts): readonly RowAction[] {
  switch (job.state) {
    case 'queued':
    case 'waiting':
      return ['retry', 'edit', 'exclude'];
    case 'unknown':
      return ['reread', 'settled-by-hand'];
    case 'held':
      // Decided: what becomes of it can only be looked at.
      if (isBeingRefunded(job)) return ['reread'];
      // In a file already: looking whether it arrived is what comes next, taking it back is the exception.
      if (job.holdReason === 'by-file') return ['reread', 'approve', 'decline'];
      if (job.holdReason === 'several-product-orders') return ['approve', 'decline', 'take-all'];
      return ['decline', 'approve', 'edit', ...(job.holdReason === 'not-read' ? (['reread'] as const) : [])];
    case 'rejected':
      return orderForRejected(job);
    case 'cancelled':
      return ['put-back'];
    case 'succeeded':
      return differsAtMarket(job) ? ['reread'] : [];
    case 'sending':
      return [];
    default:
      return assertNever(job.state);
  }
}

/**
 * The click the code calls for comes first. A seller may have put things right at the market meanwhile, so sending as it
 * is is always offered as well; only a shipment registered already, and an order that was closed, cannot be changed by it.
 */
function orderForRejected({ kind, code = '' }: JobFacts): readonly RowAction[] {
  const click = clickOf(kind, code);
  const asItIs: readonly RowAction[] = overAtMarket.includes(code) ? [] : ['retry'];
  const rest: readonly RowAction[] = settledAtMarket.includes(code) ? ['settled-by-hand', 'exclude'] : ['exclude'];
  switch (click) {
    case 'retry':
      return ['retry', 'edit', 'reread', ...rest];
    case 'edit':
      return ['edit', 'retry', 'reread', ...rest];
    case 'confirm-then-dispatch':
      return ['confirm-then-dispatch', 'retry', 'edit', ...rest];
    case 'reread':
      return ['reread', ...asItIs, ...rest];
    case 'none':
      // Nothing here fixes it: it is taken off the list, read once more, or put right at the market.
      return [...rest, 'reread', ...asItIs];
    default:
      return assertNever(click);
  }
}

/** Where a retry as it is could bring another answer: never holds, never what the readings do not return. */
export function canChangeByRetry(job: JobFacts): boolean {
  if (!canRetry(job)) return false;
  if (job.state === 'waiting') return job.code !== 'gift-not-accepted';
  return job.code !== undefined && clickOf(job.kind, job.code) === 'retry';
}

/** Rejected or held because the market wants the order confirmed first. */
export function asksConfirmFirst(job: JobFacts): boolean {
  if (!isIn('tasks', job.state) || !canDo('confirm-then-dispatch', job)) return false;
  return job.state === 'held' || (job.code !== undefined && clickOf(job.kind, job.code) === 'confirm-then-dispatch');
}

/** Whether it may go into the seller's 일괄발송 file, and that file, where its market has one, can say it. */
export function canGoByFile(
  job: JobFacts & { target: string; values: JobValues },
  bulkFile: BulkFileRules | undefined,
): boolean {
  if (!canDo('by-file', job)) return false;
  return job.values.kind === 'dispatch' && bulkFile?.row(job.target, job.values.dispatch) !== undefined;
}

/** Whether it is in the seller's 일괄발송 file, from which it can be taken again. */
export function isInFile({ state, holdReason }: Pick<JobFacts, 'state' | 'holdReason'>): boolean {
  return state === 'held' && holdReason === 'by-file';
}

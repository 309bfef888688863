import type { StoreId } from '../../../src-preload/contract/ids';
import type { JobValues } from '../../../src-preload/contract/job';
import type { HoldReason } from '../../../src-preload/contract/job';
import type { PullOutReason } from '../../../src-preload/contract/book/facts';
import type { JobRow } from '../../database/rows';
import type { Tables } from '../../database/tables';
import { approvedClaim } from '../decide/approved-claim';
import { isHeldWithParcel } from './approval-tokens';
import type { Journal } from './job-transaction';

type Asked = Pick<Tables, 'book' | 'jobs'>;
type Box = Pick<JobRow, 'target' | 'values'>;

/**
 * A cancel request and a changed address of an order have holds of their own; the rest of its parcel is held with it, but
 * only once that order is judged, and it may be in flight.
 */
const heldOtherwise: ReadonlySet<PullOutReason> = new Set(['cancel-requested', 'address-changed']);

/** The changes of a product order that a decision about its cancel request covers, where there is one. */
const ofCancel: ReadonlySet<PullOutReason> = new Set(['cancel-requested', 'cancelled']);

/**
 * What changed about boxes after they got their number and was not looked at yet: nothing of such a box goes out. A box is
 * all product orders with one courier and number, those too whose own dispatch has ended. What the seller has decided about
 * a cancel request asks no order of its box again that was to go nevertheless; the box stays to be pulled out.
 * @returns the product orders of a job's box that changed
 */
export function changedBoxes({ book, jobs }: Asked, storeId: StoreId): (job: Box) => string[] {
  const changes = new Map<string, PullOutReason[]>();
  for (const { productOrderId, what } of book.openPullOuts(storeId)) {
    changes.set(productOrderId, [...(changes.get(productOrderId) ?? []), what]);
  }
  if (changes.size === 0) return () => [];
  const targets = [...changes.keys()];
  const latest = new Map(jobs.latestOf(storeId, 'dispatch', targets).map((each) => [each.target, each]));
  return ({ target, values }) => {
    const box = boxOf(values);
    return [...changes].flatMap(([each, whats]) => {
      const hasNoHold = whats.some((what) => !heldOtherwise.has(what));
      if (each === target) return hasNoHold ? [each] : [];
      const other = latest.get(each);
      if (box === undefined || other === undefined || boxOf(other.values) !== box) return [];
      const own = jobs.byId(other.jobId);
      const isAskedAbout = !hasNoHold && own !== undefined && isHeldOtherwise(own);
      const claimId = book.get(storeId, each)?.facts.finding.claimId;
      return isAskedAbout || (own !== undefined && isDecided(own, whats, claimId)) ? [] : [each];
    });
  };
}

/** Held for its own cancel request or changed address, and all of its box with it (apply-reading.ts). */
function isHeldOtherwise(job: JobRow): boolean {
  const { state, holdReason } = job;
  const hasOwnReason = holdReason === 'cancel-requested' || holdReason === 'address-changed';
  return state === 'held' && hasOwnReason && !isHeldWithParcel(job);
}

/**
 * Whether the seller has decided about all of these changes of a product order: about its cancel request, by this claim,
 * and about its cancellation where it was to stay out. One that was to go all the same is missing from its box now.
 * @param own its own latest dispatch
 * @param claimId as the order book has it now
 */
function isDecided(own: JobRow, whats: readonly PullOutReason[], claimId: string | undefined): boolean {
  if (!whats.every((what) => ofCancel.has(what))) return false;
  const staysOut = own.state === 'cancelled' || own.code === 'refund-decided';
  if (whats.includes('cancelled')) return staysOut;
  return staysOut ? own.finding?.claimId === claimId : own.approved.includes(approvedClaim(own.target, claimId));
}

function boxOf(values: JobValues): string | undefined {
  if (values.kind !== 'dispatch' || values.dispatch.trackingNumber === undefined) return undefined;
  return `${values.dispatch.deliveryCompanyCode} ${values.dispatch.trackingNumber}`;
}

/** Holds to which a yes, or another number, says that the seller has looked at the box. */
const looksAtBox: ReadonlySet<HoldReason> = new Set([
  'cancel-requested',
  'address-changed',
  'box-changed',
  'hope-date',
  'partly-cancelled',
]);

/**
 * The seller has decided about a held box: what the hold asked about is seen. A cancel request and a changed address are
 * asked about by a hold of their own, as long as their order can still be held: another hold did not show them.
 */
export function noteBoxSeen(journal: Journal, job: JobRow): void {
  const { tables } = journal;
  const { storeId, target, holdReason } = job;
  if (job.kind !== 'dispatch' || holdReason === undefined || !looksAtBox.has(holdReason)) return;
  const askedElsewhere = [...heldOtherwise].filter((what) => what !== holdReason || isHeldWithParcel(job));
  if (holdReason !== 'box-changed') {
    noteSeen(journal, storeId, target, { except: askedElsewhere });
    return;
  }
  for (const each of new Set([target, ...changedBoxes(tables, storeId)(job)])) {
    const canBeHeld = tables.jobs.live(storeId, 'dispatch', each) !== undefined;
    // What was found after it was held, it did not ask about.
    noteSeen(journal, storeId, each, { through: job.changedAt, except: canBeHeld ? askedElsewhere : [] });
  }
}

/** Notes it in the order's history, and with the decision by which it was seen. */
export function noteSeen(
  { tables, at, boxSeen }: Journal,
  storeId: StoreId,
  target: string,
  which: { through?: number; except?: readonly PullOutReason[] },
): void {
  if (tables.book.noteSeen(storeId, target, at, which) > 0) boxSeen?.({ storeId, target, at });
}

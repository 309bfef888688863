import type { Look } from '../../../src-preload/contract/actions';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { JobRow } from '../../database/rows';
import { noteSeen } from '../write/changed-boxes';
import type { Journal } from '../write/job-transaction';
import { hasLiveRefund } from '../write/start-refunds';
import { approveOne } from './answer-hold';

/**
 * The seller has looked at what changed about product orders of a box: what of the box was held for it goes on, unless
 * something of it is still to be looked at.
 */
export function acknowledgeChanges(journal: Journal, storeId: StoreId, looks: readonly Look[]): void {
  for (const { productOrderId: target, through } of looks) {
    noteSeen(journal, storeId, target, { through });
    const flaggedAt = journal.tables.flags.of(storeId, [target]).get(target);
    if (flaggedAt !== undefined && foundAtOf(journal, storeId, target, flaggedAt) <= through) {
      clearFlag(journal, storeId, target, flaggedAt);
    }
  }
  for (const { productOrderId } of looks) releaseBox(journal, storeId, productOrderId);
}

/**
 * The seller has looked at a changed address: what was held for it goes on, unless the address has changed again since.
 * @param flaggedAt ms UTC, as it was listed
 */
export function acknowledgeAddress(journal: Journal, storeId: StoreId, target: string, flaggedAt: number): void {
  // Not only a later one: a change that is found later may have happened before.
  if (journal.tables.flags.of(storeId, [target]).get(target) !== flaggedAt) return;
  clearFlag(journal, storeId, target, flaggedAt);
  releaseBox(journal, storeId, target);
}

/** A flag has the time of the change; when that was found stands in the order's history. */
function foundAtOf({ tables }: Pick<Journal, 'tables'>, storeId: StoreId, target: string, flaggedAt: number): number {
  const changes = tables.book.changesOf(storeId, target);
  return changes.find(({ what, at }) => what === 'address-changed' && at === flaggedAt)?.foundAt ?? flaggedAt;
}

function clearFlag(journal: Journal, storeId: StoreId, target: string, at: number): void {
  const { tables, at: seenAt, boxSeen } = journal;
  const { book, flags } = tables;
  flags.clear(storeId, target);
  boxSeen?.({ storeId, target, at: seenAt, flaggedAt: at });
  // What was looked at stays in the order's history, also where only the market's answer to a confirm told of it.
  book.addChange(storeId, target, { what: 'address-changed', at, foundAt: at, pullOut: false, seenAt });
  noteSeen(journal, storeId, target, { through: foundAtOf({ tables }, storeId, target, at) });
}

function releaseBox(journal: Journal, storeId: StoreId, target: string): void {
  const { jobs } = journal.tables;
  const [latest] = jobs.latestOf(storeId, 'dispatch', [target]);
  const job = latest && jobs.byId(latest.jobId);
  if (job === undefined) return;
  const box = jobs.parcel(job).filter(({ kind }) => kind === 'dispatch');
  if (isStillToBeSeen(journal, job, box)) return;
  for (const each of box) {
    const isHeldForChange = each.holdReason === 'box-changed' || each.holdReason === 'address-changed';
    if (each.state === 'held' && isHeldForChange) approveOne(journal, each, []);
  }
}

/** Another order of the box changed as well, its buyer asks for a cancel, or gets the money back. */
function isStillToBeSeen(journal: Journal, job: JobRow, box: readonly JobRow[]): boolean {
  const { tables } = journal;
  const targets = new Set(box.map((each) => each.target));
  return (
    tables.flags.of(job.storeId, [...targets]).size > 0 ||
    tables.book.openPullOuts(job.storeId).some(({ productOrderId }) => targets.has(productOrderId)) ||
    box.some((each) => each.holdReason === 'cancel-requested' || hasLiveRefund(journal, each))
  );
}

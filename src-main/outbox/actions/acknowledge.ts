import type { StoreId } from '../../../src-preload/contract/ids';
import type { JobRow } from '../../database/rows';
import type { Journal } from '../write/job-transaction';
import { hasLiveRefund } from '../write/start-refunds';
import { approveOne } from './answer-hold';

/**
 * The seller has looked at what changed about a product order's box: what of the box was held for it goes on, unless
 * something of it is still to be looked at.
 * @param through ms UTC: what was found until then was on the screen
 */
export function acknowledgeChanges(journal: Journal, storeId: StoreId, target: string, through: number): void {
  const { book, flags } = journal.tables;
  book.noteSeen(storeId, target, journal.at, { through });
  const flaggedAt = flags.of(storeId, [target]).get(target);
  if (flaggedAt !== undefined && foundAtOf(journal, storeId, target, flaggedAt) <= through) {
    clearFlag(journal, storeId, target, flaggedAt);
  }
  releaseBox(journal, storeId, target);
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

function clearFlag({ tables, at: seenAt }: Journal, storeId: StoreId, target: string, at: number): void {
  const { book, flags } = tables;
  flags.clear(storeId, target);
  // What was looked at stays in the order's history, also where only the market's answer to a confirm told of it.
  book.addChange(storeId, target, { what: 'address-changed', at, foundAt: at, pullOut: false, seenAt });
  book.noteSeen(storeId, target, seenAt, { through: foundAtOf({ tables }, storeId, target, at) });
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

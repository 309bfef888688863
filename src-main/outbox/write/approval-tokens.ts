import { assertNever } from '../../../src-preload/contract/result';
import type { HoldReason } from '../../../src-preload/contract/job';
import type { JobRow } from '../../database/rows';
import {
  approvedAddress,
  approvedConflict,
  approvedSpecial,
  approvedUnconfirmed,
  approvedUnread,
} from '../decide/before-sending';
import { approvedClaim } from '../decide/approved-claim';
import type { Journal } from './job-transaction';

/** Stands for a claim whose id the market left out, in a yes to the refund of one order. */
export const unnamedClaim = 'cancel-claim';

/**
 * What exactly a yes to this hold agrees to, so that only something else holds again: the claim, the time of the address
 * change, the target. Of an order that is held because of another one of its parcel, what was found about that one.
 * Empty where no finding stands behind the hold.
 */
export function approvalTokens(journal: Journal, job: JobRow, reason: HoldReason | undefined): string[] {
  const target = subjectOf(job);
  switch (reason) {
    case 'hope-date':
    case 'pick-up':
    case 'partly-cancelled':
      return [approvedSpecial(reason, target, subjectRow(journal, job, target)?.finding)];
    case 'cancel-requested': {
      const subject = subjectRow(journal, job, target);
      return subject === undefined ? [] : [approvedClaim(target, subject.finding?.claimId)];
    }
    case 'address-changed': {
      const at = journal.tables.flags.of(job.storeId, [target]).get(target);
      return at === undefined ? [] : [approvedAddress(at)];
    }
    case 'conflict':
      return [approvedConflict(target)];
    case 'not-read':
      return [approvedUnread(target)];
    case 'not-confirmed':
      return [approvedUnconfirmed];
    // The look itself is noted (changed-boxes.ts).
    case 'box-changed':
    case 'several-product-orders':
    case 'restored':
    case 'by-file':
    case undefined:
      return [];
    default:
      return assertNever(reason);
  }
}

function subjectRow(journal: Journal, job: JobRow, target: string): JobRow | undefined {
  return target === job.target ? job : journal.tables.jobs.live(job.storeId, job.kind, target);
}

/** Held because of another order of the same parcel, whose target is its message. */
export function isHeldWithParcel({ state, code }: Pick<JobRow, 'state' | 'code'>): boolean {
  return state === 'held' && code?.startsWith('parcel-') === true;
}

/** The product order that the finding behind a hold is about. */
function subjectOf(job: JobRow): string {
  return isHeldWithParcel(job) ? (job.message ?? job.target) : job.target;
}

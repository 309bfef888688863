import { assertNever } from '../../../src-preload/contract/result';
import type { Finding } from '../../../src-preload/contract/job';
import type { JobRow, StoreRow } from '../../database/rows';
import type { Judgement, Obstacle, SpecialHold } from '../../markets/market';
import type { AnswerVerdict } from './settle';
import { approvedClaim } from './approved-claim';
import { alreadyCode } from './reconcile';

/** A finding older than this is read again before sending. */
export const freshForMs = 20_000;

/** In `approved` for a yes to "send although not confirmed yet". */
export const approvedUnconfirmed = 'not-confirmed';

/** In `approved` for a yes to sending although the readings leave this product order out. */
export function approvedUnread(target: string): string {
  return `not-read:${target}`;
}

/** In `approved` for a yes to the rest of a parcel of which this target is registered with another number. */
export function approvedConflict(target: string): string {
  return `conflict:${target}`;
}

/** In `approved` for a yes to this address change; a later one is asked again. */
export function approvedAddress(flaggedAt: number): string {
  return `address:${flaggedAt}`;
}

/** In `approved` for a yes to sending an order of this kind, as the reading showed it; another day or count is asked again. */
export function approvedSpecial(reason: SpecialHold, target: string, finding: Finding | undefined): string {
  switch (reason) {
    case 'hope-date':
      return `hope-date:${target}:${finding?.hopeDeliveryYmd}`;
    case 'pick-up':
      return `pick-up:${target}`;
    case 'partly-cancelled':
      return `partly-cancelled:${target}:${finding?.remainQuantity}/${finding?.initialQuantity}`;
    default:
      return assertNever(reason);
  }
}

/** What cannot be sent yet is read again after this: somebody has to do something at the market first. */
const tooEarlyMs = 30 * 60_000;

export type BeforeSending =
  | AnswerVerdict
  /** Nothing stands against it; the market's answer counts. */
  | 'send'
  /** Confirm its product order first; the dispatch waits behind. */
  | 'confirm-first';

/**
 * What a reading before sending decides (resources/docs/domain.md, "Reading before sending"): an open cancel claim and
 * a stored address flag hold, the same shipment is done, another is a conflict, special orders are refused, wait or are
 * asked about, and a product order not confirmed yet is treated as the store says. All else is sent. Pure.
 * @param context.flaggedAt when the buyer's address change was noted, if it was
 * @param context.isBoxChanged something else about its box changed, and the seller has not looked
 */
export function decideBeforeSending(
  job: JobRow,
  given: { finding: Finding; judgement: Judgement; obstacles?: readonly Obstacle[] },
  context: {
    flaggedAt: number | undefined;
    isBoxChanged?: boolean;
    store: Pick<StoreRow, 'confirmFirst' | 'notConfirmedSeenAt'>;
  },
): BeforeSending {
  const { finding, judgement, obstacles = [] } = given;
  const read = { finding, readAt: finding.at };
  switch (judgement.is) {
    case 'done':
      return { cause: 'found-done', patch: { ...read, code: judgement.code ?? alreadyCode(job) } };
    case 'other':
      return { cause: 'found-other', patch: { ...read, code: 'conflict' } };
    case 'cancel-requested':
      if (!job.approved.includes(approvedClaim(job.target, judgement.claimId))) {
        return { cause: 'found-harm', patch: { ...read, code: 'cancel-requested', holdReason: 'cancel-requested' } };
      }
      break;
    case 'closed':
      if (judgement.isFinal) return { cause: 'found-refused', patch: { ...read, code: 'closed' } };
      break;
    case 'open':
      break;
    default:
      return assertNever(judgement);
  }
  for (const obstacle of obstacles) {
    const decision = decideByObstacle(job, obstacle, read);
    if (decision !== undefined) return decision;
  }
  if (job.kind !== 'dispatch') return 'send';
  if (context.flaggedAt !== undefined && !job.approved.includes(approvedAddress(context.flaggedAt))) {
    return { cause: 'found-harm', patch: { ...read, code: 'address-changed', holdReason: 'address-changed' } };
  }
  if (context.isBoxChanged === true) {
    return { cause: 'found-harm', patch: { ...read, code: 'box-changed', holdReason: 'box-changed' } };
  }
  return finding.placeOrderStatus === 'NOT_YET' ? unconfirmed(job, read, context.store) : 'send';
}

function decideByObstacle(
  job: JobRow,
  obstacle: Obstacle,
  read: { finding: Finding; readAt: number },
): AnswerVerdict | undefined {
  switch (obstacle.is) {
    case 'not-ours':
    case 'refused':
      return { cause: 'found-refused', patch: { ...read, code: obstacle.code } };
    case 'too-early': {
      const patch = { ...read, code: obstacle.code, wait: 'back-off', dueAt: read.readAt + tooEarlyMs } as const;
      return { cause: 'found-too-early', patch };
    }
    case 'doubtful': {
      const { reason, until } = obstacle;
      if (job.approved.includes(approvedSpecial(reason, job.target, read.finding))) return undefined;
      const patch = { ...read, code: reason, holdReason: reason, ...(until === undefined ? {} : { dueAt: until }) };
      return { cause: 'found-harm', patch };
    }
    case 'add-on':
      // Which main product it belongs to is known once all of its reading has been applied (main-first.ts).
      return undefined;
    default:
      return assertNever(obstacle);
  }
}

function unconfirmed(
  job: JobRow,
  read: { finding: Finding; readAt: number },
  store: Pick<StoreRow, 'confirmFirst' | 'notConfirmedSeenAt'>,
): BeforeSending {
  // It has been through a confirm already: asking again would turn in circles, so the market decides.
  if (job.afterJob !== undefined || job.approved.includes(approvedUnconfirmed)) return 'send';
  if (store.confirmFirst === 'always') return 'confirm-first';
  if (store.confirmFirst === 'never' || store.notConfirmedSeenAt === undefined) return 'send';
  return { cause: 'found-harm', patch: { ...read, code: 'not-confirmed', holdReason: 'not-confirmed' } };
}

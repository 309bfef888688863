import type { Finding, JobValues } from '../../../src-preload/contract/job';
import { delayWord } from '../../../src-preload/contract/markets/naver/delays';
import { marketTime } from '../../../src-preload/contract/markets/naver/time';
import { freshForMs } from '../../../src-main/outbox/decide/before-sending';

/** A product order of the fake market (fake-market.ts). */
export interface FakeOrder {
  status: 'PAYED' | 'DELIVERING' | 'CANCELED';
  placed: 'NOT_YET' | 'OK';
  claimId?: string;
  /** When the buyer asked, where that was not before everything else. */
  claimedAt?: number;
  /** When an answer that shows the claim first arrived at a living process. */
  claimShownAt?: number;
  shipment?: { deliveryMethod: string; deliveryCompanyCode?: string | undefined; trackingNumber?: string | undefined };
  /** The market chokes on it whenever it is in a call. */
  poison?: boolean;
  /** A 400 for every call it is in. */
  malformed?: boolean;
  /** What readings say of it besides. */
  more?: Partial<Finding>;
  /** Never returned by readings. */
  hidden?: boolean;
  /** This code, whenever it is dispatched. */
  code?: string;
}

/** What a reading at this moment shows of it. */
export const findingOf = (order: FakeOrder, at: number): Finding => ({
  at,
  productOrderStatus: order.status,
  placeOrderStatus: order.placed,
  ...order.more,
  ...(order.claimId === undefined
    ? {}
    : { claimType: 'CANCEL', claimStatus: 'CANCEL_REQUEST', claimId: order.claimId }),
  ...(order.shipment === undefined
    ? {}
    : {
        deliveryMethod: order.shipment.deliveryMethod,
        ...(order.shipment.deliveryCompanyCode ? { deliveryCompanyCode: order.shipment.deliveryCompanyCode } : {}),
        ...(order.shipment.trackingNumber ? { trackingNumber: order.shipment.trackingNumber } : {}),
      }),
});

/**
 * Whether the claim could be known to a call that went out then: an answer had shown it before, or it was older than the
 * age a reading may have.
 */
export function isClaimKnowable({ claimedAt, claimShownAt }: FakeOrder, sentAt: number): boolean {
  return (
    claimedAt === undefined || sentAt - claimedAt > freshForMs || (claimShownAt !== undefined && sentAt > claimShownAt)
  );
}

/** A reading that went out at `readAt` has arrived; a claim of later may not be in it. */
export function noteShownClaim(order: FakeOrder | undefined, { readAt, now }: { readAt: number; now: number }): void {
  if (order?.claimId === undefined || (order.claimedAt ?? 0) > readAt) return;
  order.claimShownAt ??= now;
}

/** Delays it, or agrees to its cancel request; false: it is in no state for that. */
export function applyAct(order: FakeOrder, values: Extract<JobValues, { kind: 'delay' | 'refund' }>): boolean {
  if (values.kind === 'delay') {
    if (order.status !== 'PAYED') return false;
    const { until, reason } = values.delay;
    order.more = { ...order.more, delayedDispatchReason: delayWord(reason), shippingDueDate: marketTime(until) };
    return true;
  }
  if (order.claimId === undefined) return false;
  order.status = 'CANCELED';
  order.more = { ...order.more, claimType: 'CANCEL', claimStatus: 'CANCEL_DONE', claimId: order.claimId };
  delete order.claimId;
  return true;
}

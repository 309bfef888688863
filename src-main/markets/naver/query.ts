import type { Finding } from '../../../src-preload/contract/job';
import { cleanText } from '../../../src-preload/contract/clean-text';
import { isOpenCancel } from '../../../src-preload/contract/markets/naver/open-cancel';
import type { HttpAnswer } from '../../network/agent';
import { flatMapInSteps, toEnd } from './in-steps';
import type { Steps } from './in-steps';
import type { ReadOutcome } from '../market';
import { parseQuery } from './answers';
import type { QueryEntry } from './answers';
import { detailsOf } from './details';
import { withoutUndefined } from '../../../src-preload/contract/without-undefined';
import { notDocumented, weigh } from './outcome';
import { marketFailure, readingWithoutBody } from './verdicts';

export const queryPath = '/v1/pay-order/seller/product-orders/query';

/** resources/docs/markets/naver.md, "Query"; the flag says that we understand claims on part of a quantity. */
export function queryBody(targets: readonly string[]): { productOrderIds: string[]; quantityClaimCompatibility: true } {
  return { productOrderIds: [...targets], quantityClaimCompatibility: true };
}

/** What a reading showed. Ids the market leaves out, and entries that cannot be read, are missing from `findings`. */
export function queryOutcome(asked: readonly string[], answer: HttpAnswer): ReadOutcome {
  return toEnd(queryInSteps(asked, answer));
}

/** The same in steps of some milliseconds. */
export function* queryInSteps(asked: readonly string[], answer: HttpAnswer): Steps<ReadOutcome> {
  const weight = weigh(answer);
  if (weight.type !== 'body') return readingWithoutBody(weight);
  const parsed = yield* parseQuery(weight.text);
  if (parsed === undefined)
    return { type: 'trouble', failure: marketFailure({ ...weight, code: notDocumented, message: '' }) };
  const wanted = new Set(asked);
  const found = yield* flatMapInSteps(withoutContradictions(parsed), (entry) => {
    const { productOrderId: id } = entry.productOrder;
    if (!wanted.has(id) || !saysOfClaims(entry)) return [];
    // Measured from the start: what was read is at least as new as that.
    const finding = findingOf(entry, answer.startedAt);
    return [{ id, finding, details: detailsOf(entry), name: productNameOf(entry) }];
  });
  const names = new Map(found.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name] as const])));
  return {
    type: 'answered',
    findings: new Map(found.map(({ id, finding }) => [id, finding])),
    refused: new Map(),
    ...(names.size === 0 ? {} : { names }),
    ...(found.length === 0 ? {} : { details: new Map(found.map(({ id, details }) => [id, details])) }),
  };
}

/**
 * Entries of one product order that differ, one that cannot be read among them, contradict each other: which of them
 * holds cannot be known, so none does.
 */
function withoutContradictions({ entries, unread }: { entries: readonly QueryEntry[]; unread: readonly string[] }) {
  const known = new Map<string, QueryEntry>();
  const contradicted = new Set(unread);
  for (const entry of entries) {
    const { productOrderId: id } = entry.productOrder;
    const other = known.get(id);
    if (other === undefined) known.set(id, entry);
    else if (JSON.stringify(other) !== JSON.stringify(entry)) contradicted.add(id);
  }
  return entries.filter(({ productOrder }) => !contradicted.has(productOrder.productOrderId));
}

/** Whether it says if the buyer is cancelling: a claim that cannot be read may be a cancel request, unless another one is. */
function saysOfClaims(entry: QueryEntry): boolean {
  return entry.hasUnreadClaim !== true || isOpenCancel(claimOf(entry)?.status);
}

/** Longer than any shop's own name; what a market may send at most is kept and shown. */
const longestName = 200;

/** The product and, where there is one, its option: what tells two product orders of an order apart. */
function productNameOf({ productOrder }: QueryEntry): string | undefined {
  const { productName, productOption } = productOrder;
  const words = [productName, productOption].flatMap((each) => (each === undefined ? [] : cleanText(each)));
  const name = words.filter((each) => each !== '').join(' · ');
  return name === '' ? undefined : [...name].slice(0, longestName).join('');
}

/** Pure. @param at local ms UTC */
export function findingOf(entry: QueryEntry, at: number): Finding {
  const { productOrder, delivery } = entry;
  const claim = claimOf(entry);
  return {
    at,
    productOrderStatus: productOrder.productOrderStatus,
    ...withoutUndefined({
      placeOrderStatus: productOrder.placeOrderStatus,
      claimType: claim?.type,
      claimStatus: claim?.status,
      claimId: claim?.id,
      orderId: entry.order?.orderId,
      deliveryMethod: delivery?.deliveryMethod,
      deliveryCompanyCode: delivery?.deliveryCompany,
      trackingNumber: delivery?.trackingNumber,
      sentAt: delivery?.sendDate,
      isWrongTrackingNumber: delivery?.isWrongTrackingNumber,
      shippingDueDate: productOrder.shippingDueDate,
      deliveryAttributeType: productOrder.deliveryAttributeType,
      expectedDeliveryMethod: productOrder.expectedDeliveryMethod,
      giftReceivingStatus: productOrder.giftReceivingStatus,
      hopeDeliveryYmd: productOrder.hopeDelivery?.hopeDeliveryYmd,
      productClass: productOrder.productClass,
      logisticsDirectContracted: productOrder.logisticsDirectContracted,
      initialQuantity: productOrder.initialQuantity,
      remainQuantity: productOrder.remainQuantity,
      delayedDispatchReason: productOrder.delayedDispatchReason,
      paidAmount: productOrder.totalPaymentAmount,
    }),
  };
}

interface Claim {
  type: string | undefined;
  status: string;
  id: string | undefined;
}

/**
 * The claim that matters for sending. A product order can carry several at once (parts of a quantity, the deprecated
 * copy at the top); an open cancellation counts before all others, wherever it stands.
 */
function claimOf(entry: QueryEntry): Claim | undefined {
  const { productOrder, currentClaim } = entry;
  const places: [
    string | undefined,
    { claimId?: string | undefined; claimStatus?: string | undefined } | null | undefined,
  ][] = [
    [productOrder.claimType, productOrder],
    ['CANCEL', currentClaim?.cancel],
    ['RETURN', currentClaim?.return],
    ['EXCHANGE', currentClaim?.exchange],
    ['CANCEL', entry.cancel],
  ];
  const claims = places.flatMap(([type, claim]): Claim[] =>
    claim?.claimStatus === undefined ? [] : [{ type, status: claim.claimStatus, id: claim.claimId }],
  );
  const chosen = claims.find((claim) => isOpenCancel(claim.status)) ?? claims[0];
  if (chosen === undefined || chosen.id !== undefined) return chosen;
  return { ...chosen, id: claims.find((claim) => claim.status === chosen.status && claim.id !== undefined)?.id };
}

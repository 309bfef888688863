import { z } from 'zod';
import { badParameter, errorAnswer, success } from './answer';
import type { Answer, Moment } from './answer';
import { itemMessages } from './item-codes';
import type { Ledger } from './ledger';
import { dayMs, formatMarketTime, parseMarketTime } from './market-time';
import { changeTypes } from './product-order';
import type { Change } from './product-order';
import type { Switches } from './switches';

const mostRows = 300;
const parametersSchema = z.object({
  lastChangedFrom: z.string(),
  lastChangedTo: z.string().optional(),
  lastChangedType: z.enum(changeTypes).optional(),
  moreSequence: z.string().optional(),
  limitCount: z.coerce.number().int().positive().optional(),
});

/**
 * 변경 상품 주문 내역 조회: one row a product order, its last change within the range; by time, then id; `more` names the
 * first row that did not fit. With no rows `data` is absent, as seen.
 */
export function lastChanged(ledger: Ledger, switches: Switches, moment: Moment, given: URLSearchParams): Answer {
  const parameters = parametersSchema.safeParse(Object.fromEntries(given));
  if (!parameters.success) return badParameter(moment, `TypeMismatch.${String(parameters.error.issues[0]?.path[0])}`);
  const { lastChangedFrom, lastChangedTo, lastChangedType, moreSequence, limitCount } = parameters.data;
  const from = parseMarketTime(lastChangedFrom);
  const to = lastChangedTo === undefined ? (from ?? 0) + dayMs : parseMarketTime(lastChangedTo);
  if (from === undefined || to === undefined) return badParameter(moment, 'TypeMismatch.lastChangedFrom');
  if (to - from > dayMs || to < from) return errorAnswer(moment, 400, '104139', itemMessages['104139']);

  const visibleUntil = Math.min(to, moment.now - switches.feedLagMs);
  const latest = new Map<string, Change>();
  for (const change of ledger.changes()) {
    if (change.at < from || change.at > visibleUntil) continue;
    if (lastChangedType !== undefined && change.type !== lastChangedType) continue;
    const known = latest.get(change.productOrderId);
    if (known === undefined || change.at >= known.at) latest.set(change.productOrderId, change);
  }
  const rows = [...latest.values()]
    .filter((change) => ledger.order(change.productOrderId)?.foreign !== true)
    .filter((change) => moreSequence === undefined || change.at > from || change.productOrderId >= moreSequence)
    .toSorted((one, other) => one.at - other.at || (one.productOrderId < other.productOrderId ? -1 : 1));
  if (rows.length === 0) return success(moment);

  const limit = Math.min(limitCount ?? mostRows, mostRows);
  const next = rows[limit];
  const shown = rows.slice(0, limit).map((change) => rowOf(ledger, change));
  return success(moment, {
    lastChangeStatuses: shown,
    ...(next === undefined ? {} : { more: { moreFrom: formatMarketTime(next.at), moreSequence: next.productOrderId } }),
    count: shown.length,
  });
}

function rowOf(ledger: Ledger, change: Change): Record<string, unknown> {
  const order = ledger.order(change.productOrderId);
  if (order === undefined) return {};
  return {
    orderId: order.orderId,
    productOrderId: order.productOrderId,
    lastChangedType: change.type,
    paymentDate: formatMarketTime(order.paymentDate),
    lastChangedDate: formatMarketTime(change.at),
    productOrderStatus: order.status,
    ...(order.claim === undefined ? {} : { claimType: order.claim.type, claimStatus: order.claim.status }),
    receiverAddressChanged: order.addressChangedAt !== undefined,
    ...(order.gift === undefined ? {} : { giftReceivingStatus: order.gift }),
  };
}

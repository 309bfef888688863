import { z } from 'zod';
import { badParameter, success, unreadable } from './answer';
import type { Answer, Moment } from './answer';
import { isDeliveryCompany } from './delivery-companies';
import { refuse } from './item-codes';
import type { ItemCode, ItemFailure } from './item-codes';
import { repeatedIds } from './repeated-ids';
import type { ForcedCodes } from './repeated-ids';
import { dayMs, parseMarketTime, startOfMarketDay } from './market-time';
import type { Ledger } from './ledger';
import { deliveryMethods, isShipped } from './product-order';
import type { Change, DeliveryMethod, ProductOrder, Shipment } from './product-order';
import type { Switches } from './switches';
import { judgeTrackingNumber } from './tracking-number';

const maximumItems = 30;

const itemSchema = z.object({
  productOrderId: z.string().min(1).optional(),
  deliveryMethod: z.enum(deliveryMethods).optional(),
  deliveryCompanyCode: z.string().min(1).optional(),
  trackingNumber: z.string().min(1).optional(),
  dispatchDate: z.string().optional(),
});
// An empty list is a wrong parameter, more than 30 is read as far as anyone assumes: not at all.
const requestSchema = z.object({ dispatchProductOrders: z.array(itemSchema).max(maximumItems).optional() });

const addOnClass = '추가구성상품';

interface Wanted {
  productOrderId: string;
  deliveryMethod: DeliveryMethod;
  deliveryCompanyCode?: string | undefined;
  trackingNumber?: string | undefined;
  dispatchDate: number;
}

/**
 * 발송 처리 (resources/docs/markets/naver.md, "Dispatch"). What the market takes is in the ledger when this returns; the
 * caller flushes it.
 */
export function dispatch(
  ledger: Ledger,
  switches: Switches,
  moment: Moment,
  body: unknown,
  forced: ForcedCodes,
): Answer {
  const request = requestSchema.safeParse(body);
  if (!request.success) return unreadable(moment);
  const items = request.data.dispatchProductOrders ?? [];
  if (items.length === 0) return badParameter(moment, 'NotEmpty.dispatchProductOrders');

  const wanted: Wanted[] = [];
  for (const [index, item] of items.entries()) {
    const date = item.dispatchDate === undefined ? undefined : parseMarketTime(item.dispatchDate);
    if (item.dispatchDate !== undefined && date === undefined) return unreadable(moment);
    const { productOrderId, deliveryMethod } = item;
    const missing = (field: string): Answer => badParameter(moment, `NotNull.dispatchProductOrders[${index}].${field}`);
    if (productOrderId === undefined) return missing('productOrderId');
    if (deliveryMethod === undefined) return missing('deliveryMethod');
    if (date === undefined) return missing('dispatchDate');
    const company = item.deliveryCompanyCode;
    if (company !== undefined && !isDeliveryCompany(company, switches) && switches.unknownCompany === '400')
      return unreadable(moment);
    wanted.push({ ...item, productOrderId, deliveryMethod, dispatchDate: date });
  }

  const repeated = repeatedIds(wanted.map((one) => one.productOrderId));
  if (repeated.size > 0 && switches.duplicateId === '400') return unreadable(moment);

  const done: string[] = [];
  const failed: ItemFailure[] = [];
  const seen = new Set<string>();
  for (const one of wanted) {
    const id = one.productOrderId;
    if (seen.has(id)) continue;
    seen.add(id);
    const force = forced.get(id);
    const isRepeated = repeated.has(id) && switches.duplicateId === '104131';
    const code = isRepeated ? '104131' : refusalOf(ledger, switches, moment, one);
    if (code === undefined && (force === undefined || force.applied)) ship(ledger, moment, one);
    if (force !== undefined) failed.push({ productOrderId: id, code: force.code, message: force.message });
    else if (code === undefined) done.push(id);
    else failed.push(refuse(id, code));
  }
  return success(moment, { successProductOrderIds: done, failProductOrderInfos: failed });
}

/** Why the market would not take this dispatch; undefined when it would. */
function refusalOf(ledger: Ledger, switches: Switches, moment: Moment, wanted: Wanted): ItemCode | undefined {
  const order = ledger.order(wanted.productOrderId);
  if (order === undefined) return '100001';
  if (order.foreign === true) return '101009';
  if (order.logisticsDirectContracted === true) return '105308';
  if (order.claim?.type === 'EXCHANGE' && order.claim.status !== 'EXCHANGE_REJECT') return '104417';
  if (isShipped(order)) {
    ledger.apply({ orders: [{ ...order, refusedDispatches: order.refusedDispatches + 1 }] });
    return switches.reDispatchCode;
  }
  if (order.status !== 'PAYED' || order.gift === 'WAIT_FOR_RECEIVING') return '104442';
  // A request can still be refused by shipping; one that is being carried out cannot.
  if (order.claim !== undefined && !['CANCEL_REQUEST', 'CANCEL_REJECT'].includes(order.claim.status)) return '104442';
  if (isBeforeMain(ledger, switches, order)) return '9999';
  if (order.placeOrderStatus === 'CANCEL') return '104443';
  if (order.placeOrderStatus === 'NOT_YET' && switches.dispatchWithoutConfirm === '104443') return '104443';
  return (
    refusalOfDate(order, switches, moment, wanted.dispatchDate) ?? refusalOfParcel(ledger, order, switches, wanted)
  );
}

/** #1321: the main product first, then its add-ons, where shipping refuses a cancel request. */
function isBeforeMain(ledger: Ledger, switches: Switches, order: ProductOrder): boolean {
  if (order.productClass !== addOnClass || switches.addOnBeforeMain === 'accept') return false;
  const asks = ({ claim }: ProductOrder): boolean => claim?.status === 'CANCEL_REQUEST';
  const counts = (main: ProductOrder): boolean => switches.addOnBeforeMain === '9999' || (asks(order) && asks(main));
  return ledger
    .ordersOf(order.orderId)
    .some((other) => other.productClass !== addOnClass && other.status === 'PAYED' && counts(other));
}

function refusalOfDate(order: ProductOrder, switches: Switches, moment: Moment, date: number): ItemCode | undefined {
  const latest = startOfMarketDay(moment.now) + (1 + switches.dispatchDaysAhead) * dayMs;
  return date < startOfMarketDay(order.paymentDate) || date >= latest ? '104105' : undefined;
}

const methodsOfAnOrder: readonly DeliveryMethod[] = [
  'DELIVERY',
  'GDFW_ISSUE_SVC',
  'VISIT_RECEIPT',
  'DIRECT_DELIVERY',
  'QUICK_SVC',
];

function refusalOfParcel(
  ledger: Ledger,
  order: ProductOrder,
  switches: Switches,
  wanted: Wanted,
): ItemCode | undefined {
  const { deliveryMethod: method, deliveryCompanyCode: company, trackingNumber } = wanted;
  if (order.expectedDeliveryMethod === 'NOTHING') return method === 'NOTHING' ? undefined : '104116';
  if (!methodsOfAnOrder.includes(method)) return '104117';
  if (order.expectedDeliveryMethod === 'VISIT_RECEIPT' && method !== 'VISIT_RECEIPT') return '104117';
  if (method !== 'DELIVERY' && method !== 'GDFW_ISSUE_SVC') return undefined;
  if (company === undefined) return '104118';
  if (!isDeliveryCompany(company, switches)) return '104119';
  if (trackingNumber === undefined) return '104120';
  const judged = switches.trackingCheck === 'off' ? 'fine' : judgeTrackingNumber(company, trackingNumber);
  if (judged === 'form' || (judged === 'check-digit' && switches.trackingCheck === 'check-digit')) return '104122';
  const others = ledger.shippedUnder(trackingNumber).filter((other) => other.productOrderId !== order.productOrderId);
  // A number that has delivered one parcel cannot deliver another; whether parcels under way may share is a switch.
  if (others.some((other) => other.status !== 'DELIVERING')) return '104121';
  return others.length > 0 && switches.sharedInvoice === '104121' ? '104121' : undefined;
}

/** Ships it; an open cancel request is refused by that (FAQ #2823). */
function ship(ledger: Ledger, moment: Moment, wanted: Wanted): void {
  const order = ledger.order(wanted.productOrderId);
  if (order === undefined) return;
  const { deliveryCompanyCode, trackingNumber } = wanted;
  const shipment: Shipment = {
    at: moment.now,
    traceId: moment.traceId,
    deliveryMethod: wanted.deliveryMethod,
    dispatchDate: wanted.dispatchDate,
    ...(deliveryCompanyCode === undefined ? {} : { deliveryCompanyCode }),
    ...(trackingNumber === undefined ? {} : { trackingNumber }),
  };
  const refusesCancel = order.claim?.status === 'CANCEL_REQUEST';
  const changes: Change[] = [{ at: moment.now, productOrderId: order.productOrderId, type: 'DISPATCHED' }];
  if (refusesCancel) changes.unshift({ at: moment.now, productOrderId: order.productOrderId, type: 'CLAIM_REJECTED' });
  ledger.apply({
    orders: [
      {
        ...order,
        status: 'DELIVERING',
        placeOrderStatus: 'OK',
        placeOrderDate: order.placeOrderDate ?? moment.now,
        dispatches: [...order.dispatches, shipment],
        ...(order.claim !== undefined && refusesCancel ? { claim: { ...order.claim, status: 'CANCEL_REJECT' } } : {}),
      },
    ],
    changes,
  });
}

import type { Change, DeliveryMethod, ProductOrder, Recipient } from './product-order';
import { compactMarketDay, dayMs, startOfMarketDay } from './market-time';
import type { KnownCourier } from './tracking-number';

/** What is special about an order the practice market makes. */
export type Special =
  | 'not-confirmed'
  | 'cancel-requested'
  | 'cancelled'
  | 'address-changed'
  | 'gift-waiting'
  | 'direct-contracted'
  | 'foreign'
  | 'shipped'
  | 'delivered'
  | 'no-delivery'
  | 'hope-date'
  | 'pick-up'
  | 'partly-cancelled'
  | 'add-on';

/** A product order together with the row a courier's sheet or a SmartStore export would have for it. */
export interface SheetOrder {
  productOrderId: string;
  orderId: string;
  productName: string;
  productOption: string | undefined;
  sellerProductCode: string;
  quantity: number;
  /** Won, for one. */
  unitPrice: number;
  orderer: { name: string; tel: string; id: string };
  recipient: Recipient;
  shippingMemo: string | undefined;
  /** Hours between paying and the moment the order is sown. */
  paidHoursBefore: number;
  /** Korean calendar days from sowing to the last day for dispatch; 0 is today. */
  dueInDays: number;
  specials: readonly Special[];
  deliveryMethod: DeliveryMethod;
  /** The Seller Center's word for the method. */
  deliveryMethodName: string;
  courier: KnownCourier;
  /** As it stands in the sheet. */
  courierText: string;
  trackingNumber: string;
}

const hourMs = 3_600_000;
/** From sowing to the day the buyer hopes for. */
const hopeDays = 5;

/** The market's record of such an order at the moment `now`, with what the change feed has of its past. */
export function toProductOrder(sheet: SheetOrder, now: number): { order: ProductOrder; changes: Change[] } {
  const paymentDate = now - sheet.paidHoursBefore * hourMs;
  const has = (special: Special): boolean => sheet.specials.includes(special);
  const id = sheet.productOrderId;
  const isShipped = has('shipped') || has('delivered');
  const changes: Change[] = [{ at: paymentDate, productOrderId: id, type: 'PAYED' }];
  const order: ProductOrder = {
    productOrderId: id,
    orderId: sheet.orderId,
    status: has('delivered') ? 'DELIVERED' : isShipped ? 'DELIVERING' : has('cancelled') ? 'CANCELED' : 'PAYED',
    placeOrderStatus: has('not-confirmed') || has('gift-waiting') ? 'NOT_YET' : 'OK',
    paymentDate,
    shippingDueDate: startOfMarketDay(now) + (sheet.dueInDays + 1) * dayMs - 1000,
    productName: sheet.productName,
    sellerProductCode: sheet.sellerProductCode,
    quantity: sheet.quantity,
    unitPrice: sheet.unitPrice,
    packageNumber: sheet.orderId,
    orderer: sheet.orderer,
    recipient: sheet.recipient,
    expectedDeliveryMethod: has('no-delivery') ? 'NOTHING' : has('pick-up') ? 'VISIT_RECEIPT' : 'DELIVERY',
    delays: 0,
    refunds: 0,
    confirms: 0,
    dispatches: [],
    refusedDispatches: 0,
  };
  if (sheet.productOption !== undefined) order.productOption = sheet.productOption;
  if (sheet.shippingMemo !== undefined) order.shippingMemo = sheet.shippingMemo;
  if (order.placeOrderStatus === 'OK') order.placeOrderDate = paymentDate + hourMs / 2;
  if (has('direct-contracted')) order.logisticsDirectContracted = true;
  if (has('foreign')) order.foreign = true;
  if (has('gift-waiting')) order.gift = 'WAIT_FOR_RECEIVING';
  if (has('hope-date')) order.hopeDeliveryYmd = compactMarketDay(now + hopeDays * dayMs);
  if (has('add-on')) order.productClass = '추가구성상품';
  if (has('partly-cancelled')) {
    order.quantity = Math.max(2, order.quantity);
    order.remainQuantity = order.quantity - 1;
  }
  if (has('address-changed')) {
    order.addressChangedAt = now - hourMs / 4;
    changes.push({ at: order.addressChangedAt, productOrderId: id, type: 'DELIVERY_ADDRESS_CHANGED' });
  }
  if (has('cancel-requested') || has('cancelled')) {
    const requestedAt = now - hourMs / 5;
    const status = has('cancelled') ? 'CANCEL_DONE' : 'CANCEL_REQUEST';
    order.claim = { id: `C${id.slice(1)}`, type: 'CANCEL', status, requestedAt };
    const type = has('cancelled') ? 'CLAIM_COMPLETED' : 'CLAIM_REQUESTED';
    changes.push({ at: requestedAt, productOrderId: id, type });
  }
  if (isShipped) {
    const at = paymentDate + hourMs;
    order.dispatches = [
      {
        at,
        traceId: 'sown',
        deliveryMethod: 'DELIVERY',
        deliveryCompanyCode: sheet.courier,
        trackingNumber: sheet.trackingNumber,
        dispatchDate: at,
      },
    ];
    changes.push({ at, productOrderId: id, type: 'DISPATCHED' });
    if (has('delivered')) order.deliveredAt = at + dayMs;
  }
  return { order, changes };
}

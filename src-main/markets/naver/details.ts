import { cleanText } from '../../../src-preload/contract/clean-text';
import type { OrderPersonal } from '../../../src-preload/contract/book/personal';
import type { OrderDetails } from '../market';
import type { QueryEntry } from './answers';
import { readMoment } from './moments';
import { withoutUndefined } from '../../../src-preload/contract/without-undefined';

/** What the order book keeps of an entry of `/query` (resources/docs/markets/naver.md, "Query"). Pure. */
export function detailsOf({ order, productOrder, delivery }: QueryEntry): OrderDetails {
  return {
    ...withoutUndefined({
      orderId: order?.orderId,
      packageNumber: productOrder.packageNumber,
      paidAt: readMoment(order?.paymentDate),
      dueAt: readMoment(productOrder.shippingDueDate),
      sentAt: readMoment(delivery?.sendDate),
      quantity: productOrder.quantity,
      deliveryTagType: productOrder.deliveryTagType,
      deliveryStatus: delivery?.deliveryStatus,
      pickedUpAt: readMoment(delivery?.pickupDate),
      wrongTrackingNumberType: delivery?.wrongTrackingNumberType,
      delayedDispatchReason: productOrder.delayedDispatchReason,
    }),
    personal: personalOf(productOrder),
  };
}

function personalOf(productOrder: QueryEntry['productOrder']): OrderPersonal {
  const address = productOrder.shippingAddress;
  const phones = [address?.tel1, address?.tel2].flatMap((phone) => plain(phone) ?? []);
  return withoutUndefined({
    recipient: plain(address?.name),
    phones: phones.length === 0 ? undefined : [...new Set(phones)],
    zipCode: plain(address?.zipCode),
    address: plain([address?.baseAddress, address?.detailedAddress].filter((part) => part !== undefined).join(' ')),
    memo: plain(productOrder.shippingMemo),
    product: plain(productOrder.productName),
    option: plain(productOrder.productOption),
  });
}

/** Without signs no one sees; undefined where nothing is left. */
function plain(text: string | undefined): string | undefined {
  const clean = text === undefined ? '' : cleanText(text);
  return clean === '' ? undefined : clean;
}

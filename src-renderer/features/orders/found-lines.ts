import type { StoreId } from '../../../src-preload/contract/ids';
import type { ProductOrder } from '../../../src-preload/contract/orders';
import { hasOpenCancel } from '../../../src-preload/contract/markets/naver/open-cancel';
import { ordersPerQuestion } from '../../../src-preload/contract/chunks';
import { call } from '../../desk';
import { text } from '../../text';
import { takeFiles } from '../send/take-files';

/** The buyer wants to cancel: such a product order is shown, and goes into no list by itself. */
export function isCancelAsked({ finding }: ProductOrder): boolean {
  return finding !== undefined && hasOpenCancel(finding);
}

/** Paid, not shipped, and nobody asks to cancel it. */
export function canBeDispatched(productOrder: ProductOrder): boolean {
  return productOrder.finding?.productOrderStatus === 'PAYED' && !isCancelAsked(productOrder);
}

/** Opens a review of the product orders of these orders that can be dispatched: courier and number are given there. */
export async function openFoundInReview(storeId: StoreId, orderIds: readonly string[]): Promise<boolean> {
  const lines: string[] = [];
  for (let from = 0; from < orderIds.length; from += ordersPerQuestion) {
    const some = orderIds.slice(from, from + ordersPerQuestion);
    const answer = await call('orders-rows', { storeId, orderIds: [...some], fresh: true });
    if (!answer.ok) return false;
    for (const { orderId, productOrders } of answer.value.rows) {
      for (const each of productOrders) if (canBeDispatched(each)) lines.push(`${each.id}\t${orderId}\t\t\t`);
    }
  }
  if (lines.length === 0) return false;
  const { productOrderId, orderId, courier, trackingNumber, deliveryMethod } = text.send.fields;
  const head = [productOrderId, orderId, courier, trackingNumber, deliveryMethod].join('\t');
  takeFiles([new File([`${[head, ...lines].join('\n')}\n`], `${text.orders.toSend.file}.tsv`)]);
  return true;
}

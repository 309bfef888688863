import type { ProductOrder } from '../../../src-preload/contract/orders';
import { hasOpenCancel } from '../../../src-preload/contract/markets/naver/open-cancel';
import { text } from '../../text';
import { takeFiles } from '../../review/take-files';
import type { ToSend } from './orders-state';

/** The buyer wants to cancel: such a product order is shown, and goes into no list by itself. */
export function isCancelAsked({ finding }: ProductOrder): boolean {
  return finding !== undefined && hasOpenCancel(finding);
}

/** Opens a review of these product orders: courier and number are given there. */
export function openFoundInReview(found: ToSend['lines']): void {
  const lines = found.map(({ id, orderId, name = '' }) => `${id}\t${orderId}\t\t\t\t${name.replaceAll(/\s+/gu, ' ')}`);
  const { productOrderId, orderId, courier, trackingNumber, deliveryMethod, productName } = text.send.fields;
  const head = [productOrderId, orderId, courier, trackingNumber, deliveryMethod, productName].join('\t');
  takeFiles([new File([`${[head, ...lines].join('\n')}\n`], `${text.orders.toSend.file}.tsv`)]);
}

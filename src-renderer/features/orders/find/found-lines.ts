import { text } from '../../../text';
import { takeFiles } from '../../../review/files/take-files';
import type { ToSend } from './orders-state';

/** Opens a review of these product orders: courier and number are given there. */
export function openFoundInReview(found: ToSend['lines']): void {
  const lines = found.map(({ id, orderId, name = '' }) => `${id}\t${orderId}\t\t\t\t${name.replaceAll(/\s+/gu, ' ')}`);
  const { productOrderId, orderId, courier, trackingNumber, deliveryMethod, productName } = text.send.fields;
  const head = [productOrderId, orderId, courier, trackingNumber, deliveryMethod, productName].join('\t');
  takeFiles([new File([`${[head, ...lines].join('\n')}\n`], `${text.orders.toSend.file}.tsv`)]);
}

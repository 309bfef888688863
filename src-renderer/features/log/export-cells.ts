import type { Job } from '../../../src-preload/contract/job';
import type { MarketRules } from '../../../src-preload/contract/market-rules';
import { reasonNames } from '../../../src-preload/contract/markets/brightmall/answers';
import { text } from '../../text';

const { fields } = text.send;
/** As the readers of sheets know it (sheets/understanding/header-words.ts). */
const itemHead = text.log.columns.itemId;

/** The heads of what a dropped file is read by: of answers about stock, or of orders. */
export function readHeads(ofStock: boolean): string[] {
  return ofStock
    ? [
        itemHead,
        fields.productName,
        fields.available,
        fields.reason,
        fields.memo,
        fields.unitPrice,
        fields.quantity,
        fields.totalAmount,
      ]
    : [
        fields.productOrderId,
        fields.orderId,
        fields.recipient,
        fields.productName,
        fields.courier,
        fields.trackingNumber,
        fields.deliveryMethod,
      ];
}

/** A job under these heads. What was no shipment has no courier, and the number of an order is no product order's. */
export function readCells(job: Job, ofStock: boolean, { methods, couriers }: MarketRules['shipments']): string[] {
  const { kind, target, orderId = '', recipient = '', productName = '', values } = job;
  if (ofStock) {
    if (values.kind !== 'stock') return [target, productName, '', '', '', '', '', ''];
    const { available, reason, memo = '', price } = values.stock;
    const name = reasonNames.find(({ code }) => code === reason)?.name ?? '';
    const amounts = price ? [price.unit, price.quantity, price.total].map(String) : ['', '', ''];
    return [target, productName, available ? text.stock.available : text.stock.unavailable, name, memo, ...amounts];
  }
  const isOrder = kind === 'lookup';
  const shipment = values.kind === 'dispatch' ? values.dispatch : undefined;
  const { deliveryCompanyCode: code, trackingNumber = '' } =
    shipment && methods.takesShipment(shipment.deliveryMethod) ? shipment : {};
  return [
    isOrder ? '' : target,
    isOrder ? target : orderId,
    recipient,
    productName,
    code === undefined ? '' : (couriers.nameOf(code) ?? code),
    trackingNumber,
    shipment ? methods.nameOf(shipment.deliveryMethod) : '',
  ];
}

import { z } from 'zod';

// Lists of the documents, written here once more on purpose: a practice market that shared them with the client would
// share its mistakes, too.
export const productOrderStatuses = [
  'PAYMENT_WAITING',
  'PAYED',
  'DELIVERING',
  'DELIVERED',
  'PURCHASE_DECIDED',
  'EXCHANGED',
  'CANCELED',
  'RETURNED',
  'CANCELED_BY_NOPAYMENT',
] as const;

const claimTypes = ['CANCEL', 'RETURN', 'EXCHANGE', 'PURCHASE_DECISION_HOLDBACK', 'ADMIN_CANCEL'] as const;

export const claimStatuses = [
  'CANCEL_REQUEST',
  'CANCELING',
  'CANCEL_DONE',
  'CANCEL_REJECT',
  'RETURN_REQUEST',
  'EXCHANGE_REQUEST',
  'COLLECTING',
  'COLLECT_DONE',
  'EXCHANGE_REDELIVERING',
  'RETURN_DONE',
  'EXCHANGE_DONE',
  'RETURN_REJECT',
  'EXCHANGE_REJECT',
  'PURCHASE_DECISION_HOLDBACK',
  'PURCHASE_DECISION_REQUEST',
  'PURCHASE_DECISION_HOLDBACK_RELEASE',
  'ADMIN_CANCELING',
  'ADMIN_CANCEL_DONE',
  'ADMIN_CANCEL_REJECT',
] as const;

export const placeOrderStatuses = ['NOT_YET', 'OK', 'CANCEL'] as const;

export const deliveryMethods = [
  'DELIVERY',
  'GDFW_ISSUE_SVC',
  'VISIT_RECEIPT',
  'DIRECT_DELIVERY',
  'QUICK_SVC',
  'NOTHING',
  'RETURN_DESIGNATED',
  'RETURN_DELIVERY',
  'RETURN_INDIVIDUAL',
  'RETURN_MERCHANT',
  'UNKNOWN',
] as const;
export type DeliveryMethod = (typeof deliveryMethods)[number];

export const delayReasons = [
  'PRODUCT_PREPARE',
  'CUSTOMER_REQUEST',
  'CUSTOM_BUILD',
  'RESERVED_DISPATCH',
  'OVERSEA_DELIVERY',
  'ETC',
] as const;

/** One dispatch the market took: what the seller sent, and under which trace id. */
const shipmentSchema = z.strictObject({
  at: z.number(),
  traceId: z.string(),
  deliveryMethod: z.enum(deliveryMethods),
  deliveryCompanyCode: z.string().optional(),
  trackingNumber: z.string().optional(),
  dispatchDate: z.number(),
});
export type Shipment = z.infer<typeof shipmentSchema>;

const claimSchema = z.strictObject({
  id: z.string(),
  type: z.enum(claimTypes),
  status: z.enum(claimStatuses),
  requestedAt: z.number(),
});

const recipientSchema = z.strictObject({
  name: z.string(),
  tel: z.string(),
  zipCode: z.string(),
  baseAddress: z.string(),
  detailedAddress: z.string(),
});
export type Recipient = z.infer<typeof recipientSchema>;

/** A product order as the ledger keeps it: the market's truth about it, and everything that was ever done to it. */
export const productOrderSchema = z.strictObject({
  productOrderId: z.string(),
  orderId: z.string(),
  status: z.enum(productOrderStatuses),
  placeOrderStatus: z.enum(placeOrderStatuses),
  placeOrderDate: z.number().optional(),
  paymentDate: z.number(),
  shippingDueDate: z.number(),
  productName: z.string(),
  productOption: z.string().optional(),
  sellerProductCode: z.string(),
  quantity: z.number().int().positive(),
  /** Won, for one. */
  unitPrice: z.number().int().nonnegative(),
  packageNumber: z.string(),
  orderer: z.strictObject({ name: z.string(), tel: z.string(), id: z.string() }),
  recipient: recipientSchema,
  shippingMemo: z.string().optional(),
  expectedDeliveryMethod: z.enum(deliveryMethods),
  claim: claimSchema.optional(),
  /** When the buyer changed the address after paying. */
  addressChangedAt: z.number().optional(),
  gift: z.enum(['WAIT_FOR_RECEIVING', 'RECEIVED']).optional(),
  /** yyyymmdd */
  hopeDeliveryYmd: z.string().optional(),
  /** What is left of the quantity after a part of it was cancelled. */
  remainQuantity: z.number().int().nonnegative().optional(),
  productClass: z.string().optional(),
  /** Fulfilment by a logistics company under its own contract with the market: only that company may confirm and ship. */
  logisticsDirectContracted: z.boolean().optional(),
  /** Belongs to another seller. */
  foreign: z.boolean().optional(),
  deliveredAt: z.number().optional(),
  /** In the market's own words where it is none of those that follow from the rest. */
  deliveryAttributeType: z.string().optional(),
  deliveryStatus: z.string().optional(),
  /** The market doubts the tracking number, and why. */
  wrongTrackingNumberType: z.string().optional(),
  /** The delay that holds, and how many were registered. */
  delayed: z.strictObject({ until: z.number(), reason: z.enum(delayReasons), text: z.string().optional() }).optional(),
  delays: z.number().int().default(0),
  /** Yeses to its cancel requests. */
  refunds: z.number().int().default(0),
  confirms: z.number().int().default(0),
  dispatches: z.array(shipmentSchema).default([]),
  /** Dispatches that came after it had been shipped, and were refused. */
  refusedDispatches: z.number().int().default(0),
});
export type ProductOrder = z.infer<typeof productOrderSchema>;

export const changeTypes = [
  'PAY_WAITING',
  'PAYED',
  'EXCHANGE_OPTION',
  'DELIVERY_ADDRESS_CHANGED',
  'GIFT_RECEIVED',
  'CLAIM_REJECTED',
  'DISPATCHED',
  'CLAIM_REQUESTED',
  'COLLECT_DONE',
  'CLAIM_COMPLETED',
  'PURCHASE_DECIDED',
  'HOPE_DELIVERY_INFO_CHANGED',
  'CLAIM_REDELIVERING',
] as const;

/** A row of the change feed's past. Confirming leaves none. */
export const changeSchema = z.strictObject({
  at: z.number(),
  productOrderId: z.string(),
  type: z.enum(changeTypes),
});
export type Change = z.infer<typeof changeSchema>;

/** An item of the BrightMall vendor, with every answer given about it. */
export const stockItemSchema = z.strictObject({
  ordPrdNo: z.string(),
  productName: z.string(),
  quantity: z.number().int().positive(),
  status: z.enum(['pending', 'preparing', 'shipped', 'delivered', 'cancelled']),
  confirmations: z
    .array(
      z.strictObject({
        at: z.number(),
        requestId: z.string(),
        available: z.boolean(),
        reason: z.string().optional(),
        memo: z.string().optional(),
        supplyPrice: z
          .strictObject({ unitPrice: z.number(), quantity: z.number(), totalAmount: z.number() })
          .optional(),
      }),
    )
    .default([]),
});
export type StockItem = z.infer<typeof stockItemSchema>;

/** True once the market holds a shipment for it. */
export function isShipped(order: ProductOrder): boolean {
  return order.status === 'DELIVERING' || order.status === 'DELIVERED' || order.status === 'PURCHASE_DECIDED';
}

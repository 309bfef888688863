import { z } from 'zod';
import { batchIdSchema, importIdSchema, instantSchema, jobIdSchema, storeIdSchema } from './ids';
import { delayReasons, longestDelayText } from './delay-reasons';
import { deliveryMethods } from './delivery-methods';
import { jobKinds, jobStates, waits } from './job-states';

export const jobKindSchema = z.enum(jobKinds);
export const jobStateSchema = z.enum(jobStates);

export const deliveryMethodSchema = z.enum(deliveryMethods);

export const dispatchValuesSchema = z.strictObject({
  deliveryMethod: deliveryMethodSchema,
  deliveryCompanyCode: z.string().min(1).optional(),
  trackingNumber: z.string().min(1).optional(),
  /** A moment the seller chose; absent means the moment of sending, in market time. */
  dispatchDate: instantSchema.optional(),
});
export type DispatchValues = z.infer<typeof dispatchValuesSchema>;

export const unavailableReasons = ['out_of_stock', 'reserved', 'damaged', 'discontinued', 'other'] as const;
export const stockValuesSchema = z.strictObject({
  available: z.boolean(),
  reason: z.enum(unavailableReasons).optional(),
  memo: z.string().max(500).optional(),
  /** Integer won; all three or none. */
  price: z
    .strictObject({ unit: z.int().nonnegative(), quantity: z.int().positive(), total: z.int().nonnegative() })
    .optional(),
});
export type StockValues = z.infer<typeof stockValuesSchema>;

export const confirmValuesSchema = z.strictObject({});
/** A lookup made by importing a sheet of order numbers carries what is to be dispatched once the ids are known. */
export const lookupValuesSchema = z.strictObject({ thenDispatch: dispatchValuesSchema.optional() });

export const delayValuesSchema = z.strictObject({
  /** The last moment of the day in Korea on which it is promised to leave. */
  until: instantSchema,
  reason: z.enum(delayReasons),
  /** What the buyer reads. */
  text: z.string().min(1).max(longestDelayText),
});
export type DelayValues = z.infer<typeof delayValuesSchema>;

/** Yes to one cancel request, as it was known when the seller said it. */
export const refundValuesSchema = z.strictObject({
  claimId: z.string().min(1),
  /** The market had agreed to it before, and its refund had not come through. */
  again: z.literal(true).optional(),
});
export type RefundValues = z.infer<typeof refundValuesSchema>;

export const jobValuesSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dispatch'), dispatch: dispatchValuesSchema }),
  z.strictObject({ kind: z.literal('confirm'), confirm: confirmValuesSchema }),
  z.strictObject({ kind: z.literal('stock'), stock: stockValuesSchema }),
  z.strictObject({ kind: z.literal('lookup'), lookup: lookupValuesSchema }),
  z.strictObject({ kind: z.literal('delay'), delay: delayValuesSchema }),
  z.strictObject({ kind: z.literal('refund'), refund: refundValuesSchema }),
]);
export type JobValues = z.infer<typeof jobValuesSchema>;

/** Why a job is held: what the seller is asked. */
export const holdReasons = [
  'cancel-requested',
  'address-changed',
  'several-product-orders',
  'conflict',
  'not-confirmed',
  'restored',
  /** The seller takes it to the market in a file of their own; the app only looks whether it arrived. */
  'by-file',
  /** The market's readings leave its product order out: nothing is known of claims. */
  'not-read',
  /** Something else about the box changed after it got its number: an option, the wished day, an order of it was cancelled. */
  'box-changed',
  /** The buyer wants it on a later day than tomorrow. */
  'hope-date',
  /** The buyer fetches it, and yet the line has a parcel's number. */
  'pick-up',
  /** Part of its quantity was cancelled: what lies in the box may be too much. */
  'partly-cancelled',
] as const;
export const holdReasonSchema = z.enum(holdReasons);
export type HoldReason = z.infer<typeof holdReasonSchema>;

/** What a reading of the market showed, as far as the seller needs it to decide. */
export const findingSchema = z.strictObject({
  at: instantSchema,
  productOrderStatus: z.string().optional(),
  placeOrderStatus: z.string().optional(),
  claimType: z.string().optional(),
  claimStatus: z.string().optional(),
  claimId: z.string().optional(),
  orderId: z.string().optional(),
  deliveryMethod: z.string().optional(),
  deliveryCompanyCode: z.string().optional(),
  trackingNumber: z.string().optional(),
  sentAt: z.string().optional(),
  /** The market doubts the number: it was not scanned, or it is another courier's. */
  isWrongTrackingNumber: z.boolean().optional(),
  shippingDueDate: z.string().optional(),
  // What makes an order another than most, in the market's own words; unknown words stay as they are.
  deliveryAttributeType: z.string().optional(),
  expectedDeliveryMethod: z.string().optional(),
  giftReceivingStatus: z.string().optional(),
  logisticsDirectContracted: z.boolean().optional(),
  /** The day the buyer hopes for: yyyymmdd as documented. */
  hopeDeliveryYmd: z.string().optional(),
  productClass: z.string().optional(),
  initialQuantity: z.number().optional(),
  remainQuantity: z.number().optional(),
  /** Why it leaves later, in the market's own word; absent: no delay is registered. */
  delayedDispatchReason: z.string().optional(),
  /** Won: what the buyer paid for it. */
  paidAmount: z.int().nonnegative().optional(),
});
export type Finding = z.infer<typeof findingSchema>;

/** A job as the window sees it: one row of the log. */
export const jobSchema = z.strictObject({
  id: jobIdSchema,
  /** Order of being added, over all stores; the log is sorted by it, newest first. */
  seq: z.int().positive(),
  storeId: storeIdSchema,
  kind: jobKindSchema,
  target: z.string().min(1),
  orderId: z.string().optional(),
  values: jobValuesSchema,
  state: jobStateSchema,
  /** The market's code, or one of ours (codes.ts), for the state it is in. */
  code: z.string().optional(),
  /** The market's own words. */
  message: z.string().optional(),
  holdReason: holdReasonSchema.optional(),
  finding: findingSchema.optional(),
  revision: z.int().nonnegative(),
  failures: z.int().nonnegative(),
  attempts: z.int().nonnegative(),
  dueAt: instantSchema.optional(),
  /** Only of a waiting job. */
  wait: z.enum(waits).optional(),
  afterJob: jobIdSchema.optional(),
  batchId: batchIdSchema.optional(),
  importId: importIdSchema.optional(),
  fileName: z.string().optional(),
  sheetRow: z.int().positive().optional(),
  recipient: z.string().optional(),
  productName: z.string().optional(),
  createdAt: instantSchema,
  changedAt: instantSchema,
});
export type Job = z.infer<typeof jobSchema>;

export const attemptSchema = z.strictObject({
  callId: z.string(),
  at: instantSchema,
  endedAt: instantSchema.optional(),
  /** What the call was for: sending, or reading the market to learn what became of it. */
  purpose: z.enum(['send', 'read']),
  values: jobValuesSchema.optional(),
  httpStatus: z.int().optional(),
  outcome: jobStateSchema.optional(),
  code: z.string().optional(),
  message: z.string().optional(),
  /** 문의용 번호 */
  traceId: z.string().optional(),
  /** The market's whole answer was kept, and has been pruned since. */
  answerPruned: z.literal(true).optional(),
});
export type Attempt = z.infer<typeof attemptSchema>;

export const sellerDecisionSchema = z.strictObject({
  at: instantSchema,
  /** A DecisionCause (job-states.ts); of a file of another version it may be one that this one does not know. */
  cause: z.string(),
  reason: z.string().optional(),
  /** What was known then. */
  finding: findingSchema.optional(),
});
export type SellerDecision = z.infer<typeof sellerDecisionSchema>;

export const countsSchema = z.record(jobStateSchema, z.int().nonnegative());
export type Counts = z.infer<typeof countsSchema>;

import { z } from 'zod';
import { instantSchema } from '../ids';
import { bookBadges } from './badges';
import { bookChangeSchema } from './facts';
import { bookStages } from './rules';

/** A product order of the book as a list shows it. */
export const bookRowSchema = z.strictObject({
  productOrderId: z.string().min(1),
  orderId: z.string().optional(),
  packageNumber: z.string().optional(),
  stage: z.enum(bookStages),
  /** By when it has to be dispatched: the market's due date, or that day's hour of 오늘출발. */
  dueAt: instantSchema.optional(),
  isLate: z.boolean(),
  /** Penalty points it costs by now. */
  points: z.literal([0, 1, 3]),
  /** It has a number in a draft or in the queue. */
  hasNumber: z.boolean(),
  /** That number, and its courier where it is known. */
  pendingNumber: z.string().optional(),
  pendingCourier: z.string().optional(),
  badges: z.array(z.enum(bookBadges)),
  recipient: z.string().optional(),
  product: z.string().optional(),
  option: z.string().optional(),
  memo: z.string().optional(),
  memoNamesDay: z.boolean(),
  quantity: z.int().nonnegative().optional(),
  remainQuantity: z.number().optional(),
  initialQuantity: z.number().optional(),
  /** The day the buyer wishes for, as the market says it: yyyymmdd. */
  hopeDay: z.string().optional(),
  productOrderStatus: z.string().optional(),
  placeOrderStatus: z.string().optional(),
  claimStatus: z.string().optional(),
  deliveryStatus: z.string().optional(),
  courier: z.string().optional(),
  trackingNumber: z.string().optional(),
  sentAt: instantSchema.optional(),
  /** Of a dispatched order: what the market tells of its parcel. */
  parcel: z.enum(['not-scanned', 'scanned', 'doubted']).optional(),
  /** When a courier took it. */
  pickedUpAt: instantSchema.optional(),
  isUntracked: z.boolean(),
  /** The market calls its number wrong, or says that it cannot be tracked; otherwise no courier has scanned it yet. */
  isWrongNumber: z.boolean().optional(),
  /** Of one that is not tracked: the last day without penalty, yyyy-MM-dd in Korea. */
  scannedUntil: z.string().optional(),
  /** Why its box has to be pulled out: what the seller has not looked at yet, newest first. */
  pullOut: z.array(bookChangeSchema),
  isWatched: z.boolean(),
  readAt: instantSchema,
});
export type BookRow = z.infer<typeof bookRowSchema>;

/** The same with all that is known of it. */
export const bookOrderSchema = z.strictObject({
  row: bookRowSchema,
  phones: z.array(z.string()),
  zipCode: z.string().optional(),
  address: z.string().optional(),
  paidAt: instantSchema.optional(),
  /** All that was noticed about it, newest first. */
  changes: z.array(bookChangeSchema),
});

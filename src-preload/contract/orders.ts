import { z } from 'zod';
import { instantSchema, jobIdSchema } from './ids';
import { findingSchema, jobStateSchema } from './job';

/** A product order of an order, with what its last reading showed; without one it was not read yet. */
export const productOrderSchema = z.strictObject({
  id: z.string().min(1),
  finding: findingSchema.optional(),
  /** The product and its option, where a reading told; for the eye only. */
  name: z.string().optional(),
});
export type ProductOrder = z.infer<typeof productOrderSchema>;

/** What changed in a watched order: product orders that came or went, or whose state is another one. */
export const orderChangeSchema = z.strictObject({
  at: instantSchema,
  what: z.enum(['added', 'gone', 'status', 'claim', 'placed']),
  productOrderId: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
});
export type OrderChange = z.infer<typeof orderChangeSchema>;

/** An order number the seller asked about: its lookup, its product orders, and whether it is watched. */
export const orderRowSchema = z.strictObject({
  orderId: z.string().min(1),
  /** The latest lookup; its code and words when the market said no. */
  lookup: z
    .strictObject({
      jobId: jobIdSchema,
      state: jobStateSchema,
      code: z.string().optional(),
      message: z.string().optional(),
      dueAt: instantSchema.optional(),
    })
    .optional(),
  productOrders: z.array(productOrderSchema),
  foundAt: instantSchema.optional(),
  readAt: instantSchema.optional(),
  watched: z.boolean(),
  /** Newest first. */
  changes: z.array(orderChangeSchema).max(50),
});
export type OrderRow = z.infer<typeof orderRowSchema>;

/** An order the app knows whose number begins with the digits that are left of a broken one. */
export const nearOrderSchema = z.strictObject({
  id: z.string().regex(/^\d{16}$/u),
  /** The first letter only, the rest covered: enough to tell buyers apart. */
  recipient: z.string().optional(),
  productName: z.string().optional(),
  /** It was dispatched, or is not open any more as the market said. */
  done: z.boolean(),
});
export type NearOrder = z.infer<typeof nearOrderSchema>;

/** What Excel has left of a number of 16 digits. */
export const keptDigitsSchema = z.string().regex(/^\d{15}$/u);

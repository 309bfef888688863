import { z } from 'zod';
import { letGoSchema } from '../actions';
import { ordersPerQuestion } from '../chunks';
import { instantSchema, storeIdSchema, typedTextSchema } from '../ids';
import { nearOrderFields, prefixesPerQuestion } from '../near-orders';
import { none, storeOnly } from './inputs';
import { keptDigitsSchema, nearOrderSchema, orderRowSchema } from '../orders';

/** What is known of orders, and what is watched. */
export const orderCalls = {
  /** What is known of order numbers, or of the watched ones; `fresh`: their product orders are read first. */
  'orders-rows': {
    input: z.strictObject({
      storeId: storeIdSchema,
      orderIds: z.array(typedTextSchema.max(100)).max(ordersPerQuestion).optional(),
      fresh: z.boolean().optional(),
    }),
    output: z.strictObject({
      rows: z.array(orderRowSchema),
      /** Why the states are not fresh: something is to be sent first, or the store rests. */
      unread: z.enum(['busy', 'resting']).optional(),
    }),
    failures: ['not-found'],
  },
  /** Of these orders, or of the watched ones: the product orders that can be dispatched, and how many are being cancelled. */
  'orders-to-send': {
    input: z.strictObject({
      storeId: storeIdSchema,
      orderIds: z.array(typedTextSchema.max(100)).max(ordersPerQuestion).optional(),
      fresh: z.boolean(),
    }),
    output: z.strictObject({
      lines: z.array(z.strictObject({ id: z.string(), orderId: z.string(), name: z.string().optional() })),
      cancelAsked: z.int().nonnegative(),
    }),
    failures: ['not-found'],
  },
  /** Known orders whose numbers begin with what Excel has left of broken ones; only prefixes that some order has. */
  'orders-near': {
    input: z.strictObject({
      storeId: storeIdSchema,
      field: z.enum(nearOrderFields),
      prefixes: z.array(keptDigitsSchema).min(1).max(prefixesPerQuestion),
    }),
    output: z.strictObject({
      near: z.array(z.strictObject({ prefix: keptDigitsSchema, orders: z.array(nearOrderSchema).min(1).max(10) })),
    }),
    failures: ['not-found'],
  },
  'orders-watch': {
    input: z.strictObject({ storeId: storeIdSchema, orderId: z.string().min(1).max(100), watched: z.boolean() }),
    output: none,
    failures: ['not-found'],
  },
  /** Lookups that are not answered yet. */
  'orders-progress': { input: storeOnly, output: z.strictObject({ open: z.int().nonnegative() }), failures: [] },
  /** Takes out the lookups of pasted numbers that were not asked yet; those of a sheet go on. */
  'orders-stop': { input: storeOnly, output: z.strictObject({ stopped: z.int().nonnegative() }), failures: [] },
  /** Product orders whose buyer changed the address, until the seller has looked. */
  'orders-addresses': {
    input: storeOnly,
    output: z.strictObject({
      changed: z.array(
        z.strictObject({
          target: z.string(),
          at: instantSchema,
          recipient: z.string().optional(),
          /** The product and its option. */
          name: z.string().optional(),
        }),
      ),
    }),
    failures: [],
  },
  /** The seller has looked at the address that was noted then: what was held for it goes on, unless it changed again. */
  'orders-address-seen': {
    input: z.strictObject({ storeId: storeIdSchema, target: z.string().min(1).max(100), at: instantSchema }),
    output: letGoSchema,
    failures: [],
  },
} as const;

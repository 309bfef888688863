import { z } from 'zod';
import { instantSchema, jobIdSchema } from '../ids';
import { bookChangeSchema } from './facts';

/** A box of which something changed after it got its number, with every product order in it. */
export const pullOutBoxSchema = z.strictObject({
  /** What it is known by as long as it is listed. */
  key: z.string().min(1),
  recipient: z.string().optional(),
  courier: z.string().optional(),
  number: z.string().optional(),
  /** When it got the number, ms UTC. */
  numberedAt: instantSchema.optional(),
  isPulled: z.boolean(),
  /** The dispatch that waits for the seller's decision about it. */
  heldJob: jobIdSchema.optional(),
  orders: z
    .array(
      z.strictObject({
        productOrderId: z.string().min(1),
        orderId: z.string().optional(),
        product: z.string().optional(),
        option: z.string().optional(),
        /** What was not looked at yet, newest first; none: it only lies in the same box. */
        changes: z.array(bookChangeSchema),
      }),
    )
    .min(1),
});
export type PullOutBox = z.infer<typeof pullOutBoxSchema>;

import { z } from 'zod';
import { instantSchema } from '../ids';
import { findingSchema } from '../job';

/** What the book keeps of a product order in plain text: its last reading, and nothing that identifies a person. */
export const bookFactsSchema = z.strictObject({
  finding: findingSchema,
  packageNumber: z.string().optional(),
  /** The market's own due date; it is due earlier where 오늘출발 has an hour. */
  marketDueAt: instantSchema.optional(),
  paidAt: instantSchema.optional(),
  quantity: z.int().nonnegative().optional(),
  deliveryTagType: z.string().optional(),
  deliveryStatus: z.string().optional(),
  /** When a courier took it, as the market tells. */
  pickedUpAt: instantSchema.optional(),
  wrongTrackingNumberType: z.string().optional(),
  delayedDispatchReason: z.string().optional(),
});
export type BookFacts = z.infer<typeof bookFactsSchema>;

/** What may change about a box between its label and its pick-up. */
export const pullOutReasons = [
  'cancel-requested',
  'cancelled',
  'address-changed',
  'option-changed',
  'hope-date-changed',
] as const;
export const pullOutReasonSchema = z.enum(pullOutReasons);
export type PullOutReason = z.infer<typeof pullOutReasonSchema>;

/** Something that was noticed about a product order of the book. */
export const bookChangeSchema = z.strictObject({
  what: pullOutReasonSchema,
  /** When it happened, as far as the market told; otherwise when it was found. */
  at: instantSchema,
  foundAt: instantSchema,
  /** It had a number or a label by then: the box has to be pulled out. */
  pullOut: z.boolean(),
  /** The seller has looked. */
  seenAt: instantSchema.optional(),
  /** The seller has pulled the box out. */
  pulledAt: instantSchema.optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});
export type BookChange = z.infer<typeof bookChangeSchema>;

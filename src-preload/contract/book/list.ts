import { z } from 'zod';
import { instantSchema } from '../ids';
import { bookRowSchema } from './row';

const count = z.int().nonnegative();

/** What the rows under a head of the list have in common: their due dates; of sent ones, whether a courier has them. */
export const dueHeads = ['late', 'until', 'today', 'later', 'no-date', 'not-scanned', 'scanned'] as const;

/** The head of a part of the list. */
export const bookHeadSchema = z.strictObject({
  is: z.literal('head'),
  /** What it is known by as long as it is listed. */
  key: z.string().min(1).max(40),
  due: z.enum(dueHeads),
  /** Of `until`: a moment of today. */
  until: instantSchema.optional(),
  /** Product orders under it, folded or not. */
  count,
  /** Of `late`: penalty points by now, and the days since the oldest was due. */
  points: count,
  daysLate: count,
});
export type BookHead = z.infer<typeof bookHeadSchema>;

/** An item of the list: a head, or a product order and its place among those of its box that follow each other. */
export const bookItemSchema = z.discriminatedUnion('is', [
  bookHeadSchema,
  z.strictObject({
    is: z.literal('order'),
    row: bookRowSchema,
    inBox: z.strictObject({ at: z.enum(['first', 'between', 'last']), count }).optional(),
  }),
]);
export type BookItem = z.infer<typeof bookItemSchema>;
export type BookOrderItem = Extract<BookItem, { is: 'order' }>;

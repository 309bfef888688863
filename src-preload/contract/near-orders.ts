import { z } from 'zod';

/** Fields whose last digit Excel can lose, and which name something the order book may know. */
export const nearOrderFields = ['productOrderId', 'orderId'] as const;
export type NearOrderField = (typeof nearOrderFields)[number];

/** Excel keeps 15 digits of a number; the market's numbers have one more (facts/sheets.md 2.2). */
export const digitsKept = 15;
const digitsInAll = 16;

/** The digits that Excel has left of a broken number; undefined where more than the last one is lost. */
export function keptDigits(number: string): string | undefined {
  return number.length === digitsInAll ? number.slice(0, digitsKept) : undefined;
}

/** Prefixes in one question of the window: a page of its grid. */
export const prefixesPerQuestion = 100;

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

export const keptDigitsSchema = z.string().regex(/^\d{15}$/u);

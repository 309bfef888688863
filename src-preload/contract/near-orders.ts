/** Fields whose last digit Excel can lose, and which name something the order book may know. */
export const nearOrderFields = ['productOrderId', 'orderId'] as const;
export type NearOrderField = (typeof nearOrderFields)[number];

/** Excel keeps 15 digits of a number; the market's numbers have one more (resources/docs/sheets.md, "Numbers"). */
export const digitsKept = 15;
const digitsInAll = 16;

/** The digits that Excel has left of a broken number; undefined where more than the last one is lost. */
export function keptDigits(number: string): string | undefined {
  return number.length === digitsInAll ? number.slice(0, digitsKept) : undefined;
}

/** Prefixes in one question of the window: a page of its grid. */
export const prefixesPerQuestion = 100;

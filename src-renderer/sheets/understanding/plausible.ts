import type { Sheet } from '../reading/workbook';
import { isMarketId, looksLikeTracking } from './column-values';
import type { Columns } from './match-columns';

/** Counts, dates and sums of a small sheet have fewer digits; no courier's number and no order number has. */
const fewestDigits = 9;

/** Whether a cell holds enough digits for an order or a tracking number. Full-width digits count, too. */
export function holdsLongNumber(text: string): boolean {
  let digits = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) digits += 1;
  }
  return digits >= fewestDigits;
}

/**
 * 202601220157_000020196_[1]: an item of a BrightMall order (resources/docs/markets/brightmall.md, "Inventory
 * confirm").
 */
const itemForm = /^\d{8,14}_\d+/u;

/** Whether a row names an order or item in the form of the market's own numbers. */
export function hasMarketId(sheet: Sheet, row: number, { productOrderId, orderId, itemId }: Columns): boolean {
  const is = (column: number | undefined, test: (text: string) => boolean): boolean =>
    column !== undefined && test(sheet.text(row, column));
  return is(productOrderId, isMarketId) || is(orderId, isMarketId) || is(itemId, (text) => itemForm.test(text.trim()));
}

/** How many of the rows carry all that a line needs: an id in the market's form and, where one is sent, a number. */
export function countPlausible(
  sheet: Sheet,
  rows: readonly number[],
  columns: Columns,
  needsTracking: boolean,
): number {
  const { trackingNumber } = columns;
  if (needsTracking && trackingNumber === undefined) return 0;
  let count = 0;
  for (const row of rows) {
    if (!hasMarketId(sheet, row, columns)) continue;
    if (!needsTracking || trackingNumber === undefined || looksLikeTracking(sheet.text(row, trackingNumber)))
      count += 1;
  }
  return count;
}

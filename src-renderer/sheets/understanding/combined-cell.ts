import { cleanText, isBlankText } from '../../../src-preload/contract/clean-text';
import { resolveCourier } from '../../../src-preload/contract/markets/naver/courier-aliases';
import { foldHeader } from './header-words';
import type { Columns } from './match-columns';
import type { Sheet } from '../reading/workbook';

/** A courier and its number in one cell: CJ대한통운 1234-5678-9012, 123456789012 (한진). */
export interface CombinedCell {
  courier: string;
  trackingNumber: string;
}

const between = String.raw`[\s:/|,·()[\]_-]`;
const number = String.raw`\d[\d\s-]{7,20}\d`;
/** Digits belong to a name only where something parts it from the number (GS25 1234567890). */
const courierFirst = new RegExp(`^(?:(.{1,30}?)${between}+|(\\D{1,30}?)${between}*)(${number})${between}*$`, 'u');
const numberFirst = new RegExp(`^(${number})${between}+(.{1,30}?)${between}*$`, 'u');
const fewestDigits = 9;
const mostDigits = 14;

/** The two halves of a cell; undefined where it is not a courier we know and one number of its length. */
export function splitCombined(text: string): CombinedCell | undefined {
  const plain = cleanText(text);
  const first = courierFirst.exec(plain);
  const last = first === null ? numberFirst.exec(plain) : null;
  const courier = first?.[1] ?? first?.[2] ?? last?.[2];
  const trackingNumber = first?.[3] ?? last?.[1];
  if (courier === undefined || trackingNumber === undefined) return undefined;
  const digits = trackingNumber.replace(/\D/gu, '');
  if (digits.length < fewestDigits || digits.length > mostDigits) return undefined;
  const answer = resolveCourier(courier, { trackingNumber: digits });
  const isKnown = answer.is === 'code' || (answer.is === 'ask' && answer.why !== 'foreign-code');
  return isKnown && /\p{L}/u.test(courier)
    ? { courier: courier.trim(), trackingNumber: trackingNumber.trim() }
    : undefined;
}

/** Whether every value of a column, and there is one, is such a cell. Stops at the first that is not. */
function isCombined(sheet: Sheet, column: number, headerRow: number): boolean {
  const header = headerRow < 0 ? undefined : foldHeader(sheet.text(headerRow, column));
  let found = false;
  for (let row = headerRow + 1; row < sheet.rowCount; row += 1) {
    const text = sheet.text(row, column);
    // A header that comes again on the next printed page is no value.
    if (isBlankText(text) || foldHeader(text) === header) continue;
    if (splitCombined(text) === undefined) return false;
    found = true;
  }
  return found;
}

/**
 * Columns of a sheet whose courier and number stand in one: that one is both. Only where the sheet has no other column
 * for either, and nothing in this one says otherwise.
 */
export function withCombined(sheet: Sheet, headerRow: number, columns: Columns): Columns {
  const { courier, trackingNumber } = columns;
  if (courier !== undefined && trackingNumber !== undefined) return columns;
  const taken = new Set(Object.values(columns));
  const named = courier ?? trackingNumber;
  const all = Array.from({ length: sheet.columnCount }, (_, column) => column);
  const mayBe = named === undefined ? all.filter((column) => !taken.has(column)) : [named];
  const [only, ...others] = mayBe.filter((column) => isCombined(sheet, column, headerRow));
  if (only === undefined || others.length > 0) return columns;
  return { ...columns, courier: only, trackingNumber: only };
}

import { cleanText } from '../../../src-preload/contract/clean-text';
import { readId } from '../../../src-preload/contract/check/read-id';
import { resolveCourier } from '../../../src-preload/contract/markets/naver/courier-aliases';
import { couriersByForm, normaliseTracking } from '../../../src-preload/contract/markets/naver/tracking';
import type { LineField } from '../../../src-preload/contract/line-fields';
import type { Sheet } from '../reading/workbook';

/** Values looked at per column: enough to tell a column, few enough for a sheet of many columns. */
const sampleRows = 60;
const samplesShown = 3;
const sampleLength = 60;
/** A longer text is no number and no courier, however it begins. */
const longestValue = 500;
const longestCourier = 20;
const longestNumber = 40;

/** What the first values of a column look like; shares are of the values that are not empty. */
export interface ColumnValues {
  filled: number;
  /** 16 digits beginning with 20: a product order or order number of NAVER. */
  marketId: number;
  /** A tracking number of a usual length. */
  tracking: number;
  /** Worked out when it is first asked for: words cost far more to look up than numbers, and few columns may be a courier's. */
  readonly courier: number;
  samples: string[];
}

/**
 * 2022040521691281: yyyyMMdd and eight digits, a product order or order number of NAVER
 * (resources/docs/markets/naver.md, "Address and notation").
 */
export function isMarketId(text: string): boolean {
  const read = readId(text);
  return (read.is === 'id' || read.is === 'suffixed') && read.id.length === 16 && read.id.startsWith('20');
}

/** Whether a cell holds a tracking number of a usual length, or several. */
export function looksLikeTracking(text: string): boolean {
  const read = normaliseTracking(text);
  if (read.is === 'several' || read.is === 'suffixed') return true;
  return (
    read.is === 'number' && read.number.length >= 9 && read.number.length <= 14 && !/^01\d{8,9}$/u.test(read.number)
  );
}

function looksLikeCourier(text: string): boolean {
  const answer = resolveCourier(text);
  return answer.is === 'code' || answer.is === 'default' || (answer.is === 'ask' && answer.why !== 'foreign-code');
}

/** The first values of a column below `headerRow`, cleaned, without empty ones. */
function* firstValues(sheet: Sheet, column: number, headerRow: number): Generator<string, void, undefined> {
  const end = Math.min(sheet.rowCount, headerRow + 20 * sampleRows);
  for (let row = headerRow + 1, filled = 0; row < end && filled < sampleRows; row += 1) {
    const text = cleanText(sheet.text(row, column));
    if (text === '') continue;
    filled += 1;
    yield text;
  }
}

function addSample(samples: string[], text: string): void {
  if (text.length <= longestValue && samples.length < samplesShown && !samples.includes(text))
    samples.push(text.slice(0, sampleLength));
}

/** Looks at the first values of a column below `headerRow`. */
export function lookAtColumn(sheet: Sheet, column: number, headerRow: number): ColumnValues {
  const words: string[] = [];
  const samples: string[] = [];
  let couriers: number | undefined;
  const values = {
    filled: 0,
    marketId: 0,
    tracking: 0,
    samples,
    get courier() {
      couriers ??= countCouriers(words);
      return couriers;
    },
  };
  for (const text of firstValues(sheet, column, headerRow)) {
    values.filled += 1;
    if (text.length > longestValue) continue;
    if (isMarketId(text)) values.marketId += 1;
    else if (looksLikeTracking(text)) values.tracking += 1;
    else if (text.length <= longestCourier) words.push(text);
    addSample(samples, text);
  }
  return values;
}

/** As many numbers pass a check digit by chance once in a thousand columns. */
const fewestProofs = 3;
const nearlyAll = 0.9;

/** The couriers whose rule all, or nearly all, of a column's first values pass, three different numbers at least. */
export function provenCouriers(sheet: Sheet, column: number, headerRow: number): string[] {
  const passed = new Map<string, Set<string>>();
  const numbers = new Set<string>();
  let others = 0;
  for (const text of firstValues(sheet, column, headerRow)) {
    // A column of words, or of dates, is left at its first values.
    if (others >= fewestProofs && others > numbers.size) return [];
    const read = text.length > longestNumber ? undefined : normaliseTracking(text);
    if (read?.is !== 'number') {
      others += 1;
      continue;
    }
    numbers.add(read.number);
    for (const courier of couriersByForm(read.number)) {
      const of = passed.get(courier) ?? new Set<string>();
      passed.set(courier, of.add(read.number));
    }
  }
  const least = Math.max(fewestProofs, (numbers.size + others) * nearlyAll);
  return [...passed].flatMap(([courier, of]) => (of.size >= least ? [courier] : []));
}

/** How many of these texts name a courier. A column of couriers has few different ones. */
function countCouriers(texts: readonly string[]): number {
  const known = new Map<string, boolean>();
  let count = 0;
  for (const text of texts) {
    const isCourier = known.get(text) ?? looksLikeCourier(text);
    known.set(text, isCourier);
    if (isCourier) count += 1;
  }
  return count;
}

/** The samples of lookAtColumn() alone: what the values look like costs a hundred times as much. */
export function samplesOf(sheet: Sheet, column: number, headerRow: number): string[] {
  const samples: string[] = [];
  for (const text of firstValues(sheet, column, headerRow)) {
    addSample(samples, text);
    if (samples.length === samplesShown) break;
  }
  return samples;
}

/**
 * 2022040521691281 is one: no product order number has more or fewer digits (resources/docs/markets/naver.md, "Address
 * and notation").
 */
const productOrderDigits = 16;

/** Whether any value of a column may be a product order number, or was one before Excel shortened it. */
export function holdsProductOrders(sheet: Sheet, column: number, headerRow: number): boolean {
  for (let row = headerRow + 1; row < sheet.rowCount; row += 1) {
    const read = readId(sheet.text(row, column));
    if (read.is === 'exponent' || read.is === 'several') return true;
    if (read.is === 'id' && read.id.length === productOrderDigits) return true;
  }
  return false;
}

/** Which share of a column's values fits a field; undefined where the values cannot tell, or there are none. */
export function fitOf(field: LineField, values: ColumnValues): number | undefined {
  if (values.filled === 0) return undefined;
  switch (field) {
    case 'productOrderId':
    case 'orderId':
      return values.marketId / values.filled;
    case 'trackingNumber':
      return values.tracking / values.filled;
    case 'courier':
      return values.courier / values.filled;
    default:
      return undefined;
  }
}

import { cleanText, isBlankText } from '../../../src-preload/contract/clean-text';
import { readId } from '../../../src-preload/contract/check/read-id';
import { resolveCourier } from '../../../src-preload/contract/markets/naver/courier-aliases';
import { checkTracking, normaliseTracking } from '../../../src-preload/contract/markets/naver/tracking';
import type { LineField } from '../../../src-preload/contract/line-fields';
import type { Sheet } from '../reading/workbook';
import type { Candidate, Columns, Matched, Question } from './match-columns';

/** Rows looked at to see which courier column belongs to which numbers. */
const rowsCompared = 200;
/** Fewer numbers than this may pass a courier's rule by chance. */
const fewestProofs = 3;
const nearlyAll = 0.9;
const hardlyAny = 0.2;

/** Fields of which a second column matters: they say whose order it is, and who carries it under which number. */
const contested: readonly LineField[] = ['productOrderId', 'orderId', 'trackingNumber', 'courier', 'itemId'];

/** Columns besides the one that was taken whose header and values mean the same field. */
export type Rivals = Partial<Record<LineField, readonly Rival[]>>;

export interface Rival {
  column: number;
  /** In some line it says something else. Otherwise it only fills gaps. */
  differs: boolean;
  /** Most lines have another value here: which column is meant is one question, not one for each line. */
  isFull: boolean;
}

/** What a cell of a field says, in a form that can be compared; empty where it says nothing that counts. */
export function comparable(field: LineField, text: string): string {
  if (isBlankText(text)) return '';
  switch (field) {
    case 'trackingNumber': {
      const read = normaliseTracking(text);
      return read.is === 'number' ? read.number : read.is === 'several' ? read.numbers.join(', ') : '';
    }
    case 'courier': {
      const answer = resolveCourier(text);
      // 택배 names none.
      return answer.is === 'code' ? answer.code : answer.is === 'default' ? '' : cleanText(text);
    }
    case 'productOrderId':
    case 'orderId': {
      const read = readId(text);
      return read.is === 'id' ? read.id : cleanText(text);
    }
    default:
      return cleanText(text);
  }
}

/**
 * How two columns of a field stand to each other: in how many rows the first says something, both say different things,
 * or only the other says something.
 */
function compare(sheet: Sheet, headerRow: number, field: LineField, one: number, other: number) {
  let filled = 0;
  let differ = 0;
  let fills = 0;
  for (let row = headerRow + 1; row < sheet.rowCount; row += 1) {
    const mine = comparable(field, sheet.text(row, one));
    const theirs = comparable(field, sheet.text(row, other));
    if (mine === '') {
      if (theirs !== '' && isBlankText(sheet.text(row, one))) fills += 1;
      continue;
    }
    filled += 1;
    if (theirs !== '' && theirs !== mine) differ += 1;
  }
  return { filled, differ, fills };
}

/**
 * The columns of a field that say something else than the taken one in some row, or something where that is empty. What
 * is hidden in Excel fills no gaps.
 */
export function rivalsOf(
  sheet: Sheet,
  headerRow: number,
  field: LineField,
  taken: number,
  named: readonly number[],
): Rival[] {
  return named.flatMap((column) => {
    if (column === taken) return [];
    const { filled, differ, fills } = compare(sheet, headerRow, field, taken, column);
    const isRival = differ > 0 || (fills > 0 && !sheet.hiddenColumns.has(column));
    return isRival ? [{ column, differs: differ > 0, isFull: differ * 2 > filled }] : [];
  });
}

/** How many numbers of a column pass the rules of the couriers next to them, of how many with a rule. */
function agreement(sheet: Sheet, headerRow: number, numbers: number, couriers: number) {
  let checked = 0;
  let passed = 0;
  for (let row = headerRow + 1; row < Math.min(sheet.rowCount, headerRow + 1 + rowsCompared); row += 1) {
    const read = normaliseTracking(sheet.text(row, numbers));
    if (read.is !== 'number') continue;
    const answer = resolveCourier(sheet.text(row, couriers), { trackingNumber: read.number });
    if (answer.is !== 'code') continue;
    const { length, digit } = checkTracking(answer.code, read.number);
    if (length === 'unlisted') continue;
    checked += 1;
    if (length === 'ok' && digit !== 'wrong') passed += 1;
  }
  return { checked, passed, share: checked === 0 ? 0 : passed / checked };
}

/**
 * Of several columns whose header names numbers or couriers the pair that fits best, the seen ones before those hidden in
 * Excel: another than the taken pair must prove itself by as many numbers, for one typo among 200 is no reason to take a
 * column of three. A courier column that hardly any number fits, where another fits nearly all, is none of the choice any
 * more. Answers all columns of each field that are left, the alike ones among them.
 */
export function bestPair(
  sheet: Sheet,
  headerRow: number,
  { columns, named, alike }: Pick<Matched, 'columns' | 'named' | 'alike'>,
): { columns: Columns; named: Matched['named'] } {
  const { trackingNumber, courier } = columns;
  const offered = { ...named };
  for (const field of contested) offered[field] = [...(named[field] ?? []), ...(alike[field] ?? [])];
  const { courier: couriers = [] } = offered;
  if (trackingNumber === undefined || courier === undefined || trackingNumber === courier)
    return { columns, named: offered };
  if (couriers.length < 2 && (named.trackingNumber ?? []).length < 2) return { columns, named: offered };
  const isSeen = (column: number): boolean => !sheet.hiddenColumns.has(column);
  const among = (taken: number, candidates: readonly number[] = []): number[] => {
    const others = [taken, ...candidates.filter((column) => column !== taken)];
    return isSeen(taken) ? others.filter(isSeen) : others;
  };
  let best = { numbers: trackingNumber, carrier: courier, ...agreement(sheet, headerRow, trackingNumber, courier) };
  for (const numbers of among(trackingNumber, named.trackingNumber)) {
    for (const carrier of among(courier, named.courier)) {
      const found = agreement(sheet, headerRow, numbers, carrier);
      if (found.share > best.share && found.passed >= best.passed) best = { numbers, carrier, ...found };
    }
  }
  const isProof = best.checked >= fewestProofs && best.share >= nearlyAll;
  const fits = (column: number): boolean => agreement(sheet, headerRow, best.numbers, column).share > hardlyAny;
  return {
    columns: { ...columns, trackingNumber: best.numbers, courier: best.carrier },
    named: {
      ...offered,
      courier: isProof ? couriers.filter((column) => column === best.carrier || fits(column)) : couriers,
    },
  };
}

const candidatesAtMost = 4;

/** The rivals of all taken columns. An order number counts only where it says which order is meant. */
export function findRivals(
  sheet: Sheet,
  headerRow: number,
  columns: Columns,
  named: Partial<Record<LineField, readonly number[]>>,
): Rivals {
  const found: Rivals = {};
  // A courier and its number in one cell are no two columns.
  if (columns.courier !== undefined && columns.courier === columns.trackingNumber) return found;
  for (const field of contested) {
    const taken = columns[field];
    if (taken === undefined || (field === 'orderId' && columns.productOrderId !== undefined)) continue;
    const others = (named[field] ?? []).filter((column) => !Object.values(columns).includes(column));
    const rivals = rivalsOf(sheet, headerRow, field, taken, others);
    if (rivals.length > 0) found[field] = rivals;
  }
  return found;
}

/** One question for each field whose columns say different things, the taken column first. */
export function rivalQuestions(
  columns: Columns,
  rivals: Rivals,
  asked: readonly Question[],
  review: (column: number) => Candidate,
): Question[] {
  return contested.flatMap((field) => {
    const taken = columns[field];
    const differing = (rivals[field] ?? []).filter(({ differs }) => differs);
    if (taken === undefined || differing.length === 0 || asked.some((question) => question.field === field)) return [];
    const all = [taken, ...differing.map(({ column }) => column)];
    return [{ field, candidates: all.slice(0, candidatesAtMost).map(review) }];
  });
}

/**
 * The rivals that still have a say in the lines: all of a field that is asked about; after the answer those that fill
 * gaps, and a column of second tracking numbers that only some lines have (나눠 보낸 주문), which no answer for the whole
 * file settles.
 */
export function activeRivals(sheet: Sheet, rivals: Rivals, questions: readonly Question[]): Rivals {
  const active: Rivals = {};
  for (const field of contested) {
    const isAsked = questions.some((question) => question.field === field);
    const kept = (rivals[field] ?? []).filter(
      ({ column, differs, isFull }) =>
        isAsked || !differs || (field === 'trackingNumber' && !isFull && !sheet.hiddenColumns.has(column)),
    );
    if (kept.length > 0) active[field] = kept;
  }
  return active;
}

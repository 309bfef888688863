import { bareNumber } from '../../../src-preload/contract/bare-number';
import { cleanText, isBlankText } from '../../../src-preload/contract/clean-text';
import type { LineField } from '../../../src-preload/contract/line-fields';
import type { Sheet } from '../reading/workbook';
import { isHeaderWord } from './find-header';
import { foldHeader, mallWords } from './header-words';
import type { Columns } from './match-columns';
import { isOtherMall } from './other-malls';
import { hasMarketId, holdsLongNumber } from './plausible';

export interface Skipped {
  empty: number;
  titles: number;
  totals: number;
  otherMalls: number;
}

export interface SortedRows {
  /** Table rows that are lines. */
  lines: number[];
  /** Table rows of other malls, in a group of their own. */
  otherMalls: number[];
  skipped: Skipped;
  /** Lines of other malls that the seller took in, by their row in the table; they are among the lines. */
  takenIn: number[];
  /** Table row at which another table begins, with other columns; nothing from there on is a line of this one. */
  nextTable?: number;
}

/** Rows of other malls that count as lines all the same, as Excel numbers them. */
export type OthersIn = 'all' | readonly number[];

const totals = new Set(['합계', '총계', '소계', '총합계', '계', '총합', 'total', 'sum', '합']);

/** 총 12건 */
const totalOfCount = /^(총|합계|계)\d+(건|개|줄|박스|상자)?$/u;

/** CJ 소계, 11월 합계 */
const totalOfPart = /(?:소계|합계|총계|누계)$/u;

const idFields: readonly LineField[] = ['productOrderId', 'orderId', 'trackingNumber', 'itemId'];
const personFields: readonly LineField[] = ['recipient', 'phone', 'address', 'courier', 'available'];

function isTotal(sheet: Sheet, row: number): boolean {
  for (let column = 0; column < sheet.columnCount; column += 1) {
    const text = sheet.text(row, column);
    if (text === '') continue;
    // The first cell with anything in it says what a total row is.
    if (text.length > 12) return false;
    const word = foldHeader(text)
      .replace(/[:：].*$/u, '')
      .replace(/\(.*\)$/u, '');
    return totals.has(word) || totalOfPart.test(word) || totalOfCount.test(word);
  }
  return false;
}

/**
 * Tells lines from titles, totals, empty rows and rows of other malls. One pass over the mapped columns; a row for which
 * `isOtherHeader` holds ends the table.
 */
export function sortRows(
  sheet: Sheet,
  headerRow: number,
  headers: readonly string[],
  columns: Columns,
  hasValue: (row: number, column: number) => boolean,
  isOtherHeader: (row: number) => boolean = () => false,
  othersIn: OthersIn = [],
): SortedRows {
  const result: SortedRows = {
    lines: [],
    otherMalls: [],
    takenIn: [],
    skipped: { empty: 0, titles: Math.max(0, headerRow), totals: 0, otherMalls: 0 },
  };
  const wanted = new Set(othersIn === 'all' ? [] : othersIn);
  const isTakenIn = (row: number): boolean => othersIn === 'all' || wanted.has(sheet.sheetRow(row));
  const ids = idFields.flatMap((field) => columns[field] ?? []);
  const persons = personFields.flatMap((field) => columns[field] ?? []);
  const mall = headers.findIndex((header) => mallWords.includes(header));
  for (let row = headerRow + 1; row < sheet.rowCount; row += 1) {
    // A number where a number belongs: nearly every row ends at its first one.
    let hasNumber = false;
    let hasLong = false;
    for (const column of ids) {
      if (!hasValue(row, column)) continue;
      const text = sheet.text(row, column);
      hasNumber ||= looksLikeNumber(text);
      hasLong ||= holdsLongNumber(text);
      if (hasNumber && hasLong) break;
    }
    if (!hasNumber && isOtherHeader(row)) {
      result.nextTable = row;
      break;
    }
    // Whatever else it says (합, 총 2개, 연말정산 합계): a row with an order or a parcel of its own is no total.
    if (!hasLong && isTotal(sheet, row)) {
      result.skipped.totals += 1;
      continue;
    }
    if (!hasNumber) {
      const filled = ids.filter((column) => hasValue(row, column));
      if (isAside(sheet, row, headers, columns, filled, persons, hasValue, result.skipped)) continue;
    }
    if (mall < 0 || !isOtherMall(sheet.text(row, mall)) || hasMarketId(sheet, row, columns)) result.lines.push(row);
    else if (isTakenIn(row)) {
      result.lines.push(row);
      result.takenIn.push(row);
    } else result.otherMalls.push(row);
  }
  result.skipped.otherMalls = result.otherMalls.length;
  return result;
}

function isBlank(sheet: Sheet, row: number): boolean {
  for (let column = 0; column < sheet.columnCount; column += 1) if (!isBlankText(sheet.text(row, column))) return false;
  return true;
}

/** Begins with a digit and does not end in a word: 2차 출고 is no number. One look each, since every row comes by. */
function looksLikeNumber(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 48 && first <= 57 && text.charCodeAt(text.length - 1) < 128;
}

/** The only text of its row, in words: a note between the lines. Item numbers may be words; there every row counts. */
function isNote(sheet: Sheet, row: number, columns: Columns): boolean {
  if (columns.itemId !== undefined) return false;
  const texts: string[] = [];
  for (let column = 0; column < sheet.columnCount; column += 1) {
    const text = cleanText(sheet.text(row, column));
    if (text !== '') texts.push(text);
    if (texts.length > 1) return false;
  }
  const [only = ''] = texts;
  return /\p{L}/u.test(only) && (isSignature(only) || !/\d{6}/u.test(bareNumber(only)));
}

/** 담당 김하나 010-1234-5678: words and one telephone number, which begins with 0, or 15 and 16 where it is short. */
function isSignature(text: string): boolean {
  const [phone, ...others] = text.match(/\d[\d\s.)-]{5,}\d/gu) ?? [];
  if (phone === undefined || others.length > 0) return false;
  return /^(?:0\d{8,10}|1[56]\d{6})$/u.test(phone.replaceAll(/\D/gu, ''));
}

/** A second row of headers (성명, 전화 under 받는 분): every text of it is a word for a column. */
function isOfHeaders(sheet: Sheet, row: number): boolean {
  for (let column = 0; column < sheet.columnCount; column += 1) {
    const text = sheet.text(row, column);
    if (!isBlankText(text) && !isHeaderWord(foldHeader(text))) return false;
  }
  return true;
}

/** Whether a row without a number is a title, a repeated header or nothing; counts it as what it is. */
function isAside(
  sheet: Sheet,
  row: number,
  headers: readonly string[],
  columns: Columns,
  filled: readonly number[],
  persons: readonly number[],
  hasValue: (row: number, column: number) => boolean,
  skipped: Skipped,
): boolean {
  if (isBlank(sheet, row)) {
    skipped.empty += 1;
    return true;
  }
  if (isNote(sheet, row, columns) || isOfHeaders(sheet, row)) {
    skipped.titles += 1;
    return true;
  }
  const repeatsHeader = filled.some(
    (column) => headers[column] !== '' && foldHeader(sheet.text(row, column)) === headers[column],
  );
  const isNamed =
    persons.some((column) => hasValue(row, column)) ||
    filled.length > 1 ||
    filled.some((column) => /\d/u.test(sheet.text(row, column)));
  if (!repeatsHeader && isNamed) return false;
  skipped.titles += 1;
  return true;
}

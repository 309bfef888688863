import { cleanText } from '../../../src-preload/contract/clean-text';
import type { JobKind } from '../../../src-preload/contract/job-states';
import { dispatchFields, eyeFields, stockFields, type LineField } from '../../../src-preload/contract/line-fields';
import type { Sheet } from '../reading/workbook';
import { foldHeader, headerWords, otherHeaderWords, stockWords, type Trust } from './header-words';

/** A header mostly stands in one of the first rows (resources/docs/sheets.md, "Sheet shape"). */
const nearRows = 10;
/** Where none of those heads any numbers, as many are looked through: letters and notices above a table may be long. */
export const headerRowsTried = 60;

/** Words of a field, folded -> how sure each is and how early it stands in its list. */
export interface KnownWord {
  field: LineField;
  trust: Trust;
  order: number;
}

const trusts: readonly Trust[] = [3, 2, 1];

function dispatchWords(): Map<string, KnownWord> {
  const words = new Map<string, KnownWord>();
  for (const field of [...dispatchFields, ...eyeFields]) {
    let order = 0;
    for (const trust of trusts) {
      for (const word of headerWords[field][trust]) {
        order += 1;
        if (!words.has(word)) words.set(word, { field, trust, order });
      }
    }
  }
  return words;
}

function wordsOfStock(): Map<string, KnownWord> {
  const words = new Map<string, KnownWord>();
  for (const field of stockFields) {
    for (const [order, word] of stockWords[field].entries())
      if (!words.has(word)) words.set(word, { field, trust: 3, order });
  }
  for (const [word, known] of dispatchWords()) {
    if ((known.field === 'productName' || known.field === 'recipient') && !words.has(word)) words.set(word, known);
  }
  return words;
}

const known = { dispatch: dispatchWords(), stock: wordsOfStock() };
const others = new Set(otherHeaderWords);

/** Whether a folded text is a word for a column, of whatever operation. */
export function isHeaderWord(folded: string): boolean {
  return known.dispatch.has(folded) || known.stock.has(folded) || others.has(folded);
}

/** The words that name a column for an operation. */
export function knownWords(operation: JobKind): ReadonlyMap<string, KnownWord> {
  return operation === 'stock' ? known.stock : known.dispatch;
}

/** Fields that sheets have several numbered columns for: 운송장번호 1, 운송장번호(2), 추가 송장번호, 재출력 송장번호 (a reprint has a new number). */
const numberedFields: ReadonlySet<LineField> = new Set(['productOrderId', 'trackingNumber', 'courier']);
const numberBehind =
  /^(.+?)[_#-]?[([]?([1-9]|추가|나머지|두번째|재출력|재발행|재발송|변경|수정)(?:차|번|번째)?[)\]]?$/u;
const numberBefore = /^(?:제?([1-9])(?:차|번|번째)?|추가|나머지|두번째|재출력|재발행|재발송|변경|수정)_?(.+)$/u;
/** Numbered columns come after those without a number, in their own order. */
const behindOthers = 100;

/** What a folded header names: a known word, or one with a number to it. The surer of both. */
export function wordOf(header: string, words: ReadonlyMap<string, KnownWord>): KnownWord | undefined {
  const exact = words.get(header);
  if (exact !== undefined && exact.trust > 1) return exact;
  const behind = numberBehind.exec(header);
  const before = behind === null ? numberBefore.exec(header) : null;
  const base = words.get(behind?.[1] ?? before?.[2] ?? '');
  if (base === undefined || base.trust === 1 || !numberedFields.has(base.field)) return exact;
  const number = Number(behind?.[2] ?? before?.[1] ?? 2);
  return { ...base, order: base.order + behindOthers + (Number.isNaN(number) ? 2 : number) };
}

const keyFields: ReadonlySet<LineField> = new Set([
  'productOrderId',
  'orderId',
  'trackingNumber',
  'courier',
  'itemId',
  'available',
]);

const numberFields: ReadonlySet<LineField> = new Set(['productOrderId', 'orderId', 'trackingNumber', 'itemId']);

/** How much a row looks like a header: 0 when too few of its cells EQUAL a known word. */
export function scoreRow(headers: readonly string[], words: ReadonlyMap<string, KnownWord>): number {
  let score = 0;
  let hits = 0;
  let filled = 0;
  let hasKey = false;
  const seen = new Set<string>();
  for (const header of headers) {
    if (header === '') continue;
    filled += 1;
    if (seen.has(header)) continue;
    seen.add(header);
    const word = wordOf(header, words);
    if (word === undefined) {
      if (others.has(header)) score += 1;
      continue;
    }
    hits += 1;
    const isKey = keyFields.has(word.field);
    hasKey ||= isKey && word.trust > 1;
    score += word.trust + (isKey ? 4 : 0);
  }
  const enough = hits >= 3 || (hits >= 2 && hasKey) || (hits === 1 && hasKey && filled <= 2);
  return enough ? score : 0;
}

/** The folded headers of a row, each column's; a cell merged from above lends its text to the row below it. */
export function headersOf(sheet: Sheet, row: number): string[] {
  if (row < 0) return Array.from({ length: sheet.columnCount }, () => '');
  const texts = headerTexts(sheet, row);
  return texts.map(foldHeader);
}

/** The headers of a row as they are written. */
export function headerTexts(sheet: Sheet, row: number): string[] {
  return Array.from({ length: sheet.columnCount }, (_, column) => {
    const text = sheet.text(row, column);
    if (text !== '' || row <= 0) return text;
    const above = sheet.merges.find((merge) => merge.left === column && merge.top < row && merge.bottom >= row);
    return above === undefined ? '' : sheet.text(above.top, column);
  });
}

export interface FoundHeader {
  /** 0-based row of the table; -1: the sheet has none. */
  row: number;
  score: number;
}

/**
 * The row whose cells equal the most known words; of several tables one below the other, the first one's. "Contains"
 * would take the market's notice for it. A sheet is asked several times, and looked through once.
 */
export function findHeader(sheet: Sheet, operation: JobKind): FoundHeader {
  const asked = found.get(sheet) ?? new Map<JobKind, FoundHeader>();
  found.set(sheet, asked);
  const answer = asked.get(operation) ?? searchHeader(sheet, knownWords(operation));
  asked.set(operation, answer);
  return answer;
}

const found = new WeakMap<Sheet, Map<JobKind, FoundHeader>>();

function searchHeader(sheet: Sheet, words: ReadonlyMap<string, KnownWord>): FoundHeader {
  const near = searchRows(sheet, words, nearRows);
  const headsNumbers =
    near.row >= 0 && hasNumbers(sheet, near.row + 1, headerRowsTried, idColumns(headersOf(sheet, near.row), words));
  return headsNumbers ? near : searchRows(sheet, words, headerRowsTried);
}

function searchRows(sheet: Sheet, words: ReadonlyMap<string, KnownWord>, rows: number): FoundHeader {
  let best: FoundHeader = { row: -1, score: 0 };
  const tried: { row: number; score: number; headers: string[] }[] = [];
  for (let row = 0; row < Math.min(rows, sheet.rowCount); row += 1) {
    const headers = headersOf(sheet, row);
    const score = scoreRow(headers, words);
    if (score > 0) tried.push({ row, score, headers });
    if (score > best.score) best = { row, score };
  }
  const first = tried.find(
    ({ row, headers }) => row < best.row && hasNumbers(sheet, row + 1, best.row, idColumns(headers, words)),
  );
  return first === undefined ? best : { row: first.row, score: first.score };
}

/** Columns that a header row names a number for. */
function idColumns(headers: readonly string[], words: ReadonlyMap<string, KnownWord>): number[] {
  return headers.flatMap((header, column) => {
    const word = wordOf(header, words);
    return word !== undefined && word.trust > 1 && numberFields.has(word.field) ? [column] : [];
  });
}

/** Whether a number stands in one of the columns, from a row up to another. */
export function hasNumbers(sheet: Sheet, from: number, to: number, columns: readonly number[]): boolean {
  for (let row = from; row < Math.min(to, sheet.rowCount); row += 1) {
    if (columns.some((column) => /^['’]?\d/u.test(cleanText(sheet.text(row, column))))) return true;
  }
  return false;
}

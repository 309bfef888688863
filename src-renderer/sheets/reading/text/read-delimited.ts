import { CellTable, store } from '../table/cell-table';
import { decodeUtf8 } from '../table/decode-utf8';
import { endOfText } from '../table/longest-text';
import { declaredDelimiter, guessDelimiter } from './guess-delimiter';
import type { Delimiter } from './guess-delimiter';

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const equals = 0x3d;
const space = 0x20;

/**
 * CSV or TSV in UTF-8 to a table of text cells (RFC 4180, and what programs make of it: all three line ends, quotes
 * within a field, text behind a closing quote). Nothing becomes a number. `="0123"`, by which exports keep Excel from
 * dropping zeros, gives 0123. Blanks before a quoted field belong to no one ("a", "b"). A quote that never closes is an ordinary letter, and so is one that would swallow rows.
 */
export function readDelimited(
  bytes: Uint8Array,
  name: string,
  onProgress?: (rowsRead: number) => void,
): { table: CellTable; delimiter: Delimiter } {
  const declared = declaredDelimiter(bytes);
  const delimiter = declared?.delimiter ?? guessDelimiter(bytes);
  const table = new CellTable();
  table.name = name;
  const end = bytes.length;
  let row = 1;
  let column = 0;
  let quotesCount = true;
  let i = declared?.length ?? 0;
  while (i < end) {
    if (bytes[i] === space) i = quotedBehindBlanks(bytes, i, end, delimiter);
    if (quotesCount && bytes[i] === quote) {
      const close = closingQuote(bytes, i, end);
      if (close < 0) quotesCount = false;
      else if (!isStray(bytes, i, close, delimiter)) {
        const behind = fieldEnd(bytes, close + 1, end, delimiter);
        addQuoted(table, column, bytes, i, close, behind);
        i = behind;
      }
    }
    if (i < end && !isFieldEnd(bytes[i] ?? 0, delimiter)) {
      const to = fieldEnd(bytes, i, end, delimiter);
      addPlain(table, column, bytes, i, to);
      i = to;
    }
    if (bytes[i] === delimiter) {
      column++;
      i++;
      continue;
    }
    table.endRow(row, false);
    if (row % 2000 === 0) onProgress?.(row);
    row++;
    column = 0;
    i += bytes[i] === carriageReturn && bytes[i + 1] === lineFeed ? 2 : 1;
  }
  table.endRow(row, false);
  table.trim();
  return { table, delimiter };
}

/**
 * Where a field that is quoted from end to end begins behind its blanks; `from` where it is no such field: then the blanks
 * are its own, and so is a quote.
 */
function quotedBehindBlanks(bytes: Uint8Array, from: number, end: number, delimiter: Delimiter): number {
  let at = from;
  while (bytes[at] === space) at++;
  if (bytes[at] !== quote) return from;
  for (let i = at + 1; i < end; i++) {
    const byte = bytes[i];
    if (byte === lineFeed || byte === carriageReturn) return from;
    if (byte !== quote) continue;
    const behind = bytes[i + 1];
    if (behind === undefined || isFieldEnd(behind, delimiter)) return at;
    if (behind !== quote) return from;
    i++;
  }
  return from;
}

/** The quote that ends the field opened at `from`; -1 when none does. */
function closingQuote(bytes: Uint8Array, from: number, end: number): number {
  for (let i = from + 1; i < end; i++) {
    if (bytes[i] !== quote) continue;
    if (bytes[i + 1] !== quote) return i;
    i++;
  }
  return -1;
}

/**
 * A field over several lines ends where its quote does. A quote further down with text behind it opens a field of its
 * own: then the first was a letter (inches, a forgotten quote), and the rows between are rows.
 */
function isStray(bytes: Uint8Array, open: number, close: number, delimiter: Delimiter): boolean {
  const behind = bytes[close + 1];
  if (behind === undefined || isFieldEnd(behind, delimiter)) return false;
  const inside = bytes.subarray(open, close);
  return inside.includes(lineFeed) || inside.includes(carriageReturn);
}

function isFieldEnd(byte: number, delimiter: number): boolean {
  return byte === delimiter || byte === lineFeed || byte === carriageReturn;
}

function fieldEnd(bytes: Uint8Array, from: number, end: number, delimiter: number): number {
  let i = from;
  while (i < end && !isFieldEnd(bytes[i] ?? 0, delimiter)) i++;
  return i;
}

function addQuoted(
  table: CellTable,
  column: number,
  bytes: Uint8Array,
  open: number,
  close: number,
  behind: number,
): void {
  const hasDoubled = bytes.subarray(open + 1, close).includes(quote);
  if (!hasDoubled && behind === close + 1) {
    if (close > open + 1) table.addCell(column, store.text, table.pool.add(bytes, open + 1, close));
    return;
  }
  const inside = decodeUtf8(bytes, open + 1, endOfText(bytes, open + 1, close)).replaceAll('""', '"');
  const more = decodeUtf8(bytes, close + 1, endOfText(bytes, close + 1, behind));
  addString(table, column, withoutFormula(inside) + more);
}

function addPlain(table: CellTable, column: number, bytes: Uint8Array, from: number, to: number): void {
  if (bytes[from] === equals && bytes[from + 1] === quote) {
    addString(table, column, withoutFormula(decodeUtf8(bytes, from, endOfText(bytes, from, to))));
  } else table.addCell(column, store.text, table.pool.add(bytes, from, to));
}

function addString(table: CellTable, column: number, text: string): void {
  if (text !== '') table.addCell(column, store.text, table.pool.addString(text));
}

function withoutFormula(text: string): string {
  return /^="([^"]*)"$/.exec(text)?.[1] ?? text;
}

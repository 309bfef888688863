import type { CellTable, Store } from '../table/cell-table';
import type { FormatMeaning } from '../table/number-format';
import type { SharedTexts } from '../table/shared-texts';
import { Refusal, Unfamiliar } from '../refusal';
import { store } from '../table/cell-table';
import { dateText, isoDateText } from '../table/date-text';
import { decodeUtf8 } from '../table/decode-utf8';
import { padNumber } from '../table/number-format';
import { numberText } from '../table/number-text';
import { unescapeCellText, unescapeExcel } from '../xml/unescape-text';
import { ascii } from '../xml/xml-bytes';
import { readWhole } from './cell-reference';
import type { CellType } from './cell-type';

/** What the cells of a sheet refer to. */
export interface CellContext {
  shared: SharedTexts;
  /** Meaning per cell style, in the order of cellXfs. */
  styles: readonly FormatMeaning[];
  is1904: boolean;
}

const encoder = new TextEncoder();

/** Puts what stands in a cell into its table, by the cell's type and style. */
export class CellValues {
  /** 0-based column of the cell whose value comes. */
  column = -1;
  type: CellType = 'n';
  style = 0;

  constructor(
    private readonly table: CellTable,
    private readonly context: CellContext,
  ) {}

  /** A cell with a formula and no value at all. */
  keepNothing(hasFormula: boolean): void {
    // With a type of text, an empty result is what the formula gave.
    if (hasFormula && this.type !== 'str' && this.type !== 'inlineStr')
      this.table.addCell(this.column, store.noValue, 0);
  }

  /** The value as it stands in the part, bytes[from, to); `isSpecial`: something in it may have to be resolved. */
  keepBytes(bytes: Uint8Array, from: number, to: number, isSpecial: boolean): void {
    const { table } = this;
    switch (this.type) {
      case 's': {
        const index = readWhole(bytes, from, to);
        if (index < 0) throw new Unfamiliar('number of a shared text');
        if (index >= this.context.shared.count) throw new Refusal('damaged', 'a shared text that is not there');
        if (!this.context.shared.isEmpty(index)) table.addCell(this.column, store.shared, index);
        return;
      }
      case 'n':
        return this.keepNumber(bytes, from, to);
      // Older LibreOffice gives the text result of a formula the type of inline text.
      case 'str':
      case 'inlineStr':
        if (isSpecial) return this.add(store.text, unescapeCellText(decodeUtf8(bytes, from, to)));
        return this.keepTextBytes(bytes, from, to);
      case 'b': {
        const value = decodeUtf8(bytes, from, to).trim();
        if (!['0', '1', 'true', 'false'].includes(value)) throw new Unfamiliar('truth value');
        return table.addCell(this.column, value === '1' || value === 'true' ? store.true : store.false, 0);
      }
      case 'e':
        return this.add(store.error, unescapeCellText(decodeUtf8(bytes, from, to)));
      case 'd': {
        const iso = decodeUtf8(bytes, from, to);
        const date = isoDateText(iso);
        return date === undefined ? this.add(store.text, unescapeCellText(iso)) : this.add(store.dateText, date);
      }
    }
  }

  /** The same for a value whose entities are resolved already. */
  keepWritten(written: string): void {
    if (this.type === 'str' || this.type === 'inlineStr') return this.keepText(written);
    if (this.type === 'e') return this.add(store.error, unescapeExcel(written));
    const bytes = encoder.encode(written.trim());
    this.keepBytes(bytes, 0, bytes.length, false);
  }

  /** A text in which only Excel's own escapes may stand. */
  keepText(text: string): void {
    this.add(store.text, unescapeExcel(text));
  }

  keepTextBytes(bytes: Uint8Array, from: number, to: number): void {
    if (to > from) this.table.addCell(this.column, store.text, this.table.pool.add(bytes, from, to));
  }

  add(kept: Store, text: string): void {
    if (text !== '') this.table.addCell(this.column, kept, this.table.pool.addString(text));
  }

  private keepNumber(bytes: Uint8Array, from: number, to: number): void {
    const { table, column } = this;
    const meaning = this.context.styles[this.style];
    if (meaning === undefined || meaning.is === 'plain') {
      if (isShortest(bytes, from, to)) return table.addCell(column, store.number, table.pool.add(bytes, from, to));
    } else if (meaning.is === 'date') {
      const serial = decodeUtf8(bytes, from, to);
      if (numberText(serial) !== undefined && dateText(Number(serial), this.context.is1904) !== undefined) {
        return table.addCell(column, store.dateSerial, table.pool.add(bytes, from, to));
      }
    }
    const stored = decodeUtf8(bytes, from, to);
    const text = numberText(stored);
    // Some writers forget to say that a cell is text; the text is then at least not lost.
    if (text === undefined) return this.add(store.text, unescapeCellText(stored));
    this.add(store.number, meaning?.is === 'padded' ? padNumber(text, meaning.width) : text);
  }
}

/** Whether the bytes already are what `numberText` would make: a whole number, or a short decimal. */
function isShortest(bytes: Uint8Array, from: number, to: number): boolean {
  const start = bytes[from] === ascii.minus ? from + 1 : from;
  let point = -1;
  for (let i = start; i < to; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === ascii.dot && point < 0 && i > start) point = i;
    else if (byte < ascii.zero || byte > ascii.nine) return false;
  }
  const startsWithZero = bytes[start] === ascii.zero;
  if (point < 0) return to > start && (!startsWithZero || (to === start + 1 && start === from));
  // Up to 15 digits come back unchanged from a double.
  if (to - start > 16 || bytes[to - 1] === ascii.zero || to === point + 1) return false;
  return !startsWithZero || point === start + 1;
}

import type { CellTable, Store } from '../table/cell-table';
import type { FormatMeaning } from '../table/number-format';
import type { SharedTexts } from '../table/shared-texts';
import { Refusal, Unfamiliar } from '../refusal';
import { store } from '../table/cell-table';
import { dateText, isoDateText } from '../table/date-text';
import { decodeUtf8 } from '../table/decode-utf8';
import { padNumber } from '../table/number-format';
import { numberText } from '../table/number-text';
import { unescapeCellText } from '../xml/unescape-text';
import { ascii, findTagEnd, isTag, readTagName } from '../xml/xml-bytes';
import { readReference, readWhole, reference } from './cell-reference';
import { cellType, isNamespace } from './cell-type';
import type { CellType } from './cell-type';
import { NumberedCells } from './numbered-cells';
import { RichText } from './rich-text';
import type { TextSink } from './rich-text';
import { skipElement } from './skip-element';

/** What the cells of a sheet refer to. */
export interface CellContext {
  shared: SharedTexts;
  /** Meaning per cell style, in the order of cellXfs. */
  styles: readonly FormatMeaning[];
  is1904: boolean;
}

/** Reads one `<c>` at a time, from its bytes into the table. */
export class CellScan {
  /** 1-based number of the row being read. */
  row = 0;
  private isNumbered = false;
  private column = -1;
  private readonly numbered = new NumberedCells();
  private readonly rich = new RichText();
  /** The value's bytes; `valueFrom` is -1 while there is no `<v>`. */
  private valueFrom = -1;
  private valueTo = -1;
  private isValueSpecial = false;
  private type: CellType = 'n';
  private style = 0;

  constructor(
    private readonly table: CellTable,
    private readonly context: CellContext,
  ) {}

  /** `row` is 1-based; `isNumbered`: the file says so itself. Otherwise a reference of its first cell may say better. */
  startRow(row: number, isNumbered: boolean): void {
    this.column = -1;
    this.row = row;
    this.isNumbered = isNumbered;
  }

  /** Reads a cell from just behind its name. Returns the position behind the cell, -1 when the bytes end within it. */
  read(bytes: Uint8Array, at: number, end: number): number {
    const before = this.column;
    let i = this.readAttributes(bytes, at, end);
    if (i >= 0 && bytes[i - 1] !== ascii.slash) i = this.readContent(bytes, i + 1, end);
    else if (i >= 0) i += 1;
    // The cell will be read again from its start when more bytes are there.
    if (i < 0) this.column = before;
    return i;
  }

  /** Returns the position of the tag's `>`. */
  private readAttributes(bytes: Uint8Array, at: number, end: number): number {
    this.type = 'n';
    this.style = 0;
    let column = this.column + 1;
    let i = at;
    for (;;) {
      let byte = bytes[i] ?? 0;
      while (i < end && (byte <= ascii.space || byte === ascii.slash)) byte = bytes[++i] ?? 0;
      if (i >= end) return -1;
      if (byte === ascii.greater) break;
      const name = byte;
      const nameFrom = i;
      while (i < end && bytes[i] !== ascii.equals) {
        // Blanks before the sign are legal, and nobody writes them.
        if (bytes[i] === ascii.greater || (bytes[i] ?? 0) <= ascii.space) throw new Unfamiliar('attribute of a cell');
        i++;
      }
      const isShortName = i === nameFrom + 1;
      i++;
      while (i < end && (bytes[i] ?? 0) <= ascii.space) i++;
      const quote = bytes[i] ?? 0;
      if (i < end && quote !== ascii.doubleQuote && quote !== ascii.quote) throw new Unfamiliar('attribute of a cell');
      const from = i + 1;
      i = from;
      while (i < end && bytes[i] !== quote) i++;
      if (i >= end) return -1;
      if (isShortName && name === 0x72) {
        column = this.columnOfReference(bytes, from, i);
      } else if (isShortName && name === 0x73) this.style = readWhole(bytes, from, i);
      else if (isShortName && name === 0x74) this.type = cellType(bytes, from, i);
      else if (name === 0x78 && isNamespace(bytes, nameFrom)) throw new Unfamiliar('namespace of a cell');
      i++;
    }
    if (column <= this.column) throw new Unfamiliar('cells out of order');
    this.column = column;
    return i;
  }

  private columnOfReference(bytes: Uint8Array, from: number, to: number): number {
    readReference(bytes, from, to);
    if (reference.column < 0) return this.numbered.column(reference.row, this.row, this.column);
    if (reference.row !== this.row) {
      if (this.isNumbered || this.column >= 0 || reference.row < this.row) throw new Unfamiliar('cell of another row');
      this.row = reference.row;
    }
    return reference.column;
  }

  private readContent(bytes: Uint8Array, at: number, end: number): number {
    this.valueFrom = -1;
    let hasFormula = false;
    let hasInline = false;
    let i = at;
    for (;;) {
      while (i < end && bytes[i] !== ascii.less) i++;
      if (i + 2 >= end) return -1;
      const next = bytes[i + 1];
      if (next === ascii.slash) {
        const close = bytes[i + 3] === ascii.greater && i + 3 < end ? i + 3 : findTagEnd(bytes, i + 2, end);
        if (close < 0) return -1;
        if (!readTagName(bytes, i + 2, end) || !isTag(bytes, 'c')) throw new Unfamiliar('end of a cell');
        // Whichever of the two the type does not name counts only where the other is not there.
        if (hasInline && (this.type === 'inlineStr' || this.valueFrom < 0)) this.rich.give(bytes, this.inlineSink);
        else if (this.valueFrom >= 0) this.keepValue(bytes, hasFormula);
        else if (hasFormula) this.table.addCell(this.column, store.noValue, 0);
        return close + 1;
      }
      // <is>, by its bytes.
      if (next === 0x69 && bytes[i + 2] === 0x73 && bytes[i + 3] === ascii.greater && i + 3 < end) {
        i = this.rich.read(bytes, i + 4, end);
        if (i < 0) return -1;
        hasInline = true;
        continue;
      }
      let isValue = next === 0x76 && bytes[i + 2] === ascii.greater;
      let close = i + 2;
      if (!isValue) {
        if (next === ascii.bang || next === ascii.question) throw new Unfamiliar('markup within a cell');
        if (!readTagName(bytes, i + 1, end)) return -1;
        isValue = isTag(bytes, 'v');
        const isFormula = !isValue && isTag(bytes, 'f');
        const isInline = !isFormula && isTag(bytes, 'is');
        const isNested = isTag(bytes, 'c') || isTag(bytes, 'row');
        if (isNested) throw new Unfamiliar('cell within a cell');
        close = findTagEnd(bytes, i + 1, end);
        if (close < 0) return -1;
        if (isFormula) hasFormula = true;
        if (bytes[close - 1] === ascii.slash) {
          if (isValue) this.valueFrom = this.valueTo = close;
          i = close + 1;
          continue;
        }
        if (isInline) {
          i = this.rich.read(bytes, close + 1, end);
          if (i < 0) return -1;
          hasInline = true;
          continue;
        }
        if (!isValue) {
          i = skipElement(bytes, close + 1, end);
          if (i < 0) return -1;
          continue;
        }
      }
      i = this.readValue(bytes, close + 1, end);
      if (i < 0) return -1;
    }
  }

  /** From behind `<v>` to behind `</v>`. */
  private readValue(bytes: Uint8Array, at: number, end: number): number {
    let isSpecial = false;
    let i = at;
    for (; i < end; i++) {
      const byte = bytes[i] ?? 0;
      if (byte === ascii.less) break;
      if (byte === ascii.ampersand || byte === ascii.underscore || byte === ascii.return) isSpecial = true;
    }
    if (i + 1 >= end) return -1;
    if (bytes[i + 1] !== ascii.slash) throw new Unfamiliar('markup within a value');
    this.valueFrom = at;
    this.valueTo = i;
    this.isValueSpecial = isSpecial;
    const close = bytes[i + 3] === ascii.greater && i + 3 < end ? i + 3 : findTagEnd(bytes, i + 2, end);
    return close < 0 ? -1 : close + 1;
  }

  /** Where inline text goes once its cell is known to be whole. */
  private readonly inlineSink: TextSink = {
    add: (bytes, from, to) => {
      if (to > from) this.table.addCell(this.column, store.text, this.table.pool.add(bytes, from, to));
    },
    addString: (text) => this.addText(text),
  };

  private keepValue(bytes: Uint8Array, hasFormula: boolean): void {
    const { valueFrom: from, valueTo: to, table } = this;
    if (from === to) {
      // Some writers leave <v></v> behind a formula they did not compute; with t="str" it is an empty result.
      if (hasFormula && this.type !== 'str' && this.type !== 'inlineStr') table.addCell(this.column, store.noValue, 0);
      return;
    }
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
        if (this.isValueSpecial) return this.addText(unescapeCellText(decodeUtf8(bytes, from, to)));
        return table.addCell(this.column, store.text, table.pool.add(bytes, from, to));
      case 'b': {
        const value = decodeUtf8(bytes, from, to).trim();
        if (!['0', '1', 'true', 'false'].includes(value)) throw new Unfamiliar('truth value');
        return table.addCell(this.column, value === '1' || value === 'true' ? store.true : store.false, 0);
      }
      case 'e':
        return this.addText(unescapeCellText(decodeUtf8(bytes, from, to)), store.error);
      case 'd': {
        const iso = decodeUtf8(bytes, from, to);
        const date = isoDateText(iso);
        return date === undefined ? this.addText(unescapeCellText(iso)) : this.addText(date, store.dateText);
      }
    }
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
    if (text === undefined) return this.addText(unescapeCellText(stored));
    this.addText(meaning?.is === 'padded' ? padNumber(text, meaning.width) : text, store.number);
  }

  private addText(text: string, kept: Store = store.text): void {
    if (text !== '') this.table.addCell(this.column, kept, this.table.pool.addString(text));
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

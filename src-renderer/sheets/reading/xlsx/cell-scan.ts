import type { CellTable } from '../table/cell-table';
import { Unfamiliar } from '../refusal';
import { store } from '../table/cell-table';
import { ascii, findTagEnd, isTag, readTagName } from '../xml/xml-bytes';
import { readReference, readWhole, reference } from './cell-reference';
import { cellType, isNamespace } from './cell-type';
import { CellValues } from './cell-values';
import type { CellContext } from './cell-values';
import { NumberedCells } from './numbered-cells';
import { RichText } from './rich-text';
import type { TextSink } from './rich-text';
import { skipElement } from './skip-element';

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
  private readonly values: CellValues;
  /** Where inline text goes once its cell is known to be whole. */
  private readonly inlineSink: TextSink;

  constructor(table: CellTable, context: CellContext) {
    const values = new CellValues(table, context);
    this.values = values;
    this.inlineSink = {
      add: (bytes, from, to) => values.keepTextBytes(bytes, from, to),
      addString: (text) => values.add(store.text, text),
    };
  }

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
    const { values } = this;
    values.type = 'n';
    values.style = 0;
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
        // Blanks before the sign are legal, and no one writes them.
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
      } else if (isShortName && name === 0x73) values.style = readWhole(bytes, from, i);
      else if (isShortName && name === 0x74) values.type = cellType(bytes, from, i);
      else if (name === 0x78 && isNamespace(bytes, nameFrom)) throw new Unfamiliar('namespace of a cell');
      i++;
    }
    if (column <= this.column) throw new Unfamiliar('cells out of order');
    this.column = values.column = column;
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
    this.valueFrom = this.valueTo = -1;
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
        if (hasInline && (this.values.type === 'inlineStr' || this.valueFrom < 0))
          this.rich.give(bytes, this.inlineSink);
        else if (this.valueTo > this.valueFrom) {
          this.values.keepBytes(bytes, this.valueFrom, this.valueTo, this.isValueSpecial);
        } else this.values.keepNothing(hasFormula);
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
}

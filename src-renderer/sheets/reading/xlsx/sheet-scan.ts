import { mostMerges } from '../table/cell-table';
import type { CellTable } from '../table/cell-table';
import type { Merge } from '../workbook';
import { Refusal, Unfamiliar } from '../refusal';
import { readLimits } from '../workbook';
import { decodeUtf8 } from '../table/decode-utf8';
import { ascii, findTagEnd, isTag, readTagName, skipAside, tagName } from '../xml/xml-bytes';
import type { PartScanner } from '../xml/xml-bytes';
import { attribute, attributeText, isAttribute, nextAttribute } from '../xml/xml-attributes';
import { readArea, readWhole } from './cell-reference';
import { CellScan } from './cell-scan';
import { skipElement } from './skip-element';
import type { CellContext } from './cell-values';

/**
 * Reads the XML of one worksheet straight from its bytes into a table. What stands before and after the rows is passed
 * over but for merges. Throws `Unfamiliar` where it was not written for something.
 */
export class SheetScan implements PartScanner {
  private readonly cells: CellScan;
  private readonly mergeAreas: Merge[] = [];
  private row = 0;
  /** Letters of the prefix that the sheet's own tags have. */
  private prefix = '';
  private hasRoot = false;
  private isRowOpen = false;
  private isRowHidden = false;
  private isInData = false;
  private isClosed = false;

  constructor(
    private readonly table: CellTable,
    context: CellContext,
    private readonly onRow: () => void,
  ) {
    this.cells = new CellScan(table, context);
  }

  scan(bytes: Uint8Array, from: number, to: number): number {
    let i = from;
    for (;;) {
      while (i < to && bytes[i] !== ascii.less) i++;
      if (i + 2 >= to) return i;
      const start = i;
      const next = bytes[i + 1] ?? 0;
      // Nearly every tag is <c ...>: it goes first and by its bytes.
      if (next === 0x63 && (bytes[i + 2] ?? 0) <= ascii.slash && this.isInData && this.prefix === '') {
        i = this.readCell(bytes, i + 2, to);
      } else if (next === ascii.bang || next === ascii.question) {
        i = skipAside(bytes, i, to);
      } else if (next === ascii.slash) {
        const close = findTagEnd(bytes, i + 2, to);
        if (close >= 0 && readTagName(bytes, i + 2, to)) this.closeTag(bytes);
        i = close < 0 ? -1 : close + 1;
      } else {
        i = this.openTag(bytes, i + 1, to);
      }
      if (i < 0) return start;
    }
  }

  /** After the whole part: what can only be said then. */
  finish(): void {
    if (!this.isClosed) throw new Refusal('damaged', 'the sheet breaks off');
    this.table.placeMerges(this.mergeAreas);
    this.table.trim();
  }

  private readCell(bytes: Uint8Array, at: number, to: number): number {
    if (!this.isRowOpen) throw new Unfamiliar('cell outside a row');
    return this.cells.read(bytes, at, to);
  }

  private openTag(bytes: Uint8Array, at: number, to: number): number {
    if (!readTagName(bytes, at, to)) return -1;
    if (!this.hasRoot) this.keepRoot(bytes, at);
    // What bears another prefix is of another vocabulary: anchors of controls have rows and columns too.
    const isOwn = this.hasOwnPrefix(bytes, at);
    const isCell = isOwn && this.isInData && isTag(bytes, 'c');
    const isRow = isOwn && !isCell && this.isInData && isTag(bytes, 'row');
    const isData = isOwn && !isRow && isTag(bytes, 'sheetData');
    const isMerge = isOwn && !isData && !this.isInData && isTag(bytes, 'mergeCell');
    const isColumn = isOwn && !isMerge && !this.isInData && isTag(bytes, 'col');
    const nameEnd = tagName.to;
    if (!isOwn && this.mayHoldCells(bytes)) throw new Unfamiliar('rows of another prefix');
    if (isCell) return this.readCell(bytes, nameEnd, to);
    const close = findTagEnd(bytes, at, to);
    if (close < 0) return -1;
    const isEmpty = bytes[close - 1] === ascii.slash;
    if (isRow) {
      this.openRow(bytes, nameEnd, close, isEmpty);
    } else if (isData) {
      if (this.isClosed) throw new Unfamiliar('two tables in one sheet');
      this.isInData = !isEmpty;
      if (isEmpty) this.isClosed = true;
    } else if (isMerge) this.keepMerge(attributeText(bytes, nameEnd, close, 'ref') ?? '');
    else if (isColumn) this.hideColumns(bytes, nameEnd, close);
    else if (this.isInData && !isEmpty) return skipElement(bytes, close + 1, to);
    return close + 1;
  }

  private keepRoot(bytes: Uint8Array, at: number): void {
    this.hasRoot = true;
    this.prefix = decodeUtf8(bytes, at, tagName.from);
  }

  private hasOwnPrefix(bytes: Uint8Array, at: number): boolean {
    if (tagName.from - at !== this.prefix.length) return false;
    for (let k = 0; k < this.prefix.length; k++) if (bytes[at + k] !== this.prefix.charCodeAt(k)) return false;
    return true;
  }

  /** Two prefixes may stand for one vocabulary. */
  private mayHoldCells(bytes: Uint8Array): boolean {
    return isTag(bytes, 'sheetData') || (this.isInData && (isTag(bytes, 'row') || isTag(bytes, 'c')));
  }

  /** `<col>`: hidden, or drawn together to no width. */
  private hideColumns(bytes: Uint8Array, at: number, close: number): void {
    const hidden = attributeText(bytes, at, close, 'hidden');
    const width = attributeText(bytes, at, close, 'width');
    if (hidden !== '1' && hidden !== 'true' && (width === undefined || Number(width) > 0)) return;
    const first = Number(attributeText(bytes, at, close, 'min'));
    this.table.hideColumns(first - 1, Number(attributeText(bytes, at, close, 'max') ?? first) - 1);
  }

  private openRow(bytes: Uint8Array, at: number, close: number, isEmpty: boolean): void {
    if (this.isRowOpen) throw new Unfamiliar('row within a row');
    let row = this.row + 1;
    let isNumbered = false;
    this.isRowHidden = false;
    for (let i = nextAttribute(bytes, at, close); i >= 0; i = nextAttribute(bytes, i, close)) {
      if (isAttribute(bytes, 'r')) {
        row = readWhole(bytes, attribute.valueFrom, attribute.valueTo);
        if (row < 0) throw new Unfamiliar('row number');
        isNumbered = true;
      } else if (isAttribute(bytes, 'hidden')) {
        this.isRowHidden = bytes[attribute.valueFrom] === 0x31 || bytes[attribute.valueFrom] === 0x74;
      } else if (isAttribute(bytes, 'xmlns')) throw new Unfamiliar('namespace of a row');
    }
    if (row > readLimits.gridRows) throw new Refusal('too-many-rows', 'beyond the grid');
    if (row <= this.row) throw new Unfamiliar('rows out of order');
    this.row = row;
    this.isRowOpen = !isEmpty;
    this.cells.startRow(row, isNumbered);
  }

  private closeTag(bytes: Uint8Array): void {
    if (!this.isInData) return;
    if (isTag(bytes, 'row')) {
      if (!this.isRowOpen) throw new Unfamiliar('row ends twice');
      this.isRowOpen = false;
      this.row = this.cells.row;
      this.table.endRow(this.row, this.isRowHidden);
      this.onRow();
    } else if (isTag(bytes, 'sheetData')) {
      if (this.isRowOpen) throw new Unfamiliar('row does not end');
      this.isInData = false;
      this.isClosed = true;
    }
  }

  private keepMerge(text: string): void {
    const area = readArea(text);
    if (area !== undefined && this.mergeAreas.length < mostMerges) this.mergeAreas.push(area);
  }
}

import type { Merge } from '../workbook';
import { Refusal, Unfamiliar } from '../refusal';
import type { CellTable } from '../table/cell-table';
import { readLimits } from '../workbook';
import { XmlReader } from '../xml/xml-reader';
import { readArea, readReference, readWhole, reference } from './cell-reference';
import { cellType } from './cell-type';
import { CellValues } from './cell-values';
import type { CellContext } from './cell-values';
import { NumberedCells } from './numbered-cells';
import { richTextOf } from './rich-text-of';
import { sheetSpaces } from './sheet-spaces';

/** A row of the part: where it stands in the sheet, and where in the part's bytes. */
interface RowPlace {
  number: number;
  position: number;
}

/** A cell before it is known to come next. */
interface PlacedCell {
  column: number;
  written: string;
  isText: boolean;
  type: string;
  style: number;
  hasFormula: boolean;
}

const encoder = new TextEncoder();

/**
 * Reads a worksheet that the quick reader gave up: namespaces resolved, CDATA, rows and cells in any order. A few times
 * slower; what two readings would place differently (one cell twice, a cell that names another row) is left
 * to Excel. `bytes`: the whole part in UTF-8.
 */
export function readSheetThoroughly(bytes: Uint8Array, table: CellTable, context: CellContext): void {
  try {
    new ThoroughSheet(bytes, table, context).read();
  } catch (reason) {
    if (reason instanceof Unfamiliar) throw new Refusal('only-excel-reads', reason.what);
    throw reason;
  }
}

class ThoroughSheet {
  private readonly values: CellValues;
  private readonly numbered = new NumberedCells();
  private readonly merges: Merge[] = [];

  constructor(
    private readonly bytes: Uint8Array,
    private readonly table: CellTable,
    context: CellContext,
  ) {
    this.values = new CellValues(table, context);
  }

  read(): void {
    const rows = this.findRows();
    // In the order of the sheet; two of one number stay in that of the part.
    rows.sort((a, b) => a.number - b.number);
    const reader = new XmlReader(this.bytes, sheetSpaces);
    if (rows.length > 0 && !openData(reader)) throw new Refusal('damaged', 'no rows');
    const { depth } = reader;
    let cells: PlacedCell[] = [];
    let isHidden = false;
    for (const [k, { number, position }] of rows.entries()) {
      reader.seek(position);
      reader.nextChild(depth);
      isHidden ||= isTrue(reader.attribute('main', 'hidden'));
      this.readCells(reader, number, cells);
      if (rows[k + 1]?.number === number) continue;
      this.addCells(cells);
      this.table.endRow(number, isHidden);
      cells = [];
      isHidden = false;
    }
    this.table.placeMerges(this.merges);
    this.table.trim();
  }

  /** Walks through the part once for its rows, merges and columns. */
  private findRows(): RowPlace[] {
    const reader = new XmlReader(this.bytes, sheetSpaces);
    const rows: RowPlace[] = [];
    let hasData = false;
    reader.nextChild(0);
    while (reader.nextChild(1)) {
      if (reader.is('main', 'sheetData')) {
        if (hasData) throw new Refusal('only-excel-reads', 'two tables in one sheet');
        hasData = true;
        placeRows(reader, rows);
      } else if (reader.is('main', 'cols')) this.hideColumns(reader);
      else if (reader.is('main', 'mergeCells')) this.keepMerges(reader);
    }
    while (reader.next() !== 'end');
    if (!hasData) throw new Refusal('damaged', 'no rows');
    return rows;
  }

  private hideColumns(reader: XmlReader): void {
    while (reader.nextChild(2)) {
      const width = reader.attribute('main', 'width');
      const isHidden = isTrue(reader.attribute('main', 'hidden')) || (width !== undefined && Number(width) === 0);
      const first = Number(reader.attribute('main', 'min'));
      if (isHidden) this.table.hideColumns(first - 1, Number(reader.attribute('main', 'max') ?? first) - 1);
    }
  }

  private keepMerges(reader: XmlReader): void {
    while (reader.nextChild(2)) {
      const area = readArea(reader.attribute('main', 'ref') ?? '');
      if (area !== undefined) this.merges.push(area);
    }
  }

  /** Adds the cells of the row just opened to those of its number. */
  private readCells(reader: XmlReader, row: number, cells: PlacedCell[]): void {
    const { depth } = reader;
    let column = -1;
    while (reader.nextChild(depth)) {
      if (!reader.is('main', 'c')) continue;
      const place = reader.attribute('main', 'r');
      column = place === undefined ? column + 1 : this.columnOf(place, row, column);
      const cell = readCell(reader, column);
      if (cell.written !== '' || cell.hasFormula) cells.push(cell);
      if (cells.length > readLimits.gridColumns) throw new Refusal('too-many-columns', 'beyond the grid');
    }
  }

  private columnOf(place: string, row: number, before: number): number {
    const bytes = encoder.encode(place.trim());
    readReference(bytes, 0, bytes.length);
    if (reference.column < 0) return this.numbered.column(reference.row, row, before);
    if (reference.row !== row) throw new Unfamiliar('cell of another row');
    return reference.column;
  }

  private addCells(cells: PlacedCell[]): void {
    cells.sort((a, b) => a.column - b.column);
    for (const [k, cell] of cells.entries()) {
      if (cells[k + 1]?.column === cell.column) throw new Refusal('only-excel-reads', 'one cell twice');
      const type = encoder.encode(cell.type);
      const { values } = this;
      values.column = cell.column;
      values.type = cellType(type, 0, type.length);
      values.style = cell.style;
      if (cell.written === '') values.keepNothing(cell.hasFormula);
      else if (cell.isText) values.keepText(cell.written);
      else values.keepWritten(cell.written);
    }
  }
}

/** Opens `<sheetData>`; false when there is none. */
function openData(reader: XmlReader): boolean {
  reader.nextChild(0);
  while (reader.nextChild(1)) if (reader.is('main', 'sheetData')) return true;
  return false;
}

/** The rows of the `<sheetData>` just opened, in the order of the part. */
function placeRows(reader: XmlReader, rows: RowPlace[]): void {
  const { depth } = reader;
  let number = 0;
  let { position } = reader;
  while (reader.nextChild(depth)) {
    if (reader.is('main', 'row')) {
      const written = reader.attribute('main', 'r');
      number = written === undefined ? numberByCells(reader, number + 1) : Number(written);
      if (!Number.isInteger(number) || number < 1) throw new Refusal('damaged', 'row number');
      if (number > readLimits.gridRows || rows.length >= readLimits.gridRows)
        throw new Refusal('too-many-rows', 'beyond the grid');
      rows.push({ number, position });
    }
    reader.leave(depth + 1);
    ({ position } = reader);
  }
}

/** The number of a row that has none itself: that of its first cell, else the next one. */
function numberByCells(reader: XmlReader, next: number): number {
  const { depth } = reader;
  if (!reader.nextChild(depth) || !reader.is('main', 'c')) return next;
  const digits = /^[A-Z]{1,3}(\d{1,7})$/i.exec(reader.attribute('main', 'r') ?? '')?.[1];
  return digits === undefined ? next : Number(digits);
}

/** The `<c>` just opened. */
function readCell(reader: XmlReader, column: number): PlacedCell {
  const { depth } = reader;
  const type = reader.attribute('main', 't') ?? 'n';
  const style = encoder.encode(reader.attribute('main', 's') ?? '0');
  let value: string | undefined;
  let inline: string | undefined;
  let hasFormula = false;
  while (reader.nextChild(depth)) {
    if (reader.is('main', 'v')) value ??= reader.innerText();
    else if (reader.is('main', 'is')) inline ??= richTextOf(reader);
    else if (reader.is('main', 'f')) hasFormula = true;
  }
  const isText = inline !== undefined && (type === 'inlineStr' || value === undefined);
  const written = (isText ? inline : value) ?? '';
  return { column, written, isText, type, style: readWhole(style, 0, style.length), hasFormula };
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

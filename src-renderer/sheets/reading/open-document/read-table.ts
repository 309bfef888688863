import { Refusal } from '../refusal';
import { mostMerges } from '../table/cell-table';
import type { CellTable, Store } from '../table/cell-table';
import type { Merge } from '../workbook';
import { readLimits } from '../workbook';
import type { XmlReader } from '../xml/xml-reader';
import { readCellValue } from './cell-value';
import type { OpenDocumentStyles } from './styles';

/** Elements that only hold rows, or only columns, together. */
const rowGroups = new Set(['table-row-group', 'table-header-rows', 'table-rows']);
const columnGroups = new Set(['table-column-group', 'table-header-columns', 'table-columns']);

/** Repeating beyond every grid: the numbers stay whole. */
const mostRepeated = 2 ** 40;

/** Rows between two reports of progress. */
const progressStep = 2000;

/** A cell of the row being read; a repeated one holds its text once. */
interface RowCell {
  column: number;
  repeated: number;
  kept: Store;
  address: number;
}

/**
 * Reads the `table:table` the reader has just opened. "This cell so many times" costs nothing where the cell is empty;
 * where it holds something, what it would make is counted before it is made.
 */
export class TableReader {
  private readonly merges: Merge[] = [];
  /** Rows before the one being read. */
  private rowsBefore = 0;
  private columnsBefore = 0;
  /** Cells with content so far, repeated ones counted as often. */
  private cells = 0;
  /** Style of the cells of a column, as far as we keep columns. */
  private readonly columnStyles: (string | undefined)[] = [];
  private row: RowCell[] = [];
  private rowsRead = 0;

  constructor(
    private readonly reader: XmlReader,
    private readonly styles: OpenDocumentStyles,
    private readonly table: CellTable,
    private readonly onProgress?: (rowsRead: number) => void,
  ) {}

  read(): void {
    this.readInside(false);
    this.table.placeMerges(this.merges);
    this.table.trim();
  }

  /** Rows and columns directly within the element just opened, and in its groups. */
  private readInside(isHidden: boolean): void {
    const { reader } = this;
    const { depth } = reader;
    while (reader.nextChild(depth)) {
      const { name, space } = reader;
      if (space !== 'table' && space !== '') continue;
      if (name === 'table-row') this.readRow(isHidden);
      else if (name === 'table-column') this.readColumn();
      else if (rowGroups.has(name)) this.readInside(isHidden || reader.attribute('table', 'display') === 'false');
      else if (columnGroups.has(name)) this.readInside(false);
    }
  }

  private readColumn(): void {
    const { reader, table } = this;
    const first = this.columnsBefore;
    this.columnsBefore += this.repeated('number-columns-repeated');
    const style = reader.attribute('table', 'default-cell-style-name');
    const end = Math.min(this.columnsBefore, readLimits.columns);
    for (let column = first; column < end; column++) this.columnStyles[column] = style;
    if (isOutOfSight(reader)) table.hideColumns(first, end - 1);
  }

  private readRow(isGroupHidden: boolean): void {
    const { reader } = this;
    const { depth } = reader;
    const rows = this.repeated('number-rows-repeated');
    const isHidden = isGroupHidden || isOutOfSight(reader);
    const rowStyle = reader.attribute('table', 'default-cell-style-name');
    this.row = [];
    let column = 0;
    while (reader.nextChild(depth)) {
      if (reader.is('table', 'table-cell') || reader.is('table', 'covered-table-cell')) {
        column += this.readCell(column, rows, rowStyle);
      }
    }
    this.keepRow(rows, isHidden);
    this.rowsBefore += rows;
    this.rowsRead++;
    if (this.rowsRead % progressStep === 0) this.onProgress?.(this.table.rowCount);
  }

  /** Returns how many columns the cell takes. */
  private readCell(column: number, rows: number, rowStyle: string | undefined): number {
    const { reader } = this;
    const repeated = this.repeated('number-columns-repeated');
    const style = reader.attribute('table', 'style-name') ?? rowStyle ?? this.columnStyles[column];
    this.keepMerge(column);
    const value = readCellValue(reader, this.table, this.styles.meaning(style));
    if (value === undefined) return repeated;
    this.cells += rows * repeated;
    if (this.cells > readLimits.cells) throw new Refusal('too-many-cells', 'repeated');
    if (column + repeated > readLimits.gridColumns) throw new Refusal('too-many-columns', 'beyond the grid');
    this.row.push({ column, repeated, kept: value.kept, address: value.address });
    return repeated;
  }

  private keepRow(rows: number, isHidden: boolean): void {
    if (this.row.length === 0) return;
    const { table, rowsBefore } = this;
    if (rowsBefore + rows > readLimits.gridRows) throw new Refusal('too-many-rows', 'beyond the grid');
    if (table.rowCount + rows > readLimits.rows) throw new Refusal('too-many-rows', String(readLimits.rows));
    for (let k = 1; k <= rows; k++) {
      for (const { column, repeated, kept, address } of this.row) {
        for (let c = column; c < column + repeated; c++) table.addCell(c, kept, address);
      }
      table.endRow(rowsBefore + k, isHidden);
    }
  }

  private keepMerge(column: number): void {
    const across = this.repeated('number-columns-spanned');
    const down = this.repeated('number-rows-spanned');
    if (across === 1 && down === 1) return;
    const top = this.rowsBefore + 1;
    if (this.merges.length < mostMerges)
      this.merges.push({ top, left: column, bottom: top + down - 1, right: column + across - 1 });
  }

  /** How often, or over how many; 1 where it does not say, or not rightly. */
  private repeated(name: string): number {
    const value = Number(this.reader.attribute('table', name) ?? '1');
    return value >= 1 ? Math.min(Math.floor(value), mostRepeated) : 1;
  }
}

function isOutOfSight(reader: XmlReader): boolean {
  const visibility = reader.attribute('table', 'visibility') ?? 'visible';
  return visibility === 'collapse' || visibility === 'filter';
}

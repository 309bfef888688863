import type { CellKind, Merge, Sheet } from '../workbook';
import { Refusal } from '../refusal';
import { readLimits } from '../workbook';
import { dateText } from './date-text';
import type { SharedTexts } from './shared-texts';
import { TextPool } from './text-pool';

/** How a cell is kept: one byte. Date serials lie in the pool as written and become dates when asked for. */
export const store = {
  empty: 0,
  text: 1,
  shared: 2,
  number: 3,
  dateSerial: 4,
  dateText: 5,
  true: 6,
  false: 7,
  error: 8,
  noValue: 9,
} as const;
export type Store = (typeof store)[keyof typeof store];

const kinds: readonly CellKind[] = [
  'empty',
  'text',
  'text',
  'number',
  'date',
  'date',
  'boolean',
  'boolean',
  'error',
  'formula-without-value',
];

/** Merges worth keeping: a sheet with more is a form, not a list. */
export const mostMerges = 20_000;

/** Empty columns between a table and what lies beyond our columns, for that to be no part of it. */
const narrowestGap = 64;

/**
 * A sheet under construction, then the sheet. Seven bytes a cell and no object: rows are slices of flat arrays. Cells
 * come in reading order, rows and columns rising; empty cells and rows are not kept at all.
 */
export class CellTable implements Sheet {
  name = '';
  hidden = false;
  is1904 = false;
  rowCount = 0;
  columnCount = 0;
  merges: readonly Merge[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  /** Cells with a formula whose result is not in the file. */
  withoutValue = 0;
  /** Cells beyond the columns we keep: how many, and the row and column of the first. */
  readonly far = { count: 0, row: 0, column: 0 };
  readonly pool = new TextPool();
  private cells = 0;
  private rowStarts = new Uint32Array(257);
  private rowNumbers = new Uint32Array(256);
  private columns = new Uint16Array(2048);
  private stores = new Uint8Array(2048);
  private addresses = new Uint32Array(2048);

  constructor(private readonly shared?: SharedTexts) {}

  /** Adds a cell to the row being read. `address`: in the pool, or the index of a shared text. */
  addCell(column: number, kept: Store, address: number): void {
    if (column >= readLimits.columns) return this.countFar(column);
    if (this.cells === this.columns.length) this.growCells();
    const at = this.cells++;
    this.columns[at] = column;
    this.stores[at] = kept;
    this.addresses[at] = address;
    if (column >= this.columnCount) this.columnCount = column + 1;
    if (kept === store.noValue) this.withoutValue++;
  }

  /** Ends the row being read; a row that got no cell leaves no trace. `number` is 1-based, as Excel shows it. */
  endRow(number: number, isHidden: boolean): void {
    if (this.far.count > 0 && this.far.row === 0) this.far.row = number;
    if (this.rowStarts[this.rowCount] === this.cells) return;
    if (this.rowCount >= readLimits.rows) throw new Refusal('too-many-rows', String(readLimits.rows));
    if (this.cells > readLimits.cells) throw new Refusal('too-many-cells', String(readLimits.cells));
    if (this.rowCount === this.rowNumbers.length) this.growRows();
    this.rowNumbers[this.rowCount] = number;
    if (isHidden) this.hiddenRows.add(this.rowCount);
    this.rowCount++;
    this.rowStarts[this.rowCount] = this.cells;
  }

  sheetRow(row: number): number {
    return this.rowNumbers[row] ?? 0;
  }

  /** First table row whose number is `number` or later; `rowCount` when there is none. */
  tableRow(number: number): number {
    let low = 0;
    let high = this.rowCount;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.rowNumbers[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  kind(row: number, column: number): CellKind {
    const at = this.find(row, column);
    return at < 0 ? 'empty' : (kinds[this.stores[at] ?? 0] ?? 'empty');
  }

  text(row: number, column: number): string {
    const at = this.find(row, column);
    if (at < 0) return '';
    const address = this.addresses[at] ?? 0;
    switch (this.stores[at]) {
      case store.shared:
        return this.shared?.text(address) ?? '';
      case store.dateSerial: {
        const stored = this.pool.text(address);
        return dateText(Number(stored), this.is1904) ?? stored;
      }
      case store.true:
        return 'TRUE';
      case store.false:
        return 'FALSE';
      case store.empty:
      case store.noValue:
        return '';
      default:
        return this.pool.text(address);
    }
  }

  /** Merges as the file has them, with 1-based rows of the sheet; one whose first row holds nothing has no value to spread. */
  placeMerges(areas: readonly Merge[]): void {
    this.merges = areas.slice(0, mostMerges).flatMap(({ top, left, bottom, right }) => {
      const first = this.tableRow(top);
      return this.sheetRow(first) === top ? [{ top: first, left, bottom: this.tableRow(bottom + 1) - 1, right }] : [];
    });
  }

  /** Hides columns from `first` to `last`, both included, as far as we keep columns at all. */
  hideColumns(first: number, last: number): void {
    const end = Math.min(last, readLimits.columns - 1);
    for (let column = Math.max(0, first); column <= end; column++) this.hiddenColumns.add(column);
  }

  /**
   * Ends the table: judges the cells beyond our columns and gives back what growing by doubling took too much. A few
   * behind a wide gap were left there by accident; otherwise the table is wider than we read.
   */
  trim(): void {
    if (this.far.count > this.cells || (this.far.count > 0 && this.columnCount > readLimits.columns - narrowestGap)) {
      throw new Refusal('too-many-columns', String(this.far.column + 1));
    }
    this.columns = this.columns.slice(0, this.cells);
    this.stores = this.stores.slice(0, this.cells);
    this.addresses = this.addresses.slice(0, this.cells);
  }

  private find(row: number, column: number): number {
    if (row < 0 || row >= this.rowCount) return -1;
    let low = this.rowStarts[row] ?? 0;
    let high = this.rowStarts[row + 1] ?? 0;
    // A row without gaps has its cell where one would look first.
    if (low + column < high && this.columns[low + column] === column) return low + column;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.columns[middle] ?? 0) < column) low = middle + 1;
      else high = middle;
    }
    return low < (this.rowStarts[row + 1] ?? 0) && this.columns[low] === column ? low : -1;
  }

  private countFar(column: number): void {
    if (this.far.count === 0) this.far.column = column;
    this.far.count++;
  }

  private growCells(): void {
    const size = this.cells * 2;
    const columns = new Uint16Array(size);
    columns.set(this.columns);
    this.columns = columns;
    const stores = new Uint8Array(size);
    stores.set(this.stores);
    this.stores = stores;
    const addresses = new Uint32Array(size);
    addresses.set(this.addresses);
    this.addresses = addresses;
  }

  private growRows(): void {
    const numbers = new Uint32Array(this.rowCount * 2);
    numbers.set(this.rowNumbers);
    this.rowNumbers = numbers;
    const starts = new Uint32Array(this.rowCount * 2 + 1);
    starts.set(this.rowStarts);
    this.rowStarts = starts;
  }
}

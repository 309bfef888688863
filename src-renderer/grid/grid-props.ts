import type { ReactNode, Ref } from 'react';
import type { ColumnWidths } from './column-widths';
import type { HeadActs } from './grid-head';
import type { Column, DataAttributes } from './grid-row';
import type { PagedRows } from './paged-rows';
import type { RangeActs } from './range-acts';
import type { CellRange } from './selection';

export interface GridProps<Row> {
  label: string;
  testId: string;
  /** Sets `--columns`: the tracks of the grid, fixed or minmax and never auto, so that columns do not jump. */
  className: string;
  rows: PagedRows<Row>;
  columns: readonly Column<Row>[];
  rowKey(row: Row): string;
  rowAttributes(row: Row): DataAttributes;
  /** What stands beneath a row's cells: its history, or all its remarks. */
  below?: ((row: Row) => ReactNode) | undefined;
  /** Guess of a row's height in px before it is measured. */
  estimate: number;
  /** Enter or the space bar on a cell that edits nothing. */
  onOpen?(row: Row): void;
  /** Lets ranges be selected, and says what can be done to them. */
  acts?: RangeActs | undefined;
  /** Handle of the frame around the active cell. */
  activeTestId?: string;
  /** What the names of the columns do. */
  head?: HeadActs;
  widths?: ColumnWidths;
  empty: ReactNode;
}

/** Leads the keyboard from outside the grid. */
export interface GridHandle {
  /** To the row at an index, in a column by its key; without one, in the column the keyboard was in. */
  goTo(index: number, column?: string): void;
  /** To the active cell; to the rows as a whole where there is none. */
  focus(): void;
}

/** Of a grid whose rows are all as high as the style sheet says. */
export const isNeverMeasured = (): boolean => false;

export interface MixedProps<Item, Row> extends Omit<GridProps<Row>, 'rows' | 'rowKey'> {
  handle?: Ref<GridHandle>;
  /** px of one item, where they differ by more than what is measured. */
  heightOf?(item: Item): number;
  /**
   * Whether an item's height is read from the page, which costs a layout for each row that comes into view. Absent: of
   * every item; else only of these, of rows with something beneath them, and where a place has another height.
   */
  isMeasured?(item: Item): boolean;
  /** The keyboard came to a row, in a column by its key, or left the grid's rows. */
  onSpot?(index: number | undefined, column: string | undefined): void;
  /** Other cells are selected: so many rows and columns of them. */
  onRange?(range: CellRange | undefined): void;
  rows: PagedRows<Item>;
  itemKey(item: Item): string;
  /** The row with columns that an item is; undefined for one that goes over all columns. */
  rowOf(item: Item): Row | undefined;
  wide(item: Item): ReactNode;
}

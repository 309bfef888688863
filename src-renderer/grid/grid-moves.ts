import type { CellExit } from './cell-keys';

/** The cell the keyboard is on. Indexes into rows and columns as shown. */
export interface Spot {
  row: number;
  column: number;
}

/** How far a grid goes. */
export interface Bounds {
  rows: number;
  columns: number;
  /** Rows that fit the view: a page of PageDown. */
  page: number;
}

/**
 * Where the keyboard goes from a cell that was left by Enter or Tab. As in Excel, Enter after a run of Tabs goes back
 * to the column in which the run began; `tabbedFrom` is that column, undefined where the last key was no Tab.
 */
export function exitSpot(
  { row, column }: Spot,
  exit: CellExit,
  tabbedFrom: number | undefined,
  { rows, columns }: Pick<Bounds, 'rows' | 'columns'>,
): Spot {
  if (exit === 'left' || exit === 'right') {
    return { row, column: Math.min(Math.max(column + (exit === 'right' ? 1 : -1), 0), columns - 1) };
  }
  const next = row + (exit === 'down' ? 1 : -1);
  return { row: Math.min(Math.max(next, 0), Math.max(0, rows - 1)), column: tabbedFrom ?? column };
}

/** The same way on, past heads of groups, which have no cells to type into; where only heads follow, the cell that was left. */
export function pastHeads(from: Spot, to: Spot, rows: number, isHead: (row: number) => boolean): Spot {
  const by = Math.sign(to.row - from.row);
  if (by === 0) return to;
  for (let row = to.row; row >= 0 && row < rows; row += by) if (!isHead(row)) return { row, column: to.column };
  return { row: from.row, column: to.column };
}

/** Where a key leads from a cell; undefined when the key moves nothing. */
export function moveSpot(spot: Spot, key: string, ctrl: boolean, { rows, columns, page }: Bounds): Spot | undefined {
  const to = target(spot, key, ctrl, { rows, columns, page });
  if (!to) return undefined;
  return {
    row: Math.min(Math.max(to.row, 0), Math.max(0, rows - 1)),
    column: Math.min(Math.max(to.column, 0), Math.max(0, columns - 1)),
  };
}

function target({ row, column }: Spot, key: string, ctrl: boolean, { rows, columns, page }: Bounds): Spot | undefined {
  switch (key) {
    case 'ArrowUp':
      return { row: ctrl ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: ctrl ? rows - 1 : row + 1, column };
    case 'ArrowLeft':
      return { row, column: ctrl ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: ctrl ? columns - 1 : column + 1 };
    case 'PageUp':
      return { row: row - page, column };
    case 'PageDown':
      return { row: row + page, column };
    case 'Home':
      return ctrl ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return ctrl ? { row: rows - 1, column: columns - 1 } : { row, column: columns - 1 };
    default:
      return undefined;
  }
}

import { moveSpot } from './grid-moves';
import type { Bounds, Spot } from './grid-moves';

/**
 * What is selected in a grid, as in Excel: the active cell, which has the keyboard and takes what is typed, and the range
 * around it, from the corner where it began to the one that Shift moves. All three are one cell until it is extended.
 */
export interface Selection {
  active: Spot;
  from: Spot;
  end: Spot;
}

/** A rectangle of cells, its borders included. Indexes into rows and columns as shown. */
export interface CellRange {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** How much of a row is in a range, and whether the range begins or ends with it. */
export interface RowPart {
  left: number;
  right: number;
  edge: 'top' | 'bottom' | 'only' | 'middle';
}

/** One cell, active and alone. */
export function selectCell(spot: Spot): Selection {
  return { active: spot, from: spot, end: spot };
}

/** The same active cell, with the range up to another cell. */
export function extendTo(selection: Selection, end: Spot): Selection {
  return { ...selection, end };
}

/** Moves the far corner of the range by a key (with Shift); undefined when the key moves nothing. */
export function extendByKey(selection: Selection, key: string, ctrl: boolean, bounds: Bounds): Selection | undefined {
  const end = moveSpot(selection.end, key, ctrl, bounds);
  return end && extendTo(selection, end);
}

/** Every cell, with the keyboard where it is. */
export function selectAll({ active }: Selection, { rows, columns }: Pick<Bounds, 'rows' | 'columns'>): Selection {
  const end = { row: Math.max(0, rows - 1), column: Math.max(0, columns - 1) };
  return { active, from: { row: 0, column: 0 }, end };
}

/** The cells that are selected. */
export function rangeOf({ from, end }: Selection): CellRange {
  return {
    top: Math.min(from.row, end.row),
    bottom: Math.max(from.row, end.row),
    left: Math.min(from.column, end.column),
    right: Math.max(from.column, end.column),
  };
}

/** The same selection where columns have come or gone: each corner in its own column, or where that stood. */
export function underColumns(selection: Selection, before: readonly string[], now: readonly string[]): Selection {
  if (before === now || (before.length === now.length && before.every((key, at) => key === now[at]))) return selection;
  const move = ({ row, column }: Spot): Spot => {
    const at = now.indexOf(before[column] ?? '');
    return { row, column: at === -1 ? Math.min(column, now.length - 1) : at };
  };
  return { active: move(selection.active), from: move(selection.from), end: move(selection.end) };
}

/** Whether a range is more than one cell. */
export function isWide({ top, bottom, left, right }: CellRange): boolean {
  return top !== bottom || left !== right;
}

/** The part of a row that is in a range; undefined where none is. */
export function partOfRow({ top, bottom, left, right }: CellRange, row: number): RowPart | undefined {
  if (row < top || row > bottom) return undefined;
  const edge = top === bottom ? 'only' : row === top ? 'top' : row === bottom ? 'bottom' : 'middle';
  return { left, right, edge };
}

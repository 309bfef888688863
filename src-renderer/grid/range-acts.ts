import { isBlankText } from '../../src-preload/contract/clean-text';
import type { Column } from './grid-row';
import type { CellRange } from './selection';

/** Which columns of a grid a range goes over, and its first and last row as shown. */
export interface KeyedRange {
  top: number;
  bottom: number;
  /** Keys of the columns from left to right. */
  keys: readonly string[];
}

/**
 * What can be done to many cells of a grid at once. Rows are indexes as shown: those that are not in the page are known
 * only where the rows come from.
 */
export interface RangeActs {
  /** The range as tab-separated text, for the clipboard; undefined where the rows cannot be asked. */
  copy(range: KeyedRange): Promise<string | undefined>;
  clear(range: KeyedRange): void;
  /** Writes a table over the rows from `top` on, its columns into those of `keys`. Answers the last row it came to. */
  paste(top: number, keys: readonly string[], table: readonly (readonly string[])[]): Promise<number | undefined>;
  /** What was pasted is no table for these cells: takes it otherwise. */
  openTable(clipboard: DataTransfer): void;
  /** Says that a column takes nothing that is typed, pasted, cleared or filled. */
  refuse(key: string): void;
  /** Writes the first row of the range over the others. */
  fillDown(range: KeyedRange): void;
  /** Ticks these rows, or takes their ticks away; undefined: whichever of both changes something. */
  tick(top: number, bottom: number, ticked: boolean | undefined): void;
}

/** A range with the keys of those of its columns that fit. */
export function withKeys<Row>(
  { top, bottom, left, right }: CellRange,
  columns: readonly Column<Row>[],
  fits: (column: Column<Row>) => boolean,
): KeyedRange {
  const inside = columns.slice(left, right + 1).filter(fits);
  return { top, bottom, keys: inside.map(({ key }) => key) };
}

/** What becomes of a table that is pasted on a cell. */
export type PastePlan =
  | { do: 'write'; keys: readonly string[]; table: readonly (readonly string[])[] }
  | { do: 'open' }
  | { do: 'refuse'; key: string }
  | { do: 'nothing' };

/**
 * Where a pasted table goes. One cell fills the whole range, as in Excel; a table goes from the range's first cell to the
 * right and down. One that is wider than the columns there, or has a row of headers, is a sheet of its own.
 */
export function planPaste<Row>(
  pasted: readonly (readonly string[])[],
  { top, bottom, left, right }: CellRange,
  columns: readonly Column<Row>[],
): PastePlan {
  const table = withoutEmptyEnd(pasted);
  const [first] = table;
  if (!first) return { do: 'nothing' };
  const width = Math.max(...table.map((row) => row.length));
  const isOneCell = table.length === 1 && width === 1;
  const targets = columns.slice(left, isOneCell ? right + 1 : left + width);
  if (width > 1 && table.length > 1 && (targets.length < width || isHeader(first))) return { do: 'open' };
  const fixed = targets.find(({ editable }) => editable !== true);
  if (fixed)
    return targets[0]?.editable === true || width === 1 || table.length === 1
      ? { do: 'refuse', key: fixed.key }
      : { do: 'open' };
  const keys = targets.map(({ key }) => key);
  if (!isOneCell) return { do: 'write', keys, table };
  const row = keys.map(() => first[0] ?? '');
  return { do: 'write', keys, table: Array.from({ length: bottom - top + 1 }, () => row) };
}

/** A column that was copied whole ends in a million empty rows. */
function withoutEmptyEnd(table: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const last = table.findLastIndex((row) => row.some((cell) => !isBlankText(cell)));
  return table.slice(0, last + 1);
}

/** Names of columns have no digits; a line of a sheet has a number in it. */
function isHeader(row: readonly string[]): boolean {
  return row.filter((cell) => !isBlankText(cell)).length > 1 && !row.some((cell) => /\d/u.test(cell));
}

import type { Sheet } from '../reading/workbook';

/** A part of a sheet that is a table of its own: from this table row on, and from this column up to another. */
export interface Part {
  top: number;
  left: number;
  /** Not included; absent: to the end. */
  right?: number;
}

/**
 * A sheet of which only a part is seen. Columns keep their place, so that their letters stay those of Excel; rows begin
 * at the part's first one, and end with the last that holds anything in it.
 */
export function viewOf(sheet: Sheet, { top, left, right = sheet.columnCount }: Part): Sheet {
  if (top === 0 && left === 0 && right >= sheet.columnCount) return sheet;
  const sees = (column: number): boolean => column >= left && column < right;
  const holdsAnything = (row: number): boolean => {
    for (let column = left; column < right; column += 1) if (sheet.text(row, column).trim() !== '') return true;
    return false;
  };
  let end = sheet.rowCount;
  while (end > top && !holdsAnything(end - 1)) end -= 1;
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    rowCount: Math.max(0, end - top),
    columnCount: Math.min(right, sheet.columnCount),
    text: (row, column) => (sees(column) ? sheet.text(row + top, column) : ''),
    kind: (row, column) => (sees(column) ? sheet.kind(row + top, column) : 'empty'),
    hiddenRows: new Set([...sheet.hiddenRows].flatMap((row) => (row >= top && row < end ? [row - top] : []))),
    hiddenColumns: sheet.hiddenColumns,
    sheetRow: (row) => sheet.sheetRow(row + top),
    merges: sheet.merges.flatMap((merge) =>
      merge.top >= top && sees(merge.left)
        ? [{ ...merge, top: merge.top - top, bottom: Math.min(merge.bottom, end - 1) - top }]
        : [],
    ),
  };
}

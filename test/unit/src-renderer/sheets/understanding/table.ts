import type { CellKind, Merge, Sheet, Workbook } from '../../../../../src-renderer/sheets/reading/workbook';

export interface TableOptions {
  name?: string;
  hidden?: boolean;
  hiddenRows?: number[];
  hiddenColumns?: number[];
  merges?: Merge[];
  kinds?: Record<string, CellKind>;
}

/** A sheet of written rows, as reading would hand it on: rows without anything are left out. */
export function table(rows: readonly (readonly string[])[], options: TableOptions = {}): Sheet {
  const kept = rows.flatMap((cells, index) => (cells.some((cell) => cell !== '') ? [{ cells, row: index + 1 }] : []));
  return {
    name: options.name ?? 'Sheet1',
    hidden: options.hidden ?? false,
    rowCount: kept.length,
    columnCount: Math.max(0, ...kept.map(({ cells }) => cells.length)),
    text: (row, column) => kept[row]?.cells[column] ?? '',
    kind: (row, column) =>
      options.kinds?.[`${row},${column}`] ?? ((kept[row]?.cells[column] ?? '') === '' ? 'empty' : 'text'),
    hiddenRows: new Set(options.hiddenRows),
    hiddenColumns: new Set(options.hiddenColumns),
    sheetRow: (row) => kept[row]?.row ?? 0,
    merges: options.merges ?? [],
  };
}

/** A workbook of sheets. */
export function workbook(...sheets: Sheet[]): Workbook {
  return { kind: 'xlsx', sheets, wasLocked: false, notes: [] };
}

import type { CellObject, WorkSheet } from 'xlsx';
import { CellTable, store } from '../table/cell-table';
import { dateText } from '../table/date-text';
import { errorText } from '../table/error-text';
import { formatMeaning, padNumber } from '../table/number-format';
import type { FormatMeaning } from '../table/number-format';
import { withoutExponent } from '../table/number-text';
import { Refusal } from '../refusal';

export interface LibrarySheet {
  name: string;
  hidden: boolean;
  sheet: WorkSheet;
  is1904: boolean;
  /** Puts right texts the library could not decode. */
  fix?: (text: string) => string;
}

/** Walks a sheet as the library left it (dense, sparse within) into a table of our own. */
export function tableFromLibrary(part: LibrarySheet, onProgress?: (rows: number) => void): CellTable {
  const table = new CellTable();
  const fix = part.fix ?? ((text: string) => text);
  table.name = fix(part.name);
  table.hidden = part.hidden;
  table.is1904 = part.is1904;
  if (part.sheet['!fullref'] !== undefined && part.sheet['!fullref'] !== part.sheet['!ref']) {
    throw new Refusal('too-many-rows', 'cut by the library');
  }
  const meanings = new Map<string, FormatMeaning>();
  const meaningOf = (format: unknown): FormatMeaning => {
    const code = typeof format === 'string' ? format : 'General';
    const known = meanings.get(code) ?? formatMeaning(code);
    meanings.set(code, known);
    return known;
  };
  const rows = part.sheet['!data'] ?? [];
  const hidden = part.sheet['!rows'] ?? [];
  // forEach passes over holes: a cell in the last row costs no million steps.
  rows.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (cell !== null && cell !== undefined) addCell(table, column, cell, { meaningOf, fix });
    });
    table.endRow(row + 1, hidden[row]?.hidden === true);
    if (row % 2000 === 1999) onProgress?.(row + 1);
  });
  const columns = part.sheet['!cols'] ?? [];
  columns.forEach((column, index) => {
    if (column?.hidden === true) table.hideColumns(index, index);
  });
  const merges = part.sheet['!merges'] ?? [];
  table.placeMerges(merges.map(({ s, e }) => ({ top: s.r + 1, left: s.c, bottom: e.r + 1, right: e.c })));
  table.trim();
  return table;
}

interface CellRules {
  meaningOf: (format: unknown) => FormatMeaning;
  fix: (text: string) => string;
}

function addCell(table: CellTable, column: number, cell: CellObject, { meaningOf, fix }: CellRules): void {
  const { v: value } = cell;
  // A formula without its value: a stub, and in some versions with a false 0 in it.
  if (cell.t === 'z') {
    if (cell.f !== undefined) table.addCell(column, store.noValue, 0);
    return;
  }
  if (cell.t === 'e') {
    // The library turns errors into numbers; their text stands nowhere else.
    return table.addCell(column, store.error, table.pool.addString(errorText(Number(value))));
  }
  if (typeof value === 'boolean') return table.addCell(column, value ? store.true : store.false, 0);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return;
    const meaning = meaningOf(cell.z);
    const text = withoutExponent(value);
    const address = table.pool.addString(meaning.is === 'padded' ? padNumber(text, meaning.width) : text);
    const isDate = meaning.is === 'date' && dateText(value, table.is1904) !== undefined;
    return table.addCell(column, isDate ? store.dateSerial : store.number, address);
  }
  const text = fix(value === undefined || value instanceof Date ? '' : value);
  if (text !== '') table.addCell(column, store.text, table.pool.addString(text));
}

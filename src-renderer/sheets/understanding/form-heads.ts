import type { FormHeads } from '../../../src-preload/contract/courier-forms/columns-like';
import { cleanText } from '../../../src-preload/contract/clean-text';
import type { Sheet, Workbook } from '../reading/workbook';
import { isHeaderWord } from './find-header';
import { foldHeader } from './header-words';

/** Headers of an upload form stand in one of the first rows. */
const rowsTried = 10;
const mostColumns = 100;
/** Fewer cells are a title. */
const leastHeads = 3;
/** Rows that are compared to see whether a column is the same in all of them. */
const rowsCompared = 50;

/** The sheet of a courier's form and its headers; undefined where no row has enough cells that are words. */
export function formHeads({ sheets }: Pick<Workbook, 'sheets'>): (FormHeads & { sheetName: string }) | undefined {
  for (const sheet of sheets) {
    if (sheet.hidden) continue;
    const row = headerRow(sheet);
    if (row === undefined) continue;
    const headers = cellsOf(sheet, row);
    while (headers.at(-1) === '') headers.pop();
    return {
      sheetName: sheet.name.slice(0, 31),
      headers,
      constants: headers.map((_, column) => constantOf(sheet, row, column)),
    };
  }
  return undefined;
}

function cellsOf(sheet: Sheet, row: number): string[] {
  return Array.from({ length: Math.min(sheet.columnCount, mostColumns) }, (_, column) =>
    cleanText(sheet.text(row, column)),
  );
}

/** The row with the most known words; of an unknown form the first with enough words and no figures. */
function headerRow(sheet: Sheet): number | undefined {
  let best: { row: number; known: number } | undefined;
  let plain: number | undefined;
  for (let row = 0; row < Math.min(sheet.rowCount, rowsTried); row += 1) {
    const filled = cellsOf(sheet, row).filter((cell) => cell !== '');
    if (filled.length < leastHeads) continue;
    const known = filled.filter((cell) => isHeaderWord(foldHeader(cell))).length;
    if (known > 0 && known > (best?.known ?? 0)) best = { row, known };
    if (plain === undefined && filled.every((cell) => !/^[\d.,-]+$/u.test(cell))) plain = row;
  }
  return best?.row ?? plain;
}

/** With fewer rows everything is the same in all of them: a person's name, a tracking number. */
const leastRows = 2;

/** What stands in all rows of a column; empty where they differ, or there are too few. */
function constantOf(sheet: Sheet, headers: number, column: number): string {
  const last = Math.min(sheet.rowCount, headers + 1 + rowsCompared);
  let found = '';
  let rows = 0;
  for (let row = headers + 1; row < last; row += 1) {
    if (cellsOf(sheet, row).every((cell) => cell === '')) continue;
    const cell = cleanText(sheet.text(row, column));
    if (cell === '' || (found !== '' && cell !== found)) return '';
    found = cell;
    rows += 1;
  }
  return rows < leastRows ? '' : found;
}

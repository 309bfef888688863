import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../../../../src-renderer/sheets/reading/workbook';
import { comparedFormats, extensions, filesOfFormat } from '../../../../fixtures/sheets/compared-model';
import { first, open } from '../../../../fixtures/sheets/open-sheet';

const folder = join(import.meta.dirname, '../../../../fixtures/sheets/compared');
const files = comparedFormats.flatMap((format) =>
  Array.from({ length: filesOfFormat }, (_, n) => [`${format}-${n}`, extensions[format]] as const),
);

/** What LibreOffice read: rows from the first on, values unformatted, dates in its own writing. */
function rowsOfLibreOffice(stem: string): string[][] {
  const rows: unknown = JSON.parse(readFileSync(join(folder, `${stem}.json`), 'utf8'));
  if (!Array.isArray(rows)) throw new Error('no rows');
  return rows.map((cells: unknown[]) => withoutEnd(cells.map((cell) => ours(String(cell)))));
}

/** A value as LibreOffice writes it in our own form: 04/05/2026 10:30:00, and 2.02604052169128E+015. */
function ours(value: string): string {
  const date = /^(\d\d)\/(\d\d)\/(\d{4})(?: (\d\d:\d\d:\d\d))?$/.exec(value);
  if (date !== null) {
    const [, month, day, year, time = '00:00:00'] = date;
    return `${year}-${month}-${day}${time === '00:00:00' ? '' : ` ${time}`}`;
  }
  if (/^-?\d+(\.\d+)?(E[+-]?\d+)?$/.test(value)) return String(Number(value));
  return value.replace(/^(\d{4}-\d\d-\d\d) 00:00:00$/, '$1');
}

function rowsOf(sheet: Sheet): string[][] {
  const rows: string[][] = Array.from({ length: sheet.sheetRow(sheet.rowCount - 1) }, () => []);
  for (let row = 0; row < sheet.rowCount; row++) {
    const cells = Array.from({ length: sheet.columnCount }, (_, column) => sheet.text(row, column));
    rows[sheet.sheetRow(row) - 1] = withoutEnd(cells);
  }
  return rows;
}

function withoutEnd(cells: string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

describe('files of other programs, as LibreOffice reads them', () => {
  it('are all there, of every format', () => {
    const wanted = files.flatMap(([stem, extension]) => [`${stem}.${extension}`, `${stem}.json`]);
    expect(readdirSync(folder).toSorted()).toEqual(wanted.toSorted());
  });

  it.each(files)('%s.%s has the same cells in the same places', async (stem, extension) => {
    const bytes = new Uint8Array(readFileSync(join(folder, `${stem}.${extension}`)));
    const sheet = first(await open(bytes, { fileName: `${stem}.xls` }));
    const theirs = rowsOfLibreOffice(stem);
    const found = rowsOf(sheet);
    // Rows of blanks at the end are there for one of the two only.
    const length = theirs.findLastIndex((cells) => cells.length > 0) + 1;
    expect(found).toEqual(theirs.slice(0, length));
  });
});

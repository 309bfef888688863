import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import type { CellKind, Sheet } from '../../../../../src-renderer/sheets/reading/workbook';
import { open } from '../../../../fixtures/sheets/open-sheet';
import { buildWorkbook, workbooks } from '../../../../fixtures/sheets/workbook-model';
import type { Meant, MeantSheet, MeantWorkbook } from '../../../../fixtures/sheets/workbook-model';

/** Said in every failure; set SEED to walk the same way again. */
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const shards = 4;
const workbooksPerShard = 500;

/** A cell as all three sides must have it: 1-based row, 0-based column. */
type Cells = Map<string, string>;

describe(`made-up workbooks, seed ${seed}`, () => {
  for (let shard = 0; shard < shards; shard++) {
    it(`are read as meant, and as the library reads them (${workbooksPerShard}, part ${shard + 1})`, async () => {
      await fc.assert(
        fc.asyncProperty(workbooks, async (workbook) => {
          const bytes = buildWorkbook(workbook);
          const meant = workbook.sheets.map((sheet) => meantCells(sheet, workbook));
          if (meant.every((cells) => cells.size === 0)) return;
          const read = await open(bytes);
          expect(read.notes.filter((note) => note.code === 'read-by-library')).toEqual([]);
          expect(read.sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual(
            workbook.sheets.map((sheet) => [sheet.name, sheet.state !== undefined]),
          );
          const library = XLSX.read(bytes, {
            type: 'array',
            dense: true,
            cellText: false,
            cellNF: true,
            cellStyles: true,
          });
          for (const [k, sheet] of read.sheets.entries()) {
            const cells = ourCells(sheet);
            expectSame(cells, meant[k] ?? new Map());
            expectSame(textsOf(cells), libraryTexts(library, k));
            expect(mergesOf(sheet)).toEqual(mergesInLibrary(library, k, sheet));
            expect(hiddenOf(sheet)).toEqual(hiddenInLibrary(library, k, sheet));
          }
        }),
        { seed: seed + shard, numRuns: workbooksPerShard },
      );
    }, 60_000);
  }
});

/** The matcher explains a difference well, but takes longer than the reading: it is asked only when there is one. */
function expectSame(cells: Cells, wanted: Cells): void {
  if ([...cells].join('\u0001') !== [...wanted].join('\u0001')) expect(cells).toEqual(wanted);
}

function ourCells(sheet: Sheet): Cells {
  const cells: Cells = new Map();
  for (let row = 0; row < sheet.rowCount; row++) {
    for (let column = 0; column < sheet.columnCount; column++) {
      const kind = sheet.kind(row, column);
      const text = sheet.text(row, column);
      if (kind !== 'empty' || text !== '') cells.set(`${sheet.sheetRow(row)}:${column}`, `${kind} ${text}`);
    }
  }
  return cells;
}

function meantCells(sheet: MeantSheet, workbook: MeantWorkbook): Cells {
  const cells: Cells = new Map();
  let row = 0;
  for (const { gap, cells: rowCells } of sheet.rows) {
    row += gap + 1;
    let column = -1;
    for (const cell of rowCells) {
      column += cell.gap + 1;
      const text = meantText(cell.meant, workbook.is1904);
      if (text !== undefined) cells.set(`${row}:${column}`, text);
    }
  }
  return cells;
}

const as = (kind: CellKind, text: string): string => `${kind} ${text}`;

function meantText(meant: Meant, is1904: boolean): string | undefined {
  switch (meant.is) {
    case 'text':
      return as('text', meant.text);
    case 'number':
      return as('number', meant.text);
    case 'padded':
      return as('number', String(meant.value).padStart(meant.width, '0'));
    case 'date': {
      // By the calendar, not by the reader's arithmetic: day 61 is 1900-03-01, or 1904-03-02.
      const start = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
      const iso = new Date(start + Math.round(meant.serial * 86_400) * 1000).toISOString();
      return as('date', iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' '));
    }
    case 'iso':
      return as('date', meant.date);
    case 'boolean':
      return as('boolean', meant.value ? 'TRUE' : 'FALSE');
    case 'error':
      return as('error', meant.text);
    case 'no-value':
      return as('formula-without-value', '');
    case 'blank':
      return undefined;
  }
}

/** Our cells without their kind; those of formulas without value have no text to compare. */
function textsOf(cells: Cells): Cells {
  const texts: Cells = new Map();
  for (const [at, cell] of cells) {
    const text = cell.slice(cell.indexOf(' ') + 1);
    if (text !== '') texts.set(at, text);
  }
  return texts;
}

/** The library's cells, in our form by its own means: SSF for dates and leading zeros. */
function libraryTexts(library: XLSX.WorkBook, index: number): Cells {
  const texts: Cells = new Map();
  const sheet = library.Sheets[library.SheetNames[index] ?? ''];
  const is1904 = library.Workbook?.WBProps?.date1904 === true;
  (sheet?.['!data'] ?? []).forEach((row, r) =>
    row?.forEach((cell, column) => {
      if (cell === null || cell === undefined) return;
      const text = libraryText(cell, is1904);
      if (text !== '') texts.set(`${r + 1}:${column}`, text);
    }),
  );
  return texts;
}

function libraryText(cell: XLSX.CellObject, is1904: boolean): string {
  const { t, v, z } = cell;
  if (t === 'z') return '';
  if (t === 'e')
    return (
      { 0: '#NULL!', 7: '#DIV/0!', 15: '#VALUE!', 23: '#REF!', 29: '#NAME?', 36: '#NUM!', 42: '#N/A' }[Number(v)] ?? '?'
    );
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE';
  if (typeof v !== 'number') return String(v);
  const format = String(z ?? 'General');
  if (/^0+$/.test(format)) return XLSX.SSF.format(format, v);
  if (!XLSX.SSF.is_date(format)) return v !== 0 && Math.abs(v) < 1e-6 ? v.toFixed(7) : String(v);
  const date = XLSX.SSF.format('yyyy-mm-dd hh:mm:ss', v, { date1904: is1904 });
  return date.replace(' 00:00:00', '');
}

function hiddenOf(sheet: Sheet): number[] {
  return [...sheet.hiddenRows].map((row) => sheet.sheetRow(row)).toSorted((a, b) => a - b);
}

/** Hidden rows that hold anything. */
function hiddenInLibrary(library: XLSX.WorkBook, index: number, sheet: Sheet): number[] {
  const rows = library.Sheets[library.SheetNames[index] ?? '']?.['!rows'] ?? [];
  const kept = new Set(Array.from({ length: sheet.rowCount }, (_, row) => sheet.sheetRow(row)));
  return rows.flatMap((row, r) => (row?.hidden === true && kept.has(r + 1) ? [r + 1] : []));
}

/** Merges as 0-based sheet rows from first to last kept row, columns. */
function mergesOf(sheet: Sheet): string[] {
  return sheet.merges.map(({ top, left, bottom, right }) => {
    return [sheet.sheetRow(top) - 1, left, sheet.sheetRow(bottom) - 1, right].join();
  });
}

/** The library's merges, cut to the rows that hold anything. */
function mergesInLibrary(library: XLSX.WorkBook, index: number, sheet: Sheet): string[] {
  const merges = library.Sheets[library.SheetNames[index] ?? '']?.['!merges'] ?? [];
  const kept = Array.from({ length: sheet.rowCount }, (_, row) => sheet.sheetRow(row) - 1);
  return merges.flatMap(({ s, e }) => {
    const last = kept.findLast((row) => row <= e.r);
    return kept.includes(s.r) && last !== undefined ? [[s.r, s.c, last, e.c].join()] : [];
  });
}

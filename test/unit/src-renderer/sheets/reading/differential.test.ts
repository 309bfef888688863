import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellKind } from '../../../../../src-renderer/sheets/reading/workbook';
import { open } from '../../../../fixtures/sheets/open-sheet';
import { expectAsInLibrary, expectSame, libraryOf, ourCells } from '../../../../fixtures/sheets/library-cells';
import type { Cells } from '../../../../fixtures/sheets/library-cells';
import { buildWorkbook, workbooks } from '../../../../fixtures/sheets/workbook-model';
import type { Meant, MeantSheet, MeantWorkbook } from '../../../../fixtures/sheets/workbook-model';

/** Said in every failure; set SEED to walk the same way again. */
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const shards = 4;
const workbooksPerShard = 150;
/** They are only made, not read: enough that each plane of Unicode comes. */
const sampled = 2000;

describe(`made-up workbooks, seed ${seed}`, () => {
  for (let shard = 0; shard < shards; shard++) {
    it(`are read as meant, and as the library reads them (${workbooksPerShard}, part ${shard + 1})`, async () => {
      await fc.assert(
        fc.asyncProperty(workbooks, async (workbook) => {
          const bytes = buildWorkbook(workbook);
          const meant = workbook.sheets.map((sheet) => meantCells(sheet, workbook));
          if (meant.every((cells) => cells.size === 0)) return;
          const read = await open(bytes);
          expect(read.notes.filter((note) => note.code === 'unusual-file')).toEqual([]);
          expect(read.sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual(
            workbook.sheets.map((sheet) => [sheet.name, sheet.state !== undefined]),
          );
          const library = libraryOf(bytes);
          for (const [k, sheet] of read.sheets.entries()) {
            expectSame(ourCells(sheet), meant[k] ?? new Map());
            if (!misleadsLibrary(workbook)) expectAsInLibrary(sheet, library, k);
          }
        }),
        { seed: seed + shard, numRuns: workbooksPerShard },
      );
    });
  }
});

it('are of every kind: cells, gaps, merges, hidden rows and sheets, both calendars, text of all seventeen planes', () => {
  const seen = new Set<string>();
  for (const workbook of fc.sample(workbooks, { numRuns: sampled, seed })) {
    seen.add(workbook.is1904 ? 'calendar 1904' : 'calendar 1900');
    for (const { state, merges, rows } of workbook.sheets) {
      seen.add(`sheet ${state ?? 'shown'}`);
      if (merges.length > 0) seen.add('merge');
      for (const { gap, hidden, cells } of rows) {
        seen.add(hidden ? 'row hidden' : 'row shown');
        if (gap > 0) seen.add('rows missing');
        for (const { gap: before, meant } of cells) {
          seen.add(meant.is === 'text' ? `text ${meant.how}` : meant.is);
          if (before > 0) seen.add('cells missing');
          if (meant.is !== 'text') continue;
          for (const letter of meant.text) seen.add(`plane ${(letter.codePointAt(0) ?? 0) >> 16}`);
        }
      }
    }
  }
  const kinds = ['number', 'padded', 'date', 'iso', 'boolean', 'error', 'no-value', 'blank'];
  const texts = ['shared', 'inline', 'formula', 'rich'].map((how) => `text ${how}`);
  const planes = Array.from({ length: 17 }, (_, plane) => `plane ${plane}`);
  const shapes = [
    'merge',
    'row hidden',
    'row shown',
    'rows missing',
    'cells missing',
    'calendar 1904',
    'calendar 1900',
  ];
  const states = ['sheet shown', 'sheet hidden', 'sheet veryHidden'];
  expect([...seen].toSorted()).toEqual([...kinds, ...texts, ...planes, ...shapes, ...states].toSorted());
});

/** The library takes `r="` within the text of a cell that has no reference for the reference of the cell. */
function misleadsLibrary({ sheets, style }: MeantWorkbook): boolean {
  if (style.withReferences) return false;
  const texts = sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ meant }) => meant)));
  return texts.some((meant) => meant.is === 'text' && /r=["']/u.test(meant.text));
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

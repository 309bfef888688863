import * as fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../../../src-renderer/sheets/reading/read-workbook';
import { readFailures } from '../../../../../src-renderer/sheets/reading/workbook';
import type { Sheet } from '../../../../../src-renderer/sheets/reading/workbook';
import { madeTables, writeCompared } from '../../../../fixtures/sheets/compared-model';
import type { ComparedFormat, MadeCell, MadeRow } from '../../../../fixtures/sheets/compared-model';
import { expectSame, ourCells } from '../../../../fixtures/sheets/library-cells';
import { decodeCp949, first, open } from '../../../../fixtures/sheets/open-sheet';
import { buildWorkbook, workbooks } from '../../../../fixtures/sheets/workbook-model';

/** Said in every failure; set SEED to walk the same way again. */
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);

/** What each cell of a table is meant to be: row (1-based) and column (0-based) to kind and text. */
function meantCells(rows: MadeRow[]): Map<string, string> {
  const cells = new Map<string, string>();
  let row = 0;
  for (const { gap, cells: made } of rows) {
    row += gap + 1;
    let column = -1;
    for (const cell of made) {
      column += cell.gap + 1;
      const meant = meantCell(cell.what);
      if (meant !== undefined) cells.set(`${row}:${column}`, meant);
      column += cell.across;
    }
  }
  return cells;
}

function meantCell(cell: MadeCell['what']): string | undefined {
  switch (cell.is) {
    case 'blank':
      return undefined;
    case 'number':
      return `number ${cell.written}`;
    case 'date':
      return `date ${cell.iso.replace('T', ' ')}`;
    default:
      return `text ${cell.text}`;
  }
}

/** Rows that are hidden and hold anything, by the number Excel shows. */
function hiddenRows(sheet: Sheet): number[] {
  return [...sheet.hiddenRows].map((row) => sheet.sheetRow(row));
}

describe(`made-up tables in the formats of other programs, seed ${seed}`, { timeout: 60_000 }, () => {
  it.each(['xml2003', 'ods', 'xls'] as const)('are read as meant in %s', async (format: ComparedFormat) => {
    await fc.assert(
      fc.asyncProperty(madeTables, async (rows) => {
        const meant = meantCells(rows);
        const sheet = first(await open(writeCompared(rows, format), { fileName: 'a.xls' }));
        expectSame(ourCells(sheet), meant);
        if (format === 'xls') return;
        let row = 0;
        const hidden = rows.flatMap(({ gap, hidden: isHidden }) => {
          row += gap + 1;
          return isHidden && [...meant.keys()].some((at) => at.startsWith(`${row}:`)) ? [row] : [];
        });
        expect(hiddenRows(sheet)).toEqual(hidden);
      }),
      { seed, numRuns: 150 },
    );
  });

  it('bytes changed at random end in a reading or a refusal, in every format', async () => {
    const change = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
    const changed = (bytes: Uint8Array, changes: [number, number][]): Uint8Array => {
      const copy = bytes.slice();
      for (const [at, byte] of changes) copy[at % copy.length] = byte;
      return copy;
    };
    const outcomes = new Set<boolean>();
    await fc.assert(
      fc.asyncProperty(madeTables, change, async (rows, changes) => {
        const parts = unzipSync(writeCompared(rows, 'ods'));
        const content = changed(parts['content.xml'] ?? new Uint8Array(1), changes);
        for (const bytes of [
          changed(writeCompared(rows, 'xml2003'), changes),
          zipSync({ ...parts, 'content.xml': content }, { level: 0 }),
        ]) {
          // It throws nothing, and answers with one of the codes.
          const result = await readWorkbook(bytes, { fileName: 'a.xls', decodeCp949 });
          expect(['read', ...readFailures]).toContain(result.ok ? 'read' : result.failure.code);
          outcomes.add(result.ok);
        }
      }),
      { seed, numRuns: 150 },
    );
    expect(outcomes).toEqual(new Set([true, false]));
  });
});

describe(`the thorough reader of xlsx against the quick one, seed ${seed}`, { timeout: 60_000 }, () => {
  it('reads the same cells, merges and hidden rows', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(workbooks, async (workbook) => {
        const quick = buildWorkbook(workbook);
        const read = await readWorkbook(quick, { fileName: 'a.xlsx', decodeCp949 });
        if (!read.ok) return;
        const thorough = await open(withOddRow(quick));
        expect(thorough.notes.some(({ code }) => code === 'unusual-file')).toBe(true);
        for (const [k, sheet] of read.value.sheets.entries()) {
          const again = thorough.sheets[k];
          if (again === undefined) throw new Error('no such sheet');
          expectSame(ourCells(again), ourCells(sheet));
          expect([again.name, again.hidden, hiddenRows(again), again.merges]).toEqual([
            sheet.name,
            sheet.hidden,
            hiddenRows(sheet),
            sheet.merges,
          ]);
        }
        compared += 1;
      }),
      { seed, numRuns: 150 },
    );
    expect(compared, 'most of them can be read').toBeGreaterThan(75);
  });
});

/** The same workbook with a comment within a cell of each sheet, which the quick reader leaves to the thorough one. */
function withOddRow(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) {
    if (!name.startsWith('xl/worksheets/')) continue;
    const xml = new TextDecoder().decode(part);
    const odd = '<$1row r="9999"><$1c r="A9999"><!-- --></$1c></$1row></$1sheetData>';
    parts[name] = new TextEncoder().encode(
      xml.replace(/<\/(x:)?sheetData>/, odd.replaceAll('$1', xml.includes('</x:sheetData>') ? 'x:' : '')),
    );
  }
  return zipSync(parts);
}

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readWorkbook } from '../../../../../src-renderer/sheets/reading/read-workbook';
import { readFailures } from '../../../../../src-renderer/sheets/reading/workbook';
import type { Workbook } from '../../../../../src-renderer/sheets/reading/workbook';
import { understand } from '../../../../../src-renderer/sheets/understanding/understand';
import { fixturePassword as password } from '../../../../fixtures/sheets/fixture-password';
import { lockAgile } from '../../../../fixtures/sheets/lock-package';
import { decodeCp949 } from '../../../../fixtures/sheets/open-sheet';

const folder = join(import.meta.dirname, '../../../../fixtures/sheets/files');

/** Said in every failure; set SEED to break the files in the same places again. */
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);

/** mulberry32: the same places for the same seed. */
function placesFrom(start: number): (below: number) => number {
  let state = start;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function file(name: string): Uint8Array {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  // The hundred thousand rounds of an honest lock would take minutes here, and protect nothing.
  if (name === 'own-locked-agile.xlsx') return lockAgile(file('own.xlsx'), { password, spins: 5 });
  return bytes;
}

const names = readdirSync(folder);
const codes: readonly string[] = readFailures;
const placesOf = (name: string): number => (name.includes('standard') ? 10 : 60);
/** Formats with a checksum over every cell: a changed byte is found, or changed nothing that is read. */
const isChecked = (name: string): boolean => /\.(xlsx|xlsb|ods)$/u.test(name);

/** Every row of every sheet, with its number. */
function rowsOf(read: Workbook): string[] {
  return read.sheets.flatMap((sheet) =>
    Array.from({ length: sheet.rowCount }, (_, row) => {
      const cells = Array.from({ length: sheet.columnCount }, (__, column) => sheet.text(row, column));
      return `${sheet.name} ${sheet.sheetRow(row)}: ${cells.join(' | ').replace(/[ |]+$/u, '')}`;
    }),
  );
}

/** Either what the file says, or the code of a sentence. Anything thrown that is no refusal goes through. */
async function outcome(name: string, bytes: Uint8Array): Promise<{ rows: string[] } | { code: string }> {
  const read = await readWorkbook(bytes, { fileName: name, password, decodeCp949 });
  if (!read.ok) return { code: read.failure.code };
  const understood = understand(read.value, {}, { operation: 'dispatch', remembered: {} });
  const lines = [...understood.lines()].flat();
  expect(lines.length > 0 || understood.refusal !== undefined || understood.questions.length > 0).toBe(true);
  expect(read.value.sheets.some((sheet) => sheet.rowCount > 0)).toBe(true);
  return { rows: rowsOf(read.value) };
}

// The library tells of every number format of an OpenDocument file that it is not sure of: thousands of lines here.
beforeAll(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterAll(() => void vi.restoreAllMocks());

describe(`every fixture, broken in seeded places (seed ${seed})`, () => {
  it.each(names)('%s is read as it was, as far as it goes, or refused with a code', async (name) => {
    const whole = file(name);
    const truth = await outcome(name, whole);
    if (!('rows' in truth)) throw new Error(truth.code);
    const place = placesFrom(seed);
    for (let n = 0; n < placesOf(name); n += 1) {
      const at = 1 + place(whole.length - 1);
      const isCut = n % 2 === 0;
      const broken = isCut ? whole.slice(0, at) : whole.slice();
      if (!isCut) for (let k = 0; k < 1 + place(4); k += 1) broken[(at + k) % broken.length] = place(256);
      const got = await outcome(name, broken);
      const where = `${name} ${isCut ? 'cut' : 'changed'} at ${at}`;
      if ('code' in got) expect(codes, where).toContain(got.code);
      else if (isChecked(name)) expect(got.rows, where).toEqual(truth.rows);
      // What was cut off is not there; what is there stands as it stood, but for the row the cut went through.
      else if (isCut) expect(got.rows.slice(0, -1), where).toEqual(truth.rows.slice(0, got.rows.length - 1));
    }
  });
});

it.each(['own.xlsx', 'own-locked-agile.xlsx'])(
  '%s that ends within its first bytes is a broken file, not a text',
  async (name) => {
    for (let length = 1; length <= 16; length += 1) {
      const got = await outcome(name, file(name).slice(0, length));
      expect(got, `${name} cut at ${length}`).toEqual({ code: expect.toSatisfy((code) => codes.includes(code)) });
    }
  },
);

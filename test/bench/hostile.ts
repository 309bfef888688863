/**
 * Mutated workbooks, texts and compound files through the real readers of the real window: `npm run bench -- hostile
 * [files] [seed] [index]`, by default 10,000 and a seed of the clock, which is printed. With an index, or a range of them
 * (1200-1300), only those files are read, and left in out/hostile.
 *
 * A row counts when it carries sixteen digits of an order and a number of nine digits or more. A row is called invented
 * - behind a checksum that was not put right: when the original has no row of that very order and number;
 * - elsewhere: when there are more rows than the original has. What a changed byte makes of its own cell, and of the
 *   columns when it hits a header, is not invention; neither is a row whose bytes the mutation itself copied or said to
 *   stand for several.
 *
 * A row that pairs one row's order with another's number is crossed. Where both stand in one row of the mutated text
 * itself (stands-in-one-row.ts: a copy or a deletion across rows does that), the file says so, and it is only counted;
 * anywhere else the reader has paired them.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as XLSX from 'xlsx';
import { encodeCp949 } from '../fixtures/sheets/open-sheet';
import { launchDesk } from '../support/app/launch';
import { atLeast, atMost, reportProof } from '../support/bench/report';
import { mutate, seededRandom } from '../support/bench/mutate';
import type { Mutated } from '../support/bench/mutate';
import { readInWindow } from '../support/bench/reader-in-window';
import type { GivenFile, SheetReading } from '../support/bench/reader-in-window';
import { shipmentRows } from '../support/bench/shipment-rows';
import { standsInOneRow } from '../support/bench/stands-in-one-row';

const count = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000_000);
/** The first and the last index. */
const only = process.argv[4]?.split('-').map(Number);
const batch = 50;
const hangMs = 5000;
/** The window is opened again from time to time, so that memory does not pile up. */
const batchesPerApp = 40;
const rowsOfBase = 12;

console.error(`seed ${seed}, ${count} files`);
const bases = baseFiles();
const originals = await readAll(bases.map((file) => ({ ...file })));
for (const [at, { name }] of bases.entries()) {
  const rows = plausible(originals[at]);
  if (rows.length !== rowsOfBase) throw new Error(`${name}: ${rows.length} rows before any mutation`);
}

const figures = { files: 0, read: 0, asBefore: 0, crossedInText: 0, slowestMs: 0 };
const refusals: Record<string, number> = {};
const found: Record<'crashes' | 'hangs' | 'exceptions' | 'invented' | 'crossed', string[]> = {
  crashes: [],
  hangs: [],
  exceptions: [],
  invented: [],
  crossed: [],
};
const begun = performance.now();
if (only === undefined) for (let from = 0; from < count; from += batch * batchesPerApp) await readShare(from);
else await readNamed(only[0] ?? 0, only.at(-1) ?? 0);
const seconds = (performance.now() - begun) / 1000;
const wanted = only === undefined ? count : (only.at(-1) ?? 0) - (only[0] ?? 0) + 1;
reportProof(
  'hostile',
  { seed, ...figures, refusals, found, filesPerSecond: Math.round(figures.files / seconds) },
  {
    // A window that is gone takes the rest of its files with it, and a reader that refuses all invents nothing.
    'files given': atLeast(figures.files, wanted),
    'files read all the same, of ten': atLeast((10 * figures.read) / figures.files, 1),
    'readers and windows that crashed': atMost(found.crashes.length, 0),
    'files without an answer for 5 s': atMost(found.hangs.length, 0),
    'exceptions in the worker': atMost(found.exceptions.length, 0),
    'files with rows that were invented': atMost(found.invented.length, 0),
    'files whose rows the reader has crossed': atMost(found.crossed.length, 0),
  },
);

/** The same twelve shipments as every format that is read. */
function baseFiles(): GivenFile[] {
  const rows = shipmentRows(rowsOfBase);
  const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(rows), '발송목록');
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['안내'], ['이 시트는 안내예요']]), '안내');
  const as = (bookType: XLSX.BookType, more: XLSX.WritingOptions = {}): Uint8Array =>
    new Uint8Array(XLSX.write(book, { type: 'buffer', bookType, compression: true, ...more }));
  const text = rows.map((row) => row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')).join('\r\n');
  const xlsx = as('xlsx', { bookSST: true });
  return [
    { name: 'shared.xlsx', bytes: xlsx },
    { name: 'inline.xlsx', bytes: as('xlsx') },
    { name: 'binary.xlsb', bytes: as('xlsb') },
    { name: 'biff8.xls', bytes: as('biff8') },
    { name: 'open.ods', bytes: as('ods') },
    { name: 'xml2003.xls', bytes: as('xlml') },
    { name: 'table.xls', bytes: as('html') },
    { name: 'utf8.csv', bytes: new TextEncoder().encode(`\uFEFF${text}`) },
    { name: 'cp949.csv', bytes: encodeCp949(text) },
    { name: 'tabs.txt', bytes: new Uint8Array(Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le')) },
  ];
}

function mutatedFile(index: number): { file: GivenFile; how: Mutated; base: number } {
  const random = seededRandom(seed * 31 + index);
  const base = random(bases.length);
  const { name, bytes } = bases[base] ?? { name: '', bytes: new Uint8Array() };
  const how = mutate(bytes, random);
  return { file: { name, bytes: how.bytes }, how, base };
}

/** As many files as one app reads. */
async function readShare(from: number): Promise<void> {
  const to = Math.min(count, from + batch * batchesPerApp);
  const desk = await launchDesk();
  let isGone = false;
  desk.page.on('crash', () => {
    isGone = true;
  });
  try {
    for (let at = from; at < to; at += batch) {
      const made = Array.from({ length: Math.min(batch, to - at) }, (_, k) => mutatedFile(at + k));
      const files = made.map(({ file }) => file);
      const readings = await readInWindow(desk.page, files, hangMs);
      for (const [k, reading] of readings.entries()) judge(at + k, reading, made[k]);
    }
  } catch (problem) {
    if (!isGone) throw problem;
    found.crashes.push(`the window, at ${figures.files}`);
  } finally {
    await desk.close();
  }
  console.error(`${figures.files} files, ${JSON.stringify(refusals)}`);
}

async function readNamed(first: number, last: number): Promise<void> {
  const made = Array.from({ length: last - first + 1 }, (_, at) => mutatedFile(first + at));
  const folder = join(import.meta.dirname, '../../out/hostile');
  await mkdir(folder, { recursive: true });
  for (const [at, { file }] of made.entries()) await writeFile(join(folder, `${first + at}-${file.name}`), file.bytes);
  const readings = await readAll(made.map(({ file }) => file));
  for (const [at, reading] of readings.entries()) {
    if (readings.length === 1) console.error(made[at]?.file.name, made[at]?.how.done, reading);
    judge(first + at, reading, made[at]);
  }
}

async function readAll(files: GivenFile[]): Promise<SheetReading[]> {
  const desk = await launchDesk();
  try {
    return await readInWindow(desk.page, files, hangMs);
  } finally {
    await desk.close();
  }
}

function judge(index: number, reading: SheetReading, made: ReturnType<typeof mutatedFile> | undefined): void {
  if (!made) throw new Error('more answers than files');
  figures.files += 1;
  figures.slowestMs = Math.max(figures.slowestMs, Math.round(reading.ms));
  const place = `${index} ${made.file.name}: ${made.how.done.join('; ')}`;
  switch (reading.is) {
    case 'lost':
      found.crashes.push(`${place} (${reading.why})`);
      return;
    case 'hung':
      found.hangs.push(place);
      return;
    case 'broke':
      found.exceptions.push(`${place} (${reading.what})`);
      return;
    case 'refused':
      refusals[reading.code] = (refusals[reading.code] ?? 0) + 1;
      return;
    case 'read':
      figures.read += 1;
      judgeRows(place, reading, made);
  }
}

function judgeRows(place: string, reading: SheetReading, { how, base }: ReturnType<typeof mutatedFile>): void {
  const before = plausible(originals[base]);
  const now = plausible(reading);
  const known = new Set(before.map((row) => row.join(' ')));
  const fresh = now.filter((row) => !known.has(row.join(' ')));
  if (fresh.length === 0 && now.length === before.length) figures.asBefore += 1;
  const ids = new Set(before.map(([id]) => id));
  const numbers = new Set(before.map(([, number]) => number));
  const crossed = fresh.filter(([id, number]) => ids.has(id) && numbers.has(number));
  if (crossed.length > 0) {
    if (crossed.every(([id, number]) => standsInOneRow(how.content, id, number))) figures.crossedInText += 1;
    else found.crossed.push(place);
  }
  const isInvented = how.isSealed ? fresh.length > 0 : now.length > before.length;
  if (isInvented && !how.copies) found.invented.push(`${place} (${now.length} rows, ${fresh.length} of them new)`);
}

/** Rows that could go out: an order's sixteen digits, and a number. */
function plausible(reading: SheetReading | undefined): [string, string][] {
  if (reading?.is !== 'read') return [];
  return reading.rows.filter(([id, number]) => /^\d{16}$/.test(id) && number.replaceAll(/\D/g, '').length >= 9);
}

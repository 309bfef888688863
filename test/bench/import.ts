/**
 * Bytes to reviewed lines in the real app, next to other readers of the same file in the same run: SheetJS at its fastest
 * settings, read-excel-file, and inflate plus a SAX scan that throws everything away, each as a process of its own on
 * Electron's own Node. Each size as SheetJS writes it and, where `soffice` is on the path, as LibreOffice does. Medians.
 * The window's longest task is looked for until the draft is written as well. Before them the sheets people really have,
 * 65, 200 and 1,000 rows, in an app that is warm (small-sheets.ts).
 * `npm run bench -- import [runs] [rows,rows,...] [runs of small sheets]`, by default 5, 1000,10000,100000 and 15; `small`
 * in the place of rows measures the small sheets alone.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import * as XLSX from 'xlsx';
import { z } from 'zod';
import { launchDesk } from '../support/app/launch';
import { atLeast, atMost, median, reportBench } from '../support/bench/report';
import type { Aim } from '../support/bench/report';
import { longTasksOf, watchLongTasks } from '../support/bench/long-tasks';
import { shipmentRows } from '../support/bench/shipment-rows';
import { measureSmallSheets, waitUntilIdle, type SmallFigures } from '../support/bench/small-sheets';
import { inMain } from '../support/app/in-main';

const runs = Number(process.argv[2] ?? 5);
const sizes = process.argv[3] === 'small' ? [] : (process.argv[3] ?? '1000,10000,100000').split(',').map(Number);
const smallRuns = Number(process.argv[4] ?? 15);
const baselines = ['sheetjs', 'read-excel-file', 'saxes'] as const;
const electron: unknown = createRequire(import.meta.url)('electron');
if (typeof electron !== 'string') throw new Error('no Electron runtime: run `npm run setup`');
const program = electron;
const outcomeSchema = z.object({ ms: z.number(), peakMb: z.number(), rows: z.number() });

const folder = await mkdtemp(join(tmpdir(), 'balsong-import-'));
const figures: Record<string, Record<string, { ms: number; peakMb: number }>> = {};
const longTasks: number[] = [];
try {
  const small =
    smallRuns > 0
      ? await measureSmallSheets(smallRuns, (file, rows) => baseline('sheetjs', file, rows), longTasks)
      : {};
  for (const size of sizes) {
    const file = join(folder, `shipments-${size}.xlsx`);
    const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(shipmentRows(size)), 'sheet1');
    await writeFile(file, XLSX.write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }));
    await measure(String(size), file, size);
    const again = await writtenByLibreOffice(file);
    if (again === undefined) console.error('no soffice: not measured as LibreOffice writes it');
    else await measure(`${size} by LibreOffice`, again, size);
  }
  reportBench(
    'import',
    { runs, smallRuns, small, figures, longestWindowTaskMs: Math.max(0, ...longTasks) },
    {
      ...aimsOfSmall(small),
      ...aimsOfLarge(),
      'longest task of the window, ms': atMost(Math.max(0, ...longTasks), 50),
    },
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** All readers in turns on one file, so that whatever else the machine does meets all of them. */
async function measure(name: string, file: string, size: number): Promise<void> {
  const taken: Record<string, { ms: number; peakMb: number }[]> = {};
  for (let run = 0; run < runs; run += 1) {
    for (const each of baselines) (taken[each] ??= []).push(await baseline(each, file, size + 1));
    (taken['desk'] ??= []).push(await importInDesk(file, size));
  }
  figures[name] = Object.fromEntries(
    Object.entries(taken).map(([reader, all]) => [
      reader,
      { ms: median(all.map(({ ms }) => ms)), peakMb: median(all.map(({ peakMb }) => peakMb)) },
    ]),
  );
  console.error(name, JSON.stringify(figures[name]));
}

/** 200 rows are read while one blinks; 1,000 take no longer for their size. */
function aimsOfSmall(small: Record<string, SmallFigures>): Record<string, Aim> {
  const { 200: usual, 1000: sale } = small;
  if (!usual || !sale) return {};
  return {
    '200 rows in a warm app, ms': atMost(usual.desk, 250),
    '200 rows to SheetJS alone': atMost(usual.ratio, 2.5),
    '1000 rows to SheetJS alone': atMost(sale.ratio, 2.5),
  };
}

function aimsOfLarge(): Record<string, Aim> {
  if (sizes.length === 0) return {};
  const largest = String(Math.max(...sizes));
  const of = (name: string, size = largest) => figures[size]?.[name] ?? { ms: Number.NaN, peakMb: Number.NaN };
  const smaller = String(sizes.toSorted((a, b) => b - a)[1] ?? Number(largest));
  const growth = of('desk').ms / of('desk', smaller).ms / (Number(largest) / Number(smaller));
  return {
    'SheetJS alone to the whole import': atLeast(of('sheetjs').ms / of('desk').ms, 3),
    'the whole import to inflate and scan': atMost(of('desk').ms / of('saxes').ms, 1.5),
    'memory to SheetJS': atMost(of('desk').peakMb / of('sheetjs').peakMb, 0.5),
    'growth of time to growth of rows': atMost(growth, 1),
    ...aimsOfLibreOffice(`${largest} by LibreOffice`),
  };
}

function aimsOfLibreOffice(name: string): Record<string, Aim> {
  const of = figures[name];
  const { desk, sheetjs, saxes } = of ?? {};
  if (!desk || !sheetjs || !saxes) return {};
  return {
    'LibreOffice: SheetJS alone to the whole import': atLeast(sheetjs.ms / desk.ms, 3),
    'LibreOffice: the whole import to inflate and scan': atMost(desk.ms / saxes.ms, 1.5),
  };
}

/** The same rows written again by LibreOffice; undefined without it. */
async function writtenByLibreOffice(file: string): Promise<string | undefined> {
  const out = join(folder, 'libreoffice');
  try {
    await promisify(execFile)('soffice', [
      '--headless',
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--convert-to',
      'xlsx',
      '--outdir',
      out,
      file,
    ]);
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return undefined;
    throw problem;
  }
  return join(out, basename(file));
}

async function baseline(name: string, file: string, rows: number): Promise<{ ms: number; peakMb: number }> {
  const script = join(import.meta.dirname, 'import-baselines', `${name}.mjs`);
  const { stdout } = await promisify(execFile)(program, [script, file], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  const outcome = outcomeSchema.parse(JSON.parse(stdout));
  if (outcome.rows !== rows) throw new Error(`${name} saw ${outcome.rows} rows of ${rows}`);
  return outcome;
}

/**
 * A fresh app each time, so that no run is helped or burdened by the one before; it has come to rest, as for the small
 * sheets: right after its start the reader of the first file is still being started while the window opens. Memory is what
 * the window and its readers grew by.
 */
async function importInDesk(file: string, size: number): Promise<{ ms: number; peakMb: number }> {
  const desk = await launchDesk();
  try {
    await watchLongTasks(desk.page);
    await desk.page.evaluate(() => {
      new MutationObserver(() => {
        if (document.querySelector('[data-testid=review][data-ready=true]')) performance.mark('reviewed');
      }).observe(document.body, { subtree: true, attributes: true, childList: true });
      document.addEventListener('change', () => performance.mark('handed-in'), { capture: true, once: true });
    });
    await waitUntilIdle(desk);
    const before = await windowMemory(desk);
    await desk.page.getByTestId('sheet-input').setInputFiles(file);
    let peak = before;
    // The page's own marks keep the time; the peak is looked at ten times a second, or looking would cost what is measured.
    while (!(await desk.page.evaluate(() => performance.getEntriesByName('reviewed').length > 0))) {
      peak = Math.max(peak, await windowMemory(desk));
      await setTimeout(100);
    }
    peak = Math.max(peak, await windowMemory(desk));
    await desk.page.locator('[data-testid=enqueue-button]:not([disabled])').waitFor({ timeout: 120_000 });
    const seen = await desk.page.evaluate(() => ({
      ms:
        (performance.getEntriesByName('reviewed')[0]?.startTime ?? Number.NaN) -
        (performance.getEntriesByName('handed-in')[0]?.startTime ?? Number.NaN),
      lines: ['ok', 'warning', 'error'].map((level) =>
        Number(document.querySelector(`[data-testid=review-count-${level}]`)?.textContent),
      ),
    }));
    const [fine = 0, doubtful = 0, wrong = 0] = seen.lines;
    if (fine + doubtful + wrong !== size) throw new Error(`${seen.lines.join(' + ')} lines of ${size} rows`);
    if (fine < size * 0.9) throw new Error(`only ${fine} of ${size} lines are fine`);
    longTasks.push(...(await longTasksOf(desk.page)));
    return { ms: Math.round(seen.ms), peakMb: Math.round((peak - before) / 1024) };
  } finally {
    await desk.close();
  }
}

/** Kilobytes of the window and of the processes in which sheets are read, together. */
async function windowMemory(desk: Awaited<ReturnType<typeof launchDesk>>): Promise<number> {
  return inMain(desk.app, ({ app }) =>
    app
      .getAppMetrics()
      .filter(({ type }) => type === 'Tab')
      .reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
  );
}

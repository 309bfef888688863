import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import * as XLSX from 'xlsx';
import { ko } from '../../../src-preload/contract/text/ko';
import { launchDesk } from '../app/launch';
import type { Desk } from '../app/launch';
import { longTasksOf, watchLongTasks } from './long-tasks';
import { median, rounded } from './report';
import { shipmentRows } from './shipment-rows';
import { inMain } from '../app/in-main';

/** Rows of the sheets people have: a quiet day, a usual one, and a sale. */
export const smallSizes = [65, 200, 1000] as const;

export interface SmallFigures {
  /** ms from the file handed in to every line read, checked and on the disk; medians. */
  desk: number;
  sheetjs: number;
  /** Median of the quotients of each pair. */
  ratio: number;
  slowest: number;
}

/** Files that warm the app up before any is measured: code is compiled by then, as it is after a seller's first file. */
const warmUps = 2;
const idlePercent = 2;
const longestWaitMs = 60_000;

/**
 * How long the app takes for sheets of every size of `smallSizes`, next to SheetJS parsing the same bytes in a process of
 * its own right before. One app for all, as a seller has it open all day; each file is another one, and is closed when it
 * was measured. `baseline` answers the ms of SheetJS. `longTasks` gets the ms of each long task of the window.
 */
export async function measureSmallSheets(
  runs: number,
  baseline: (file: string, rows: number) => Promise<{ ms: number }>,
  longTasks: number[],
): Promise<Record<string, SmallFigures>> {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-small-'));
  const desk = await launchDesk();
  try {
    await watch(desk);
    const figures: Record<string, SmallFigures> = {};
    let from = 0;
    for (const size of smallSizes) {
      const pairs: { desk: number; sheetjs: number }[] = [];
      for (let run = -warmUps; run < runs; run += 1) {
        const file = await writeSheet(folder, size, from);
        from += size;
        await waitUntilIdle(desk);
        const { ms: sheetjs } = await baseline(file, size + 1);
        const ms = await importOnce(desk, file, size);
        if (run >= 0) pairs.push({ desk: ms, sheetjs });
      }
      figures[String(size)] = {
        desk: rounded(median(pairs.map((pair) => pair.desk))),
        sheetjs: rounded(median(pairs.map((pair) => pair.sheetjs))),
        ratio: rounded(median(pairs.map((pair) => pair.desk / pair.sheetjs))),
        slowest: rounded(Math.max(...pairs.map((pair) => pair.desk))),
      };
      console.error(size, JSON.stringify(figures[String(size)]));
    }
    longTasks.push(...(await longTasksOf(desk.page)));
    return figures;
  } finally {
    await desk.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeSheet(folder: string, size: number, from: number): Promise<string> {
  const file = join(folder, `${size}-${from}.xlsx`);
  const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(shipmentRows(size, from)), 'sheet1');
  await writeFile(file, XLSX.write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }));
  return file;
}

/** The page's own marks keep the time: `handed-in` is the event the app itself begins with, `reviewed <file>` its answer. */
async function watch({ page }: Desk): Promise<void> {
  await watchLongTasks(page);
  await page.evaluate(() => {
    new MutationObserver(() => {
      const review = document.querySelector<HTMLElement>('[data-testid=review][data-ready=true]');
      const name = review && `reviewed ${review.dataset['file']}`;
      if (name && performance.getEntriesByName(name).length === 0) performance.mark(name);
    }).observe(document.body, { subtree: true, attributes: true, childList: true });
    document.addEventListener('change', () => performance.mark('handed-in'), { capture: true });
  });
}

/** Between two files of a seller lie minutes: the reader of the next one is ready by then, and does nothing any more. */
export async function waitUntilIdle(desk: Desk): Promise<void> {
  const deadline = performance.now() + longestWaitMs;
  for (let calm = 0; calm < 3;) {
    const busiest = await inMain(desk.app, ({ app }) => {
      const pages = app.getAppMetrics().filter(({ type }) => type === 'Tab');
      // The window and a reader ahead.
      return pages.length < 2 ? 100 : Math.max(...pages.map(({ cpu }) => cpu.percentCPUUsage));
    });
    calm = busiest < idlePercent ? calm + 1 : 0;
    if (performance.now() > deadline) throw new Error('the app does not come to rest');
    await setTimeout(100);
  }
}

async function importOnce({ page }: Desk, file: string, size: number): Promise<number> {
  const reviewed = `reviewed ${basename(file)}`;
  await page.evaluate(() => performance.clearMarks('handed-in'));
  await page.getByTestId('sheet-input').setInputFiles(file);
  await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, reviewed, { polling: 50 });
  // What the seller needs stands there as well: the rows, the counts, and the button that sends.
  await page.locator('[data-testid=enqueue-button]:not([disabled])').waitFor();
  await page.getByTestId('review-row').first().waitFor();
  const seen = await page.evaluate(
    (name) => ({
      ms:
        (performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN) -
        (performance.getEntriesByName('handed-in')[0]?.startTime ?? Number.NaN),
      lines: ['ok', 'warning', 'error'].reduce(
        (sum, level) => sum + Number(document.querySelector(`[data-testid=review-count-${level}]`)?.textContent),
        0,
      ),
    }),
    reviewed,
  );
  if (seen.lines !== size) throw new Error(`${seen.lines} of ${size} lines`);
  await page.locator('.close-tab').click();
  await page.getByRole('button', { name: ko.send.closeYes, exact: true }).click();
  await page.getByTestId('review').waitFor({ state: 'detached' });
  return seen.ms;
}

/**
 * How smoothly the log of 100,000 jobs scrolls while a file is being sent, next to a bare page in the same run; how soon a
 * typed letter is seen in the search and its answer comes; how soon another screen stands after the click on its name.
 * 1280x800 at scale 1, 120 px a frame. `npm run bench -- scroll [jobs] [frames]`, by default 100000 and 600.
 */
import { createRequire } from 'node:module';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { _electron } from 'playwright';
import type { Page } from 'playwright';
import { z } from 'zod';
import { recountFiles } from '../../src-main/database/file-counts';
import { electronArguments, launchDesk } from '../support/app/launch';
import type { Desk } from '../support/app/launch';
import { credentials, startPracticeProcess } from '../support/app/practice-process';
import { addNaverStore, openSample } from '../support/app/steps';
import { setContentSize } from '../support/app/window-size';
import { writeWorkbook } from '../support/app/workbook';
import { longTasksOf, watchLongTasks } from '../support/bench/long-tasks';
import { atLeast, atMost, median, reportBench, rounded } from '../support/bench/report';
import { scrollFrames, timeUntilDrawn } from '../support/bench/scroll-frames';
import { fillWithSettled } from '../support/bench/settled-log';

const [jobs = 100_000, frames = 600] = process.argv.slice(2).map(Number);
/** Sent during the run: two calls a second of thirty each, for as long as anything is measured. */
const toSend = 9000;
const rounds = 5;
const screens = ['send', 'orders', 'insights', 'settings', 'log'] as const;
const logGrid = '[data-testid=log-grid]';
const ordersSchema = z.array(
  z.looseObject({ productOrderId: z.string(), trackingNumber: z.string(), courierText: z.string() }),
);

const dataDir = await mkdtemp(join(tmpdir(), 'balsong-scroll-'));
const market = await startPracticeProcess(['--empty']);
try {
  await prepare();
  const bare = await bareFrames();
  const desk = await launchDesk({
    dataDir,
    env: { BALSONG_NAVER_URL: market.url },
    args: ['--force-device-scale-factor=1'],
  });
  try {
    const figures = await measure(desk);
    reportBench(
      'scroll',
      { jobs, bare, ...figures },
      {
        'frames under 33.4 ms, share': atLeast(figures.log.smoothShare, 0.99),
        'frames, p95, ms': atMost(figures.log.p95Ms, 17.5),
        'frames of the review, p95, ms': atMost(figures.review.p95Ms, 17.5),
        'a letter in the search until it is seen, ms': atMost(figures.letterMs, 100),
        'a letter in the search until its answer is drawn, ms': atMost(figures.answerMs, 100),
        'a letter in the search of a sheet until its answer is drawn, ms': atMost(figures.findMs, 100),
        'a click until another screen stands, slowest of medians, ms': atMost(
          Math.max(...Object.values(figures.screens)),
          100,
        ),
      },
    );
  } finally {
    await desk.close();
  }
} finally {
  await market.stop();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
}

/** A store with a log of many jobs, as years of use would have left it. */
async function prepare(): Promise<void> {
  const desk = await launchDesk({ dataDir, env: { BALSONG_NAVER_URL: market.url } });
  await addNaverStore(desk.page, '벤치', credentials);
  const storeId = await desk.page.getByTestId('store-select').inputValue();
  await desk.close();
  const file = join(dataDir, 'desk.db');
  fillWithSettled(file, storeId, jobs);
  const db = new Database(file);
  // Their names are sealed with the key of a test: without them.
  db.exec('UPDATE jobs SET recipient = NULL');
  recountFiles(db);
  db.close();
}

/** A plain page as high as the log, scrolled in the same way: what this machine can do at all. */
async function bareFrames() {
  const executablePath: unknown = createRequire(import.meta.url)('electron');
  if (typeof executablePath !== 'string') throw new Error('no Electron runtime: run `npm run setup`');
  const folder = join(import.meta.dirname, 'bare-window');
  const app = await _electron.launch({
    executablePath,
    args: [
      ...electronArguments(),
      '--force-device-scale-factor=1',
      `--bare-user-data=${join(dataDir, 'bare')}`,
      folder,
    ],
  });
  try {
    const page = await app.firstWindow();
    await page.evaluate((count) => {
      const rows = Array.from({ length: count }, (_, at) => `<p style="height:36px;margin:0">row ${at}</p>`).join('');
      document.body.innerHTML = `<div id="rows" style="height:760px;overflow:auto">${rows}</div>`;
    }, 2000);
    return await scrollFrames(page, '#rows', frames);
  } finally {
    await app.close();
  }
}

async function measure(desk: Desk) {
  const { page } = desk;
  await setContentSize(desk, 1280, 800);
  const orders = ordersSchema.parse(await market.act('make-orders', { count: toSend, seed: 21 }));
  const file = join(desk.folder, 'shipments.xlsx');
  const lines = orders.map(({ productOrderId, courierText, trackingNumber }) => [
    productOrderId,
    courierText,
    trackingNumber,
  ]);
  await writeWorkbook(file, [['상품주문번호', '택배사', '송장번호'], ...lines]);
  await openSample(page, file);
  const review = await scrollFrames(page, '[data-testid=review-grid]', frames);
  const findMs = await timeToFind(page, lines[50]?.[2]?.slice(0, 6) ?? '');
  await page.getByTestId('review-find').fill('');
  await page.getByTestId('enqueue-button').click();
  await page.getByTestId('nav-log').click();
  await page.locator('[data-testid=log-period] [data-period=all]').click();
  await page.waitForFunction(
    () => Number(document.querySelector('[data-testid=log-count-sending]')?.textContent) > 0,
    undefined,
    { timeout: 60_000 },
  );
  await page.getByTestId('log-row').first().waitFor();
  await watchLongTasks(page);
  const log = await scrollFrames(page, logGrid, frames);
  const letters = '20250000000';
  const search = page.getByTestId('log-search');
  const seen: number[] = [];
  const answered: number[] = [];
  await search.focus();
  for (let at = 0; at < letters.length; at += 1) {
    await page.evaluate(() =>
      document.querySelector('[data-testid=log-list], .log-list')?.removeAttribute('data-bench'),
    );
    seen.push(
      await timeUntilDrawn(page, 'input', () => page.keyboard.type(letters[at] ?? ''), '[data-testid=log-search]'),
    );
  }
  await search.fill('');
  // Each finds a tenth of what the one before it found: another number of rows says that the answer stands. Shorter ones
  // find more than is listed, each the same number.
  await search.fill('60000000');
  await page.locator('.log-grid:not([aria-rowcount="1"]) [data-testid=log-row]').first().waitFor();
  await page.waitForFunction(
    () => (document.querySelector('.log-grid')?.getAttribute('aria-rowcount') ?? '').length < 5,
  );
  for (const words of ['600000000', '6000000000']) {
    answered.push(await timeUntilListed(page, words));
  }
  await search.fill('');
  await page.locator('[data-testid=log-row]').first().waitFor();
  const taken: Record<string, number> = {};
  for (const screen of screens) taken[screen] = await screenTime(page, screen);
  const running = Number(await page.getByTestId('log-count-queued').textContent());
  return {
    log,
    review,
    findMs,
    letterMs: rounded(median(seen)),
    answerMs: rounded(median(answered)),
    answers: answered.map(rounded),
    screens: taken,
    stillQueued: running,
    longTasks: (await longTasksOf(page)).map(rounded),
  };
}

/** From the input of a search until another list stands: it has another number of rows, of which the first are there. */
async function timeUntilListed(page: Page, words: string): Promise<number> {
  const before = await page.locator('.log-grid').getAttribute('aria-rowcount');
  const other = `.log-grid:not([aria-rowcount="${before}"], [aria-rowcount="1"]) [data-testid=log-row]`;
  return timeUntilDrawn(page, 'input', () => page.getByTestId('log-search').fill(words), other);
}

/** From each letter typed into the search of a sheet until the count of what it finds is drawn. */
async function timeToFind(page: Page, words: string): Promise<number> {
  const taken: number[] = [];
  await page.getByTestId('review-find').focus();
  for (let length = 1; length <= words.length; length += 1) {
    // Counts of two searches may be the same.
    const counted = `[data-testid=find-count][data-for="${words.slice(0, length)}"]`;
    taken.push(await timeUntilDrawn(page, 'input', () => page.keyboard.type(words.charAt(length - 1)), counted));
  }
  return rounded(median(taken));
}

/** The median of some clicks on a screen's name, from another screen each. */
async function screenTime(page: Page, screen: (typeof screens)[number]): Promise<number> {
  const other = screen === 'settings' ? 'insights' : 'settings';
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.getByTestId(`nav-${other}`).click();
    await page.locator(`main[data-screen=${other}]`).waitFor();
    const stands = screen === 'log' ? `main[data-screen=log] [data-testid=log-row]` : `main[data-screen=${screen}]`;
    taken.push(await timeUntilDrawn(page, 'click', () => page.getByTestId(`nav-${screen}`).click(), stands));
  }
  return rounded(median(taken));
}

/**
 * The guided demonstration: the bundled sample sheet goes through import, review, dispatch to the practice market and
 * one retry, in the real app. Prints what became of every order and leaves screenshots in out/demo/.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { launchDesk } from '../../test/support/app/launch';
import { countOf, openSample, tryAgain, waitUntilSettled } from '../../test/support/app/steps';

const root = join(import.meta.dirname, '../..');
const shots = join(root, 'out/demo');
const sample = join(root, 'resources/samples/sample-shipments.xlsx');

await mkdir(shots, { recursive: true });
const desk = await launchDesk();
const { page } = desk;
try {
  say('The app is open on the practice store.');
  await shoot(page, '1-start');

  await openSample(page, sample);
  say(`The sample sheet is read: ${await reviewCounts(page)}.`);
  await shoot(page, '2-review');

  await page.getByTestId('enqueue-button').click();
  await page.getByTestId('undo-button').waitFor();
  say('Sent to the outbox; it can be taken back for a few seconds.');
  await shoot(page, '3-undo');

  await page.getByTestId('nav-log').click();
  await waitUntilSettled(page, 120_000);
  say(`The practice market has answered: ${await logCounts(page)}.`);
  await shoot(page, '4-log');

  await page.getByTestId('log-filter-rejected').click();
  const refused = page
    .getByTestId('log-row')
    .filter({ has: page.getByTestId('retry-button') })
    .first();
  const jobId = await refused.getAttribute('data-job-id');
  say(`One that was refused (${await refused.getAttribute('data-target')}) is tried once more.`);
  await tryAgain(page, jobId ?? '');
  await shoot(page, '5-retry');
  await page.getByTestId('log-filter-rejected').click();

  console.table(await results(page));
  say(`Screenshots are in ${shots}.`);
} finally {
  await desk.close();
}

function say(sentence: string): void {
  console.log(sentence);
}

async function shoot(window: Page, name: string): Promise<void> {
  // Nothing looks pointed at.
  await window.mouse.move(0, 0);
  await window.evaluate(() => document.fonts.ready.then(() => undefined));
  await window.screenshot({ path: join(shots, `${name}.png`), animations: 'disabled', caret: 'hide' });
}

async function reviewCounts(window: Page): Promise<string> {
  const [ok, warning, error] = await Promise.all(
    ['ok', 'warning', 'error'].map((level) => countOf(window, `review-count-${level}`)),
  );
  return `${ok} fine, ${warning} to look at, ${error} in error`;
}

async function logCounts(window: Page): Promise<string> {
  const states = ['succeeded', 'rejected', 'held'];
  const counts = await Promise.all(states.map((state) => countOf(window, `log-count-${state}`)));
  return states.map((state, index) => `${counts[index]} ${state}`).join(', ');
}

/** Walks the log from top to bottom; only the rows in view exist in the page. */
async function results(window: Page): Promise<Record<string, string>[]> {
  const found = new Map<string, Record<string, string>>();
  const grid = window.getByTestId('log-grid');
  for (let top = 0, before = -1; found.size > before || top === 0; top += 400) {
    before = found.size;
    await grid.evaluate((element, y) => element.scrollTo({ top: y }), top);
    await window.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    for (const row of await window.getByTestId('log-row').all()) {
      const [id, target, state, code] = await Promise.all(
        ['data-job-id', 'data-target', 'data-state', 'data-code'].map((name) => row.getAttribute(name)),
      );
      if (id && target && state) found.set(id, { order: target, state, code: code ?? '' });
    }
  }
  return [...found.values()];
}

import { basename } from 'node:path';
import type { Page } from 'playwright';
import type { CallOutput } from '../../../src-preload/contract/calls';

type EarlierJob = CallOutput<'log-job'>;

/** Hands a file to the send screen and waits until every row is read and checked: of this file, not of one before. */
export async function openSample(page: Page, file: string): Promise<void> {
  await page.getByTestId('nav-send').click();
  await page
    .getByTestId('review')
    .evaluateAll((before) => before.forEach((review) => review.setAttribute('data-before', '')));
  await page.getByTestId('sheet-input').setInputFiles(file);
  const name = JSON.stringify(basename(file).normalize('NFC'));
  await page.locator(`[data-testid=review][data-ready=true][data-file=${name}]:not([data-before])`).waitFor();
}

/** Waits until the order book of the chosen store was filled once: from then on a review knows the orders of its lines. */
export async function waitForBook(page: Page): Promise<void> {
  await page.getByTestId('today-due').waitFor({ state: 'attached' });
}

/** Chooses in the settings for how long what is sent can be taken back, and goes back to the send screen. */
export async function setUndoSeconds(page: Page, seconds: 0 | 5 | 30): Promise<void> {
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('undo-seconds').selectOption(String(seconds));
  await page.getByTestId('nav-send').click();
}

/** A count of the window: digits only. */
export async function countOf(page: Page, testId: string): Promise<number> {
  const text = await page.getByTestId(testId).first().textContent();
  if (text === null || !/^\d+$/.test(text)) throw new Error(`${testId} shows ${text}, not digits`);
  return Number(text);
}

/** Waits until nothing is under way: what is left is done or waits for the seller. The log must be open. */
export async function waitUntilSettled(page: Page, timeout = 90_000): Promise<void> {
  await page.waitForFunction(
    // No function in here has a name: tsx, under which the demonstration runs, would wrap it in one the page lacks.
    () => {
      const shown = Array.from(document.querySelectorAll<HTMLElement>('[data-testid^=log-count-]'));
      const counts = new Map(shown.map((each) => [each.dataset['testid'], each.textContent]));
      return (
        ['succeeded', 'rejected', 'held', 'cancelled'].some((state) => Number(counts.get(`log-count-${state}`)) > 0) &&
        ['queued', 'sending', 'waiting', 'unknown'].every((state) => counts.get(`log-count-${state}`) === '0')
      );
    },
    undefined,
    { timeout },
  );
}

/** Tries a job of the log again, and waits until that has come to an end: it may be the same state as before. */
export async function tryAgain(page: Page, jobId: string): Promise<void> {
  const before = await page.evaluate(async (id) => {
    const { value } = await Reflect.get(globalThis, 'desk').call('log-job', { jobId: id });
    return Number(value.attempts.length);
  }, jobId);
  const ended = page.evaluate(
    ({ id, attempts }) =>
      new Promise<void>((resolve) => {
        const desk = Reflect.get(globalThis, 'desk');
        const stop = desk.on('jobs-changed', async () => {
          const { value }: { value: EarlierJob } = await desk.call('log-job', { jobId: id });
          const isUnderWay = ['queued', 'sending', 'waiting', 'unknown'].includes(value.job.state);
          if (value.attempts.length === attempts || isUnderWay) return;
          stop();
          resolve();
        });
      }),
    { id: jobId, attempts: before },
  );
  await page.locator(`[data-testid=log-row][data-job-id="${jobId}"]`).getByTestId('retry-button').click();
  await ended;
}

/** Adds a NAVER store through the settings; it is the chosen one afterwards. */
export async function addNaverStore(
  page: Page,
  label: string,
  credentials: { clientId: string; clientSecret: string },
): Promise<void> {
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('store-add').click();
  await page.getByTestId('store-market').selectOption('naver');
  await page.getByTestId('store-label').fill(label);
  await page.getByTestId('store-client-id').fill(credentials.clientId);
  await page.getByTestId('store-client-secret').fill(credentials.clientSecret);
  await page.getByTestId('store-save').click();
  await page.locator('[data-testid=store-select] option:checked', { hasText: label }).waitFor({ state: 'attached' });
}

/** Adds a BrightMall store through the settings; it is the chosen one afterwards. */
export async function addBrightmallStore(
  page: Page,
  label: string,
  credentials: { vendorId: string; apiKey: string },
): Promise<void> {
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('store-add').click();
  await page.getByTestId('store-market').selectOption('brightmall');
  await page.getByTestId('store-label').fill(label);
  await page.getByTestId('store-vendor-id').fill(credentials.vendorId);
  await page.getByTestId('store-api-key').fill(credentials.apiKey);
  await page.getByTestId('store-save').click();
  await page.locator('[data-testid=store-select] option:checked', { hasText: label }).waitFor({ state: 'attached' });
}

import type { Page } from 'playwright';

/** Hands a file to the send screen and waits until every row is read and checked. */
export async function openSample(page: Page, file: string): Promise<void> {
  await page.getByTestId('nav-send').click();
  await page.getByTestId('sheet-input').setInputFiles(file);
  await page.locator('[data-testid=review][data-ready=true]').waitFor();
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
    () => {
      const count = (state: string) => document.querySelector(`[data-testid=log-count-${state}]`)?.textContent;
      const done = ['succeeded', 'rejected', 'held', 'cancelled'].some((state) => Number(count(state)) > 0);
      return done && ['queued', 'sending', 'waiting', 'unknown'].every((state) => count(state) === '0');
    },
    undefined,
    { timeout },
  );
}

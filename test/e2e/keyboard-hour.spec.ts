import { join } from 'node:path';
import { expect, test } from '../support/app/story';
import { launchDesk } from '../support/app/launch';
import type { Desk } from '../support/app/launch';
import { countOf, waitForBook, waitUntilSettled } from '../support/app/steps';

/** The first hour without the mouse: from the first run by way of a file to the settled log. */

const sample = join(import.meta.dirname, '../../resources/samples/sample-shipments.xlsx');
let desk: Desk;
test.beforeAll(async () => {
  desk = await launchDesk();
  // Rows stay in their places under a pointer that rests on them: it lies where nothing is.
  await desk.page.mouse.move(2, 700);
});
test.afterAll(async () => {
  await desk.close();
});

const press = (key: string): Promise<void> => desk.page.keyboard.press(key);
/** Presses Tab until the keyboard is on what has this handle, or in it; it is on the screen before the first press. */
async function tabTo(testId: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await desk.page.getByTestId(testId).waitFor();
  for (let steps = 0; steps < 60; steps += 1) {
    const here = desk.page.locator(`[data-testid=${testId}]:focus, [data-testid=${testId}] :focus`);
    if ((await here.count()) > 0) return;
    await press(key);
  }
  throw new Error(`Tab does not come to ${testId}`);
}
const focused = () => desk.page.locator(':focus');
/** The keyboard is somewhere: never on the page as a whole. */
const isSomewhere = (): Promise<void> =>
  expect.poll(() => desk.page.evaluate(() => document.activeElement?.tagName ?? 'none')).not.toMatch(/BODY|HTML|none/u);

test('the first hour by keys alone: practice, a file, a mend, the send, a refusal, the settled log', async () => {
  const { page } = desk;
  await test.step('the first run offers its ways to the keyboard', async () => {
    await tabTo('start-later');
    await press('Enter');
    await expect(page.getByTestId('start-later')).toHaveCount(0);
    await expect(page.getByTestId('start-pick')).toBeFocused();
  });

  await test.step('a file is chosen with Ctrl+O, and the keyboard is on the first line to look at', async () => {
    const asked = page.waitForEvent('filechooser');
    await press('Control+o');
    await waitForBook(page);
    await (await asked).setFiles(sample);
    await page.locator('[data-testid=review][data-ready=true]').waitFor();
    await expect(page.getByTestId('review-active')).toHaveCount(1);
    await isSomewhere();
    await expect(focused()).toHaveAttribute('class', /cell-input/u);
  });

  await test.step('an unknown courier is typed over, and F8 goes on', async () => {
    const errors = await countOf(page, 'review-count-error');
    for (let looks = 0; looks < 12; looks += 1) {
      if ((await page.getByTestId('review-active').getAttribute('data-field')) === 'courier') break;
      await press('F8');
    }
    await expect(page.getByTestId('review-active')).toHaveAttribute('data-field', 'courier');
    await page.keyboard.type('한진');
    await expect(page.locator('.picker-list [role=option]').first()).toContainText('한진택배');
    await press('Enter');
    await expect.poll(() => countOf(page, 'review-count-error')).toBeLessThan(errors);
    await isSomewhere();
    await press('Control+z');
    await expect(page.getByTestId('review-count-error')).toHaveText(String(errors));
    await press('Control+y');
    await expect.poll(() => countOf(page, 'review-count-error')).toBeLessThan(errors);
    await isSomewhere();
  });

  await test.step('a name is found, its line left out and put back', async () => {
    await press('Control+f');
    await expect(page.getByTestId('review-find')).toBeFocused();
    await page.keyboard.type('CJ');
    await expect(page.getByTestId('find-count')).toContainText('1번째');
    await press('Escape');
    await isSomewhere();
    const out = page.getByTestId('line-tab-out');
    const before = await out.allTextContents();
    await press('Control+Delete');
    await expect.poll(() => out.allTextContents()).not.toEqual(before);
    await press('Control+z');
    await expect.poll(() => out.allTextContents()).toEqual(before);
  });

  await test.step('columns are sorted from the first row, and the names are left downwards', async () => {
    // Nothing is left to look at: the keyboard is on the button that sends.
    await tabTo('review-grid', 'Shift+Tab');
    await press('Control+Home');
    await press('ArrowUp');
    await press('ArrowRight');
    await press('Enter');
    await expect(page.locator('.review [aria-sort=ascending]')).toHaveCount(1);
    await press('ArrowDown');
    await isSomewhere();
  });

  await test.step('Ctrl+Enter sends; the keyboard is on the way back, and Escape takes it back', async () => {
    await press('Control+Enter');
    await expect(page.getByTestId('undo-button')).toBeFocused();
    await press('Escape');
    await expect(page.getByTestId('undo-button')).toHaveCount(0);
    // The lines are read again before they can go again.
    await expect(page.getByTestId('enqueue-button')).toBeFocused();
    await expect(page.getByTestId('enqueue-button')).toBeEnabled();
    await press('Control+Enter');
    await expect(page.getByTestId('undo-button')).toBeFocused();
  });

  await test.step('the log settles; a refused order is opened and tried again', async () => {
    await press('Control+2');
    await waitUntilSettled(page);
    // The number of an old parcel is refused; the cancelled order stayed in the review.
    await expect(page.getByTestId('log-count-rejected')).toHaveText('1');
    // Where the keyboard is in the list its rows stay in their places: it goes there once the worst stands above.
    await expect(page.getByTestId('log-group').first()).toHaveAttribute('data-group', /^rejected/u);
    await press('Control+f');
    await expect(page.getByTestId('log-search')).toBeFocused();
    await tabTo('log-grid');
    await press('ArrowDown');
    for (let steps = 0; steps < 8; steps += 1) {
      if ((await page.locator('[data-testid=log-row][data-state=rejected] :focus').count()) > 0) break;
      await press('ArrowDown');
    }
    const row = page.locator('[data-testid=log-row]:has(:focus)');
    await expect(row).toHaveAttribute('data-state', 'rejected');
    const detail = row.getByTestId('log-detail');
    const wasOpen = (await detail.count()) > 0;
    await press('Enter');
    await expect(detail).toHaveCount(wasOpen ? 0 : 1);
    if (wasOpen) await press('Enter');
    await expect(detail).toBeVisible();
    await isSomewhere();
    await press('Control+1');
    await press('Control+2');
    await waitUntilSettled(page);
    expect(await countOf(page, 'log-count-succeeded')).toBeGreaterThan(50);
  });
});

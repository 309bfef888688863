import { join } from 'node:path';
import type { Page } from 'playwright';
import { openSample, setUndoSeconds, waitUntilSettled } from './steps';

const sample = join(import.meta.dirname, '../../../resources/samples/sample-shipments.xlsx');

/** A state of the window: how to reach it from the one before, and the drawing it is compared with. */
export interface WindowState {
  name: string;
  drawing?: string;
  reach(page: Page): Promise<void>;
}

const place = (name: string) => async (page: Page) => {
  await page.getByTestId(`nav-${name}`).click();
  await page.locator(`main[data-screen=${name}]`).waitFor();
};

/** In this order, in one app on an empty data folder: what `npm run screenshots` draws and the axe story walks. */
export const windowStates: readonly WindowState[] = [
  { name: 'first-run', drawing: 'first-run', reach: place('send') },
  {
    name: 'send-empty',
    drawing: 'send-empty-practice',
    async reach(page) {
      await page.getByTestId('start-later').click();
      await page.getByTestId('start-later').waitFor({ state: 'detached' });
    },
  },
  { name: 'log-empty', reach: place('log') },
  {
    name: 'orders',
    drawing: 'orders-today',
    async reach(page) {
      await place('orders')(page);
      await page.getByTestId('order-fetch').click();
      await page.getByTestId('order-row').nth(1).locator('.log-name').click();
      await page.getByTestId('order-panel').waitFor();
    },
  },
  {
    name: 'orders-untracked',
    drawing: 'orders-untracked',
    async reach(page) {
      await page.getByTestId('orders-tab-untracked').click();
      await page.locator('.untracked-days').waitFor();
    },
  },
  {
    name: 'orders-find',
    drawing: 'orders-find',
    async reach(page) {
      await page.getByTestId('orders-find-open').click();
      await page.locator('.find-sheet.open').waitFor();
    },
  },
  {
    name: 'orders-pull-out-empty',
    drawing: 'pull-out',
    async reach(page) {
      await page.getByTestId('orders-find-close').click();
      await page.getByTestId('orders-tab-pull-out').click();
    },
  },
  { name: 'insights', drawing: 'insights', reach: place('insights') },
  { name: 'settings', drawing: 'settings-store', reach: place('settings') },
  {
    name: 'notices',
    async reach(page) {
      await page.getByTestId('notices-open').click();
      // From the file that the build made, under the window's own policy.
      await page.locator('[data-testid=notice][data-package=pretendard] summary').click();
    },
  },
  {
    name: 'connect',
    drawing: 'first-run-connect',
    async reach(page) {
      await page.keyboard.press('Escape');
      await page.getByTestId('notice').first().waitFor({ state: 'detached' });
      await page.getByTestId('store-add').click();
      await page.getByTestId('store-client-id').waitFor();
    },
  },
  {
    name: 'keys',
    async reach(page) {
      await page.keyboard.press('F1');
      await page.getByTestId('key-list').waitFor();
    },
  },
  {
    name: 'palette',
    async reach(page) {
      await page.keyboard.press('Escape');
      await page.getByTestId('key-list').waitFor({ state: 'detached' });
      await page.keyboard.press('Control+k');
      await page.getByTestId('palette').waitFor();
    },
  },
  {
    name: 'review',
    drawing: 'send-review',
    async reach(page) {
      await page.keyboard.press('Escape');
      await page.getByTestId('palette').waitFor({ state: 'detached' });
      await openSample(page, sample);
    },
  },
  {
    name: 'review-find',
    async reach(page) {
      await page.keyboard.press('Control+f');
      await page.getByTestId('review-find').fill('한진');
      await page.locator('[data-testid=find-count]:not(:empty)').waitFor();
    },
  },
  {
    name: 'review-filter',
    async reach(page) {
      await page.keyboard.press('Escape');
      await page.locator('.review .grid-header[data-column=recipient] button').click();
      await page.getByTestId('remark-filter').click();
      await page.getByTestId('remark-kind').first().waitFor();
    },
  },
  {
    name: 'review-sorted',
    async reach(page) {
      await page.keyboard.press('Escape');
      await page.getByTestId('remark-kind').first().waitFor({ state: 'detached' });
    },
  },
  {
    name: 'sending-undo',
    drawing: 'send-sending-undo',
    async reach(page) {
      await setUndoSeconds(page, 30);
      await page.getByTestId('enqueue-button').click();
      await page.locator('[data-run=undo]').waitFor();
    },
  },
  {
    name: 'sending',
    drawing: 'send-sending',
    async reach(page) {
      // Nothing leaves while it is looked at, so that the picture is the same each time.
      await page.getByTestId('undo-button').click();
      await page.getByTestId('enqueue-button').waitFor();
      await page.getByTestId('pause-toggle').click();
      await setUndoSeconds(page, 0);
      await page.getByTestId('enqueue-button').click();
      await page.locator('[data-run=going]').waitFor();
    },
  },
  {
    name: 'sending-done',
    drawing: 'send-sending-done',
    async reach(page) {
      await page.getByTestId('pause-toggle').click();
      await page.locator('[data-run=over]').waitFor({ timeout: 90_000 });
    },
  },
  {
    name: 'log',
    drawing: 'log-today',
    async reach(page) {
      await place('log')(page);
      await waitUntilSettled(page);
    },
  },
];

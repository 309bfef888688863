import { join } from 'node:path';
import { openSample } from '../steps';
import { place } from './window-state';
import type { WindowState } from './window-state';

const root = join(import.meta.dirname, '../../../..');
const sample = join(root, 'resources/samples/sample-shipments.xlsx');
const locked = join(root, 'test/fixtures/sheets/files/own-locked-agile.xlsx');

/** A file from its password to the question before it is closed. */
export const reviewStates: readonly WindowState[] = [
  {
    name: 'sheet-password',
    drawing: 'trouble-password',
    async reach(page) {
      await page.keyboard.press('Escape');
      await page.getByTestId('palette').waitFor({ state: 'detached' });
      await place('send')(page);
      await page.getByTestId('sheet-input').setInputFiles(locked);
      await page.getByTestId('sheet-password').waitFor();
    },
  },
  {
    name: 'review',
    drawing: 'send-review',
    async reach(page) {
      await page.locator('.close-tab').click();
      await page.locator('.close-tab').waitFor({ state: 'detached' });
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
    name: 'review-columns',
    drawing: 'send-columns',
    async reach(page) {
      await page.getByTestId('columns-open').click();
      await page.locator('[data-testid=columns-open][aria-expanded=true]').waitFor();
    },
  },
  {
    name: 'review-cell',
    drawing: 'send-edit-cell',
    async reach(page) {
      await page.keyboard.press('Escape');
      await page.locator('[data-testid=columns-open][aria-expanded=false]').waitFor();
      await page.locator('[data-testid=review-cell][data-field=trackingNumber]').nth(2).click();
      await page.keyboard.press('F2');
      await page.locator('.cell-edit.editing').waitFor();
    },
  },
  {
    name: 'review-range',
    drawing: 'send-edit-paste',
    async reach(page) {
      await page.keyboard.press('Escape');
      await page.locator('.cell-edit.editing').waitFor({ state: 'detached' });
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
      await page.locator('.grid-cell.selected').nth(1).waitFor();
    },
  },
  {
    name: 'review-courier',
    drawing: 'send-edit-courier',
    async reach(page) {
      await page.locator('[data-testid=review-cell][data-field=courier] [data-testid=courier-pick]').nth(1).click();
      await page.locator('[role=listbox] [role=option]').first().waitFor();
    },
  },
  {
    name: 'review-close',
    async reach(page) {
      await page.keyboard.press('Escape');
      await page.locator('[role=listbox]').waitFor({ state: 'detached' });
      await page.keyboard.press('Control+w');
      await page.getByRole('alertdialog').waitFor();
    },
  },
];

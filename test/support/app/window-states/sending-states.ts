import { setUndoSeconds, waitUntilSettled } from '../steps';
import { answerNo, place } from './window-state';
import type { WindowState } from './window-state';

/** From the press that sends to the log of it, in the same app. */
export const sendingStates: readonly WindowState[] = [
  {
    name: 'sending-undo',
    drawing: 'send-sending-undo',
    async reach(page) {
      await answerNo(page);
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
  {
    name: 'orders-sent',
    drawing: 'orders-sent',
    async reach(page) {
      await place('orders')(page);
      await page.getByTestId('orders-tab-sent').click();
      await page.locator('.sent-grid [data-testid=order-row] .log-name').nth(1).click();
      await page.getByTestId('order-panel').waitFor();
    },
  },
  {
    name: 'log-open',
    async reach(page) {
      await place('log')(page);
      await page.locator('[data-testid=log-row][data-state=succeeded] .open-row').first().click();
      await page.locator('[data-testid=log-row].open .grid-below').waitFor();
    },
  },
  {
    name: 'log-bulk',
    drawing: 'log-bulk',
    rows: '[data-testid=log-row]',
    async reach(page) {
      await page.locator('[data-testid=log-row].open .open-row').click();
      await page.locator('[data-testid=log-row].open').waitFor({ state: 'detached' });
      await page.locator('[data-testid=log-row] .log-pick').nth(0).click();
      await page
        .locator('[data-testid=log-row] .log-pick')
        .nth(2)
        .click({ modifiers: ['Shift'] });
      await page.locator('.log.picking').waitFor();
    },
  },
  {
    name: 'log-nothing-found',
    async reach(page) {
      await page.keyboard.press('Escape');
      await page.locator('.log.picking').waitFor({ state: 'detached' });
      await page.getByTestId('log-search').fill('없는 이름');
      await page.locator('.log-grid .grid-empty').waitFor();
    },
  },
  {
    name: 'log-paused',
    drawing: 'log-today-trouble',
    async reach(page) {
      await page.getByTestId('log-search').fill('');
      await page.getByTestId('log-row').first().waitFor();
      await page.getByTestId('pause-toggle').click();
      await page.locator('[data-testid=connection-badge][data-state=paused]').waitFor();
    },
  },
];

import type { Page } from 'playwright';
import { z } from 'zod';
import { place } from './window-state';
import type { WindowState } from './window-state';

const rowSchema = z.array(z.array(z.string()));

/** A courier's sheet without numbers of ours: of what the form on the screen has, all but the last, and a stranger. */
async function courierSheet(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const rows = rowSchema.parse(
    await page
      .getByTestId('form-row')
      .evaluateAll((all) =>
        all.map((row) =>
          ['recipient', 'phone', 'address'].map((puts) => row.querySelector(`.puts-${puts}`)?.textContent ?? ''),
        ),
      ),
  );
  const known = rows.slice(0, -1).map((cells, n) => [...cells, `9911300${String(700 + n)}1`]);
  const lines = [
    ['명', '전화', '주소', '운송장번호'],
    ...known,
    ['남모름', '010-7777-1234', '대전 중구 모르길 7', '99113007991'],
  ];
  const csv = lines.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n');
  return { name: '로젠_오후.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
}

/** The first run, 주문 and a join, before a file is sent. */
export const firstStates: readonly WindowState[] = [
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
  {
    name: 'courier-form',
    drawing: 'courier-form',
    async reach(page) {
      await page.getByTestId('orders-tab-new').click();
      await page.getByTestId('form-open').click();
      await page.getByTestId('form-row').first().waitFor();
    },
  },
  {
    name: 'courier-form-layout',
    drawing: 'courier-form-layout',
    async reach(page) {
      await page.getByTestId('layout-open').click();
      await page.getByTestId('layout-column').first().waitFor();
    },
  },
  {
    name: 'join',
    drawing: 'join',
    async reach(page) {
      await page.getByTestId('layout-close').click();
      const sheet = await courierSheet(page);
      await page.getByTestId('form-close').click();
      await place('send')(page);
      await page.getByTestId('sheet-input').setInputFiles(sheet);
      await page.getByTestId('join-open').click();
      await page.locator('[data-testid=join-place][data-ready=true]').waitFor();
    },
  },
  {
    name: 'join-held',
    drawing: 'join-drag',
    async reach(page) {
      await page.getByTestId('join-lift').click();
      await page.locator('.join-row.held').waitFor();
    },
  },
  {
    name: 'insights',
    drawing: 'insights',
    async reach(page) {
      await page.keyboard.press('Escape');
      await page.getByTestId('join-close').click();
      await page.locator('.close-tab').click();
      await page.locator('.dialog .button.danger').first().click();
      await page.locator('.close-tab').waitFor({ state: 'detached' });
      await place('insights')(page);
    },
  },
];

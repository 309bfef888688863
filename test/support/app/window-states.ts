import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from 'playwright';
import { z } from 'zod';
import type { CallOutput } from '../../../src-preload/contract/calls';
import type { EventPayload } from '../../../src-preload/contract/events';
import { countsSchema } from '../../../src-preload/contract/job';
import type { EventName } from '../../../src-preload/contract/names';
import type { StoreStatus } from '../../../src-preload/contract/store';
import { inMain } from './in-main';
import { openSample, setUndoSeconds, waitUntilSettled } from './steps';

const sample = join(import.meta.dirname, '../../../resources/samples/sample-shipments.xlsx');
const locked = join(import.meta.dirname, '../../fixtures/sheets/files/own-locked-agile.xlsx');

/** A state of the window: how to reach it from the one before, and the drawing it is compared with. */
export interface WindowState {
  name: string;
  drawing?: string;
  reach(page: Page, app: ElectronApplication): Promise<void>;
}

const place = (name: string) => async (page: Page) => {
  await page.getByTestId(`nav-${name}`).click();
  await page.locator(`main[data-screen=${name}]`).waitFor();
};

/** Tells the window what the main process would tell it of something that cannot be had here. */
const tell = <Name extends EventName>(app: ElectronApplication, name: Name, payload: EventPayload<Name>) =>
  inMain(
    app,
    ({ BrowserWindow }, { channel, said }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send(channel, said);
    },
    { channel: `event:${name}`, said: payload },
  );

/** What the window knows of its stores. */
async function knownStatus(page: Page): Promise<EventPayload<'status-changed'>> {
  const { value }: { value: CallOutput<'app-start'> } = await page.evaluate(() =>
    Reflect.get(globalThis, 'desk').call('app-start', {}),
  );
  const { stores, statuses, chosen } = value;
  return { stores, statuses, ...(chosen === undefined ? {} : { chosen }) };
}

/** Tells the window that something is wrong with all its stores. */
async function tellTrouble(page: Page, app: ElectronApplication, trouble: Partial<StoreStatus>): Promise<void> {
  const { statuses, ...known } = await knownStatus(page);
  await tell(app, 'status-changed', { ...known, statuses: statuses.map((each) => ({ ...each, ...trouble })) });
}

/** Opens a dialog that asks, and answers once it is there. */
async function ask(page: Page, button: Locator): Promise<void> {
  await button.click();
  await page.getByRole('alertdialog').waitFor();
}

async function answerNo(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
}

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
  {
    name: 'update-line',
    async reach(page, app) {
      const notes = [
        { text: '고침', isHeading: true },
        { text: '줄이 많은 파일에서 스크롤이 끊기지 않아요.', isHeading: false },
        { text: '택배사에서 다시 받은 파일은 바뀐 줄만 보여 줘요.', isHeading: false },
      ];
      const state = { is: 'ready', version: '1.4.0', notes, asks: true, onClose: false } as const;
      await tell(app, 'updates-changed', { state, isAutomatic: true });
      await page.getByTestId('update-line').waitFor();
    },
  },
  {
    name: 'update-dialog',
    drawing: 'trouble-update',
    async reach(page) {
      await page.getByTestId('update-see').click();
      await page.getByTestId('update-dialog').waitFor();
    },
  },
  {
    name: 'proxy-sign-in',
    async reach(page, app) {
      await tell(app, 'updates-changed', { state: { is: 'absent' }, isAutomatic: true });
      await page.getByTestId('update-dialog').waitFor({ state: 'detached' });
      const fault = { is: 'proxy-sign-in', proxy: 'proxy.example:8080', refused: false } as const;
      await tellTrouble(page, app, { connection: 'offline', fault });
      await page.getByTestId('proxy-sign-in').waitFor();
    },
  },
  {
    name: 'offline',
    async reach(page, app) {
      await tellTrouble(page, app, {});
      await page.getByTestId('proxy-sign-in').waitFor({ state: 'detached' });
      await place('send')(page);
      const now = Date.now();
      await tellTrouble(page, app, {
        connection: 'offline',
        offlineCause: 'no-word',
        offlineSince: now,
        nextProbeAt: now + 240_000,
      });
      await page.locator('.banner.offline').waitFor();
    },
  },
  {
    name: 'wrong-secret',
    async reach(page, app) {
      await tellTrouble(page, app, { connection: 'paused', pause: { cause: 'secret', since: Date.now() } });
      await page.locator('.banner.trouble').waitFor();
    },
  },
  {
    name: 'ip-not-allowed',
    drawing: 'trouble-ip',
    async reach(page, app) {
      const pause = { cause: 'ip', since: Date.now(), until: Date.now() + 900_000, detail: '203.0.113.24' } as const;
      await tellTrouble(page, app, { connection: 'paused', pause });
      await page.locator('.banner', { hasText: pause.detail }).waitFor();
    },
  },
  {
    name: 'after-restore',
    drawing: 'trouble-restored',
    async reach(page, app) {
      const { statuses } = await knownStatus(page);
      const counts = { ...statuses[0]?.counts, unknown: 8 };
      const pause = { cause: 'look-first', since: Date.now() } as const;
      await tellTrouble(page, app, { connection: 'paused', pause, counts: countsSchema.parse(counts) });
      await page.locator('.banner.calm').waitFor();
    },
  },
  {
    name: 'settings',
    drawing: 'settings-store',
    async reach(page, app) {
      await tellTrouble(page, app, {});
      await page.locator('.banner').waitFor({ state: 'detached' });
      await place('settings')(page);
      await page.getByTestId('store-test').click();
      await page.locator('[data-testid=store-test-result][data-code=ok]').waitFor();
    },
  },
  {
    name: 'store-remove',
    async reach(page, app) {
      // The practice store itself cannot be removed.
      const { stores, ...known } = await knownStatus(page);
      await tell(app, 'status-changed', { ...known, stores: stores.map((each) => ({ ...each, practice: false })) });
      await ask(page, page.getByTestId('store-remove').first());
    },
  },
  {
    name: 'notices',
    async reach(page, app) {
      await answerNo(page);
      await tellTrouble(page, app, {});
      await page.getByTestId('notices-open').click();
      // From the file that the build made, under the window's own policy.
      await page.locator('[data-testid=notice][data-package=pretendard] summary').click();
    },
  },
  {
    name: 'settings-backup',
    async reach(page) {
      await page.keyboard.press('Escape');
      await page.getByTestId('notice').first().waitFor({ state: 'detached' });
      await page.locator('[data-testid=settings-link][data-for=backup]').click();
      await page.locator('[data-section=backup]:focus').waitFor();
    },
  },
  {
    name: 'backup-restore',
    async reach(page) {
      await page.getByTestId('backup-make').click();
      await ask(page, page.getByTestId('backup-restore').first());
    },
  },
  {
    name: 'support',
    drawing: 'trouble-report',
    async reach(page) {
      await answerNo(page);
      await page.getByTestId('support-report').click();
      await page.getByTestId('support-part').first().waitFor();
    },
  },
  {
    name: 'connect',
    drawing: 'first-run-connect',
    async reach(page) {
      await page.keyboard.press('Escape');
      await page.getByTestId('support-part').first().waitFor({ state: 'detached' });
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

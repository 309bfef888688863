import { knownStatus, tell, tellTrouble } from './tell-window';
import { answerNo, ask, place } from './window-state';
import type { WindowState } from './window-state';

/** 설정 and its dialogs, the list of keys and the palette. */
export const settingsStates: readonly WindowState[] = [
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
];

import { countsSchema } from '../../../../src-preload/contract/job';
import { knownStatus, tell, tellTrouble } from './tell-window';
import { place } from './window-state';
import type { WindowState } from './window-state';

/** What the main process tells of updates and stores; told, as it cannot be had here. */
export const troubleStates: readonly WindowState[] = [
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
];

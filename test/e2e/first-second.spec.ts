import { join } from 'node:path';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { launchDesk } from '../support/app/launch';
import type { Desk } from '../support/app/launch';
import { credentials } from '../support/app/practice-process';
import { addNaverStore } from '../support/app/steps';
import { shipment, shipmentHead, writeWorkbook } from '../support/app/workbook';
import { inMain } from '../support/app/in-main';

/** The window before the main process has answered anything: nothing untrue, no press lost, nothing moves afterwards. */

/** Begins the window again and holds its first call until the answer is let through. */
async function startHeld({ app, page }: Desk): Promise<() => Promise<void>> {
  await inMain(app, ({ ipcMain }) => {
    const handlers: Map<string, (...given: unknown[]) => unknown> = Reflect.get(ipcMain, '_invokeHandlers');
    const channel = 'call:app-start';
    const original = handlers.get(channel);
    if (!original) throw new Error(`nothing answers ${channel}`);
    const released = new Promise<void>((resolve) => Reflect.set(globalThis, 'releaseStart', resolve));
    handlers.set(channel, async (...given) => {
      await released;
      return original(...given);
    });
  });
  await page.reload();
  await page.getByTestId('nav-send').waitFor();
  return () => inMain(app, () => Reflect.apply(Reflect.get(globalThis, 'releaseStart'), undefined, []));
}

test('before the stores are known: the badge says so, the pause waits, a screen asked for comes, and nothing moves', async () => {
  const desk = await launchDesk();
  const { page } = desk;
  await expect(page.getByTestId('connection-badge')).toHaveAttribute('data-state', 'online');
  const release = await startHeld(desk);
  const badge = page.getByTestId('connection-badge');
  const pause = page.getByTestId('pause-toggle');
  await expect(badge).toHaveText('불러오는 중');
  await expect(badge).toHaveAttribute('data-state', 'starting');
  await expect(pause).toBeDisabled();
  await expect(pause).toHaveAttribute('title', '불러오는 중');
  await picture(page, 'first-second');
  const places = () =>
    Promise.all(
      ['nav-send', 'nav-settings', 'store-select'].map(async (id) => {
        const box = await page.getByTestId(id).boundingBox();
        return [box?.x, box?.y];
      }),
    );
  const before = await places();
  await page.getByTestId('nav-settings').click();
  await expect(page.locator('.stage').getByText('불러오는 중').last()).toBeVisible();

  await release();
  await expect(badge).toHaveAttribute('data-state', 'online');
  await expect(page.getByTestId('store-add')).toBeVisible();
  await expect(pause).toBeEnabled();
  expect(await places()).toEqual(before);
  await desk.close();
});

test('a file handed in before the stores are known is read once they are', async () => {
  const desk = await launchDesk();
  const { page } = desk;
  await expect(page.getByTestId('connection-badge')).toHaveAttribute('data-state', 'online');
  const file = join(desk.folder, 'early.xlsx');
  await writeWorkbook(file, [shipmentHead, shipment(1)]);
  const release = await startHeld(desk);
  await page.getByTestId('sheet-input').setInputFiles(file);
  await expect(page.getByTestId('review')).toHaveCount(0);
  await release();
  await page.locator('[data-testid=review][data-file="early.xlsx"][data-ready=true]').waitFor();
  await desk.close();
});

test('a store that was just added can be paused at once', async () => {
  const desk = await launchDesk({ env: { BALSONG_NAVER_URL: 'http://127.0.0.1:9' } });
  const { page } = desk;
  // The start of the app itself is over: what is seen from here on is of the new store.
  await expect(page.getByTestId('connection-badge')).not.toHaveAttribute('data-state', 'starting');
  await page.evaluate(() => {
    const seen: string[] = [];
    Reflect.set(globalThis, 'seenStates', seen);
    new MutationObserver(() => {
      const badge = document.querySelector<HTMLElement>('[data-testid=connection-badge]');
      const state = `${badge?.dataset['state'] ?? ''} ${badge?.textContent ?? ''}`;
      if (seen.at(-1) !== state) seen.push(state);
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await addNaverStore(page, '하늘상점', credentials);
  await page.getByTestId('pause-toggle').click();
  await expect(page.getByTestId('connection-badge')).toHaveAttribute('data-state', 'paused');
  // Its first state is its own: never that of a store without one.
  const seen = await page.evaluate(() => Array.from<string>(Reflect.get(globalThis, 'seenStates')));
  expect(seen.filter((state) => state.startsWith('none') || state.startsWith('starting'))).toEqual([]);
  await desk.close();
});

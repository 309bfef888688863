import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../support/app/story';
import { launchDesk } from '../support/app/launch';
import { inMain } from '../support/app/in-main';

test('theme and text size change at once, by settings and by keys, and stay after a restart', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'appearance-'));
  const desk = await launchDesk({ dataDir });
  const { page } = desk;
  const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const zoom = (): Promise<number> =>
    inMain(desk.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor() ?? 0);
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('theme-choice-light').check();
  const light = await ground();
  await page.getByTestId('theme-choice-dark').check();
  await expect.poll(ground).not.toBe(light);
  const dark = await ground();
  await expect(page.getByTestId('zoom')).toHaveText('글자 크기 100%');
  await inMain(desk.app, ({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({
      type: 'keyDown',
      keyCode: '=',
      modifiers: ['control'],
    }),
  );
  await expect(page.getByTestId('zoom')).toHaveText('글자 크기 115%');
  await expect(page.getByTestId('zoom-choice-1.15')).toBeChecked();
  await expect.poll(zoom).toBeCloseTo(1.15);
  await page.getByTestId('zoom-choice-1').check();
  await expect.poll(zoom).toBeCloseTo(1);
  await desk.close();

  const again = await launchDesk({ dataDir });
  await again.page.getByTestId('nav-settings').click();
  await expect(again.page.getByTestId('theme-choice-dark')).toBeChecked();
  await expect.poll(() => again.page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(dark);
  await again.close();
  await rm(dataDir, { recursive: true, force: true });
});

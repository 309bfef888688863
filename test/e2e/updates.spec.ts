import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ignoreClosedChannel } from '../support/app/closed-channel';
import { launchDesk } from '../support/app/launch';
import { seriousFindings } from '../support/app/serious-findings';
import { expect, test } from '../support/app/story';
import { startUpdateServer } from '../support/updates/update-server';

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balsong-update-'));
});
test.afterEach(async () => {
  // The app that took the place is a script of a moment, the one before writes its last lines.
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

test('a newer version is downloaded, says what changed, and takes the place of this one after it has ended', async () => {
  test.skip(process.platform !== 'linux', 'an installer of Windows or macOS cannot be a script');
  const [installed, mark] = [join(folder, 'BalsongDesk.AppImage'), join(folder, 'started')];
  await writeFile(installed, 'the version before');
  await chmod(installed, 0o755);
  // What it runs as: notes that it was started, and whether the database was still open.
  const data = join(folder, 'data');
  const script = `#!/bin/sh\nls ${data}/desk.db-wal > /dev/null 2>&1 && open=open\necho "started $open" > ${mark}\n`;
  const server = await startUpdateServer({
    version: '99.0.0',
    file: 'BalsongDesk-99.0.0-x64.AppImage',
    bytes: Buffer.from(script),
    notes: '### 추가\n\n- 새 화면이에요.',
  });
  const env = { BALSONG_UPDATE_URL: server.url, APPIMAGE: installed };
  const { app, page } = await launchDesk({ dataDir: data, env });
  const closed = app.waitForEvent('close');
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('update-look').click();
  await expect(page.getByTestId('updates')).toHaveAttribute('data-state', 'ready');
  expect(await readFile(installed, 'utf8')).toBe('the version before');
  await page.getByTestId('update-open').click();
  await expect(page.getByTestId('update-dialog').getByTestId('update-news')).toContainText('새 화면이에요.');
  expect(await seriousFindings(page)).toEqual([]);
  // The window may be gone before the click has ended.
  await page.getByTestId('update-now').click().catch(ignoreClosedChannel);
  await closed;
  await expect.poll(() => readFile(mark, 'utf8').catch(() => '')).toBe('started \n');
  expect(await readFile(installed, 'utf8')).toBe(script);
  await server.close();
});

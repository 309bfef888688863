import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../src-main/database/file/migrate';
import { migrations } from '../../src-main/database/migrations/index';
import { openFile } from '../../src-main/database/file/sqlite-file';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import type { Page } from 'playwright';
import { electronArguments, launchDesk } from '../support/app/launch';
import type { Desk } from '../support/app/launch';
import { seriousFindings } from '../support/app/serious-findings';
import { openSample, setUndoSeconds, waitUntilSettled } from '../support/app/steps';
import { inMain } from '../support/app/in-main';

const root = join(import.meta.dirname, '../..');
const sample = join(root, 'resources/samples/sample-shipments.xlsx');

// Every story starts apps of its own: two workers can share them, and the longest file is not the last to end.
test.describe.configure({ mode: 'parallel' });

let dataDir = '';
test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'balsong-trouble-'));
});
test.afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

const spoil = (): Promise<void> =>
  writeFile(join(dataDir, 'desk.db'), 'not a database, but long enough to look like one. '.repeat(200));

test('a broken file: kept, and the newest backup brings everything back', async () => {
  const before = await launchDesk({ dataDir });
  await before.page.getByTestId('nav-settings').click();
  await before.page.getByTestId('backup-make').click();
  await expect(before.page.getByTestId('backup-row')).toHaveCount(1);
  await before.close();
  await spoil();

  const desk = await launchDesk({ dataDir, firstSight: 'start-trouble' });
  await expect(desk.page.getByTestId('start-trouble')).toHaveAttribute('data-code', 'corrupt');
  // Help can be asked for without a database, too.
  await desk.page.getByTestId('support-report').click();
  await expect(desk.page.getByTestId('support-part')).toHaveCount(3);
  await desk.page.keyboard.press('Escape');
  expect(await seriousFindings(desk.page)).toEqual([]);
  await desk.page.getByTestId('backup-restore').click();
  await expect(desk.page.getByTestId('nav-send')).toBeVisible();
  await expect(desk.page.getByText('연습 중: 실제 주문은 바뀌지 않아요')).toBeVisible();
  await desk.close();
});

test('a restore that was cut off between its steps is ended by the next start, which says so', async () => {
  const before = await launchDesk({ dataDir });
  await openSample(before.page, sample);
  await before.close();
  // As a kill leaves it: the old file is out of the way, and the new one is not in its place yet.
  await rename(join(dataDir, 'desk.db'), join(dataDir, 'desk.db.before-restore-20261126-170000'));
  const desk = await launchDesk({ dataDir });
  await expect(desk.page.getByText('되돌리기 전 파일을 열었어요.')).toBeVisible();
  await expect(desk.page.getByTestId('file-tab')).toHaveCount(1);
  await desk.close();
});

test('a broken file without a backup: an empty one after a question', async () => {
  await spoil();
  const desk = await launchDesk({ dataDir, firstSight: 'start-trouble' });
  await desk.page.getByTestId('begin-anew').click();
  await desk.page.getByRole('alertdialog').getByRole('button', { name: '빈 파일로 새로 시작하기' }).click();
  await expect(desk.page.getByTestId('nav-send')).toBeVisible();
  await desk.close();
});

test('a file that a newer version must change, and no backup of it: asked, and nothing changed before', async () => {
  const old = openFile(join(dataDir, 'desk.db'));
  expect(migrate(old, migrations.slice(0, 1))).toMatchObject({ ok: true });
  old.close();
  await writeFile(join(dataDir, 'backups'), '');
  const desk = await launchDesk({ dataDir, firstSight: 'start-trouble' });
  await expect(desk.page.getByTestId('start-trouble')).toHaveAttribute('data-code', 'no-backup');
  await picture(desk.page, 'trouble-no-backup');
  expect(await seriousFindings(desk.page)).toEqual([]);
  await desk.page.getByTestId('start-again').click();
  await expect(desk.page.getByTestId('start-trouble')).toHaveAttribute('data-code', 'no-backup');
  await desk.page.getByTestId('go-on-without-backup').click();
  await desk.page.getByRole('alertdialog').getByRole('button', { name: '백업 없이 이어 가기' }).click();
  await expect(desk.page.getByTestId('nav-send')).toBeVisible();
  await desk.close();
});

test('a file that cannot be written: said; after the mend a click is enough', async () => {
  // As root no permission bites: a folder in the file's place cannot be written by anybody.
  await mkdir(join(dataDir, 'desk.db'));
  const desk = await launchDesk({ dataDir, firstSight: 'start-trouble' });
  await expect(desk.page.getByTestId('start-trouble')).toHaveAttribute('data-code', 'read-only');
  await rm(join(dataDir, 'desk.db'), { recursive: true });
  await desk.page.getByTestId('start-again').click();
  await expect(desk.page.getByTestId('nav-send')).toBeVisible();
  await desk.close();
});

test('a folder that cannot be written, where not even the lock of a single instance can lie: said, too', async () => {
  const file = join(dataDir, 'file');
  await writeFile(file, '');
  const desk = await launchDesk({ dataDir: join(file, 'data'), firstSight: 'start-trouble' });
  await expect(desk.page.getByTestId('start-trouble')).toHaveAttribute('data-code', 'read-only');
  await picture(desk.page, 'start-read-only');
  await desk.close();
});

test('a file of a newer version is left as it is', async () => {
  const header = Buffer.alloc(100);
  header.write('SQLite format 3\0', 'latin1');
  header.writeUInt16BE(4096, 16);
  header.set([1, 1, 0, 64, 32, 32], 18);
  header.writeUInt32BE(1, 28);
  header.writeUInt32BE(4, 44);
  header.writeUInt32BE(1, 56);
  // PRAGMA user_version.
  header.writeUInt32BE(99_990, 60);
  const page = Buffer.alloc(4096);
  header.copy(page);
  // An empty table leaf: no cells, content at the end.
  page.set([0x0d, 0, 0, 0, 0, 0x10, 0, 0], 100);
  await writeFile(join(dataDir, 'desk.db'), page);
  const desk = await launchDesk({ dataDir, firstSight: 'start-trouble' });
  await expect(desk.page.getByTestId('start-trouble')).toHaveAttribute('data-code', 'newer-schema');
  await desk.close();
});

/** Answers the question about closing as told, and counts how often it was asked. */
async function stubQuestion(desk: Desk, response: number): Promise<() => Promise<number>> {
  await inMain(
    desk.app,
    ({ dialog }, answer) => {
      Reflect.set(globalThis, 'asked', 0);
      dialog.showMessageBox = async (...given: unknown[]) => {
        Reflect.set(globalThis, 'question', given.at(-1));
        Reflect.set(globalThis, 'asked', Number(Reflect.get(globalThis, 'asked')) + 1);
        return { response: answer, checkboxChecked: false };
      };
    },
    response,
  );
  return () => inMain(desk.app, () => Number(Reflect.get(globalThis, 'asked')));
}

/** What is sent can be taken back for so long that it is under way however busy the machine is. */
async function sendSample(page: Page): Promise<void> {
  await setUndoSeconds(page, 30);
  await openSample(page, sample);
  await page.getByTestId('enqueue-button').click();
  await expect(page.getByTestId('undo-button')).toBeVisible();
}

const pressClose = (desk: Desk): Promise<void> =>
  inMain(desk.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
const isShown = (desk: Desk): Promise<boolean> =>
  inMain(desk.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false);

test('closing with something unsettled asks once, and can go on without the window', async () => {
  const desk = await launchDesk({ dataDir });
  await sendSample(desk.page);
  const asked = await stubQuestion(desk, 1);
  await pressClose(desk);
  await expect.poll(() => isShown(desk)).toBe(false);
  expect(await asked()).toBe(1);
  // What it says, counted once over all that is not settled.
  const question = await inMain(desk.app, () => JSON.stringify(Reflect.get(globalThis, 'question')));
  expect(question).toMatch(/"아직 끝나지 않은 주문이 (\d+)건 있어요\."/u);
  expect(question).toMatch(/\d+건은 이 PC에 저장해 두었어요\. 프로그램을 닫으면 다음에 켤 때 이어서 처리해요/u);
  // The outbox goes on; what was sent without the window is there when it is back.
  await desk.page.getByTestId('nav-log').evaluate((button: HTMLElement) => button.click());
  await waitUntilSettled(desk.page);
  await inMain(desk.app, ({ app }) => app.emit('second-instance', {}, [], ''));
  await expect.poll(() => isShown(desk)).toBe(true);
  await desk.close();
});

test('quitting with something under way ends the app, and the next start goes on by itself', async () => {
  const desk = await launchDesk({ dataDir });
  await sendSample(desk.page);
  const closed = desk.app.waitForEvent('close', { timeout: 20_000 });
  await inMain(desk.app, ({ app }) => setImmediate(() => app.quit()));
  await closed;
  const again = await launchDesk({ dataDir });
  await again.page.getByTestId('nav-log').click();
  await waitUntilSettled(again.page);
  await expect(again.page.getByTestId('log-count-succeeded')).not.toHaveText('0');
  await again.close();
});

test('a system that shuts down waits for the app, which ends; the next start says what was left', async () => {
  const desk = await launchDesk({ dataDir });
  await desk.page.getByTestId('pause-toggle').click();
  await sendSample(desk.page);
  const closed = desk.app.waitForEvent('close', { timeout: 20_000 });
  const refused = desk.app.evaluate(({ BrowserWindow }) => {
    let waits = false;
    const event = {
      preventDefault: () => {
        waits = true;
      },
    };
    BrowserWindow.getAllWindows()[0]?.emit('query-session-end', event);
    return waits;
  });
  expect(await refused).toBe(true);
  await closed;
  const again = await launchDesk({ dataDir });
  // At 17:30 there is a note of the evening, too.
  const leftOpen = '지난번에는 PC가 꺼지면서 프로그램도 닫혔어요.';
  const note = again.page.getByTestId('missed-note').filter({ hasText: leftOpen });
  await expect(note).toContainText(/끝나지 않은 주문이 \d+건 남아 있었어요/u);
  await picture(again.page, 'trouble-left-behind');
  await note.getByTestId('missed-note-close').click();
  await expect(note).toHaveCount(0);
  await again.close();
  // Said once.
  const later = await launchDesk({ dataDir });
  await expect(later.page.getByTestId('nav-log')).toBeVisible();
  await expect(later.page.getByTestId('missed-note').filter({ hasText: leftOpen })).toHaveCount(0);
  await later.close();
});

test('a notice the system does not show is seen in the window, which the Dock brings back', async () => {
  const desk = await launchDesk({ dataDir });
  await desk.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.webContents.send('event:notice-missed', { title: '주문이 바뀌었어요.', body: '2건을 봐 주세요.' });
    window?.hide();
  });
  await desk.app.evaluate(({ app }) => app.emit('activate', {}));
  await expect.poll(() => isShown(desk)).toBe(true);
  await expect(desk.page.getByTestId('missed-note').filter({ hasText: '주문이 바뀌었어요.' })).toBeVisible();
  await desk.close();
});

test('a second start on the same folder hands its file to the first and leaves', async () => {
  // The first one was started for a file itself. Electron takes the first word for the app.
  const first = join(dataDir, '처음 연 파일.csv');
  const sheet = '상품주문번호,택배사,송장번호\n2026112712345611,CJ대한통운,123456789012\n';
  await mkdir(dataDir, { recursive: true });
  await writeFile(first, sheet);
  const desk = await launchDesk({ dataDir, args: [root, first] });
  const shown = desk.page.locator('[data-testid=review][data-ready=true]');
  await expect(shown).toHaveAttribute('data-file', '처음 연 파일.csv');
  const electron: unknown = createRequire(import.meta.url)('electron');
  const second = spawn(String(electron), [...electronArguments(), root, sample], {
    env: { ...process.env, BALSONG_DATA_DIR: dataDir },
    stdio: 'ignore',
  });
  const [code]: unknown[] = await once(second, 'exit');
  expect(code).toBe(0);
  await expect(shown).toHaveAttribute('data-file', 'sample-shipments.xlsx');
  // macOS hands a file over by an event of its own.
  const again = join(dataDir, 'opened.csv');
  await writeFile(again, sheet);
  await desk.app.evaluate(({ app }, path) => app.emit('open-file', { preventDefault() {} }, path), again);
  await expect(shown).toHaveAttribute('data-file', 'opened.csv');
  await desk.close();
});

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { launchDesk } from '../support/app/launch';
import { credentials, startPracticeProcess } from '../support/app/practice-process';
import { addNaverStore, openSample } from '../support/app/steps';
import { setClocks } from '../support/app/steer-clock';

/** Every file below a folder, as Latin-1 text so that bytes survive. */
async function everythingBelow(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return (await Promise.all(files.map((file) => readFile(file, 'latin1')))).join('\n');
}

test('a new store: its secret works, and is found nowhere in the data folder nor in the window', async () => {
  const market = await startPracticeProcess();
  const desk = await launchDesk({ env: { BALSONG_NAVER_URL: market.url } });
  const { page } = desk;
  await expect(page.getByText('시험 주소')).toBeVisible();

  await addNaverStore(page, '하늘상점', credentials);
  await page.getByTestId('store-test').click();
  await expect(page.getByTestId('store-test-result')).toHaveAttribute('data-code', 'ok');

  expect(await page.content()).not.toContain(credentials.clientSecret);
  const stores = await page.evaluate(() => Reflect.get(globalThis, 'desk').call('stores-list', {}));
  expect(JSON.stringify(stores)).toContain('하늘상점');
  expect(JSON.stringify(stores)).not.toContain(credentials.clientSecret);
  const stored = await everythingBelow(desk.dataDir);
  expect(stored).toContain(credentials.clientId);
  expect(stored).not.toContain(credentials.clientSecret);

  await desk.close();
  await market.stop();
});

test('a wrong secret: the test says so, jobs stay queued and the store is paused', async () => {
  const market = await startPracticeProcess();
  const desk = await launchDesk({ env: { BALSONG_NAVER_URL: market.url } });
  const { page } = desk;
  await addNaverStore(page, '하늘상점', { ...credentials, clientSecret: '$2a$04$zzzzzzzzzzzzzzzzzzzzzu' });
  await page.getByTestId('store-test').click();
  await expect(page.getByTestId('store-test-result')).toHaveAttribute('data-code', 'bad-secret');

  await openSample(page, join(import.meta.dirname, '../../resources/samples/sample-shipments.xlsx'));
  await page.getByTestId('enqueue-button').click();
  await expect(page.getByTestId('connection-badge')).toHaveAttribute('data-state', 'paused');
  await page.getByTestId('nav-log').click();
  await expect(page.getByTestId('log-count-queued')).not.toHaveText('0');
  await expect(page.getByTestId('log-count-sending')).toHaveText('0');
  await expect(page.getByTestId('log-count-succeeded')).toHaveText('0');

  // The banner's button opens the form, on the settings screen as anywhere else; the right secret lets the jobs go.
  await page.getByTestId('nav-settings').click();
  await page.getByText('네이버가 이 스토어의 연결 정보를 받아들이지 않아요.').waitFor();
  await page.getByRole('button', { name: '시크릿 바꾸기' }).first().click();
  await page.getByTestId('store-client-secret').fill(credentials.clientSecret);
  await page.getByTestId('store-save').click();
  await expect(page.getByTestId('connection-badge')).toHaveAttribute('data-state', 'online');
  await page.getByTestId('nav-log').click();
  // A token, a reading and a call: a machine with much else to do takes its time.
  await expect(page.getByTestId('log-count-succeeded')).not.toHaveText('0', { timeout: 60_000 });
  await desk.close();
  await market.stop();
});

test('half a year later: a calm band asks to look after the application, until it was looked after', async () => {
  const market = await startPracticeProcess();
  const desk = await launchDesk({ env: { BALSONG_NAVER_URL: market.url } });
  const { page } = desk;
  await addNaverStore(page, '하늘상점', credentials);
  await expect(page.getByTestId('check-reminder')).toHaveCount(0);
  const later = Date.now() + 180 * 86_400_000;
  await setClocks({ desk, market }, later);
  await page.clock.setFixedTime(later);
  await page.reload();
  await expect(page.getByTestId('check-reminder')).toContainText('‘하늘상점’의 애플리케이션을 살펴볼 때가 됐어요');
  await page.getByTestId('nav-settings').click();
  await expect(page.getByTestId('check-due')).toBeVisible();
  await picture(page, 'secret-check');
  // The day the application was authenticated on counts, once it is said: that is less than 150 days ago.
  const day = new Date(Date.now() + 100 * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Seoul' });
  await page.getByTestId('check-day').fill(day);
  await page.getByTestId('check-day').press('Enter');
  await expect(page.getByTestId('check-due')).toHaveCount(0);
  await expect(page.getByTestId('check-until')).toContainText('30일 전부터 알려요');
  await picture(page, 'secret-check-day');
  // On every other screen there is no word of it either.
  await page.reload();
  await expect(page.getByTestId('nav-send')).toBeVisible();
  await expect(page.getByTestId('check-reminder')).toHaveCount(0);
  await desk.close();
  await market.stop();
});

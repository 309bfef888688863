import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFile } from '../../src-main/database/file/sqlite-file';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { launchDesk } from '../support/app/launch';
import { dispatchesOf, placeOrders } from '../support/app/market-orders';
import { credentials, startPracticeProcess } from '../support/app/practice-process';
import { sendSheet } from '../support/app/sheet-steps';
import { addNaverStore } from '../support/app/steps';
import { shipmentHead } from '../support/app/workbook';
import { startTcpFaults } from '../support/market/tcp-faults';

/** The badge and the ticks say only what was proven, and a refusal counts at once. */

test('a store is untested until the market has answered; saving tests it, and what was proven survives a restart', async () => {
  const market = await startPracticeProcess();
  const way = await startTcpFaults({ port: Number(new URL(market.url).port) });
  way.plan([], { kind: 'stall', towards: 'market', afterBytes: 0 });
  const dataDir = await mkdtemp(join(tmpdir(), 'badge-'));
  const env = { BALSONG_NAVER_URL: way.url };
  let desk = await launchDesk({ dataDir, env });
  const badge = () => desk.page.getByTestId('connection-badge');
  const result = () => desk.page.getByTestId('store-test-result');
  // Nothing comes back of what its market is asked.
  await addNaverStore(desk.page, '하늘상점', credentials);
  await way.struck('stall');
  await expect(badge()).toHaveText('아직 연결 전');
  await expect(badge()).toHaveAttribute('data-proven', 'false');

  way.plan([]);
  way.release();
  await expect(result()).toHaveAttribute('data-code', 'ok');
  await expect(badge()).toHaveText(/^연결됨 \d\d:\d\d$/u);
  await expect(badge()).toHaveAttribute('data-proven', 'true');
  await expect(badge()).toHaveAttribute('title', /^하늘상점 · 연결됨/u);
  await expect(desk.page.locator('.store-card.chosen [data-tick=permission]')).toHaveAttribute(
    'data-tick-state',
    'yes',
  );
  await picture(desk.page, 'badge-proven');
  await desk.close();

  desk = await launchDesk({ dataDir, env });
  await expect(badge()).toHaveText(/^연결됨 \d\d:\d\d$/u);
  await desk.page.getByTestId('nav-settings').click();
  await expect(result()).toContainText(/\d\d:\d\d에 살펴봤어요/u);
  await expect(desk.page.locator('.store-card.chosen [data-tick=ip]')).toHaveAttribute('data-tick-state', 'yes');
  await desk.close();
  await way.close();
  await market.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test('a secret the market refuses: the store stops with the test, though nothing waits to be sent', async () => {
  const market = await startPracticeProcess();
  const desk = await launchDesk({ env: { BALSONG_NAVER_URL: market.url } });
  const { page } = desk;
  const badge = page.getByTestId('connection-badge');
  await addNaverStore(page, '하늘상점', { ...credentials, clientSecret: '$2a$04$zzzzzzzzzzzzzzzzzzzzzu' });
  await expect(page.getByTestId('store-test-result')).toHaveAttribute('data-code', 'bad-secret');
  await expect(badge).toHaveAttribute('data-state', 'paused');
  await expect(badge).toContainText('설정 필요');
  await expect(page.locator('.store-card.chosen [data-tick=secret]')).toHaveAttribute('data-tick-state', 'no');
  await picture(page, 'badge-refused');

  // My own pause over it, and its end, prove nothing. The order book may ask at once, and be refused again.
  await page.getByTestId('pause-toggle').click();
  await expect(badge).toContainText('잠시 멈춤');
  await page.getByRole('button', { name: '다시 시작하기' }).first().click();
  await expect(badge).toHaveText(/^(아직 연결 전|.*설정 필요.*)$/u);
  await expect(badge).toHaveAttribute('data-proven', 'false');

  // No secret at all is known at once.
  await page.getByTestId('store-clear').click();
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: '시크릿 지우기' })
    .click();
  await expect(badge).toContainText('설정 필요');
  await desk.close();
  await market.stop();
});

test("yesterday's queue behind a pause asks first: one name in badge and banner, and nothing leaves before the yes", async () => {
  const market = await startPracticeProcess(['--empty', '--rate', '10']);
  const dataDir = await mkdtemp(join(tmpdir(), 'look-first-'));
  const env = { BALSONG_NAVER_URL: market.url };
  let desk = await launchDesk({ dataDir, env });
  const badge = () => desk.page.getByTestId('connection-badge');
  await addNaverStore(desk.page, '하늘상점', credentials);
  await expect(badge()).toContainText('연결됨');
  await market.act('set', { ipAllowed: false });
  const orders = await placeOrders(market, { count: 3, seed: 51, perOrder: [1] });
  const ids = orders.map(({ productOrderId }) => productOrderId);
  await sendSheet(desk, 'yesterday.xlsx', [shipmentHead, ...orders.map(({ row }) => row)]);
  await expect(badge()).toContainText('설정 필요');
  await desk.close();

  // A night passes.
  const file = openFile(join(dataDir, 'desk.db'));
  file.exec('UPDATE jobs SET created_at = created_at - 86400000');
  file.close();
  await market.act('set', { ipAllowed: true });
  desk = await launchDesk({ dataDir, env });
  const again = desk.page.getByRole('button', { name: '다시 연결하기' });
  await again.or(desk.page.getByText('먼저 살펴볼 주문이 있어요.')).first().waitFor();
  if ((await again.count()) > 0) await again.click();
  await expect(badge()).toHaveText('먼저 살펴보기');
  const banner = desk.page.getByRole('region', { name: '먼저 살펴볼 주문이 있어요.' });
  await expect(banner).toContainText('3건이 지난번에 끝나지 않았어요');
  await picture(desk.page, 'badge-look-first');
  expect(await dispatchesOf(market, ids)).toEqual([0, 0, 0]);
  await banner.getByRole('button', { name: '3건 이어서 처리하기' }).click();
  await desk.page.getByTestId('nav-log').click();
  await expect(desk.page.getByTestId('log-count-succeeded')).toHaveText('3');
  expect(await dispatchesOf(market, ids)).toEqual([1, 1, 1]);
  await desk.close();
  await market.stop();
  await rm(dataDir, { recursive: true, force: true });
});

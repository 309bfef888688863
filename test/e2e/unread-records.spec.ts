import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchDesk } from '../support/app/launch';
import { placeOrders } from '../support/app/market-orders';
import { credentials, startPracticeProcess } from '../support/app/practice-process';
import { sendSheet } from '../support/app/sheet-steps';
import { addNaverStore } from '../support/app/steps';
import { expect, test } from '../support/app/story';
import { shipmentHead } from '../support/app/workbook';
import { damageJobs } from '../support/outbox/damage';

test('a record that cannot be read is shown in the log with what to do, and the others stay', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-unread-'));
  const dataDir = join(folder, 'data');
  const market = await startPracticeProcess(['--empty', '--rate', '10']);
  const options = { dataDir, env: { BALSONG_NAVER_URL: market.url } };
  const desk = await launchDesk(options);
  await addNaverStore(desk.page, '하늘상점', credentials);
  const orders = await placeOrders(market, { count: 3, seed: 91, perOrder: [1] });
  await sendSheet(desk, 'morning.xlsx', [shipmentHead, ...orders.map(({ row }) => row)]);
  await expect(desk.page.getByTestId('log-count-succeeded')).toHaveText('3');
  await desk.close();

  const target = orders[1]?.productOrderId ?? '';
  damageJobs(join(dataDir, 'desk.db'), [{ target, column: 'values', pick: 0 }]);
  const again = await launchDesk(options);
  await again.page.getByTestId('nav-log').click();
  const record = again.page.getByTestId('unread-record');
  await expect(record).toHaveCount(1);
  await expect(record).toContainText(target);
  await expect(record).toContainText('쇼핑몰 판매자센터');
  await expect(again.page.getByTestId('log-row').first()).toBeVisible();
  await expect(again.page.locator(`[data-testid=log-row][data-target="${target}"]`)).toHaveCount(0);
  await again.page.screenshot({ path: 'out/e2e/unread-records.png' });
  await again.close();
  await market.stop();
  await rm(folder, { recursive: true, force: true });
});

import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from 'xlsx';
import { saveTo } from '../support/app/downloads';
import { launchDesk } from '../support/app/launch';
import { dispatchesOf, placeOrders } from '../support/app/market-orders';
import { credentials, startPracticeProcess } from '../support/app/practice-process';
import { sendSheet } from '../support/app/sheet-steps';
import { addNaverStore, setUndoSeconds } from '../support/app/steps';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { shipmentHead } from '../support/app/workbook';

const mark = '시험 주소';

test('what was done at a test address is marked for good, and nothing more is done without one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-test-address-'));
  const dataDir = join(folder, 'data');
  const market = await startPracticeProcess(['--empty', '--rate', '10']);
  const first = await launchDesk({ dataDir, env: { BALSONG_NAVER_URL: market.url } });
  await addNaverStore(first.page, '하늘상점', credentials);
  await setUndoSeconds(first.page, 0);
  const orders = await placeOrders(market, { count: 2, seed: 97, perOrder: [1] });
  const [done = [], later = []] = orders.map(({ row }) => row);
  await sendSheet(first, 'morning.xlsx', [shipmentHead, done]);
  await expect(first.page.getByTestId('log-count-succeeded')).toHaveText('1');
  // No other account of this computer may look into it; on Windows the profile of the user sees to that.
  if (process.platform !== 'win32') {
    const modes = ['', 'desk.db', 'desk.db-wal', 'desk.db-shm'].map(
      async (name) => (await stat(join(dataDir, name))).mode,
    );
    expect((await Promise.all(modes)).map((mode) => (mode & 0o777).toString(8))).toEqual(['700', '600', '600', '600']);
  }
  await first.close();

  const { page, ...desk } = await launchDesk({ dataDir });
  await expect(page.locator('.band', { hasText: mark })).toBeVisible();
  await page.getByText('이 스토어를 추가할 때 쓴 시험 주소가 지금은 없어요.').waitFor();
  await sendSheet({ page, ...desk }, 'evening.xlsx', [shipmentHead, later]);
  await expect(page.getByTestId('log-count-queued')).toHaveText('1');
  await expect(page.getByTestId('connection-badge')).toHaveAttribute('data-state', 'paused');
  const rows = page.getByTestId('log-row');
  await expect(rows).toHaveCount(2);
  for (const row of await rows.all()) await expect(row).toContainText(mark);
  await picture(page, 'test-address');
  const path = join(folder, 'log.xlsx');
  await saveTo({ page, ...desk }, 'log-export', path);
  const [sheet] = Object.values(XLSX.read(await readFile(path)).Sheets);
  if (!sheet) throw new Error('no sheet');
  const [, ...lines]: string[][] = XLSX.utils.sheet_to_json(sheet, { header: 1 });
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line.join(' ')).toContain(`(${mark})`);
  // A store that was saved under it, never in its place: the market has had the first order only.
  expect(
    await dispatchesOf(
      market,
      orders.map(({ productOrderId }) => productOrderId),
    ),
  ).toEqual([1, 0]);
  await desk.close();
  await market.stop();
  await rm(folder, { recursive: true, force: true });
});

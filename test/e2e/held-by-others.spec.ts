import { join } from 'node:path';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { dispatchesOf, placeOrders } from '../support/app/market-orders';
import { sendSheet } from '../support/app/sheet-steps';
import { shipmentHead } from '../support/app/workbook';
import { holdLock } from '../support/core/hold-lock';

const room = sharedAppWithMarket();

test('another program holds the database: the window says so while it lasts, stays free, and goes on by itself', async () => {
  const { desk, market } = room;
  const { page } = desk;
  const orders = await placeOrders(market, { count: 3, seed: 71, perOrder: [1] });
  const { release } = await holdLock(join(desk.dataDir, 'desk.db'));
  try {
    await page.getByTestId('nav-settings').click();
    await page.getByTestId('undo-seconds').selectOption('0');
    const said = page.getByRole('region', { name: '다른 프로그램이 저장 파일을 쓰고 있어요.' });
    await expect(said).toContainText('끝나면 저절로 이어서 해요.');
    await picture(page, 'held-by-others');
    // The window and the main process answer all the while.
    await page.getByTestId('open-log-folder').scrollIntoViewIfNeeded();
    await picture(page, 'program-settings');
    await release();
    await expect(said).toHaveCount(0);
    await expect(page.getByTestId('undo-seconds')).toHaveValue('0');
  } finally {
    await release();
  }
  await sendSheet(desk, 'after.xlsx', [shipmentHead, ...orders.map(({ row }) => row)]);
  const ids = orders.map(({ productOrderId }) => productOrderId);
  for (const id of ids) {
    const row = page.locator(`[data-testid=log-row][data-target="${id}"]`);
    await expect(row).toHaveAttribute('data-state', 'succeeded');
  }
  expect(await dispatchesOf(market, ids)).toEqual([1, 1, 1]);
});

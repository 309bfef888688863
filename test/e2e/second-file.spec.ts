import { join } from 'node:path';
import { expect, test } from '../support/app/story';
import { openAppWithMarket } from '../support/app/app-with-market';
import { placeOrders } from '../support/app/market-orders';
import { openSample } from '../support/app/steps';
import { shipmentHead, shipmentOf, writeWorkbook } from '../support/app/workbook';

test('a second file: other numbers replace what waits, change nothing that is done, and try again what was refused', async () => {
  const { market, desk, close } = await openAppWithMarket();
  const [order, cancelled] = await placeOrders(market, { count: 2, seed: 31, perOrder: [1] });
  const id = order?.productOrderId ?? '';
  const cancelledId = cancelled?.productOrderId ?? '';
  const { page } = desk;
  const open = async (name: string, lines: readonly (readonly string[])[]): Promise<void> => {
    const file = join(desk.folder, name);
    await writeWorkbook(file, [shipmentHead, ...lines]);
    await openSample(page, file);
    await page.locator(`[data-testid=review][data-file="${name}"]`).waitFor();
  };
  const row = page.locator('[data-testid=review-row][data-row="2"]');
  const stateOf = (target: string) => page.locator(`[data-testid=log-row][data-target="${target}"]`);
  const [first, second] = [shipmentOf(id, 1), shipmentOf(id, 2)];
  await page.getByTestId('pause-toggle').click();
  await open('first.xlsx', [first]);
  await page.getByTestId('enqueue-button').click();
  await open('second.xlsx', [second]);
  await expect(row).toContainText('다른 값으로 대기 목록에 넣은 주문이에요');
  await expect(page.getByTestId('enqueue-button')).toBeDisabled();
  await page.getByTestId('replace-button').click();
  // New values are a decision like any other: taken back, the older ones wait again and the line is under review.
  await page.getByTestId('take-back-button').click();
  await expect(row).toContainText('다른 값으로 대기 목록에 넣은 주문이에요');
  await page.getByTestId('nav-log').click();
  await expect(stateOf(id)).toHaveAttribute('data-state', 'queued');
  await expect(stateOf(id)).toContainText((first[2] ?? '').slice(-4));
  await page.getByTestId('nav-send').click();
  await page.getByTestId('replace-button').click();
  await page.getByTestId('pause-toggle').click();
  await page.getByTestId('nav-log').click();
  await expect(stateOf(id)).toHaveAttribute('data-state', 'succeeded');
  expect(JSON.stringify(await market.act('ledger'))).toContain(second[2]);

  await open('third.xlsx', [first]);
  // Another number than the registered one is a conflict to look at, and never dealt with.
  await expect(row).toContainText('송장번호가 서로 달라요');
  await expect(row).toHaveAttribute('data-level', 'warning');
  await expect(page.getByTestId('enqueue-button')).toBeDisabled();
  await expect(page.getByTestId('replace-button')).toHaveCount(0);

  // Once the order book has read it, its feed does not tell: the book believes it open, and the reading before sending
  // finds out.
  await page.getByTestId('nav-orders').click();
  await page.getByTestId('orders-tab-waiting').click();
  await page.getByTestId('order-fetch').click();
  await expect(page.locator(`[data-testid=order-row][data-product-order-id="${cancelledId}"]`)).toBeVisible();
  await market.act('change', { productOrderId: cancelledId, patch: { status: 'CANCELED' } });
  const before = await market.act('requests', { api: 'dispatch' });
  await open('cancelled.xlsx', [shipmentOf(cancelledId, 7)]);
  await page.getByTestId('enqueue-button').click();
  await page.getByTestId('nav-log').click();
  await expect(stateOf(cancelledId)).toHaveAttribute('data-state', 'rejected');
  await expect(stateOf(cancelledId)).toHaveAttribute('data-code', 'closed');
  await expect(stateOf(cancelledId)).toContainText('구매자가 취소한 주문이에요');
  await expect(stateOf(cancelledId).getByTestId('retry-button')).toHaveCount(0);
  expect(await market.act('requests', { api: 'dispatch' }), 'no call for it').toEqual(before);
  await open('again.xlsx', [shipmentOf(cancelledId, 7)]);
  await expect(page.getByTestId('enqueue-button')).toBeEnabled();

  await close();
});

import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { openMarketDesk } from '../support/app/market-desk';
import type { MarketDesk } from '../support/app/market-desk';
import { confirmsOf, dispatchesOf, placeOrders } from '../support/app/market-orders';
import { openSample, waitUntilSettled } from '../support/app/steps';
import { shipmentHead, writeWorkbook } from '../support/app/workbook';

/** A market that dispatches only what was confirmed: the seller is asked once, and not again. */

let room: MarketDesk;
let market: MarketDesk['market'];
let desk: MarketDesk['desk'];
test.beforeAll(async () => {
  room = await openMarketDesk();
  ({ market, desk } = room);
  await market.act('set', { dispatchWithoutConfirm: '104443' });
});
test.afterAll(async () => {
  await room.close();
});

/** Orders nobody has confirmed, sent from a courier's sheet; the log is open afterwards. */
async function sendUnconfirmed(name: string, count: number, seed: number): Promise<string[]> {
  const orders = await placeOrders(market, { count, seed, perOrder: [1], notConfirmed: count });
  const file = join(desk.folder, name);
  await writeWorkbook(file, [shipmentHead, ...orders.map(({ row }) => row)]);
  await openSample(desk.page, file);
  await desk.page.getByTestId('enqueue-button').click();
  await desk.page.getByTestId('nav-log').click();
  return orders.map(({ productOrderId }) => productOrderId);
}

const rowOf = (id: string, kind: string) =>
  desk.page.locator(`[data-testid=log-row][data-kind=${kind}][data-target="${id}"]`);

test('the market wants 발주 확인 first: a click in the row confirms and dispatches one, another click all', async () => {
  const ids = await sendUnconfirmed('first.xlsx', 4, 71);
  for (const id of ids) await expect(rowOf(id, 'dispatch')).toHaveAttribute('data-state', /rejected|held/u);
  await expect(rowOf(ids[0] ?? '', 'dispatch')).toContainText('발주 확인');
  await desk.page.screenshot({ path: 'out/e2e/confirm-first.png' });
  const all = desk.page.getByTestId('confirm-all-button');
  await expect(all).toHaveText('4건 발주 확인하고 발송 처리하기');
  await rowOf(ids[0] ?? '', 'dispatch')
    .getByTestId('confirm-then-dispatch-button')
    .click();
  await expect(all).toHaveText('3건 발주 확인하고 발송 처리하기');
  await all.click();
  for (const id of ids) await expect(rowOf(id, 'dispatch')).toHaveAttribute('data-state', 'succeeded');
  expect(await confirmsOf(market, ids)).toEqual([1, 1, 1, 1]);
  expect(await dispatchesOf(market, ids)).toEqual([1, 1, 1, 1]);
});

test('the next ones are asked about once for all, and a yes is kept', async () => {
  const ids = await sendUnconfirmed('second.xlsx', 3, 72);
  const [first = ''] = ids;
  await expect(desk.page.getByTestId('log-count-held')).toHaveText('3');
  await expect(rowOf(first, 'dispatch')).toContainText('앞으로도 같은 답을 쓸게요');
  await rowOf(first, 'dispatch').getByTestId('approve-button').click();
  for (const id of ids) await expect(rowOf(id, 'dispatch')).toHaveAttribute('data-state', 'succeeded');
  expect(await confirmsOf(market, ids)).toEqual([1, 1, 1]);
  expect(await dispatchesOf(market, ids)).toEqual([1, 1, 1]);
});

test('then they are confirmed first without a question', async () => {
  const ids = await sendUnconfirmed('third.xlsx', 2, 73);
  for (const id of ids) await expect(rowOf(id, 'dispatch')).toHaveAttribute('data-state', 'succeeded');
  await waitUntilSettled(desk.page);
  await expect(desk.page.getByTestId('log-count-held')).toHaveText('0');
  expect(await confirmsOf(market, ids)).toEqual([1, 1]);
  expect(await dispatchesOf(market, ids)).toEqual([1, 1]);
});

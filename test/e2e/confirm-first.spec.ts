import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { confirmsOf, dispatchesOf, placeOrders } from '../support/app/market-orders';
import { waitUntilSettled } from '../support/app/steps';
import { sendSheet } from '../support/app/sheet-steps';
import { shipmentHead } from '../support/app/workbook';

/** A market that dispatches only what was confirmed: the seller is asked once, and not again. */

const room = sharedAppWithMarket();
test.beforeAll(async () => {
  await room.market.act('set', { dispatchWithoutConfirm: '104443' });
});

/** Orders no one has confirmed, sent from a courier's sheet; the log is open afterwards. */
async function sendUnconfirmed(name: string, count: number, seed: number): Promise<string[]> {
  const orders = await placeOrders(room.market, { count, seed, perOrder: [1], notConfirmed: count });
  await sendSheet(room.desk, name, [shipmentHead, ...orders.map(({ row }) => row)]);
  return orders.map(({ productOrderId }) => productOrderId);
}

const rowOf = (id: string, kind: string) =>
  room.desk.page.locator(`[data-testid=log-row][data-kind=${kind}][data-target="${id}"]`);

test('the market wants 발주 확인 first: a click in the row confirms and dispatches one, another click all', async () => {
  const ids = await sendUnconfirmed('first.xlsx', 4, 71);
  for (const id of ids) await expect(rowOf(id, 'dispatch')).toHaveAttribute('data-state', /rejected|held/u);
  await expect(rowOf(ids[0] ?? '', 'dispatch')).toContainText('발주 확인');
  await picture(room.desk.page, 'confirm-first');
  const all = room.desk.page.locator('[data-group="rejected:dispatch:104443"] [data-testid=group-act]');
  await expect(all).toHaveText('4건 발주 확인하고 발송 처리하기');
  await rowOf(ids[0] ?? '', 'dispatch')
    .getByTestId('confirm-then-dispatch-button')
    .click();
  await expect(all).toHaveText('3건 발주 확인하고 발송 처리하기');
  await all.click();
  await expect(
    room.desk.page.getByRole('status').filter({ hasText: '3건을 발주 확인하고 발송 처리해요' }),
  ).toBeVisible();
  // All of it, and the answer for the store, is taken back by one press.
  await room.desk.page.getByTestId('undo-button').click();
  await expect(all).toHaveText('3건 발주 확인하고 발송 처리하기');
  expect(await confirmsOf(room.market, ids.slice(1))).toEqual([0, 0, 0]);
  await all.click();
  for (const id of ids) await expect(rowOf(id, 'dispatch')).toHaveAttribute('data-state', 'succeeded');
  expect(await confirmsOf(room.market, ids)).toEqual([1, 1, 1, 1]);
  expect(await dispatchesOf(room.market, ids)).toEqual([1, 1, 1, 1]);
});

test('the answer of that button is the answer for the store: the next sheet is not asked about', async () => {
  const ids = await sendUnconfirmed('no-question.xlsx', 2, 74);
  for (const id of ids) await expect(rowOf(id, 'dispatch')).toHaveAttribute('data-state', 'succeeded');
  await expect(room.desk.page.getByTestId('log-count-held')).toHaveText('0');
  expect(await confirmsOf(room.market, ids)).toEqual([1, 1]);
});

test('a store that is to ask asks once for all, and a yes is kept', async () => {
  await room.desk.page.getByTestId('nav-settings').click();
  await room.desk.page.locator('.store-card.chosen').getByLabel('발주 확인 전 주문을 만나면').selectOption('ask');
  const ids = await sendUnconfirmed('second.xlsx', 3, 72);
  const [first = ''] = ids;
  await expect(room.desk.page.getByTestId('log-count-held')).toHaveText('3');
  await expect(rowOf(first, 'dispatch')).toContainText('앞으로도 같은 답을 쓸게요');
  await rowOf(first, 'dispatch').getByTestId('approve-button').click();
  for (const id of ids) await expect(rowOf(id, 'dispatch')).toHaveAttribute('data-state', 'succeeded');
  expect(await confirmsOf(room.market, ids)).toEqual([1, 1, 1]);
  expect(await dispatchesOf(room.market, ids)).toEqual([1, 1, 1]);
});

test('then they are confirmed first without a question', async () => {
  const ids = await sendUnconfirmed('third.xlsx', 2, 73);
  for (const id of ids) await expect(rowOf(id, 'dispatch')).toHaveAttribute('data-state', 'succeeded');
  await waitUntilSettled(room.desk.page);
  await expect(room.desk.page.getByTestId('log-count-held')).toHaveText('0');
  expect(await confirmsOf(room.market, ids)).toEqual([1, 1]);
  expect(await dispatchesOf(room.market, ids)).toEqual([1, 1]);
});

import { naverCodeList } from '../../src-preload/contract/markets/naver/codes';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { dispatchesOf, placeOrders } from '../support/app/market-orders';
import type { NewOrder } from '../support/app/market-orders';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { sendSheet } from '../support/app/sheet-steps';
import { shipmentHead } from '../support/app/workbook';

/**
 * Every code the market can give to 발송 처리, from its row to 완료 by the click its row offers. Where nothing in the app
 * mends it, the seller has mended it at the market, and tries again.
 */
const fixed = {
  edit: ['4000', '104105', '104116', '104117', '104118', '104119', '104120', '104121', '104122'],
  'confirm-then-dispatch': ['104443'],
  retry: ['9999', '104131'],
  /** Registered at the market meanwhile: reading again finds it. */
  reread: ['104133', '104417', '104442', '105306'],
  atTheMarket: ['100001', '100003', '101009', '101011', '104138', '104139', '104441', '104444', '104445', '104446'],
  atTheMarketToo: ['104449', '104450', '105001', '105002', '105308'],
} as const;
const codes = Object.values(fixed).flat();

const room = sharedAppWithMarket();
const orderOf = new Map<string, NewOrder>();
const rowOf = (code: string) =>
  room.desk.page.locator(
    `[data-testid=log-row][data-kind=dispatch][data-target="${orderOf.get(code)?.productOrderId ?? ''}"]`,
  );

/** Finds one order in the log: it is the only row then. */
async function show(code: string): Promise<void> {
  await room.desk.page.getByTestId('log-search').fill(orderOf.get(code)?.productOrderId ?? '');
  await expect(rowOf(code)).toHaveCount(1);
}

test.beforeAll(async () => {
  const orders = await placeOrders(room.market, { count: codes.length, seed: 61, perOrder: [1] });
  for (const [at, code] of codes.entries()) {
    const order = orders[at];
    if (order) orderOf.set(code, order);
  }
  const answers = Object.fromEntries([...orderOf].map(([code, { productOrderId }]) => [productOrderId, code]));
  // Two calls carry them: every order meets its code once, and the market is well afterwards.
  await room.market.act('inject', {
    rules: [{ when: { path: 'dispatch', times: 2 }, fault: { kind: 'itemCodes', codes: answers } }],
  });
  await sendSheet(room.desk, 'codes.xlsx', [shipmentHead, ...orders.map(({ row }) => row)]);
});

test('no code of the table is left out', () => {
  // 000400 refuses a whole call, and the gateway's codes are no single order's.
  const ofOrders = naverCodeList.filter((code) => !code.startsWith('GW.') && code !== '000400');
  expect(codes.map(String).toSorted()).toEqual(ofOrders.map(String).toSorted());
});

for (const [click, of] of Object.entries(fixed)) {
  for (const code of of) {
    test(`${code}: the click of its row takes it out of 실패`, async () => {
      await show(code);
      await expect(rowOf(code)).toHaveAttribute('data-code', code, { timeout: 40_000 });
      await expect(rowOf(code)).toHaveAttribute('data-state', 'rejected');
      if (click === 'edit') {
        await rowOf(code).getByTestId('log-edit').click();
        await room.desk.page.getByTestId('log-edit-save').click();
      } else if (click === 'reread') {
        const { productOrderId = '', courier = '', trackingNumber = '' } = orderOf.get(code) ?? {};
        await room.market.act('ship-elsewhere', { productOrderId, deliveryCompanyCode: courier, trackingNumber });
        await rowOf(code).getByTestId('reread-button').click();
      } else if (click === 'confirm-then-dispatch') {
        await rowOf(code).getByTestId('confirm-then-dispatch-button').click();
      } else {
        await rowOf(code).getByTestId('retry-button').click();
      }
      await expect(rowOf(code)).not.toHaveAttribute('data-state', 'rejected');
    });
  }
}

// Each click can be taken back for ten seconds: all are made first, and their ends looked at together.
test('and each of them ends in 완료', async () => {
  for (const code of codes) {
    await test.step(code, async () => {
      await show(code);
      await expect(rowOf(code)).toHaveAttribute('data-state', 'succeeded', { timeout: 40_000 });
    });
  }
});

test('a date the market refuses is mended in the row: empty means now', async () => {
  const { page } = room.desk;
  const [order] = await placeOrders(room.market, { count: 1, seed: 62, perOrder: [1] });
  if (!order) throw new Error('one order');
  orderOf.set('date', order);
  // Before the day of payment.
  const early = new Date(Date.now() - 80 * 86_400_000).toISOString().slice(0, 10);
  await sendSheet(room.desk, 'early.xlsx', [
    [...shipmentHead, '발송일'],
    [...order.row, early],
  ]);
  await show('date');
  await expect(rowOf('date')).toHaveAttribute('data-code', '104105', { timeout: 40_000 });
  await rowOf('date').getByTestId('log-edit').click();
  await expect(page.getByTestId('log-edit-date')).toHaveValue(new RegExp(`^${early}T`, 'u'));
  await page.getByTestId('log-edit-date').fill('2099-01-01T09:00');
  await expect(page.getByTestId('log-edit-save')).toBeDisabled();
  await picture(page, 'edit-date');
  await page.getByTestId('log-edit-date-clear').click();
  await page.getByTestId('log-edit-save').click();
  await expect(rowOf('date')).toHaveAttribute('data-state', 'succeeded', { timeout: 40_000 });
});

test('제외 in the row can be taken back for ten seconds, and later put back from its row', async () => {
  const { page } = room.desk;
  const [order] = await placeOrders(room.market, { count: 1, seed: 63, perOrder: [1] });
  if (!order) throw new Error('one order');
  orderOf.set('left-out', order);
  await page.getByTestId('pause-toggle').click();
  await expect(page.getByTestId('connection-badge')).toHaveAttribute('data-state', 'paused');
  await sendSheet(room.desk, 'left-out.xlsx', [shipmentHead, order.row]);
  await show('left-out');
  const row = rowOf('left-out');
  await row.getByTestId('cancel-button').click();
  await expect(row).toHaveAttribute('data-state', 'cancelled');
  await picture(page, 'take-back');
  await page.getByTestId('undo-button').click();
  await expect(row).toHaveAttribute('data-state', 'queued');
  await row.getByTestId('cancel-button').click();
  await expect(row).toHaveAttribute('data-state', 'cancelled');
  await row.getByTestId('put-back-button').click();
  await expect(row).toHaveAttribute('data-state', 'queued');
  await page.getByTestId('undo-button').click();
  await expect(row).toHaveAttribute('data-state', 'cancelled');
  await row.getByTestId('put-back-button').click();
  await expect(row).toHaveAttribute('data-state', 'queued');
  await page.getByTestId('pause-toggle').click();
  await expect(row).toHaveAttribute('data-state', 'succeeded', { timeout: 40_000 });
});

test('a retry, an edit and a confirm of one row each can be taken back in the window, and stand as before', async () => {
  const { page } = room.desk;
  const wishes = ['9999', '104122', '104443'];
  const orders = await placeOrders(room.market, { count: wishes.length, seed: 64, perOrder: [1] });
  for (const [at, code] of wishes.entries()) {
    const order = orders[at];
    if (order) orderOf.set(`${code} again`, order);
  }
  const answers = Object.fromEntries(orders.map(({ productOrderId }, at) => [productOrderId, wishes[at]]));
  await room.market.act('inject', {
    rules: [{ when: { path: 'dispatch', times: 1 }, fault: { kind: 'itemCodes', codes: answers } }],
  });
  await sendSheet(room.desk, 'wishes.xlsx', [shipmentHead, ...orders.map(({ row }) => row)]);
  for (const code of wishes) {
    const row = rowOf(`${code} again`);
    await show(`${code} again`);
    await expect(row).toHaveAttribute('data-code', code, { timeout: 40_000 });
    if (code === '104122') {
      await row.getByTestId('log-edit').click();
      await page.getByTestId('log-edit-number').fill('699912345675');
      await page.getByTestId('log-edit-save').click();
      await expect(page.getByRole('status').filter({ hasText: '1건을 새 값으로 처리해요' })).toBeVisible();
      await expect(row).toContainText('699912345675');
    } else {
      await row.getByTestId(code === '9999' ? 'retry-button' : 'confirm-then-dispatch-button').click();
    }
    await expect(row).not.toHaveAttribute('data-state', 'rejected');
    await page.getByTestId('undo-button').click();
    await expect(row).toHaveAttribute('data-state', 'rejected');
    await expect(row).toHaveAttribute('data-code', code);
    await expect(row).not.toContainText('699912345675');
  }
  const ids = orders.map(({ productOrderId }) => productOrderId);
  expect(await dispatchesOf(room.market, ids)).toEqual([0, 0, 0]);
});

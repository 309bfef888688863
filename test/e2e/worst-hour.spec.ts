import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { dispatchesOf, placeOrders } from '../support/app/market-orders';
import { countOf, waitUntilSettled } from '../support/app/steps';
import { reviewSheet } from '../support/app/sheet-steps';
import { shipmentHead } from '../support/app/workbook';
import { inMain } from '../support/app/in-main';

// The log is open before anything leaves: what is seen here passes within seconds.
const room = sharedAppWithMarket({ undoSeconds: 5 });

/** New orders of the market and a courier's sheet for them, sent from the window; the log is open afterwards. */
async function sendNew(name: string, count: number, seed: number, before?: (ids: string[]) => Promise<unknown>) {
  const orders = await placeOrders(room.market, { count, seed });
  const ids = orders.map(({ productOrderId }) => productOrderId);
  await before?.(ids);
  await reviewSheet(room.desk, name, [shipmentHead, ...orders.map(({ row }) => row)]);
  await room.desk.page.getByTestId('enqueue-button').click();
  await room.desk.page.getByTestId('nav-log').click();
  return ids;
}

const rowOf = (id: string) => room.desk.page.locator(`[data-testid=log-row][data-target="${id}"]`);

test('an answer is lost after the market took the call: read first, never sent twice', async () => {
  await room.market.act('inject', { rules: [{ when: { path: 'dispatch', nth: 1 }, fault: { kind: 'cutAfter' } }] });
  const ids = await sendNew('lost.xlsx', 12, 21);
  await expect(room.desk.page.getByTestId('log-count-unknown')).toHaveText('12');
  await expect(rowOf(ids[0] ?? '').getByTestId('retry-button')).toHaveCount(0);
  await waitUntilSettled(room.desk.page);
  expect(await countOf(room.desk.page, 'log-count-succeeded')).toBe(12);
  expect(await dispatchesOf(room.market, ids)).toEqual(ids.map(() => 1));
});

test('the row opens into its calls: each with its number for the support desk, the market’s states in Korean', async () => {
  const row = room.desk.page.getByTestId('log-row').first();
  await row.locator('.open-row').click();
  const detail = room.desk.page.getByTestId('log-detail');
  await expect(detail).toContainText('배송 중');
  await expect(detail.getByText('DELIVERING')).toBeHidden();
  // Sent, lost, and read: what was read has a number too.
  await expect(detail.getByTestId('log-attempt')).toHaveCount(2);
  const [number = ''] = await detail.locator('.detail-facts .trace').allTextContents();
  expect(number).toMatch(/^ar2-/u);
  await detail.getByRole('button', { name: '문의용 번호 복사하기' }).click();
  expect(await inMain(room.desk.app, ({ clipboard }) => clipboard.readText())).toBe(number);
  await picture(room.desk.page, 'naver-detail');
  await row.locator('.open-row').click();
});

test('the market answers 500 without having done anything: it goes out after a reading', async () => {
  await room.market.act('clear-faults');
  await room.market.act('inject', {
    rules: [{ when: { path: 'dispatch', nth: 1 }, fault: { kind: 'status', status: 500, code: 'GW.PROXY.03' } }],
  });
  const ids = await sendNew('not-applied.xlsx', 5, 22);
  await expect(room.desk.page.getByTestId('log-count-unknown')).toHaveText('5');
  await waitUntilSettled(room.desk.page);
  for (const id of ids) await expect(rowOf(id)).toHaveAttribute('data-state', 'succeeded');
  expect(await dispatchesOf(room.market, ids)).toEqual(ids.map(() => 1));
});

test('a buyer asks to cancel before the sending: it is held, and goes nowhere until the seller says so', async () => {
  await room.market.act('clear-faults');
  const ids = await sendNew('cancelled.xlsx', 3, 23, async ([first = '', second = '']) => {
    await room.market.act('request-cancel', { productOrderId: first });
    await room.market.act('request-cancel', { productOrderId: second });
  });
  const [first = '', second = '', third = ''] = ids;
  await expect(room.desk.page.getByTestId('log-count-held')).toHaveText('2');
  await expect(rowOf(third)).toHaveAttribute('data-state', 'succeeded');
  await expect(rowOf(first)).toContainText('구매자가 취소를 요청했어요');
  expect(await dispatchesOf(room.market, ids)).toEqual([0, 0, 1]);
  // Enter opens and closes the row, wherever the keyboard is in it; it is never a yes.
  await rowOf(first).locator('.log-name').click();
  for (const key of ['Enter', 'Enter', ' ', 'Enter', 'Escape']) await room.desk.page.keyboard.press(key);
  await expect(rowOf(first)).toHaveAttribute('data-state', 'held');
  expect(await dispatchesOf(room.market, ids)).toEqual([0, 0, 1]);

  await rowOf(first).getByTestId('decline-button').click();
  await expect(rowOf(first)).toHaveAttribute('data-state', 'cancelled');
  await rowOf(second).getByTestId('approve-button').click();
  // At 150 % of the smallest window it scrolls, and the pause in the rail is never below the fold.
  await room.desk.page.setViewportSize({ width: 640, height: 400 });
  await expect(room.desk.page.getByTestId('pause-toggle')).toBeInViewport({ ratio: 1 });
  await room.desk.page.getByTestId('hold-confirm').scrollIntoViewIfNeeded();
  await expect(room.desk.page.getByTestId('hold-confirm')).toBeInViewport({ ratio: 1 });
  await room.desk.page.setViewportSize({ width: 1280, height: 800 });
  await room.desk.page.getByTestId('hold-refuse').check();
  await room.desk.page.getByTestId('hold-confirm').click();
  await expect(rowOf(second)).toHaveAttribute('data-state', 'succeeded');
  expect(await dispatchesOf(room.market, ids)).toEqual([0, 1, 1]);
});

test('the market cannot be read before the sending: nothing goes out unread, and all of it once it can', async () => {
  await room.market.act('inject', { rules: [{ when: { path: 'query' }, fault: { kind: 'cutBefore' } }] });
  const ids = await sendNew('offline.xlsx', 4, 25);
  await expect(rowOf(ids[0] ?? '')).toHaveAttribute('data-state', /queued|waiting/);
  expect(await dispatchesOf(room.market, ids)).toEqual([0, 0, 0, 0]);
  await room.market.act('clear-faults');
  for (const id of ids) await expect(rowOf(id)).toHaveAttribute('data-state', 'succeeded', { timeout: 60_000 });
  expect(await dispatchesOf(room.market, ids)).toEqual([1, 1, 1, 1]);
});

test('the market goes away in the middle of a call: the banner tells what was not sent from what is not known', async () => {
  await room.market.act('inject', { rules: [{ when: { path: 'dispatch', nth: 1 }, fault: { kind: 'cutAfter' } }] });
  await sendNew('cut.xlsx', 3, 26);
  await expect(room.desk.page.getByTestId('log-count-unknown')).toHaveText('3');
  await room.market.stop();
  // What was cut is read ten seconds later, and the market does not answer any more.
  const banner = room.desk.page.getByRole('region', { name: '인터넷이 끊겼어요.' });
  await expect(banner).toContainText('3건은 답을 받기 전에 끊겨서 등록됐는지 아직 몰라요.', { timeout: 30_000 });
  await expect(banner).not.toContainText('등록되지 않았어요');
  await expect(room.desk.page.getByTestId('log-count-unknown')).toHaveText('3');
});

import { join } from 'node:path';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { ko as text } from '../../src-preload/contract/text/ko';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { confirmsOf, dispatchesOf, placeOrders } from '../support/app/market-orders';
import { seriousFindings } from '../support/app/serious-findings';
import { openSample, setUndoSeconds, waitUntilSettled } from '../support/app/steps';
import { writeWorkbook } from '../support/app/workbook';

const room = sharedAppWithMarket({ undoSeconds: 5 });

/** New orders of the market: order number -> its product orders. */
async function newOrders(count: number, seed: number, perOrder: number, notConfirmed = 0) {
  const made = await placeOrders(room.market, { count, seed, perOrder: [perOrder], notConfirmed });
  const orders = new Map<string, string[]>();
  for (const { orderId, productOrderId } of made) {
    orders.set(orderId, [...(orders.get(orderId) ?? []), productOrderId]);
  }
  return orders;
}

const rowOf = (orderId: string) => room.desk.page.locator(`[data-testid=order-result-row][data-order-id="${orderId}"]`);
const shot = (name: string) => picture(room.desk.page, `orders-${name}`);

async function find(pasted: string): Promise<void> {
  await room.desk.page.getByTestId('nav-orders').click();
  await room.desk.page.getByTestId('order-input').fill(pasted);
  await room.desk.page.getByTestId('order-resolve').click();
}

for (const shape of ['nested', 'array'] as const) {
  test(`pasted order numbers are found with their states, whichever shape the market answers in (${shape})`, async () => {
    await room.market.act('set', { idsShape: shape });
    const orders = await newOrders(6, shape === 'nested' ? 41 : 42, 2);
    const [a = '', b = '', c = ''] = [...orders.keys()];
    await room.market.act('request-cancel', { productOrderId: orders.get(b)?.[0] });
    await find(`${a}, ${b}\t${c}\n2099999999999997\n이상한번호`);
    for (const orderId of orders.keys()) await expect(rowOf(orderId)).toHaveAttribute('data-count', '2');
    await expect(rowOf(a)).toContainText('결제 완료 · 발주 확인됨');
    // Product and option, as the market calls them.
    for (const name of await rowOf(a).getByTestId('product-name').allTextContents())
      expect(name).toMatch(/[가-힣]{2}/u);
    await expect(rowOf(a).getByTestId('product-name')).toHaveCount(2);
    await expect(rowOf(b)).toContainText('취소 요청');
    await expect(rowOf('2099999999999997')).toHaveAttribute('data-count', '0');
    await expect(rowOf('2099999999999997')).toContainText('네이버에 없는 주문이에요');
    await expect(room.desk.page.locator('.orders')).toContainText('주문번호가 아닌 것은 빼고 찾아요: 이상한번호');
    expect(await room.desk.page.locator('.orders').textContent()).not.toMatch(/PAYED|NOT_YET|CANCEL_/u);
    await shot(`found-${shape}`);
    expect(await seriousFindings(room.desk.page)).toEqual([]);
  });
}

test('what is paid goes into a review, and what is asked to be cancelled does not', async () => {
  const orders = await newOrders(4, 43, 2);
  const [a = '', b = ''] = [...orders.keys()];
  const [asked = '', open = ''] = orders.get(b) ?? [];
  await room.market.act('request-cancel', { productOrderId: asked });
  await find(`${a}\n${b}`);
  await expect(room.desk.page.getByTestId('order-to-send')).toHaveText('결제 완료 3건 송장번호 넣기');
  await room.desk.page.getByTestId('order-to-send').click();
  await room.desk.page.locator('[data-testid=review][data-ready=true]').waitFor();
  await expect(room.desk.page.getByTestId('review-row')).toHaveCount(3);
  await expect(room.desk.page.getByTestId('review')).toContainText(open.slice(-4));
  await expect(room.desk.page.getByTestId('review-row').first().locator('[title]').first()).toContainText(
    /[가-힣]{2}/u,
  );
  await expect(room.desk.page.getByTestId('review-count-error')).toHaveText('3');
  await shot('to-send');
});

test('the button counts the orders of all pages, on the last page too, and that is what it takes', async () => {
  const orders = await newOrders(105, 47, 1);
  const ids = [...orders.keys()];
  await find(ids.join('\n'));
  const button = room.desk.page.getByTestId('order-to-send');
  await expect(button).toHaveText('결제 완료 105건 송장번호 넣기', { timeout: 60_000 });
  await room.desk.page.getByRole('button', { name: text.orders.find.next }).click();
  await expect(room.desk.page.getByTestId('order-result-row')).toHaveCount(5);
  await expect(button).toHaveText('결제 완료 105건 송장번호 넣기');
  await shot('to-send-last-page');
  await button.click();
  await room.desk.page.locator('[data-testid=review][data-ready=true]').waitFor();
  await expect(room.desk.page.getByTestId('review-count-error')).toHaveText('105');
});

test('a watched order tells of a change, and keeps a line of it', async () => {
  const orders = await newOrders(2, 44, 2);
  const [orderId = ''] = [...orders.keys()];
  const [first = ''] = orders.get(orderId) ?? [];
  await find(orderId);
  await expect(rowOf(orderId)).toContainText('결제 완료');
  await room.market.act('request-cancel', { productOrderId: first });
  await rowOf(orderId).getByTestId('order-watch').check();
  await expect(room.desk.page.locator('.announcer')).toContainText(`변경 알림: 주문 ${orderId}`, { timeout: 20_000 });
  await expect(rowOf(orderId).getByTestId('order-history')).toContainText('바뀐 기록 1건');
  await rowOf(orderId).getByText('바뀐 기록').click();
  await expect(rowOf(orderId).getByTestId('order-history')).toContainText('클레임: 없음 → 취소 요청');
  await shot('watched');
  await room.desk.page.getByTestId('nav-log').click();
  await room.desk.page.getByTestId('nav-orders').click();
  await room.desk.page.getByText('변경 알림을 켠 주문 보기').click();
  await expect(rowOf(orderId).getByTestId('order-watch')).toBeChecked();
});

test('order numbers wait while the market cannot be reached, and are found later; the rest can be taken out', async () => {
  await room.market.act('inject', {
    rules: [{ when: { path: 'product-order-ids' }, fault: { kind: 'status', status: 500 } }],
  });
  const orders = await newOrders(3, 45, 1);
  const [a = ''] = [...orders.keys()];
  await find([...orders.keys()].join('\n'));
  await expect(rowOf(a)).toBeVisible();
  await expect(room.desk.page.locator('.orders')).toContainText('네이버 서버에 문제가 생겼어요', { timeout: 20_000 });
  await shot('waiting');
  await room.market.act('clear-faults');
  for (const orderId of orders.keys()) {
    await expect(rowOf(orderId)).toHaveAttribute('data-count', '1', { timeout: 90_000 });
  }
});

test('a long batch shows its progress and can be ended', async () => {
  const many = Array.from({ length: 600 }, (_, n) => String(2055000000000000 + n)).join(' ');
  await find(many);
  await expect(room.desk.page.getByTestId('order-progress')).toHaveAttribute('aria-valuemax', '600');
  await expect(room.desk.page.getByTestId('order-progress')).not.toHaveAttribute('aria-valuenow', '0');
  await shot('progress');
  await room.desk.page.getByTestId('order-stop').click();
  await expect(room.desk.page.locator('.announcer')).toContainText('찾지 않고 그만뒀어요');
  await expect(room.desk.page.getByTestId('order-stop')).toHaveCount(0);
  await expect(rowOf('2055000000000000')).toContainText('네이버에 없는 주문이에요');
});

test('pasted product orders are confirmed, each once, and a changed address stays until it was looked at', async () => {
  const orders = await newOrders(3, 46, 1, 3);
  const [a = '', b = '', c = ''] = [...orders.values()].flat();
  await room.market.act('change-address', { productOrderId: b });
  await room.desk.page.getByTestId('nav-orders').click();
  await room.desk.page.getByTestId('confirm-input').fill(`${a}, ${b} ${c}\n${a}`);
  await expect(room.desk.page.getByTestId('confirm-send')).toHaveText('‘하늘상점’ 3건 발주 확인하기');
  await room.desk.page.getByTestId('confirm-send').click();
  const resultOf = (id: string) => room.desk.page.locator(`[data-testid=confirm-result][data-target="${id}"]`);
  for (const id of [a, b, c])
    await expect(resultOf(id)).toHaveAttribute('data-state', 'succeeded', { timeout: 30_000 });
  const changed = room.desk.page.locator(`[data-testid=address-changed][data-target="${b}"]`);
  await expect(changed).toBeVisible();
  await shot('confirmed');
  expect(await seriousFindings(room.desk.page)).toEqual([]);
  expect(await confirmsOf(room.market, [a, b, c])).toEqual([1, 1, 1]);

  // Again: the market has it already, so it is done after a reading.
  await room.desk.page.getByTestId('confirm-input').fill(a);
  await room.desk.page.getByTestId('confirm-send').click();
  await expect(resultOf(a)).toHaveAttribute('data-code', 'already-confirmed', { timeout: 30_000 });

  // A dispatch of the changed one is held until it was ticked off.
  const file = join(room.desk.folder, 'changed.xlsx');
  await writeWorkbook(file, [
    ['상품주문번호', '택배사', '송장번호'],
    [b, 'CJ대한통운', '680000000010'],
  ]);
  await openSample(room.desk.page, file);
  await room.desk.page.getByTestId('enqueue-button').click();
  await room.desk.page.getByTestId('nav-log').click();
  const dispatch = room.desk.page.locator(`[data-testid=log-row][data-kind=dispatch][data-target="${b}"]`);
  await expect(dispatch).toHaveAttribute('data-state', 'held', { timeout: 30_000 });
  await expect(dispatch).toContainText('구매자가 배송지를 바꿨어요');
  await room.desk.page.getByTestId('nav-orders').click();
  await changed.getByTestId('address-seen').click();
  await expect(changed).toHaveCount(0);
  await room.desk.page.getByTestId('nav-log').click();
  await expect(room.desk.page.getByTestId('log-count-held')).toHaveText('0');
  await expect.poll(() => dispatchesOf(room.market, [b])).toEqual([1]);
});

test('pasted product orders can be taken back before they start', async () => {
  const orders = await newOrders(2, 51, 1, 2);
  const ids = [...orders.values()].flat();
  await setUndoSeconds(room.desk.page, 30);
  await room.desk.page.getByTestId('nav-orders').click();
  await room.desk.page.getByTestId('confirm-input').fill(ids.join(' '));
  await room.desk.page.getByTestId('confirm-send').click();
  await room.desk.page.getByTestId('confirm-undo').click();
  await expect(room.desk.page.locator('.announcer')).toContainText('2건을 되돌렸어요.');
  await expect(room.desk.page.getByTestId('confirm-undo')).toHaveCount(0);
  expect(await confirmsOf(room.market, ids)).toEqual([0, 0]);
  await setUndoSeconds(room.desk.page, 5);
});

test('a sheet of order numbers: the only open product order goes, of several each is taken in or out', async () => {
  const single = await newOrders(2, 49, 2);
  const double = await newOrders(2, 50, 2);
  const [orderA = ''] = [...single.keys()];
  const [orderB = ''] = [...double.keys()];
  const [cancelled = '', open = ''] = single.get(orderA) ?? [];
  const [taken = '', left = ''] = double.get(orderB) ?? [];
  await room.market.act('request-cancel', { productOrderId: cancelled });
  await room.market.act('complete-cancel', { productOrderId: cancelled });
  const file = join(room.desk.folder, 'order-numbers.xlsx');
  await writeWorkbook(file, [
    ['주문번호', '택배사', '송장번호', '수취인명'],
    [orderA, 'CJ대한통운', '680000000021', '시험수취가'],
    [orderB, 'CJ대한통운', '680000000032', '시험수취나'],
  ]);
  await openSample(room.desk.page, file);
  await room.desk.page.getByTestId('enqueue-button').click();
  await room.desk.page.getByTestId('nav-log').click();
  await expect(room.desk.page.getByTestId('log-count-held')).toHaveText('2', { timeout: 30_000 });
  const rowFor = (id: string) =>
    room.desk.page.locator(`[data-testid=log-row][data-kind=dispatch][data-target="${id}"]`);
  await room.desk.page.getByTestId('log-filter-held').click();
  await expect(rowFor(taken)).toContainText('주문 하나에 상품주문이 여러 개예요');
  // Which of them lie in the parcel is asked by their names: the sheet has none.
  for (const id of [taken, left])
    await expect(rowFor(id).getByTestId('log-who')).toHaveText(/^시험수취나 · .*[가-힣]{2}/u);
  await picture(room.desk.page, 'orders-several');
  await rowFor(taken).getByTestId('approve-button').click();
  await rowFor(left).getByTestId('decline-button').click();
  await expect(room.desk.page.getByTestId('log-count-held')).toHaveText('0');
  await room.desk.page.getByTestId('log-filter-held').click();
  await expect.poll(() => dispatchesOf(room.market, [cancelled, open, taken, left])).toEqual([0, 1, 1, 0]);
  await waitUntilSettled(room.desk.page);
});

test('a sheet of product orders is confirmed by choosing so', async () => {
  const orders = await newOrders(2, 47, 1, 2);
  const ids = [...orders.values()].flat();
  const file = join(room.desk.folder, 'confirm.xlsx');
  await writeWorkbook(file, [['상품주문번호'], ...ids.map((id) => [id])]);
  await openSample(room.desk.page, file);
  await room.desk.page.getByTestId('operation-select').selectOption('confirm');
  await expect(room.desk.page.getByTestId('review-count-ok')).toHaveText('2');
  await shot('confirm-sheet');
  await room.desk.page.getByTestId('enqueue-button').click();
  await room.desk.page.getByTestId('nav-log').click();
  await waitUntilSettled(room.desk.page);
  for (const id of ids) {
    await room.desk.page.getByTestId('log-search').fill(id);
    const row = room.desk.page.locator(`[data-testid=log-row][data-kind=confirm][data-target="${id}"]`);
    await expect(row).toHaveAttribute('data-state', 'succeeded', { timeout: 30_000 });
  }
  await room.desk.page.getByTestId('log-search').fill('');
});

test('order numbers are found and watched by the keyboard alone', async () => {
  const orders = await newOrders(1, 48, 1);
  const [orderId = ''] = [...orders.keys()];
  const { keyboard } = room.desk.page;
  await room.desk.page.getByTestId('nav-orders').focus();
  await keyboard.press('Enter');
  await room.desk.page.getByTestId('order-input').focus();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type(orderId);
  await keyboard.press('Tab');
  await expect(room.desk.page.getByTestId('order-resolve')).toBeFocused();
  await keyboard.press('Enter');
  await expect(rowOf(orderId)).toHaveAttribute('data-count', '1');
  const watch = rowOf(orderId).getByTestId('order-watch');
  await watch.waitFor();
  for (let tabs = 0; tabs < 8 && !(await watch.evaluate((box) => box === document.activeElement)); tabs += 1) {
    await keyboard.press('Tab');
  }
  await keyboard.press('Space');
  await expect(watch).toBeChecked();
});

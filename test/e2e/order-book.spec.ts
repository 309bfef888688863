import { join } from 'node:path';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { confirmsOf, dispatchesOf, placeOrders } from '../support/app/market-orders';
import { seriousFindings } from '../support/app/serious-findings';
import { setUndoSeconds } from '../support/app/steps';
import { shipment, writeWorkbook } from '../support/app/workbook';

const room = sharedAppWithMarket();
const shot = (name: string) => picture(room.desk.page, `order-book-${name}`);
const rowOf = (id: string) => room.desk.page.locator(`[data-testid=order-row][data-product-order-id="${id}"]`);
const boxOf = (id: string) => room.desk.page.locator(`[data-testid=pull-out-row][data-product-order-id="${id}"]`);

async function fetchAgain(): Promise<void> {
  const { page } = room.desk;
  await page.getByTestId('orders-tab-waiting').click();
  await page.getByTestId('order-fetch').click();
}

/** Gives an order that is listed a number, in the panel. */
async function giveNumber(id: string, number: string): Promise<void> {
  const { page } = room.desk;
  await rowOf(id).locator('.log-name').click();
  const panel = page.getByTestId('order-panel');
  await expect(panel).toContainText(id.slice(0, 4));
  await panel.getByTestId('order-courier').click();
  await page
    .getByRole('option', { name: /^CJ대한통운/u })
    .first()
    .click();
  await panel.getByTestId('order-number').fill(number);
  await panel.getByTestId('order-send').click();
  await expect(rowOf(id)).toHaveAttribute('data-number', number);
}

test('the morning: from an empty book, orders are fetched, confirmed and listed by due date', async () => {
  const { page } = room.desk;
  await setUndoSeconds(page, 0);
  const made = await placeOrders(room.market, {
    count: 12,
    seed: 51,
    perOrder: [1],
    notConfirmed: 5,
    specials: { 'hope-date': 1 },
  });
  await page.getByTestId('nav-orders').click();
  await page.getByTestId('order-fetch').click();
  const toConfirm = page.getByTestId('orders-confirm-all');
  await expect(toConfirm).toHaveAttribute('data-count', '5');
  await expect(page.getByTestId('orders-tab-new')).toHaveAttribute('data-count', '5');
  await expect(page.locator('.morning-steps')).toContainText('구매자가 취소 요청만 할 수 있어요');
  await shot('fetched');
  // Asked once, and kept.
  await page.getByTestId('keep-30').click();
  await expect(page.getByTestId('keep-question')).toHaveCount(0);
  await toConfirm.click();
  await expect(page.getByTestId('orders-tab-waiting')).toHaveAttribute('data-count', '12', { timeout: 30_000 });
  expect(
    (
      await confirmsOf(
        room.market,
        made.map(({ productOrderId }) => productOrderId),
      )
    ).filter(Boolean),
  ).toHaveLength(5);
  await page.getByTestId('orders-tab-waiting').click();
  await expect(page.getByTestId('order-row')).toHaveCount(12);
  const dues = await page
    .getByTestId('order-row')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-due')));
  expect(dues).toEqual(dues.toSorted());
  // The digits of the day are those of the list, on every screen.
  const today = Number(await page.getByTestId('today-due').textContent());
  await page.getByTestId('nav-log').click();
  await expect(page.getByTestId('today-due')).toHaveText(String(today));
  await page.getByTestId('day-band').getByRole('button').filter({ hasText: '송장 없음' }).click();
  await expect(page.locator('main[data-screen=orders]')).toBeVisible();
  await expect(page.locator('[data-filter=without-number][aria-pressed=true]')).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
});

test('a cancel request between label and sending lands in 뺄 상자, and the box is decided on from there', async () => {
  const { page } = room.desk;
  await setUndoSeconds(page, 30);
  await page.getByTestId('nav-orders').click();
  await page.getByTestId('orders-tab-waiting').click();
  const id = (await page.getByTestId('order-row').last().getAttribute('data-product-order-id')) ?? '';
  await giveNumber(id, shipment(1)[2] ?? '');
  await room.market.act('request-cancel', { productOrderId: id });
  await fetchAgain();
  await expect(page.getByTestId('orders-tab-pull-out')).toHaveAttribute('data-count', '1', { timeout: 30_000 });
  await page.getByTestId('orders-tab-pull-out').click();
  await expect(boxOf(id)).toHaveAttribute('data-reason', 'cancel-requested');
  await expect(boxOf(id)).toContainText('취소를 요청했어요');
  await expect(page.locator('.book-say')).toContainText('상자 1개를 빼 주세요');
  await expect(boxOf(id).getByTestId('pull-out-choose')).toBeVisible({ timeout: 60_000 });
  await shot('pull-out');
  expect(await seriousFindings(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await shot('pull-out-print');
  await expect(page.getByTestId('nav-send')).toBeHidden();
  await expect(page.locator('.print-head')).toBeVisible();
  await page.emulateMedia({ media: null });
  // Ctrl+P prints; the dialog of the system is not ours.
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await page.keyboard.press('Control+P');
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
  await boxOf(id).getByTestId('pull-out-tick').check();
  await expect(page.getByTestId('orders-tab-pull-out')).toHaveAttribute('data-count', '0');
  await expect(page.getByTestId('pull-out-count')).toHaveText('1 / 1상자');
  // Pulled out is not decided: nothing has gone out.
  expect(await dispatchesOf(room.market, [id])).toEqual([0]);
  await boxOf(id).getByTestId('pull-out-choose').click();
  await expect(page.getByTestId('hold-dialog')).toBeVisible();
  await page.getByTestId('hold-decline').check();
  await page.getByTestId('hold-confirm').click();
  await expect(page.getByTestId('hold-dialog')).toBeHidden();
  expect(await dispatchesOf(room.market, [id])).toEqual([0]);
});

test("the market's own order export fills the book, once, and says so", async () => {
  const { page, folder } = room.desk;
  const file = join(folder, 'order-export.xlsx');
  const head = [
    '상품주문번호',
    '주문번호',
    '수취인명',
    '상품명',
    '수량',
    '주문상태',
    '발송기한',
    '발주확인일',
    '송장번호',
  ];
  const rows = [1, 2, 3].map((n) => [
    `202611219955000${n}`,
    `202611219966000${n}`,
    `파일수취${n}`,
    '머그컵',
    '1',
    '결제완료',
    '2026-12-20',
    '2026-11-26',
    '',
  ]);
  await writeWorkbook(file, [['안내: 상품주문번호를 바꾸지 마세요'], head, ...rows], '발주발송관리');
  for (const said of ['주문 3건을 주문 목록에 넣었어요.', '주문 3건은 모두 주문 목록에 있어요.']) {
    await page.getByTestId('nav-send').click();
    await page.getByTestId('sheet-input').setInputFiles(file);
    await page.getByTestId('order-export-take').click();
    await expect(page.locator('.announcer')).toContainText(said);
    await expect(page.locator('main[data-screen=orders]')).toBeVisible();
  }
  await page.getByTestId('orders-search').fill('파일수취');
  await expect(page.getByTestId('order-row')).toHaveCount(3);
});

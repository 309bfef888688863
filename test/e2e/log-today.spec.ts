import { businessDayAfter } from '../../src-preload/contract/book/business-days';
import { koreanDay } from '../../src-preload/contract/korean-time';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { dispatchesOf, placeOrders, sendToSame } from '../support/app/market-orders';
import { seriousFindings } from '../support/app/serious-findings';
import { sendSheet } from '../support/app/sheet-steps';
import { setClocks } from '../support/app/steer-clock';
import { waitUntilSettled } from '../support/app/steps';
import { setContentSize } from '../support/app/window-size';
import { shipmentHead } from '../support/app/workbook';

/** 처리 내역: today by what is to be done, its files, its search, a decision about a box, and acts on several rows. */

const room = sharedAppWithMarket();
const rowOf = (id: string) => room.desk.page.locator(`[data-testid=log-row][data-target="${id}"]`);
const groupOf = (key: string) => room.desk.page.locator(`[data-testid=log-group][data-group="${key}"]`);
/** Phrases of rows that have no room. */
const cutPhrases = () =>
  room.desk.page
    .locator('.log-note')
    .evaluateAll((notes) =>
      notes.flatMap((note) => (note.scrollWidth > note.clientWidth ? (note.textContent ?? '') : [])),
    );
const idsOf = (orders: readonly { productOrderId: string }[]) => orders.map(({ productOrderId }) => productOrderId);

let sent: string[] = [];

// All of it is of one day: a midnight between two stories would take what the first has done out of today.
test.beforeAll(async () => {
  await setClocks(room, Date.parse(`${businessDayAfter(koreanDay(Date.now()), 1)}T10:00:00+09:00`));
});

test('what was sent stands under today: the sentence, its file with its figures, and rows with names and times', async () => {
  const { page } = room.desk;
  const orders = await placeOrders(room.market, { count: 30, seed: 301 });
  sent = idsOf(orders);
  await sendSheet(room.desk, 'cj-1127.xlsx', [shipmentHead, ...orders.map(({ row }) => row)]);
  await waitUntilSettled(page);
  await expect(page.getByTestId('log-say-all')).toHaveText('오늘 30건');
  await expect(page.getByTestId('log-say-done')).toHaveText('30건 완료');
  await expect(page.locator('[data-testid=log-file][data-file="cj-1127.xlsx"]')).toContainText('30건 모두 완료');
  await expect(groupOf('succeeded')).toContainText('30건');
  await expect(rowOf(sent[0] ?? '').locator('.log-name')).toHaveText(orders[0]?.row[3] ?? '');
  await expect(rowOf(sent[0] ?? '').locator('time')).toHaveText(/^\d{2}:\d{2}$/u);
  const heights = await page.getByTestId('log-row').evaluateAll((rows) => rows.map((row) => row.clientHeight));
  expect(Math.max(...heights)).toBeLessThanOrEqual(37);
  await page.mouse.move(5, 5);
  await picture(page, 'log-today-done');
});

test('equal refusals are one group with one act, and a cancel request is a box of its own above them', async () => {
  const { page } = room.desk;
  await room.market.act('set', { dispatchWithoutConfirm: '104443' });
  const unconfirmed = await placeOrders(room.market, { count: 5, seed: 302, perOrder: [1], notConfirmed: 5 });
  await sendSheet(room.desk, 'hanjin-afternoon.xlsx', [shipmentHead, ...unconfirmed.map(({ row }) => row)]);
  for (const id of idsOf(unconfirmed)) await expect(rowOf(id)).toHaveAttribute('data-state', 'rejected');
  await expect(groupOf('rejected:dispatch:104443')).toContainText('발주 확인');
  await expect(groupOf('rejected:dispatch:104443').getByTestId('group-act')).toHaveText(
    '5건 발주 확인하고 발송 처리하기',
  );

  const [one, other] = await placeOrders(room.market, { count: 2, seed: 303, perOrder: [1] });
  if (one === undefined || other === undefined) throw new Error('two orders were placed');
  // One box: the same number; one of its orders is wanted back.
  const shipment = one.row.slice(1, 3);
  const recipient = one.row[3] ?? '';
  await sendToSame(room.market, other, one);
  await room.market.act('request-cancel', { productOrderId: one.productOrderId });
  await sendSheet(room.desk, 'box.xlsx', [
    shipmentHead,
    [one.productOrderId, ...shipment, recipient, '극세사 담요'],
    [other.productOrderId, ...shipment, recipient, '유자차'],
  ]);
  // The log shows what was sent: it is read out, and nothing lies over the rows.
  await expect(page.locator('.hidden-words[role=status]')).toHaveText('2건을 대기 목록에 넣었어요.');
  await expect(page.locator('.announcer p')).toHaveCount(0);
  await expect(rowOf(one.productOrderId)).toHaveAttribute('data-state', 'held');
  await expect(rowOf(other.productOrderId)).toHaveAttribute('data-state', 'held');
  await page.mouse.move(5, 5);
  await expect(page.getByTestId('log-group').first()).toContainText('상자에 취소 요청이 있어요');
  await expect(rowOf(other.productOrderId)).toContainText('같은 상자라서 함께 멈췄어요');
  expect(await cutPhrases()).toEqual([]);
  await picture(page, 'log-today');
  expect(await seriousFindings(page)).toEqual([]);

  // The order with the request stays out, the other goes; within ten seconds all of it comes back.
  await page.getByTestId('log-group').first().getByTestId('group-act').click();
  await expect(page.getByTestId('hold-dialog')).toBeVisible();
  await expect(page.getByTestId('hold-later')).toBeFocused();
  await expect(page.getByTestId('hold-order')).toHaveCount(2);
  await expect(page.getByTestId('hold-confirm')).toContainText('1건 발송 처리하기');
  await picture(page, 'hold-dialog');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByTestId('hold-confirm').click();
  await expect(page.getByTestId('undo-button')).toBeFocused();
  await picture(page, 'log-today-undo');
  await page.keyboard.press('Escape');
  await expect(rowOf(one.productOrderId)).toHaveAttribute('data-state', 'held');
  await expect(rowOf(other.productOrderId)).toHaveAttribute('data-state', 'held');

  await rowOf(one.productOrderId).getByTestId('approve-button').click();
  await page.getByTestId('hold-refuse').check();
  await expect(page.getByTestId('hold-confirm')).toHaveText('취소 요청 거부하고 2건 발송 처리하기');
  await expect(page.getByTestId('hold-confirm')).toBeEnabled();
  await page.getByTestId('hold-confirm').press('Enter');
  await expect(page.getByTestId('hold-dialog')).toBeVisible();
  await picture(page, 'hold-dialog-refuse');
  await page.getByTestId('hold-refund').check();
  // The yes to the request: the amount on a red button that takes no Enter.
  await expect(page.getByTestId('hold-confirm')).toHaveText(/^[\d,]+원 환불하고 1건 발송 처리하기$/u);
  await expect(page.getByTestId('hold-confirm')).toBeEnabled();
  await page.getByTestId('hold-confirm').press('Enter');
  await expect(page.getByTestId('hold-dialog')).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'hold-dialog-refund');
  await page.getByTestId('hold-confirm').click();
  const dispatchOf = (id: string) => page.locator(`[data-testid=log-row][data-target="${id}"][data-kind=dispatch]`);
  await expect(dispatchOf(one.productOrderId)).toContainText('환불하는 중이에요');
  await picture(page, 'log-today-refund');
  await expect(dispatchOf(one.productOrderId)).toHaveAttribute('data-state', 'cancelled', { timeout: 30_000 });
  await expect(dispatchOf(other.productOrderId)).toHaveAttribute('data-state', 'succeeded', { timeout: 30_000 });
  const refund = page.locator(`[data-testid=log-row][data-target="${one.productOrderId}"][data-kind=refund]`);
  await expect(refund).toHaveAttribute('data-state', 'succeeded');
  expect(await dispatchesOf(room.market, [one.productOrderId, other.productOrderId])).toEqual([0, 1]);
});

test('the search finds by name and by the last digits, and each part of the sentence is a filter', async () => {
  const { page } = room.desk;
  const first = rowOf(sent[0] ?? '');
  const name = (await first.locator('.log-name').textContent()) ?? '';
  expect(name).not.toBe('');
  await page.getByTestId('log-search').fill(name);
  await expect.poll(async () => new Set(await page.locator('.log-name').allTextContents())).toEqual(new Set([name]));
  const digits = (sent[1] ?? '').slice(-6);
  await page.getByTestId('log-search').fill(digits);
  await expect(page.locator(`[data-testid=log-row]:not([data-target$="${digits}"])`)).toHaveCount(0);
  await expect(rowOf(sent[1] ?? '')).toBeVisible();
  await page.getByTestId('log-search').fill('');
  await page.getByTestId('log-say-tasks').click();
  await expect(page.locator('[data-testid=log-row]:not([data-state=rejected],[data-state=held])')).toHaveCount(0);
  await page.getByTestId('log-say-all').click();
  await page.locator('[data-testid=log-file][data-file="hanjin-afternoon.xlsx"]').click();
  await expect(page.getByTestId('log-row')).toHaveCount(5);
  await page.locator('[data-testid=log-period] [data-period=yesterday]').click();
  await expect(page.getByTestId('log-row')).toHaveCount(0);
  await expect(page.getByText('어제는 처리한 주문이 없어요.')).toBeVisible();
  await page.locator('[data-testid=log-period] [data-period=today]').click();
});

test('several rows are acted on at once, and one press takes all of it back', async () => {
  const { page } = room.desk;
  await page.getByTestId('log-say-tasks').click();
  await expect(page.getByTestId('log-row')).toHaveCount(5);
  await page.getByTestId('log-select-all').click();
  await expect(page.getByText('5건 골랐어요')).toBeVisible();
  await picture(page, 'log-bulk');
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('bulk-act')).toHaveCount(0);

  const rows = page.getByTestId('log-row');
  await rows.nth(0).getByRole('checkbox').click();
  await rows
    .nth(2)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await expect(page.getByText('3건 골랐어요')).toBeVisible();
  await page.locator('[data-testid=bulk-act][data-act=exclude]').click();
  await expect(page.getByTestId('log-count-cancelled')).toHaveText('4');
  await page.getByTestId('undo-button').click();
  await expect(page.getByTestId('log-count-rejected')).toHaveText('5');

  await page.getByTestId('log-grid').focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('5건 골랐어요')).toBeVisible();
  await page.locator('[data-testid=bulk-act][data-act=confirm-then-dispatch]').click();
  await expect(page.getByTestId('log-count-rejected')).toHaveText('0');
  await waitUntilSettled(page);
});

test('the opened row says what is so, what happened, and what can be done', async () => {
  const { page } = room.desk;
  await page.getByTestId('log-say-all').click();
  const row = rowOf(sent[0] ?? '');
  await row.scrollIntoViewIfNeeded();
  await row.hover();
  await row.locator('.open-row').click();
  const detail = row.getByTestId('log-detail');
  await expect(detail).toContainText('cj-1127.xlsx');
  await expect(detail.getByRole('button', { name: '번호 복사하기', exact: true })).toBeVisible();
  await picture(page, 'log-detail');
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    expect(await seriousFindings(page), theme).toEqual([]);
    await picture(page, `log-detail-${theme}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await row.locator('.open-row').click();
});

test('rows stand together by file, day or courier, states are looked at together, and a restart leaves it so', async () => {
  const { page } = room.desk;
  const heads = () => page.locator('[data-testid=log-group] h2').allTextContents();
  async function groupBy(by: string): Promise<void> {
    await page.getByTestId('log-group-by').click();
    await page.locator(`.menu-item[data-by=${by}]`).click();
  }
  // In the rows of several files each says its own.
  await expect(rowOf(sent[0] ?? '').locator('.log-from')).toHaveText('cj-1127.xlsx');
  await groupBy('file');
  await expect.poll(heads).toContain('cj-1127.xlsx');
  await expect.poll(heads).toContain('hanjin-afternoon.xlsx');
  await expect(page.locator('.log-from')).toHaveCount(0);
  await picture(page, 'log-by-file');
  await groupBy('courier');
  await expect.poll(heads).toContain('CJ대한통운');
  await page.getByTestId('log-filter-cancelled').click();
  await page.getByTestId('log-filter-succeeded').click({ modifiers: ['Control'] });
  await expect(page.locator('.state-filter[aria-pressed=true]')).toHaveCount(2);
  await groupBy('day');
  await expect.poll(heads).toEqual(['오늘']);
  const rows = await page.getByTestId('log-group').first().textContent();
  expect(await seriousFindings(page)).toEqual([]);

  await page.reload();
  await page.getByTestId('nav-log').click();
  await expect.poll(heads).toEqual(['오늘']);
  await expect(page.getByTestId('log-group').first()).toHaveText(rows ?? '');
  await expect(page.locator('.state-filter[aria-pressed=true]')).toHaveCount(2);
  await groupBy('reason');
  await page.getByTestId('log-filter-cancelled').click({ modifiers: ['Control'] });
  await expect(page.locator('.state-filter[aria-pressed=true]')).toHaveCount(1);
  await page.getByTestId('log-filter-succeeded').click();
  await expect(page.locator('.state-filter[aria-pressed=true]')).toHaveCount(0);
});

test('in a narrow window the files are behind one button, in a wide one nothing is cut', async () => {
  const { page } = room.desk;
  for (const [width, height] of [
    [1024, 700],
    [1920, 1080],
  ] as const) {
    await setContentSize(room.desk, width, height);
    await expect(page.getByTestId('log-file-picker')).toBeVisible({ visible: width < 1100 });
    await expect(page.getByTestId('log-file').first()).toBeVisible({ visible: width >= 1100 });
    await page.mouse.move(5, 5);
    expect(await cutPhrases()).toEqual([]);
    await picture(page, `log-today-${width}`);
    expect(await seriousFindings(page)).toEqual([]);
  }
});

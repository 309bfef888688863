import { join } from 'node:path';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { openAppWithMarket } from '../support/app/app-with-market';
import { dispatchesOf, placeOrders, sendToSame } from '../support/app/market-orders';
import { openSample, waitUntilSettled } from '../support/app/steps';
import { shipmentHead, writeWorkbook } from '../support/app/workbook';

test('numbers that went out for other orders wait for a tick, and are told with when and for whom', async () => {
  const { market, desk, close } = await openAppWithMarket();
  const { page } = desk;
  const orders = await placeOrders(market, { count: 4, seed: 41, perOrder: [1] });
  const [, secondOrder, , fourthOrder] = orders;
  if (!secondOrder || !fourthOrder) throw new Error('the market placed fewer orders');
  await sendToSame(market, fourthOrder, secondOrder);
  const [first, second, third, fourth] = orders.map(({ row }) => row);
  if (!first || !second || !third || !fourth) throw new Error('the market placed fewer orders');
  /** The order of one row with the number of another: yesterday's column in today's file. */
  const withNumberOf = (row: readonly string[], from: readonly string[]): string[] =>
    row.map((cell, at) => (at === 1 || at === 2 ? (from[at] ?? cell) : cell));
  const open = async (name: string, lines: readonly (readonly string[])[]): Promise<void> => {
    const file = join(desk.folder, name);
    await writeWorkbook(file, [shipmentHead, ...lines]);
    await openSample(page, file);
    await page.locator(`[data-testid=review][data-file="${name}"][data-ready=true]`).waitFor();
  };
  const rowOf = (row: number) => page.locator(`[data-testid=review-row][data-row="${row}"]`);

  // Reviewed before the first day's file goes out: nothing is wrong with it yet.
  await open('early.xlsx', [withNumberOf(fourth, first).with(3, second[3] ?? '')]);
  await expect(page.getByTestId('review-count-ok')).toHaveText('1');

  await open('first-day.xlsx', [first, second]);
  await expect(page.getByTestId('review-count-ok')).toHaveText('2');
  await page.getByTestId('enqueue-button').click();
  await page.getByTestId('nav-log').click();
  await waitUntilSettled(page);

  const box = withNumberOf(fourth, second).with(3, second[3] ?? '');
  await open('second-day.xlsx', [withNumberOf(third, first), box]);
  await expect(page.getByTestId('review-count-warning')).toHaveText('1');
  await expect(page.getByTestId('review-count-ok')).toHaveText('1');
  const told = rowOf(2).locator('[data-code=used-before]');
  await expect(told).toContainText(
    new RegExp(`^\\d+월 \\d+일에 다른 주문\\(…${(first[0] ?? '').slice(-4)} .○+\\)에 등록한 번호예요\\.`, 'u'),
  );
  await expect(rowOf(2).getByTestId('line-chosen')).not.toBeChecked();
  await expect(page.getByTestId('enqueue-button')).toContainText('1건 발송 처리하기');
  await picture(page, 'used-numbers');

  // Its own number typed in, it goes; the old one again, it waits again.
  const cell = rowOf(2).locator('[data-testid=review-cell][data-field=trackingNumber]');
  const type = async (number: string): Promise<void> => {
    await cell.focus();
    await page.keyboard.press('F2');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(number);
    await page.keyboard.press('Enter');
  };
  await type(third[2] ?? '');
  await expect(told).toHaveCount(0);
  await type(first[2] ?? '');
  await expect(told).toHaveCount(1);
  await page.getByTestId('tick-used-before').click();
  await expect(page.getByTestId('enqueue-button')).toContainText('2건 발송 처리하기');

  await page.locator('[data-testid=file-tab][data-file="early.xlsx"]').click();
  await page.locator('[data-testid=review][data-file="early.xlsx"][data-ready=true]').waitFor();
  await page.getByTestId('enqueue-button').click();
  await expect(rowOf(2).locator('[data-code=used-before]')).toHaveCount(1);
  await expect(page.getByTestId('review-count-warning')).toHaveText('1');
  const sent = await dispatchesOf(
    market,
    orders.map(({ productOrderId }) => productOrderId),
  );
  expect(sent).toEqual([1, 1, 0, 0]);
  await close();
});

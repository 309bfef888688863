import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import * as XLSX from 'xlsx';
import { saveTo } from '../support/app/downloads';
import { reviewSheet } from '../support/app/sheet-steps';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { placeOrders } from '../support/app/market-orders';
import { countOf, openSample } from '../support/app/steps';
import { shipment, shipmentHead, shipmentOf, writeWorkbook } from '../support/app/workbook';

const room = sharedAppWithMarket({ undoSeconds: 5 });

const look = (name: string) => picture(room.desk.page, `lines-${name}`);
const row = (n: number) => room.desk.page.locator(`[data-testid=review-row][data-row="${n}"]`);
const cell = (n: number, field: string) => row(n).locator(`[data-testid=review-cell][data-field=${field}]`);
const fix = (n: number, words: string | RegExp) => row(n).getByRole('button', { name: words });

/** A sheet of such lines under review. */
async function review(name: string, lines: readonly (readonly string[])[]): Promise<void> {
  await reviewSheet(room.desk, name, [shipmentHead, ...lines]);
  await room.desk.page.locator(`[data-testid=review][data-file="${name}"][data-ready=true]`).waitFor();
}

/** An invented shipment with other cells: courier and number. */
function other(n: number, courier: string, number?: string): string[] {
  const [id = '', , tracking = '', ...rest] = shipment(n);
  return [id, courier, number ?? tracking, ...rest];
}

test('a courier spelling is asked once and remembered for the next file', async () => {
  const { page } = room.desk;
  await review('spelling-1.xlsx', [other(1, '샛별특송'), other(2, '샛별특송'), shipment(3)]);
  expect(await countOf(page, 'review-count-error')).toBe(2);
  await cell(2, 'courier').getByTestId('courier-pick').click();
  await page.keyboard.type('대한');
  await look('spelling');
  await page.keyboard.press('Enter');
  await expect(row(2)).toHaveAttribute('data-level', 'ok');
  await review('spelling-2.xlsx', [other(11, '샛별특송'), other(12, '샛별특송')]);
  expect(await countOf(page, 'review-count-error')).toBe(0);
  await expect(cell(2, 'courier')).toContainText('CJ대한통운');

  // What was remembered is listed in the settings, and asked again once it is forgotten.
  await page.getByTestId('nav-settings').click();
  const names = page.getByTestId('memory-courier');
  await names.locator('summary').click();
  await names.scrollIntoViewIfNeeded();
  await expect(names).toContainText('‘샛별특송’ = CJ대한통운');
  await look('memory');
  await names.getByTestId('memory-forget').click();
  await expect(names).toHaveCount(0);
  await review('spelling-3.xlsx', [other(13, '샛별특송')]);
  expect(await countOf(page, 'review-count-error')).toBe(1);
});

test('two couriers in a cell are not guessed, several numbers ask which, words are no number', async () => {
  const { page } = room.desk;
  const [, , first = ''] = shipment(22);
  const [, , second = ''] = shipment(23);
  await review('cells.xlsx', [
    other(21, 'CJ대한통운/한진택배'),
    other(22, 'CJ대한통운', `${first} / ${second}`),
    other(24, 'CJ대한통운', '재고소진'),
    other(25, 'CJ대한통운', '직접수령'),
  ]);
  expect(await countOf(page, 'review-count-error')).toBe(4);
  await look('cells');
  await expect(row(2)).toContainText('택배사가 두 곳');
  await fix(2, /CJ대한통운.*바꾸기/u).click();
  await expect(row(2)).toHaveAttribute('data-level', 'ok');
  await expect(row(3)).toContainText('상품주문 하나에 송장번호가 2개예요');
  await fix(3, `${second.replaceAll(/(\d{4})(?=\d)/gu, '$1-')} 대표로 쓰기`).click();
  await expect(row(3)).toHaveAttribute('data-level', 'ok');
  await expect(cell(3, 'trackingNumber')).toContainText(second.slice(-4));
  await expect(row(4)).toContainText('‘재고소진’ 상태가 적혀 있어요');
  await fix(4, '이 줄 제외하기').click();
  await fix(5, /바꾸기/u).click();
  await expect(row(5)).not.toHaveAttribute('data-level', 'error');
  await look('cells-mended');
});

test('a shifted column is one remark, and naming the right column cures every line', async () => {
  const { page } = room.desk;
  const file = join(room.desk.folder, 'shifted.xlsx');
  await writeWorkbook(file, [
    ['상품주문번호', '택배사', '송장번호', '수취인명', '비고'],
    ...[31, 32, 33, 34].map((n) => {
      const [id = '', courier = '', number = '', recipient = ''] = shipment(n);
      return [id, courier, id, recipient, number];
    }),
  ]);
  await openSample(page, file);
  await expect(page.getByText('4줄 중 4줄의 송장번호가 주문번호와 같아요.')).toBeVisible();
  await expect(page.getByTestId('enqueue-button')).toBeDisabled();
  // Four rows that are more likely wrong than right are freed by no single tick.
  await expect(page.locator('[data-testid=line-chosen]:checked')).toHaveCount(0);
  await expect(page.getByTestId('tick-shifted-column')).toHaveCount(0);
  await expect(page.locator('[data-code=shifted-column]').first()).toContainText('4줄은 한 줄씩 보고 골라 주세요.');
  await look('shifted');
  await page.getByTestId('shifted-choose-column').click();
  await expect(page.getByTestId('column-trackingNumber')).toBeFocused();
  await fix(2, '열 고르기').click();
  await expect(page.getByTestId('column-trackingNumber')).toBeFocused();
  await page.getByTestId('column-trackingNumber').selectOption('4');
  await expect(page.getByTestId('enqueue-button')).toContainText('4건');
});

test('a product order with two numbers: neither goes out before one of them is chosen', async () => {
  const { page } = room.desk;
  const [id = '', ...rest] = shipment(41);
  await review('two-numbers.xlsx', [[id, ...rest], [id, ...shipment(42).slice(1)], shipment(43)]);
  await expect(row(2)).toContainText('상품주문 하나에 송장번호가 2개예요');
  await expect(row(3)).toContainText('2, 3번째 줄이 서로 달라요');
  await expect(page.getByTestId('enqueue-button')).toContainText('1건');
  // No click takes both out at once.
  await expect(page.getByTestId('mend-kind-button')).toHaveCount(0);
  await look('two-numbers');
  await fix(3, '이 번호를 대표로 쓰기').click();
  await expect(page.getByTestId('enqueue-button')).toContainText('2건');
  await expect(row(2).getByTestId('line-chosen')).not.toBeChecked();
  await look('two-numbers-chosen');
});

test('numbers a courier rule does not know are one remark for the file, not one on every line', async () => {
  const { page } = room.desk;
  const lines = Array.from({ length: 12 }, (_, at) => {
    const good = shipment(50 + at);
    const number = good[2] ?? '';
    // Four of twelve with another last digit: a third of them fail the rule of CJ.
    return at < 4 ? other(50 + at, 'CJ대한통운', `${number.slice(0, 11)}${(Number(number[11]) + 1) % 10}`) : good;
  });
  await review('check-digit.xlsx', lines);
  await expect(page.getByText('12건 중 4건이 그래요')).toBeVisible();
  await expect(page.locator('[data-testid=review-row] [data-code=tracking-digit]')).toHaveCount(0);
  await expect(page.getByTestId('enqueue-button')).toContainText('12건');
  await look('check-digit');
});

test('frequent faults have one click for all their lines', async () => {
  const { page } = room.desk;
  await review('mends.xlsx', [
    other(71, 'CJ대한통운', ''),
    other(72, 'CJ대한통운', ''),
    other(73, 'CJ대한통운', ''),
    other(74, 'CJ대한통운', '품절'),
    other(75, 'CJ대한통운', '품절'),
    other(77, 'CJ대한통운', '직접수령'),
    shipment(76),
  ]);
  const all = page.getByTestId('mend-kind-button');
  await expect(all).toHaveCount(2);
  await look('mends');
  await all.filter({ hasText: '3줄' }).click();
  await expect(all).toHaveCount(1);
  // What it says is true of each of its lines: the one that is picked up stays.
  await expect(all).toContainText('2줄 모두 제외하기');
  await all.click();
  await expect(all).toHaveCount(0);
  await expect(page.getByTestId('enqueue-button')).toContainText('1건');
  await expect(page.getByTestId('line-chosen').and(page.locator(':not(:checked)'))).toHaveCount(6);
});

test('lines sent before say when, lines left out before say so, and the same file is recognised', async () => {
  const { page } = room.desk;
  const orders = await placeOrders(room.market, { count: 3, seed: 77, perOrder: [1] });
  const lines = orders.map(({ productOrderId }, at) => shipmentOf(productOrderId, 81 + at));
  await review('before.xlsx', lines);
  // Paused, so that none has gone out before one is left out.
  await page.getByTestId('pause-toggle').click();
  await expect(page.getByTestId('connection-badge')).toHaveAttribute('data-state', 'paused');
  await page.getByTestId('enqueue-button').click();
  await page.getByTestId('undo-button').waitFor();
  await page.getByTestId('nav-log').click();
  const logged = (at: number) => page.locator(`[data-testid=log-row][data-target="${orders[at]?.productOrderId}"]`);
  await logged(2).getByTestId('cancel-button').click();
  await expect(logged(2)).toHaveAttribute('data-state', 'cancelled');
  await page.getByTestId('pause-toggle').click();
  await expect(logged(0)).toHaveAttribute('data-state', 'succeeded');
  await expect(logged(1)).toHaveAttribute('data-state', 'succeeded');

  await openSample(page, join(room.desk.folder, 'before.xlsx'));
  await expect(page.getByTestId('seen-before')).toContainText(
    '‘before.xlsx’ 파일과 같아요. 그때 3건을 대기 목록에 넣었어요.',
  );
  await expect(row(2)).toContainText(/\d{1,2}:\d{2}.*에 이미 처리한 주문이에요/u);
  await expect(row(4)).toContainText(/에 제외한 주문이에요. 다시 넣으려면 이 줄을 골라 주세요/u);
  await expect(page.getByTestId('line-tab-done')).toHaveText('3건은 이미 처리');
  await expect(page.getByTestId('enqueue-button')).toBeDisabled();
  expect(await countOf(page, 'review-count-error')).toBe(0);
  await expect(page.getByText('모두 이미 처리했거나 대기 목록에 있는 줄이에요.')).toBeVisible();
  await look('before');
  await row(4).getByTestId('line-chosen').check();
  await expect(page.getByTestId('enqueue-button')).toContainText('1건');
});

test('the grid is worked by keyboard alone', async () => {
  const { page } = room.desk;
  await review('keys.xlsx', [shipment(91), other(92, 'CJ대한통운', ''), shipment(93)]);
  await cell(3, 'trackingNumber').click();
  await page.keyboard.press('F2');
  await page.keyboard.type(shipment(92)[2] ?? '');
  await page.keyboard.press('Enter');
  await expect(row(3)).toHaveAttribute('data-level', 'ok');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('F2');
  await page.keyboard.type('1');
  await page.keyboard.press('Escape');
  await expect(row(2)).toHaveAttribute('data-level', 'ok');
  await look('keys');
});

test('with no store of the market connected the lines are saved as a 일괄발송 file all the same', async () => {
  const { page } = room.desk;
  await page.getByTestId('store-select').selectOption({ label: '연습용 스토어' });
  await review('no-store.xlsx', [shipment(95), shipment(96)]);
  const path = join(room.desk.folder, 'bulk.xlsx');
  await page.getByTestId('send-more').click();
  await page.getByTestId('by-file-save').click();
  await saveTo(room.desk, 'by-file-yes', path);
  const book = XLSX.read(await readFile(path));
  expect(book.SheetNames).toEqual(['발송처리']);
  const sheet = book.Sheets['발송처리'];
  if (!sheet) throw new Error('no sheet');
  const [head, ...rows] = XLSX.utils.sheet_to_json(sheet, { header: 1 });
  expect(head).toEqual(['상품주문번호', '배송방법', '택배사', '송장번호']);
  expect(rows).toEqual([95, 96].map((n) => [shipment(n)[0], '택배,등기,소포', 'CJ대한통운', shipment(n)[2]]));
  await page.getByTestId('store-select').selectOption({ label: '하늘상점' });
});

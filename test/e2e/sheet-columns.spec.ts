import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sharedApp } from '../support/app/shared-app';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import * as XLSX from 'xlsx';
import { openSample } from '../support/app/steps';
import { shipment, shipmentHead, writeWorkbook } from '../support/app/workbook';

const desk = sharedApp();

const look = (name: string) => picture(desk.page, `columns-${name}`);

async function open(name: string, rows: readonly (readonly string[])[]): Promise<void> {
  const file = join(desk.folder, name);
  await writeWorkbook(file, rows);
  await openSample(desk.page, file);
  await expect(desk.page.locator(`[data-testid=review][data-file="${name}"][data-ready=true]`)).toBeVisible();
}

test('lines of other malls are taken in one by one or all at once, and go back', async () => {
  const { page } = desk;
  const other = (n: number): string[] => [...shipment(n).with(0, `300000000${n}`), '쿠팡'];
  await open('malls.xlsx', [
    [...shipmentHead, '판매처'],
    [...shipment(11), '토스트하우스'],
    [...shipment(12), '무신사랑(스마트스토어)'],
    other(13),
    other(14),
    other(15),
  ]);
  await expect(page.getByTestId('review-row')).toHaveCount(2);
  await expect(page.getByTestId('group-others')).toContainText('3줄');
  await page.getByTestId('group-others').click();
  await look('malls');
  await page.locator('[data-testid=others-take][data-row="5"]').click();
  await expect(page.getByTestId('review-row')).toHaveCount(3);
  await expect(page.getByTestId('group-others')).toContainText('2줄');
  await expect(page.getByTestId('others-in')).toContainText('1줄도 함께 넣었어요');
  await page.getByTestId('others-take-all').click();
  await expect(page.getByTestId('review-row')).toHaveCount(5);
  await expect(page.getByTestId('group-others')).toHaveCount(0);
  await look('malls-in');
  await page.getByTestId('others-back').click();
  await expect(page.getByTestId('review-row')).toHaveCount(2);
  await expect(page.getByTestId('group-others')).toContainText('3줄');
  await expect(page.getByTestId('others-in')).toHaveCount(0);
});

test('the sheet with the orders is read, not the notice before it, and a hidden sheet sends nothing unasked', async () => {
  const { page } = desk;
  const book = XLSX.utils.book_new();
  const add = (name: string, rows: readonly (readonly string[])[]): void => {
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  };
  add('유의사항', [
    [...shipmentHead, '택배사 코드'],
    ['예시', ...shipment(90).slice(1)],
    shipment(91),
    ...Array.from({ length: 40 }, (_, n) => [`택배사 ${n}`, String(n)]),
  ]);
  add('발송', [shipmentHead, shipment(21), shipment(22)]);
  add('지난달', [shipmentHead, shipment(23), shipment(24), shipment(25)]);
  book.Workbook = { Sheets: [{}, {}, { Hidden: 1 }] };
  const file = join(desk.folder, 'sheets.xlsx');
  await writeFile(file, new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' })));
  await openSample(page, file);
  await expect(page.getByTestId('sheet-select')).toHaveValue('발송');
  await expect(page.getByTestId('enqueue-button')).toContainText('2건');

  await page.getByTestId('sheet-select').selectOption('지난달');
  await expect(page.getByTestId('hidden-rows')).toContainText(
    '숨긴 시트 ‘지난달’의 3줄이에요. 고르기 전까지 빼 두어요.',
  );
  await expect(page.getByTestId('enqueue-button')).toBeDisabled();
  await expect(page.getByTestId('review-count-ok')).toHaveText('0');
  await look('hidden-sheet');
  await page.getByTestId('hidden-rows-button').click();
  await expect(page.getByTestId('enqueue-button')).toContainText('3건');
});

test('the courier whose rule all numbers of a file pass is the first answer of one question', async () => {
  const { page } = desk;
  const lines = Array.from({ length: 40 }, (_, n) => shipment(600 + n).toSpliced(1, 1));
  await open('by-form.xlsx', [['상품주문번호', '송장번호', '수취인명', '상품명'], ...lines]);
  const question = page.locator('[data-testid=asked][data-field=courier]');
  await expect(question).toContainText('40줄 모두 CJ대한통운 번호예요.');
  await expect(page.getByTestId('review-count-waiting')).toHaveText('40');
  await expect(page.getByTestId('review-count-error')).toHaveText('0');
  await expect(page.locator('[data-testid=review-row]').first()).toHaveAttribute('data-level', 'warning');
  await expect(page.locator('[data-testid=review-row][data-waits]')).toHaveCount(40);
  await expect(page.getByTestId('enqueue-button')).toBeDisabled();
  await look('by-form');
  await expect(question.getByTestId('asked-button').last()).toHaveText('다른 택배사 고르기');
  await question.getByTestId('asked-button').first().click();
  await expect(page.getByTestId('enqueue-button')).toContainText('40건');
  await expect(question).toHaveCount(0);
  await expect(page.getByTestId('review-count-waiting')).toHaveCount(0);
});

test('numbers without the digits of a product order are order numbers, also line by line', async () => {
  const { page } = desk;
  await open('post.xlsx', [
    ['순번', '주문번호', '수취인명', '등기번호'],
    ...[1, 2, 3].map((n) => [String(n), `20261121500${n}0`, `시험수취${n}`, `681000000000${n}`]),
  ]);
  await expect(page.getByTestId('asked')).toHaveCount(0);
  await expect(page.getByTestId('column-orderId')).toHaveValue('1');
  await expect(page.getByTestId('review-row').first()).toContainText('상품주문번호를 네이버에서 찾아서 처리해요');
  const order = '2026112199990001';
  await open('mixed.xlsx', [
    [...shipmentHead, '주문번호'],
    [...shipment(701), ''],
    [...shipment(702).with(0, ''), order],
  ]);
  await expect(page.getByTestId('review-count-error')).toHaveText('0');
  const mixed = page.locator('[data-testid=review-row][data-row="3"]');
  await expect(mixed).toContainText('상품주문번호를 네이버에서 찾아서 처리해요');
  await expect(mixed).toContainText(order);
  await expect(page.getByTestId('enqueue-button')).toContainText('2건');
  await look('mixed');
});

/** Columns of numbers that differ: the second one `from` further on. */
const twice = (n: number, from: number): string[] => [...shipment(n), shipment(n + from)[2] ?? ''];

test('two full columns of numbers are one question, remembered for the headers, and nothing goes out before', async () => {
  const { page } = desk;
  const rows = (from: number) => [[...shipmentHead, '운송장번호'], ...[0, 1, 2].map((n) => twice(from + n, 50))];
  await open('two-columns.xlsx', rows(801));
  const question = page.locator('[data-testid=asked][data-field=trackingNumber]');
  await expect(question).toContainText('송장번호로 볼 수 있는 열이 2개예요.');
  for (const n of [801, 802, 803, 851, 852, 853]) await expect(question).toContainText(shipment(n)[2] ?? '');
  await expect(page.getByTestId('review-count-waiting')).toHaveText('3');
  await expect(page.getByTestId('enqueue-button')).toBeDisabled();
  await look('two-columns');
  await question.getByTestId('asked-button').nth(1).click();
  await expect(question).toHaveCount(0);
  await expect(page.getByTestId('column-trackingNumber')).toHaveValue('5');
  await expect(page.getByTestId('enqueue-button')).toContainText('3건');
  await open('two-columns-again.xlsx', rows(811));
  await expect(page.getByTestId('column-trackingNumber')).toHaveValue('5');
  await expect(page.getByTestId('asked')).toHaveCount(0);
  await expect(page.getByTestId('enqueue-button')).toContainText('3건');
});

test('a second number of one line holds that line until one of the two stands for it', async () => {
  const { page } = desk;
  await open('split.xlsx', [
    [...shipmentHead, '송장번호(2)'],
    [...shipment(821), ''],
    twice(822, 50),
    [...shipment(823), ''],
  ]);
  const question = page.locator('[data-testid=asked][data-field=trackingNumber]');
  await expect(question.getByTestId('asked-button')).toHaveCount(2);
  await expect(page.getByTestId('enqueue-button')).toContainText('2건');
  const row = page.locator('[data-testid=review-row][data-row="3"]');
  await expect(row).toHaveAttribute('data-level', 'error');
  await expect(row).toContainText('상품주문 하나에 송장번호가 2개예요.');
  await look('split');
  // The answer for the file says nothing of a second box: its line still asks.
  await question.getByTestId('asked-button').first().click();
  await expect(question).toHaveCount(0);
  await expect(row).toContainText('상품주문 하나에 송장번호가 2개예요.');
  await row.getByTestId('mend-button').filter({ hasText: '대표로 쓰기' }).first().click();
  await expect(row).toHaveAttribute('data-level', 'ok');
  await expect(page.getByTestId('enqueue-button')).toContainText('3건');
});

test('two courier columns that both fit are asked about, and their lines wait calmly', async () => {
  const { page } = desk;
  await open('two-couriers.xlsx', [
    [...shipmentHead, '배송사'],
    ...[831, 832].map((n) => [...shipment(n), 'CU 편의점택배']),
  ]);
  const question = page.locator('[data-testid=asked][data-field=courier]');
  await expect(question.getByTestId('asked-button')).toHaveCount(2);
  await expect(page.getByTestId('review-count-waiting')).toHaveText('2');
  await expect(page.getByTestId('enqueue-button')).toBeDisabled();
  await look('two-couriers');
  await question.getByTestId('asked-button').first().click();
  await expect(page.getByTestId('enqueue-button')).toContainText('2건');
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sharedApp } from '../support/app/shared-app';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import * as XLSX from 'xlsx';
import { reviewSheet } from '../support/app/sheet-steps';
import { countOf, openSample } from '../support/app/steps';
import { shipment, shipmentHead, writeWorkbook } from '../support/app/workbook';
import { inMain } from '../support/app/in-main';

const desk = sharedApp();

const look = (name: string) => picture(desk.page, `asks-${name}`);
const asked = (field: string) => desk.page.locator(`[data-testid=asked][data-field=${field}]`);

test('rows hidden in Excel are left out, and asked about once for all of them', async () => {
  const { page } = desk;
  const sheet = XLSX.utils.aoa_to_sheet([[...shipmentHead], ...[11, 12, 13, 14, 15].map(shipment)]);
  sheet['!rows'] = [{}, {}, { hidden: true }, {}, { hidden: true }, {}];
  const file = join(desk.folder, 'hidden.xlsx');
  await writeFile(file, XLSX.write(XLSX.utils.book_new(sheet, 'sheet1'), { type: 'buffer', bookType: 'xlsx' }));
  await openSample(page, file);
  await expect(page.getByTestId('enqueue-button')).toContainText('3건');
  await expect(page.getByTestId('hidden-rows')).toHaveCount(1);
  await expect(page.getByTestId('hidden-rows')).toContainText('2줄');
  await look('hidden');
  await page.getByTestId('hidden-rows-button').click();
  await expect(page.getByTestId('enqueue-button')).toContainText('5건');
  await expect(page.getByTestId('mend-kind-button')).toHaveCount(0);
  // Another choice understands the file again; the answer stands.
  await page.getByTestId('column-deliveryMethod').selectOption('4');
  await page.getByTestId('column-deliveryMethod').selectOption('');
  await expect(page.getByTestId('enqueue-button')).toContainText('5건');
  await page.getByTestId('hidden-rows-button').click();
  await expect(page.getByTestId('enqueue-button')).toContainText('3건');
});

test('an unclear column is asked for with three values of each candidate, and not again for the same headers', async () => {
  const { page } = desk;
  const rows = (from: number) => [
    ['상품주문번호', '택배사', '번호 1', '번호 2', '수취인명'],
    ...[1, 2, 3, 4].map((n) => {
      const [id = '', courier = '', number = '', recipient = ''] = shipment(from + n);
      return [id, courier, number, shipment(from + n + 50)[2] ?? '', recipient];
    }),
  ];
  const first = join(desk.folder, 'unclear-1.xlsx');
  await writeWorkbook(first, rows(100));
  await openSample(page, first);
  const question = asked('trackingNumber');
  await expect(question.getByTestId('asked-button')).toHaveCount(2);
  for (const n of [101, 102, 103, 151, 152, 153]) await expect(question).toContainText(shipment(n)[2] ?? '');
  await look('column');
  await question.getByTestId('asked-button').nth(1).click();
  await expect(question).toHaveCount(0);
  await expect(page.getByTestId('column-trackingNumber')).toHaveValue('3');
  await expect(page.getByTestId('enqueue-button')).toContainText('4건');

  const second = join(desk.folder, 'unclear-2.xlsx');
  await writeWorkbook(second, rows(120));
  await openSample(page, second);
  await expect(page.locator('[data-testid=review][data-file="unclear-2.xlsx"]')).toBeVisible();
  await expect(page.getByTestId('asked')).toHaveCount(0);
  await expect(page.getByTestId('column-trackingNumber')).toHaveValue('3');
});

test('a number a courier only hands on is settled with one click, and remembered', async () => {
  const { page } = desk;
  const rows = (from: number) => [
    ['예약구분', '집화예정점소', '운송장번호', '고객주문번호', '받는분', '품목명'],
    ...[1, 2, 3].map((n) => {
      const [id = '', , number = '', recipient = '', product = ''] = shipment(from + n);
      return ['일반', '가상점소', number, id, recipient, product];
    }),
  ];
  await writeWorkbook(join(desk.folder, 'cj-1.xlsx'), rows(200));
  await openSample(page, join(desk.folder, 'cj-1.xlsx'));
  await expect(asked('productOrderId')).toContainText('상품주문번호로 읽었어요');
  // Nothing is sent while the kind of a number is asked, and that is no fault of the lines.
  await expect(page.getByTestId('enqueue-button')).toBeDisabled();
  await expect(page.locator('.enqueue')).toContainText('3줄은 위의 질문에 답하면 처리할 수 있어요.');
  await expect(page.getByTestId('review-count-waiting')).toHaveText('3');
  await expect(page.getByTestId('review-count-error')).toHaveText('0');
  await look('id-kind');
  await asked('productOrderId').getByTestId('asked-button').nth(1).click();
  await expect(page.getByTestId('column-orderId')).toHaveValue('3');
  await expect(page.getByTestId('column-productOrderId')).toHaveValue('');
  await expect(asked('productOrderId')).toHaveCount(0);
  await writeWorkbook(join(desk.folder, 'cj-2.xlsx'), rows(220));
  await openSample(page, join(desk.folder, 'cj-2.xlsx'));
  await expect(page.locator('[data-testid=review][data-file="cj-2.xlsx"]')).toBeVisible();
  await expect(page.getByTestId('column-orderId')).toHaveValue('3');
  await expect(page.getByTestId('asked')).toHaveCount(0);
});

test('a column that is not there is said once, and any other can be named by hand', async () => {
  const { page } = desk;
  const file = join(desk.folder, 'nameless.xlsx');
  await writeWorkbook(file, [
    ['상품주문번호', '택배사', '비고란', '수취인명'],
    ...[301, 302, 303].map((n) => {
      const [id = '', courier = '', number = '', recipient = ''] = shipment(n);
      return [id, courier, `${number} 보냄`, recipient];
    }),
  ]);
  await openSample(page, file);
  await expect(asked('trackingNumber')).toContainText('찾지 못했어요');
  await look('missing');
  await asked('trackingNumber').getByTestId('asked-button').click();
  await expect(page.getByTestId('column-trackingNumber')).toBeFocused();
  await page.getByTestId('column-trackingNumber').selectOption('2');
  await expect(page.getByTestId('review-row').first()).toContainText('송장번호 칸에 글이 적혀 있어요');
});

test('without a courier column one courier is chosen for the whole sheet', async () => {
  const { page } = desk;
  const file = join(desk.folder, 'no-courier.xlsx');
  await writeWorkbook(file, [
    ['상품주문번호', '송장번호', '수취인명'],
    ...[311, 312, 313].map((n) => {
      const [id = '', , number = '', recipient = ''] = shipment(n);
      return [id, number, recipient];
    }),
  ]);
  await openSample(page, file);
  // Lines that wait for one answer are not three errors.
  expect(await countOf(page, 'review-count-error')).toBe(0);
  expect(await countOf(page, 'review-count-waiting')).toBe(3);
  await expect(page.getByTestId('enqueue-button')).toBeDisabled();
  await look('no-courier');
  await asked('courier').getByTestId('asked-button').last().click();
  await expect(page.locator('input[role=combobox]')).toBeFocused();
  await page.keyboard.type('대한');
  await look('whole-courier');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('review-count-error')).toHaveText('0');
  await expect(page.getByTestId('enqueue-button')).toContainText('3건');
  await expect(asked('courier')).toHaveCount(0);
});

test('a weak guess of the encoding is said, and can be changed', async () => {
  const { page } = desk;
  const file = join(desk.folder, 'no-mark.csv');
  const rows = [[...shipmentHead], shipment(321), shipment(322)].map((row) => row.join(',')).join('\r\n');
  await writeFile(file, Buffer.from(rows, 'utf16le'));
  await openSample(page, file);
  await expect(asked('encoding')).toContainText('UTF-16 LE');
  await look('encoding');
  await asked('encoding').getByTestId('asked-button').click();
  await expect(page.getByTestId('encoding-select')).toBeFocused();
  // One that makes no table of it changes nothing.
  await page.getByTestId('encoding-select').selectOption('utf-16be');
  await expect(page.getByText('전과 같이 두었어요')).toBeVisible();
  await expect(page.getByTestId('encoding-select')).toHaveValue('utf-16le');
  await page.getByTestId('encoding-select').selectOption('utf-8');
  await page.getByTestId('encoding-select').selectOption('utf-16le');
  await expect(asked('encoding')).toHaveCount(0);
  await expect(page.getByTestId('enqueue-button')).toContainText('2건');
});

test('sheet and header row are shown, and chosen otherwise', async () => {
  const { page } = desk;
  const file = join(desk.folder, 'two-sheets.xlsx');
  const first = XLSX.utils.aoa_to_sheet([['11월 발송 목록'], [], [...shipmentHead], shipment(331), shipment(332)]);
  const book = XLSX.utils.book_new(first, '발송');
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[...shipmentHead], shipment(333)]), '추가');
  await writeFile(file, XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }));
  await openSample(page, file);
  await expect(page.getByTestId('sheet-select')).toHaveValue('발송');
  await expect(page.getByTestId('header-row-select')).toHaveValue('3');
  await page.getByTestId('sheet-select').selectOption('추가');
  await expect(page.getByTestId('enqueue-button')).toContainText('1건');
  await expect(page.getByTestId('header-row-select')).toHaveValue('1');
  await page.getByTestId('sheet-select').selectOption('발송');
  await page.getByTestId('header-row-select').selectOption('4');
  await look('wrong-header');
  await page.getByTestId('header-row-select').selectOption('3');
  await expect(page.getByTestId('enqueue-button')).toContainText('2건');
});

test('how a file was read is a sheet at the side: closed it can still be set, Esc closes it, the keyboard goes back', async () => {
  const { page } = desk;
  await reviewSheet(desk, 'side.xlsx', [shipmentHead, shipment(351), shipment(352)]);
  const select = page.getByTestId('header-row-select');
  await expect(page.getByTestId('columns-open')).toHaveAttribute('aria-expanded', 'false');
  await expect(select).not.toBeInViewport();
  // Set without looking, and what it says follows.
  await page.getByTestId('column-recipient').or(page.getByTestId('column-deliveryMethod')).first().selectOption('3');
  await page.getByTestId('column-trackingNumber').selectOption('');
  await expect(asked('trackingNumber')).toContainText('찾지 못했어요');
  await page.getByTestId('columns-open').click();
  await expect(select).toBeInViewport();
  await look('side');
  await page.getByTestId('columns-reset').click();
  await expect(page.getByTestId('column-trackingNumber')).toHaveValue('2');
  await expect(page.getByTestId('enqueue-button')).toContainText('2건');
  await page.keyboard.press('Escape');
  await expect(select).not.toBeInViewport();
  await expect(page.getByTestId('columns-open')).toBeFocused();
});

test('several files in one go stand in tabs of their own', async () => {
  const { page } = desk;
  const files = ['go-1.xlsx', 'go-2.xlsx', 'go-3.xlsx'];
  for (const [at, name] of files.entries()) {
    await writeWorkbook(join(desk.folder, name), [
      shipmentHead,
      ...[0, 1, 2].slice(0, at + 1).map((n) => shipment(400 + at * 10 + n)),
    ]);
  }
  await page.getByTestId('sheet-input').setInputFiles(files.map((name) => join(desk.folder, name)));
  for (const [at, name] of files.entries()) {
    await page.locator(`[data-testid=file-tab][data-file="${name}"]`).click();
    await page.locator(`[data-testid=review][data-file="${name}"][data-ready=true]`).waitFor();
    await expect(page.getByTestId('enqueue-button')).toContainText(`${at + 1}건`);
  }
  await look('several');
});

test('a copied table is pasted with Ctrl+V, and one from a web page is read, too', async () => {
  const { page, app } = desk;
  const rows = [[...shipmentHead], shipment(451), shipment(452)];
  const putText = (given: string) => inMain(app, ({ clipboard }, plain) => clipboard.writeText(plain), given);
  await page.getByTestId('nav-send').click();
  await page
    .locator('h1')
    .first()
    .evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
  await putText(rows.map((row) => row.join('\t')).join('\n'));
  await page.keyboard.press('Control+V');
  await expect(page.locator('[data-testid=review][data-file="붙여넣은 표.tsv"][data-ready=true]')).toBeVisible();
  await expect(page.getByTestId('enqueue-button')).toContainText('2건');

  const cells = [[...shipmentHead], shipment(461), shipment(462), shipment(463)]
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('');
  await page.evaluate((html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, `<table>${cells}</table>`);
  await expect(page.locator('[data-testid=review][data-file="붙여넣은 표.html"][data-ready=true]')).toBeVisible();
  await expect(page.getByTestId('enqueue-button')).toContainText('3건');
  await look('pasted');
  await putText('안녕하세요');
  await page.keyboard.press('Control+V');
  await expect(page.getByText('복사한 내용에 표가 없어요.')).toBeVisible();
});

import { join } from 'node:path';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { z } from 'zod';
import { launchDesk } from '../support/app/launch';
import type { Desk } from '../support/app/launch';
import { startPracticeProcess, vendor } from '../support/app/practice-process';
import type { PracticeProcess } from '../support/app/practice-process';
import { seriousFindings } from '../support/app/serious-findings';
import { addBrightmallStore, countOf } from '../support/app/steps';
import { writeWorkbook } from '../support/app/workbook';
import { inMain } from '../support/app/in-main';

const itemsSchema = z.array(
  z.looseObject({
    ordPrdNo: z.string(),
    productName: z.string(),
    quantity: z.number(),
    status: z.string(),
    confirmations: z.array(z.looseObject({ available: z.boolean() })),
  }),
);

let market: PracticeProcess;
let desk: Desk;
test.beforeAll(async () => {
  market = await startPracticeProcess(['--empty']);
  desk = await launchDesk({ env: { BALSONG_BRIGHTMALL_URL: market.url } });
});
test.afterAll(async () => {
  await desk.close();
  await market.stop();
});

const look = (name: string) => picture(desk.page, `stock-${name}`);
const itemRow = (item: string) => desk.page.locator(`[data-testid=stock-row][data-target="${item}"]`);
const reviewRow = (row: number) => desk.page.locator(`[data-testid=review-row][data-row="${row}"]`);

/** Items of the vendor, as the market has them. */
async function items() {
  return itemsSchema.parse(await market.act('items'));
}

async function answersOf(item: string): Promise<boolean[]> {
  const found = (await items()).find(({ ordPrdNo }) => ordPrdNo === item);
  return (found?.confirmations ?? []).map(({ available }) => available);
}

test('재고 is in the navigation only with a BrightMall store, and such a store is made and tested in settings', async () => {
  const { page } = desk;
  await expect(page.getByTestId('nav-stock')).toHaveCount(0);
  await addBrightmallStore(page, '밝은상점', vendor);
  await expect(page.getByTestId('nav-stock')).toBeVisible();
  await page.getByTestId('store-test').click();
  await expect(page.getByTestId('store-test-result')).toHaveAttribute('data-code', 'ok');
  await expect(page.getByTestId('store-test-result')).toContainText('재고 확인');
  await look('settings');
  await page.getByTestId('nav-stock').click();
  await expect(page.getByText('재고를 확인할 품목이 없어요.')).toBeVisible();
  await look('empty');
});

test('an order file without answers: each item is answered in the grid, and all of it goes out', async () => {
  const { page } = desk;
  const made = itemsSchema.parse(await market.act('make-items', { count: 6, seed: 3 }));
  const file = join(desk.folder, 'orders.xlsx');
  await writeWorkbook(file, [
    ['주문품목번호', '상품명', '수량', '단가'],
    ...made.map(({ ordPrdNo, productName, quantity }) => [ordPrdNo, productName, String(quantity), '12000']),
  ]);
  await page.getByTestId('sheet-input').setInputFiles(file);
  await page.locator('[data-testid=review][data-ready=true]').waitFor();
  await look('open');
  const beyond = await page.locator('.review-grid').evaluate((grid) => grid.scrollWidth - grid.clientWidth);
  expect(beyond).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1024, height: 640 });
  await expect(page.getByTestId('columns-open')).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await countOf(page, 'stock-count-open')).toBe(6);
  await expect(page.getByTestId('enqueue-button')).toBeDisabled();
  await reviewRow(3).getByTestId('answer-unavailable').click();
  await expect(reviewRow(3).getByTestId('reason-select')).toHaveValue('out_of_stock');
  await reviewRow(3).getByTestId('reason-select').selectOption('damaged');
  await page.getByTestId('answer-open').click();
  await expect(page.getByTestId('stock-count-available')).toHaveText('5');
  await expect(page.getByTestId('stock-count-unavailable')).toHaveText('1');
  await expect(page.getByTestId('enqueue-button')).toContainText('6건 재고 확인하기');
  await look('answered-review');
  await page.getByTestId('enqueue-button').click();
  await expect(page.getByTestId('undo-button')).toBeVisible();
  await page.getByTestId('stock-view-answered').click();
  await expect(itemRow(made[0]?.ordPrdNo ?? '')).toHaveAttribute('data-state', 'succeeded', { timeout: 20_000 });
  await look('items');
  await page.setViewportSize({ width: 768, height: 480 });
  const again = itemRow(made[0]?.ordPrdNo ?? '').getByTestId('answer-again');
  await again.scrollIntoViewIfNeeded();
  await expect(again).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(itemRow(made[0]?.ordPrdNo ?? '')).toContainText('배송 준비');
  await expect(itemRow(made[0]?.ordPrdNo ?? '')).toContainText('공급가 기록됨');
  await expect(itemRow(made[1]?.ordPrdNo ?? '')).toContainText('재고 기다림');
  expect(await answersOf(made[1]?.ordPrdNo ?? '')).toEqual([false]);
});

test('changing an answer later is one click, and the newest one counts', async () => {
  const { page } = desk;
  const [first, second] = await items();
  const [free, lost] = [first?.ordPrdNo ?? '', second?.ordPrdNo ?? ''];
  await itemRow(free).getByTestId('answer-unavailable').click();
  await expect(itemRow(free)).toHaveAttribute('data-available', 'false');
  await itemRow(lost).getByTestId('answer-available').click();
  await expect(itemRow(free)).toHaveAttribute('data-state', 'succeeded', { timeout: 20_000 });
  await expect(itemRow(lost)).toHaveAttribute('data-state', 'succeeded', { timeout: 20_000 });
  expect(await answersOf(free)).toEqual([true, false]);
  expect(await answersOf(lost)).toEqual([false, true]);
  await expect(page.getByTestId('stock-count-available')).toHaveText('5');
  await itemRow(lost).getByTestId('answer-again').click();
  await expect.poll(() => answersOf(lost), { timeout: 20_000 }).toEqual([false, true, true]);
});

test('a sheet with answers: what the document forbids is said on its row and stays behind', async () => {
  const { page } = desk;
  const made = itemsSchema.parse(await market.act('make-items', { count: 8, seed: 4 })).map(({ ordPrdNo }) => ordPrdNo);
  const file = join(desk.folder, 'answers.xlsx');
  const rows = [
    ['가능', '', '', '75000', '2', '150000'],
    ['불가', '재고 부족 (품절)', '재입고 예정일: 2026-12-15', '', '', ''],
    ['불가', '', '', '', '', ''],
    ['글쎄', '', '', '', '', ''],
    ['가능', '', '가'.repeat(501), '', '', ''],
    ['가능', '', '', '-5', '2', ''],
    ['가능', '', '', '1000', '0.5', ''],
    ['가능', '', '', '1000', '2', '1900'],
  ];
  await writeWorkbook(file, [
    ['주문품목번호', '재고 여부', '불가 사유', '메모', '단가', '수량', '합계'],
    ...rows.map((row, index) => [made[index] ?? '', ...row]),
  ]);
  await page.getByTestId('nav-send').click();
  await expect(page.getByTestId('operation-select')).toHaveValue('stock');
  await page.getByTestId('sheet-input').setInputFiles(file);
  await page.locator('[data-testid=review][data-ready=true]').waitFor();
  const levels = await page
    .getByTestId('review-row')
    .evaluateAll((all) =>
      all
        .toSorted((one, other) => Number(one.dataset['row']) - Number(other.dataset['row']))
        .map((row) => row.dataset['level']),
    );
  expect(levels).toEqual(['ok', 'ok', 'error', 'error', 'error', 'error', 'error', 'warning']);
  // A total that its parts do not make stays behind until somebody has looked.
  await expect(page.getByTestId('enqueue-button')).toContainText('2건 재고 확인하기');
  await page.locator('[data-testid=mend-kind-button][data-mend=set]').click();
  await expect(page.locator('[data-testid=review-cell][data-row="9"][data-field=totalAmount]')).toHaveText('2,000');
  await expect(page.getByTestId('enqueue-button')).toContainText('3건 재고 확인하기');
  await expect(page.locator('[data-testid=review-cell][data-row="2"][data-field=totalAmount]')).toHaveText('150,000');
  // The first row to look at lacks a reason: the panel offers all five, each with a key.
  await expect(page.getByTestId('review-panel').getByTestId('mend-button')).toHaveCount(5);
  await look('faults');
  // Typed like any other cell: the first key replaces what stood there.
  const cell = page.locator('[data-testid=review-cell][data-row="5"][data-field=available]');
  await cell.focus();
  await page.keyboard.type('가능');
  await page.keyboard.press('Enter');
  await expect(reviewRow(5)).toHaveAttribute('data-level', 'ok');
  await reviewRow(4).getByTestId('reason-select').selectOption('discontinued');
  await expect(reviewRow(4)).toHaveAttribute('data-level', 'ok');
  await page.getByTestId('enqueue-button').click();
  await page.getByTestId('nav-log').click();
  const row = page.locator(`[data-testid=log-row][data-target="${made[0]}"]`);
  await expect(row).toHaveAttribute('data-state', 'succeeded', { timeout: 20_000 });
  await expect(row).toContainText('배송 준비');
  await row.locator('.open-row').click();
  await expect(page.getByTestId('log-detail')).toContainText('문의용 번호');
  await expect(page.getByTestId('log-detail')).toContainText('req_');
  await page.getByTestId('log-detail').getByRole('button', { name: '문의용 번호 복사하기' }).click();
  expect(await inMain(desk.app, ({ clipboard }) => clipboard.readText())).toMatch(/^req_/u);
  await expect(page.getByTestId('log-detail').getByText('preparing').first()).toBeHidden();
  await look('log');
});

test('BrightMall refuses one item: the row says why, and is corrected where it stands', async () => {
  const { page } = desk;
  const [item] = itemsSchema.parse(await market.act('make-items', { count: 1, seed: 5 }));
  const id = item?.ordPrdNo ?? '';
  const file = join(desk.folder, 'refused.xlsx');
  await writeWorkbook(file, [
    ['주문품목번호', '재고 여부', '상품명'],
    [id, '가능', '시험 상품'],
  ]);
  await market.act('inject', {
    rules: [{ when: { path: 'stock', times: 1 }, fault: { kind: 'itemCode', code: 'X', message: 'Price is locked' } }],
  });
  await page.getByTestId('nav-stock').click();
  await page.getByTestId('sheet-input').setInputFiles(file);
  await page.locator('[data-testid=review][data-ready=true]').waitFor();
  await page.getByTestId('enqueue-button').click();
  await page.getByTestId('nav-log').click();
  const row = page.locator(`[data-testid=log-row][data-target="${id}"]`);
  await expect(row).toHaveAttribute('data-state', 'rejected', { timeout: 20_000 });
  await expect(row).toHaveAttribute('data-code', 'BM.ITEM');
  await expect(row).toContainText('BrightMall이 이 품목을 받지 않았어요');
  await row.getByTestId('log-edit').click();
  await page.getByTestId('stock-edit').getByTestId('answer-unavailable').click();
  await expect(page.getByTestId('stock-edit-save')).toBeDisabled();
  await page.getByTestId('stock-edit').getByTestId('reason-select').selectOption('reserved');
  await look('edit');
  await page.getByTestId('stock-edit-save').click();
  await expect(row).toHaveAttribute('data-state', 'succeeded', { timeout: 20_000 });
  expect(await answersOf(id)).toEqual([false]);
});

test('by keyboard alone: into the grid, an answer, a reason, and out it goes', async () => {
  const { page } = desk;
  const made = itemsSchema.parse(await market.act('make-items', { count: 2, seed: 6 })).map(({ ordPrdNo }) => ordPrdNo);
  const file = join(desk.folder, 'keys.xlsx');
  await writeWorkbook(file, [['주문품목번호', '상품명'], ...made.map((id) => [id, '시험 상품'])]);
  await page.getByTestId('nav-stock').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('sheet-input').setInputFiles(file);
  await page.locator('[data-testid=review][data-ready=true]').waitFor();
  // Once the file is read the keyboard is on the first answer that is missing.
  await expect(page.getByTestId('review-active')).toHaveAttribute('data-field', 'available');
  await expect(page.getByTestId('review-active')).toHaveAttribute('data-row', '2');
  await page.keyboard.type('불가');
  await page.keyboard.press('Enter');
  await expect(reviewRow(2)).toContainText('불가인데 사유가 없어요');
  await page.keyboard.type('가능');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('단종');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('enqueue-button')).toContainText('2건 재고 확인하기');
  await look('keys');
  await page.getByTestId('enqueue-button').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => answersOf(made[0] ?? ''), { timeout: 20_000 }).toEqual([false]);
  await expect.poll(() => answersOf(made[1] ?? ''), { timeout: 20_000 }).toEqual([true]);
});

test('axe finds nothing serious in a stock review, nor among the answered items', async () => {
  const { page } = desk;
  const file = join(desk.folder, 'axe.xlsx');
  await writeWorkbook(file, [
    ['주문품목번호', '재고 여부', '상품명'],
    ['202611210900_000009000_[1]', '불가', '시험 상품'],
    ['202611210900_000009000_[2]', '', '시험 상품'],
  ]);
  await page.getByTestId('nav-stock').click();
  await page.getByTestId('sheet-input').setInputFiles(file);
  await page.locator('[data-testid=review][data-ready=true]').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByTestId('stock-view-answered').click();
  await expect(page.getByTestId('stock-row').first()).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
});

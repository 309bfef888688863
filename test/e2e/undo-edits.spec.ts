import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright';
import { expect, test } from '../support/app/story';
import { launchDesk } from '../support/app/launch';
import type { Desk } from '../support/app/launch';
import { reviewSheet } from '../support/app/sheet-steps';
import { shipment, shipmentHead } from '../support/app/workbook';

let desk: Desk;
let dataDir: string;
test.beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'balsong-undo-'));
  desk = await launchDesk({ dataDir });
});
test.afterAll(async () => {
  await desk.close();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
});

const cell = (row: number, field: string): Locator =>
  desk.page.locator(`[data-testid=review-cell][data-row="${row}"][data-field=${field}]`);
const box = (row: number): Locator =>
  desk.page.locator(`[data-testid=review-row][data-row="${row}"]`).getByTestId('line-chosen');
const numbers = async (...rows: number[]): Promise<string[]> => {
  const all = await Promise.all(rows.map((row) => cell(row, 'trackingNumber').locator('.cell-text').innerText()));
  return all.map((words) => words.replaceAll(/[-\s]|고친 값|직접 고침/gu, ''));
};
const numberOf = (n: number): string => shipment(n)[2] ?? '';
const press = (key: string): Promise<void> => desk.page.keyboard.press(key);
const undo = (): Locator => desk.page.getByTestId('review-undo');
const redo = (): Locator => desk.page.getByTestId('review-redo');
const open = (name: string): Locator => desk.page.locator(`[data-testid=review][data-file="${name}"][data-ready=true]`);

async function review(name: string): Promise<void> {
  await reviewSheet(desk, name, [shipmentHead, ...[1, 2, 3, 4].map(shipment)]);
  await open(name).waitFor();
}

test('every edit is taken back and done again, one press each, across files and a restart', async () => {
  await review('one.xlsx');
  await expect(undo()).toBeDisabled();
  await cell(2, 'trackingNumber').click();
  await desk.page.keyboard.type(numberOf(21));
  await press('Enter');
  await expect.poll(() => numbers(2)).toEqual([numberOf(21)]);
  await expect(undo()).toHaveAttribute('title', /송장번호 고치기/u);

  // A paste over three lines is one step.
  await desk.app.evaluate(({ clipboard }, words) => clipboard.writeText(words), [31, 32, 33].map(numberOf).join('\n'));
  await press('ControlOrMeta+V');
  await expect.poll(() => numbers(3, 4, 5)).toEqual([31, 32, 33].map(numberOf));
  await expect(undo()).toHaveAttribute('title', /3줄 송장번호 붙여넣기/u);
  await press('ControlOrMeta+Z');
  await expect.poll(() => numbers(2, 3, 4, 5)).toEqual([21, 2, 3, 4].map(numberOf));
  await press('ControlOrMeta+Z');
  await expect.poll(() => numbers(2)).toEqual([numberOf(1)]);
  await expect(undo()).toBeDisabled();
  await press('ControlOrMeta+Y');
  await press('ControlOrMeta+Shift+Z');
  await expect.poll(() => numbers(2, 3, 4, 5)).toEqual([21, 31, 32, 33].map(numberOf));
  await expect(redo()).toBeDisabled();

  // A step of another file shows that file.
  await review('other.xlsx');
  await box(3).click();
  await expect(box(3)).not.toBeChecked();
  await expect(undo()).toHaveAttribute('title', /1줄 제외하기/u);
  await undo().click();
  await expect(box(3)).toBeChecked();
  await undo().click();
  await open('one.xlsx').waitFor();
  await expect.poll(() => numbers(3, 4, 5)).toEqual([2, 3, 4].map(numberOf));
  await desk.page.screenshot({ path: 'out/e2e/undo-edits.png' });

  await desk.kill();
  desk = await launchDesk({ dataDir });
  await desk.page.getByTestId('nav-send').click();
  await expect(undo()).toHaveAttribute('title', /송장번호 고치기/u);
  await redo().click();
  await open('one.xlsx').waitFor();
  await expect.poll(() => numbers(3, 4, 5)).toEqual([31, 32, 33].map(numberOf));
  await redo().click();
  await open('other.xlsx').waitFor();
  await expect(box(3)).not.toBeChecked();
});

test('a field has its own undo, and another reading of the file begins without steps', async () => {
  await review('fields.xlsx');
  await cell(2, 'trackingNumber').click();
  await desk.page.keyboard.type(numberOf(21));
  await press('Enter');
  await expect.poll(() => numbers(2)).toEqual([numberOf(21)]);
  await desk.page.keyboard.type('7');
  await press('ControlOrMeta+Z');
  await press('Escape');
  expect(await numbers(2)).toEqual([numberOf(21)]);
  await desk.page.getByTestId('header-row-select').selectOption('0');
  await expect(desk.page.getByText(/되돌리기 목록은 비웠어요/u)).toBeVisible();
  await expect(undo()).not.toHaveAttribute('title', /송장번호 고치기/u);
});

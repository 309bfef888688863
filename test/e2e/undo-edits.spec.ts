import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { launchDesk } from '../support/app/launch';
import type { Desk } from '../support/app/launch';
import { numberOf, reviewSteps } from '../support/app/review-steps';
import { shipment } from '../support/app/workbook';

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

const { cell, box, numbers, press, type, opened, ...steps } = reviewSteps(() => desk);
const review = (name: string): Promise<void> => steps.review(name, [1, 2, 3, 4].map(shipment));
const undo = (): Locator => desk.page.getByTestId('review-undo');
const redo = (): Locator => desk.page.getByTestId('review-redo');

test('every edit is taken back and done again, one press each, across files and a restart', async () => {
  await review('one.xlsx');
  await expect(undo()).toBeDisabled();
  await cell(2, 'trackingNumber').click();
  await type(numberOf(21));
  await press('Enter');
  await expect.poll(() => numbers(2)).toEqual([numberOf(21)]);
  await expect(undo()).toHaveAttribute('title', /송장번호 고치기/u);

  // On another screen the keys take nothing back that is not seen there.
  await desk.page.getByTestId('nav-log').click();
  await press('ControlOrMeta+Z');
  await expect(desk.page.getByTestId('nav-log')).toHaveAttribute('aria-current', 'page');
  await desk.page.getByTestId('nav-send').click();
  expect(await numbers(2)).toEqual([numberOf(21)]);
  await cell(3, 'trackingNumber').click();

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
  // Two presses before the first is done: the second counts as well.
  await desk.page.evaluate(() => {
    for (const [key, shiftKey] of [
      ['y', false],
      ['z', true],
    ] as const) {
      const init = { key, code: `Key${key.toUpperCase()}`, shiftKey, ctrlKey: true, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init));
    }
  });
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
  await opened('one.xlsx').waitFor();
  await expect.poll(() => numbers(3, 4, 5)).toEqual([2, 3, 4].map(numberOf));
  await picture(desk.page, 'undo-edits');

  await desk.kill();
  desk = await launchDesk({ dataDir });
  await desk.page.getByTestId('nav-send').click();
  await expect(undo()).toHaveAttribute('title', /송장번호 고치기/u);
  await redo().click();
  await opened('one.xlsx').waitFor();
  await expect.poll(() => numbers(3, 4, 5)).toEqual([31, 32, 33].map(numberOf));
  await redo().click();
  await opened('other.xlsx').waitFor();
  await expect(box(3)).not.toBeChecked();
});

test('a field has its own undo, and another reading of the file begins without steps', async () => {
  await review('fields.xlsx');
  await cell(2, 'trackingNumber').click();
  await type(numberOf(21));
  await press('Enter');
  await expect.poll(() => numbers(2)).toEqual([numberOf(21)]);
  await type('7');
  await press('ControlOrMeta+Z');
  await press('Escape');
  expect(await numbers(2)).toEqual([numberOf(21)]);
  await desk.page.getByTestId('header-row-select').selectOption('0');
  await expect(desk.page.getByText(/되돌리기 목록은 비웠어요/u)).toBeVisible();
  await expect(undo()).not.toHaveAttribute('title', /송장번호 고치기/u);
});

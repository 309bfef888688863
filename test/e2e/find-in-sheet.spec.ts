import { sharedApp } from '../support/app/shared-app';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { reviewSteps } from '../support/app/review-steps';
import { shipment } from '../support/app/workbook';

const desk = sharedApp();

const { cell, press, type, review } = reviewSteps(() => desk);
const find = () => desk.page.getByTestId('review-find');
const active = () => desk.page.getByTestId('review-active');
const found = (words: string): Promise<void> => expect(desk.page.getByTestId('find-count')).toHaveText(words);

test('Ctrl+F finds in the sheet, goes on and back, and Esc gives the keyboard back to the cell', async () => {
  await review(
    'find.xlsx',
    Array.from({ length: 300 }, (_, at) => shipment(at + 1)),
  );
  await cell(5, 'trackingNumber').click();
  await press('ControlOrMeta+F');
  await expect(find()).toBeFocused();
  // Full-width digits, and the first hit after the row the keyboard was on: 시험수취29, 129, 229, 290 to 299.
  await type('시험수취２９');
  await found('11줄 중 1번째');
  await expect(active()).toHaveAttribute('data-row', '30');
  await expect(active()).toHaveAttribute('data-field', 'recipient');
  await expect(find()).toBeFocused();
  await picture(desk.page, 'find-open');
  await press('Enter');
  await expect(active()).toHaveAttribute('data-row', '291');
  await expect(cell(291, 'trackingNumber')).toBeInViewport();
  await press('Shift+Enter');
  await press('Shift+Enter');
  // Around the end.
  await found('11줄 중 11번째');
  await expect(active()).toHaveAttribute('data-row', '300');
  await press('F3');
  await found('11줄 중 1번째');

  await press('Escape');
  await expect(find()).toHaveValue('');
  await expect(active()).toHaveAttribute('data-row', '30');
  await expect(desk.page.locator('.grid-cell.active')).toBeFocused();

  // Separators count for nothing on either side.
  await press('ControlOrMeta+F');
  await type('68-5000 0001');
  await found('10줄 중 1번째');
  await expect(active()).toHaveAttribute('data-field', 'trackingNumber');
  await find().fill('없는 사람');
  await found('찾는 줄이 없어요');
  await press('Escape');
  await type('1');
  await expect(cell(11, 'trackingNumber').locator('input')).toHaveValue('1');
  await press('Escape');
});

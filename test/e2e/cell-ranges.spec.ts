import type { Locator } from 'playwright';
import { sharedApp } from '../support/app/shared-app';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { numberOf, reviewSteps } from '../support/app/review-steps';
import { shipment, shipmentHead } from '../support/app/workbook';

const desk = sharedApp();

const { cell, box, numbers, press, type, ...steps } = reviewSteps(() => desk);
const review = (name: string): Promise<void> => steps.review(name, [1, 2, 3, 4, 5, 6].map(shipment));
const copied = (): Promise<string> => desk.app.evaluate(({ clipboard }) => clipboard.readText());
const copyElsewhere = (words: string): Promise<void> =>
  desk.app.evaluate(({ clipboard }, given) => clipboard.writeText(given), words);
const selected = (): Locator => desk.page.locator('.grid-cell.selected');
const said = (words: RegExp): Promise<void> => expect(desk.page.getByText(words).first()).toBeVisible();
const look = (name: string) => picture(desk.page, `ranges-${name}`);

test('a range is dragged, copied for Excel, and pasted where it fits', async () => {
  await review('drag.xlsx');
  await cell(2, 'trackingNumber').hover();
  await desk.page.mouse.down();
  await cell(4, 'trackingNumber').hover();
  await desk.page.mouse.up();
  await expect(selected()).toHaveCount(3);
  await look('dragged');
  await press('ControlOrMeta+C');
  expect(await copied()).toBe([1, 2, 3].map(numberOf).join('\r\n'));
  await cell(5, 'trackingNumber').click();
  await press('ControlOrMeta+V');
  await expect.poll(() => numbers(5, 6, 7)).toEqual([1, 2, 3].map(numberOf));
  await expect(selected()).toHaveCount(3);
  await look('pasted');
  // The pasted numbers stand twice now: clearing the range as one takes them away.
  await press('Delete');
  await expect.poll(() => numbers(4, 5, 6, 7)).toEqual([numberOf(3), '', '', '']);
});

test('a column from Excel fills downwards, with hidden signs taken out, and says what had no line', async () => {
  await review('column.xlsx');
  await copyElsewhere(`${[21, 22].map(numberOf).join('\r\n')}\r\n\u200b9911-3008-0001\r\n1\r\n2\r\n`);
  await cell(5, 'trackingNumber').click();
  await press('ControlOrMeta+V');
  await expect.poll(() => numbers(5, 6, 7)).toEqual([numberOf(21), numberOf(22), '991130080001']);
  await said(/2줄 더 있지만 아래에 줄이 없어서/u);
  await copyElsewhere(`한진택배\t${numberOf(31)}\r\n롯데택배\t${numberOf(32)}`);
  await cell(2, 'courier').focus();
  await press('ControlOrMeta+V');
  await expect(cell(2, 'courier')).toContainText('한진택배');
  await expect(cell(3, 'courier')).toContainText('롯데택배');
  expect(await numbers(2, 3, 4)).toEqual([numberOf(31), numberOf(32), numberOf(3)]);
});

test('cells that cannot be edited refuse, and a sheet of its own opens beside', async () => {
  await review('refused.xlsx');
  await copyElsewhere(`${numberOf(21)}\t한 마디\t또`);
  await cell(2, 'trackingNumber').click();
  await press('ControlOrMeta+V');
  await said(/여기서 바꿀 수 없어요. 아무것도 바꾸지 않았어요/u);
  expect(await numbers(2)).toEqual([numberOf(1)]);
  await copyElsewhere([shipmentHead, shipment(41), shipment(42)].map((row) => row.join('\t')).join('\r\n'));
  await press('ControlOrMeta+V');
  await expect(desk.page.getByTestId('file-tab')).toHaveCount(4);
  await expect(desk.page.getByTestId('review-row')).toHaveCount(2);
});

test('the keyboard selects, fills down and ticks', async () => {
  await review('keys.xlsx');
  await cell(2, 'courier').focus();
  await type('한진');
  await press('Enter');
  await expect(cell(2, 'courier')).toContainText('한진택배');
  await press('ArrowUp');
  await press('Shift+ArrowDown');
  await press('Shift+ArrowDown');
  await press('ControlOrMeta+D');
  await expect(cell(4, 'courier')).toContainText('한진택배');
  await expect(cell(5, 'courier')).not.toContainText('한진택배');
  // The active cell is where the typing goes, and says so.
  const active = desk.page.getByTestId('review-active');
  await expect(active).toHaveAttribute('data-row', '2');
  await expect(active).toHaveAttribute('data-field', 'courier');

  // Numbers of another courier wait for a look of their own: the ticks are of the lines below.
  await cell(5, 'courier').focus();
  await press('Home');
  await press('Shift+ArrowDown');
  await press('Space');
  await expect(box(5)).not.toBeChecked();
  await expect(box(6)).not.toBeChecked();
  await expect(box(7)).toBeChecked();
  await press('Space');
  await expect(box(5)).toBeChecked();

  await box(7).focus();
  await box(5).click({ modifiers: ['Shift'] });
  for (const row of [5, 6, 7]) await expect(box(row)).not.toBeChecked();
});

test('the box above all lines ticks them, and Ctrl+A those that are ticked one by one', async () => {
  await review('head.xlsx');
  const head = desk.page.getByTestId('tick-all');
  await expect(head).toBeChecked();
  await box(3).click();
  await expect.poll(() => head.evaluate((each) => each instanceof HTMLInputElement && each.indeterminate)).toBe(true);
  await look('boxes');
  await head.click();
  await expect(box(3)).toBeChecked();
  await expect(head).toBeChecked();
  await head.click();
  await expect(box(2)).not.toBeChecked();
  await expect(box(7)).not.toBeChecked();
  await box(4).focus();
  await press('ControlOrMeta+A');
  await press('Space');
  await expect(head).toBeChecked();
});

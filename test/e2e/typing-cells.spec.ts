import type { CDPSession, Locator } from 'playwright';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { sharedApp } from '../support/app/shared-app';
import { numberOf, reviewSteps } from '../support/app/review-steps';
import { shipment } from '../support/app/workbook';

const desk = sharedApp();
/** The input method, as Chromium hears it. */
let ime: CDPSession;
test.beforeAll(async () => {
  ime = await desk.page.context().newCDPSession(desk.page);
});

const { cell, valueOf, press, type, ...steps } = reviewSteps(() => desk);
const field = (row: number, name: string): Locator => cell(row, name).locator('input.cell-input');
const look = (name: string) => picture(desk.page, `typing-${name}`);
const frame = (of: Locator): Promise<string> => of.evaluate((input) => getComputedStyle(input).boxShadow);

const review = (name: string, lines = [1, 2, 3].map(shipment)): Promise<void> => steps.review(name, lines);

test('the first key replaces the whole number: after a click, after Escape, after a second click, after a mend', async () => {
  await review('first-key.xlsx');
  const number = cell(2, 'trackingNumber');
  await number.click();
  await type('99114808144');
  await press('Escape');
  expect(await valueOf(2)).toBe(numberOf(1));
  await type('7');
  await expect(field(2, 'trackingNumber')).toHaveValue('7');
  await press('Escape');

  // A second click, in the middle of the number, begins nothing.
  await number.click({ delay: 20 });
  await number.click({ position: { x: 40, y: 20 }, delay: 20 });
  await type('8');
  await expect(field(2, 'trackingNumber')).toHaveValue('8');
  await press('Escape');

  // F2, taken back, and typed: the same.
  await press('F2');
  await press('Escape');
  await type('9');
  await expect(field(2, 'trackingNumber')).toHaveValue('9');
  await press('Escape');
  // Delete clears at once; what is typed into the empty cell is all there is.
  await press('Delete');
  await expect.poll(() => valueOf(2)).toBe('');
  await expect(desk.page.getByTestId('review-count-error')).toHaveText('1');
  await type(numberOf(9));
  await press('Enter');
  await expect.poll(() => valueOf(2)).toBe(numberOf(9));
  await expect(desk.page.getByTestId('review-count-error')).toHaveText('0');
});

test('F2 and a double click put the caret at the end, in a frame', async () => {
  await review('caret.xlsx');
  const number = cell(2, 'trackingNumber');
  await number.click();
  const before = await frame(field(2, 'trackingNumber'));
  await look('ready');
  await press('F2');
  await expect(field(2, 'trackingNumber')).toHaveValue(numberOf(1));
  expect(await frame(field(2, 'trackingNumber'))).not.toBe(before);
  await type('5');
  await expect(field(2, 'trackingNumber')).toHaveValue(`${numberOf(1)}5`);
  await look('editing');
  // The arrows move the caret of what is edited.
  await press('ArrowLeft');
  await press('Backspace');
  await expect(field(2, 'trackingNumber')).toHaveValue(`${numberOf(1).slice(0, -1)}5`);
  await press('Escape');
  expect(await valueOf(2)).toBe(numberOf(1));

  await cell(3, 'trackingNumber').dblclick();
  await expect(field(3, 'trackingNumber')).toHaveValue(numberOf(2));
  await type('6');
  await expect(field(3, 'trackingNumber')).toHaveValue(`${numberOf(2)}6`);
  await press('Escape');
});

test('Enter, Tab and the arrows go on as in Excel, and what was typed counts', async () => {
  await review('walk.xlsx');
  await cell(2, 'trackingNumber').click();
  await type(numberOf(21));
  await press('ArrowDown');
  await expect.poll(() => valueOf(2)).toBe(numberOf(21));
  await expect(field(3, 'trackingNumber')).toBeFocused();
  await type(numberOf(22));
  await press('Enter');
  await expect.poll(() => valueOf(3)).toBe(numberOf(22));
  await expect(field(4, 'trackingNumber')).toBeFocused();
  // At the edge of the grid it stays where it is, and counts.
  await type(numberOf(23));
  await press('ArrowDown');
  await expect.poll(() => valueOf(4)).toBe(numberOf(23));
  await type('1');
  await expect(field(4, 'trackingNumber')).toHaveValue('1');
  await press('Escape');
  await press('Shift+Enter');
  await expect(field(3, 'trackingNumber')).toBeFocused();

  await cell(2, 'trackingNumber').click();
  await press('ArrowLeft');
  await expect(field(2, 'courier')).toBeFocused();
  await type('한진');
  await press('Tab');
  await expect(field(2, 'trackingNumber')).toBeFocused();
  await type(numberOf(31));
  await press('Tab');
  await expect.poll(() => valueOf(2)).toBe(numberOf(31));
  await expect(field(2, 'productOrderId')).toBeFocused();
  await type(shipment(31)[0] ?? '');
  // Enter after a run of Tabs goes back to where the run began, a row further.
  await press('Enter');
  await expect(field(3, 'courier')).toBeFocused();
  await expect.poll(() => valueOf(2, 'productOrderId')).toBe(shipment(31)[0]);
  // From a cell that is not edited Tab leaves the table, and comes back to the same cell.
  await press('Shift+Tab');
  await expect(desk.page.getByTestId('review-grid').locator(':focus')).toHaveCount(0);
  await press('Tab');
  await expect(field(3, 'courier')).toBeFocused();
});

test('a cell is copied and cut as a whole, and what is pasted replaces it', async () => {
  await review('copy.xlsx');
  const clipboard = () => desk.app.evaluate(({ clipboard: board }) => board.readText());
  await cell(2, 'trackingNumber').click();
  await press('ControlOrMeta+C');
  expect(await clipboard()).toBe(numberOf(1));
  await cell(3, 'trackingNumber').click();
  await press('ControlOrMeta+V');
  await press('Enter');
  await expect.poll(() => valueOf(3)).toBe(numberOf(1));
  await cell(4, 'trackingNumber').click();
  await press('ControlOrMeta+X');
  await expect.poll(() => valueOf(4)).toBe('');
  expect(await clipboard()).toBe(numberOf(3));
  // Nothing typed before comes back into a cell that is not edited.
  await press('ControlOrMeta+Z');
  await expect(field(4, 'trackingNumber')).toHaveValue('');
});

test('a syllable that is composed on a cell begins its value, and no key of it does anything else', async () => {
  await review('compose.xlsx');
  const number = cell(2, 'trackingNumber');
  await number.click();
  const compose = (words: string) =>
    ime.send('Input.imeSetComposition', { text: words, selectionStart: words.length, selectionEnd: words.length });
  const processKey = () =>
    ime.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 });
  await processKey();
  await compose('ㅈ');
  await compose('지');
  await compose('직');
  await expect(field(2, 'trackingNumber')).toHaveValue('직');
  await look('composing');
  // Keys of the composition, Enter among them, leave the cell as it is.
  await ime.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 229 });
  await expect(field(2, 'trackingNumber')).toBeFocused();
  await expect(field(2, 'trackingNumber')).toHaveValue('직');
  await ime.send('Input.insertText', { text: '직' });
  await ime.send('Input.insertText', { text: '접' });
  await press('Enter');
  await expect.poll(() => valueOf(2)).toBe('직접');
  await expect(field(3, 'trackingNumber')).toBeFocused();

  // The courier of a line: found by the first syllable, in the same field.
  await cell(3, 'courier').focus();
  await processKey();
  await compose('ㅎ');
  await compose('하');
  await compose('한');
  await expect(field(3, 'courier')).toHaveValue('한');
  await look('courier-composing');
  await ime.send('Input.insertText', { text: '한' });
  await ime.send('Input.insertText', { text: '진' });
  await expect(desk.page.locator('.picker-list [role=option]').first()).toContainText('한진택배');
  await press('Enter');
  await expect(cell(3, 'courier')).toContainText('한진택배');
  await expect(field(4, 'courier')).toBeFocused();
  // Nothing typed is nothing; Escape leaves the courier as it was.
  await type('롯데');
  await press('Escape');
  await expect(cell(4, 'courier')).toContainText('CJ대한통운');
  await press('F2');
  await type('롯데');
  await press('Enter');
  await expect(cell(4, 'courier')).toContainText('롯데택배');
  await expect(field(4, 'courier')).toBeFocused();
  await press('Delete');
  await expect(cell(4, 'courier')).toContainText('고르기');
  await look('courier');
});

import type { CDPSession } from 'playwright';
import { expect, test } from '../support/app/story';
import { launchDesk } from '../support/app/launch';
import type { Desk } from '../support/app/launch';
import { reviewSteps } from '../support/app/review-steps';
import { setUndoSeconds } from '../support/app/steps';
import { shipment } from '../support/app/workbook';

/** Korean as it is composed, in every place one types in an hour: nothing doubles, nothing is lost. */

let desk: Desk;
let ime: CDPSession;
test.beforeAll(async () => {
  desk = await launchDesk();
  ime = await desk.page.context().newCDPSession(desk.page);
});
test.afterAll(async () => {
  await desk.close();
});

const { cell, press, review } = reviewSteps(() => desk);

/** The steps in which a keyboard composes a syllable: 한 is ㅎ, 하, 한. */
const stepsOf: Record<string, string[]> = {
  한: ['ㅎ', '하', '한'],
  진: ['ㅈ', '지', '진'],
  시: ['ㅅ', '시'],
  험: ['ㅎ', '허', '험'],
  택: ['ㅌ', '태', '택'],
  메: ['ㅁ', '메'],
  모: ['ㅁ', '모'],
};

/** Composes a syllable and leaves it open, as while one still types. */
async function compose(syllable: string): Promise<void> {
  for (const text of stepsOf[syllable] ?? [syllable]) {
    await ime.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 });
    await ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
}
/** The input method is done with it, and keeps it. */
const keep = (syllable: string): Promise<unknown> => ime.send('Input.insertText', { text: syllable });
async function write(words: string): Promise<void> {
  for (const syllable of words) {
    await compose(syllable);
    await keep(syllable);
  }
}
/** A key that ends a composition reaches the page as a key of the input method first. */
const keyOfComposition = (key: string): Promise<unknown> =>
  ime.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, windowsVirtualKeyCode: 229 });

test('cells, a picker, the search of a sheet, the palette, the log and a form take Korean as it is composed', async () => {
  const { page } = desk;
  await setUndoSeconds(page, 0);
  await test.step('a cell: composed over its value, kept by Enter once', async () => {
    await review('compose.xlsx', [shipment(1), shipment(2), shipment(3)]);
    await cell(2, 'trackingNumber').click();
    await write('시');
    await compose('험');
    await keyOfComposition('Enter');
    await expect(cell(2, 'trackingNumber').locator('input')).toHaveValue('시험');
    await keep('험');
    await press('Enter');
    await expect(cell(2, 'trackingNumber').locator('.cell-text')).toContainText('시험');
    await expect(cell(2, 'trackingNumber').locator('.cell-text')).not.toContainText('시험험');
    await expect(cell(3, 'trackingNumber').locator('input')).toHaveValue('');
    // Back: the number of the sheet again.
    await press('Control+z');
    await expect(cell(2, 'trackingNumber').locator('.cell-text')).not.toContainText('시험');
  });

  await test.step('an arrow that ends a composition walks on with the whole syllable', async () => {
    await cell(2, 'trackingNumber').click();
    await compose('한');
    await keep('한');
    await press('ArrowDown');
    await expect(cell(2, 'trackingNumber').locator('.cell-text')).toContainText('한');
    await expect(cell(3, 'trackingNumber').locator('input')).toHaveValue('');
    await press('Control+z');
  });

  await test.step('a courier: found while the second syllable is composed, Escape closes the list alone', async () => {
    await cell(3, 'courier').focus();
    await write('한');
    await compose('진');
    await expect(page.locator('.picker-list [role=option]').first()).toContainText('한진택배');
    await keep('진');
    await press('Enter');
    await expect(cell(3, 'courier')).toContainText('한진택배');
    await cell(4, 'courier').focus();
    await compose('택');
    await keep('택');
    await press('Escape');
    await expect(page.locator('.picker-list')).toHaveCount(0);
    await expect(cell(4, 'courier')).toContainText('CJ대한통운');
  });

  await test.step('the search of the sheet follows the syllables, and its Enter does not go on while one is open', async () => {
    await press('Control+f');
    await expect(page.getByTestId('review-find')).toBeFocused();
    await write('시');
    await compose('험');
    await expect(page.getByTestId('find-count')).toHaveText('3줄 중 3번째');
    await keyOfComposition('Enter');
    await expect(page.getByTestId('find-count')).toHaveText('3줄 중 3번째');
    await keep('험');
    await expect(page.getByTestId('review-find')).toHaveValue('시험');
    await press('Enter');
    await expect(page.getByTestId('find-count')).toHaveText('3줄 중 1번째');
    await press('Escape');
    await expect(page.getByTestId('review-find')).toHaveValue('');
  });

  await test.step('the palette finds by what is composed', async () => {
    await press('Control+k');
    await expect(page.getByTestId('palette-input')).toBeFocused();
    await write('시');
    await compose('험');
    await expect(page.getByTestId('palette-input')).toHaveValue('시험');
    await keep('험');
    await expect(page.getByTestId('palette-input')).toHaveValue('시험');
    await press('Escape');
    await expect(page.getByTestId('palette')).toHaveCount(0);
  });

  await test.step('the search of the log lists while a syllable is open', async () => {
    await cell(3, 'courier').focus();
    await press('Control+z');
    await press('Control+Enter');
    await press('Control+2');
    await expect(page.getByTestId('log-row')).toHaveCount(3);
    await press('Control+f');
    await expect(page.getByTestId('log-search')).toBeFocused();
    await write('시');
    await compose('험');
    await expect(page.getByTestId('log-search')).toHaveValue('시험');
    await expect(page.getByTestId('log-row')).toHaveCount(3);
    await keep('험');
    await expect(page.getByTestId('log-search')).toHaveValue('시험');
    await expect(page.getByTestId('log-row')).toHaveCount(3);
  });

  await test.step('a form keeps a name as it was composed, though another field is pressed meanwhile', async () => {
    await page.getByTestId('nav-settings').click();
    await page.getByTestId('store-add').click();
    await page.getByTestId('store-label').focus();
    await write('메');
    await compose('모');
    await page.getByTestId('store-client-id').click();
    await expect(page.getByTestId('store-label')).toHaveValue('메모');
    await expect(page.getByTestId('store-client-id')).toHaveValue('');
  });
});

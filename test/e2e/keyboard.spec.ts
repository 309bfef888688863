import { join } from 'node:path';
import { sharedApp } from '../support/app/shared-app';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { openSample, setUndoSeconds } from '../support/app/steps';
import { shipment, shipmentHead, writeWorkbook } from '../support/app/workbook';

/** Everything of the frame by keys alone. */

const desk = sharedApp();

const current = (): Promise<string | null> => desk.page.locator('nav [aria-current=page]').getAttribute('data-testid');

test('Ctrl with a digit leads to the screens in the order of the navigation, and each says its keys', async () => {
  const { page } = desk;
  const shown = await page
    .locator('nav [data-testid^=nav-]')
    .evaluateAll((all) => all.map((each) => [each.dataset['testid'], each.getAttribute('aria-keyshortcuts')]));
  expect(shown.map(([, keys]) => keys)).toEqual(['Control+1', 'Control+2', 'Control+3', 'Control+4', 'Control+5']);
  for (const [index, [testId]] of shown.entries()) {
    await page.keyboard.press(`Control+${index + 1}`);
    expect(await current()).toBe(testId);
  }
  await page.keyboard.press('Control+6');
  expect(await current()).toBe('nav-settings');
  await expect(page.getByTestId('nav-log')).toHaveAttribute('title', '처리 내역 (Ctrl+2)');
});

test('F1 and ? list the keys, and Escape gives the focus back', async () => {
  const { page } = desk;
  await page.getByTestId('nav-send').focus();
  for (const key of ['F1', '?']) {
    await page.keyboard.press(key);
    const list = page.getByTestId('key-list');
    await expect(list).toBeVisible();
    await expect(list).toContainText('Ctrl+K');
    await picture(page, 'key-list');
    // Nothing beneath it is pressed.
    await page.keyboard.press('Control+4');
    expect(await current()).toBe('nav-settings');
    await page.keyboard.press('Escape');
    await expect(list).toHaveCount(0);
    await expect(page.getByTestId('nav-send')).toBeFocused();
  }
});

test('Ctrl+K finds a screen by its initial consonants, an act and a theme, and runs them', async () => {
  const { page } = desk;
  await page.keyboard.press('Control+k');
  await page.getByTestId('palette-input').fill('ㅊㄹㄴㅇ');
  await expect(page.getByTestId('palette-item').first()).toContainText('처리 내역');
  await picture(page, 'palette');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('palette')).toHaveCount(0);
  expect(await current()).toBe('nav-log');

  await page.keyboard.press('Control+k');
  await page.getByTestId('palette-input').fill('단축키');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('key-list')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('key-list')).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await page.getByTestId('palette-input').fill('어두운');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('Control+k');
  await page.getByTestId('palette-input').fill('시스템');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'system');
});

test('Ctrl+F goes to the search of the log', async () => {
  const { page } = desk;
  await page.keyboard.press('Control+2');
  await page.keyboard.press('Control+f');
  await expect(page.getByTestId('log-search')).toBeFocused();
});

test('two files: Ctrl+Tab walks them, Ctrl+W asks before it closes one, Ctrl+Enter sends, Escape takes it back', async () => {
  const { page } = desk;
  await setUndoSeconds(page, 30);
  const files = ['first.xlsx', 'second.xlsx'].map((name) => join(desk.folder, name));
  for (const [index, file] of files.entries()) {
    await writeWorkbook(file, [shipmentHead, shipment(index + 1)]);
    await openSample(page, file);
  }
  const open = page.locator('[data-testid=file-tab]:is([aria-current=true], [aria-selected=true])');
  await expect(open).toHaveAttribute('data-file', 'second.xlsx');
  await page.keyboard.press('Control+Tab');
  await expect(open).toHaveAttribute('data-file', 'first.xlsx');
  await page.keyboard.press('Control+Shift+Tab');
  await expect(open).toHaveAttribute('data-file', 'second.xlsx');

  await page.keyboard.press('Control+w');
  await page.getByRole('alertdialog').getByRole('button').last().click();
  await expect(page.getByTestId('file-tab')).toHaveCount(1);

  await page.locator('[data-testid=review][data-ready=true][data-file="first.xlsx"]').waitFor();
  await expect(page.getByTestId('enqueue-button')).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('undo-button')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('undo-button')).toHaveCount(0);
  await expect(page.getByTestId('enqueue-button')).toBeEnabled();
});

test('Ctrl+O opens the dialog for files from any screen', async () => {
  const { page } = desk;
  await page.keyboard.press('Control+4');
  const asked = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  const chooser = await asked;
  await chooser.setFiles([]);
});

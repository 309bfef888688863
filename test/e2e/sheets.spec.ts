import { readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sharedApp } from '../support/app/shared-app';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import * as XLSX from 'xlsx';
import { fixturePassword } from '../fixtures/sheets/fixture-password';
import { saveTo } from '../support/app/downloads';
import { countOf, openSample } from '../support/app/steps';
import { shipment, shipmentHead, writeWorkbook } from '../support/app/workbook';

const fixtures = join(import.meta.dirname, '../fixtures/sheets/files');

const desk = sharedApp();

/** Hands a locked file in; answers once it asks for its password, or has opened by itself. */
async function handIn(file: string): Promise<'asks' | 'opens'> {
  await desk.page.getByTestId('nav-send').click();
  await desk.page.getByTestId('sheet-input').setInputFiles(file);
  const asks = desk.page.getByTestId('sheet-password');
  const opens = desk.page.locator(`[data-testid=review][data-file="${file.split('/').at(-1)}"][data-ready=true]`);
  await asks.or(opens).first().waitFor();
  return (await asks.count()) > 0 ? 'asks' : 'opens';
}

test('a file with a Korean name and a blank is opened from its place on the disk', async () => {
  const path = join(desk.folder, '로젠 송장 목록.xlsx');
  await writeWorkbook(path, [shipmentHead, shipment(1)]);
  expect(await handIn(path)).toBe('opens');
  await expect(desk.page.getByTestId('review-row')).toHaveCount(1);
});

for (const name of readdirSync(fixtures)) {
  test(`${name} is reviewed, whatever wrote it`, async () => {
    const { page } = desk;
    if ((await handIn(join(fixtures, name))) === 'asks') {
      await page.getByTestId('sheet-password').fill(fixturePassword);
      await page.getByTestId('sheet-password-submit').click();
      await page.locator(`[data-testid=review][data-file="${name}"][data-ready=true]`).waitFor();
    }
    const rows = page.getByTestId('review-row');
    await expect(rows.first()).toBeVisible();
    const counts = await Promise.all(['ok', 'warning', 'error'].map((level) => countOf(page, `review-count-${level}`)));
    await expect(rows).toHaveCount(counts.reduce((sum, each) => sum + each, 0));
    await picture(page, `sheet-${name}`);
  });
}

test('a locked file: a wrong password can be tried again, a right one is remembered only if asked, and forgotten', async () => {
  const { page } = desk;
  const locked = await readFile(join(fixtures, 'own-locked-agile.xlsx'));
  const named = async (name: string): Promise<string> => {
    await writeFile(join(desk.folder, name), locked);
    return join(desk.folder, name);
  };
  const password = page.getByTestId('sheet-password');
  const submit = page.getByTestId('sheet-password-submit');

  expect(await handIn(await named('orders_20261101.xlsx'))).toBe('asks');
  await password.fill('not-this-one');
  await submit.click();
  await expect(password).toHaveAttribute('aria-invalid', 'true');
  await password.fill(fixturePassword);
  await submit.click();
  await page.locator('[data-testid=review][data-file="orders_20261101.xlsx"][data-ready=true]').waitFor();

  // Not asked to remember it: the next one asks again. Then it is, and a file of the next day opens by itself.
  expect(await handIn(await named('orders_20261102.xlsx'))).toBe('asks');
  await page.getByTestId('sheet-password-remember').check();
  await picture(page, 'sheet-password');
  await password.fill(fixturePassword);
  await submit.click();
  await page.locator('[data-testid=review][data-file="orders_20261102.xlsx"][data-ready=true]').waitFor();
  await expect(async () => expect(await handIn(await named('orders_20261103.xlsx'))).toBe('opens')).toPass();

  await page.getByTestId('nav-settings').click();
  await page.getByTestId('forget-sheet-passwords').click();
  await expect(page.getByText('기억한 파일 비밀번호를 모두 지웠어요.')).toBeVisible();
  expect(await handIn(await named('orders_20261104.xlsx'))).toBe('asks');
});

test('lines of other malls stand aside, and are saved as they stand in the sheet', async () => {
  const file = join(desk.folder, 'malls.xlsx');
  // A number of 16 digits would be an order of this market, whatever mall the row names.
  const [own, other] = [shipment(71), shipment(72).with(0, '30000000072')];
  await writeWorkbook(file, [
    [...shipmentHead, '쇼핑몰'],
    [...own, '스마트스토어'],
    [...other, '쿠팡'],
  ]);
  await openSample(desk.page, file);
  await expect(desk.page.getByTestId('review-row')).toHaveCount(1);
  const path = join(desk.folder, 'others.xlsx');
  await picture(desk.page, 'sheet-others');
  await saveTo(desk, 'others-save', path);
  const book = XLSX.read(await readFile(path));
  const [sheet] = Object.values(book.Sheets);
  if (!sheet) throw new Error('no sheet');
  expect(XLSX.utils.sheet_to_json(sheet, { header: 1 })).toEqual([
    [...shipmentHead, '쇼핑몰'],
    [...other, '쿠팡'],
  ]);
});

test('a file that was saved again after it was read is pointed out when the seller comes back', async () => {
  const file = join(desk.folder, 'changing.xlsx');
  await writeWorkbook(file, [shipmentHead, shipment(81)]);
  await openSample(desk.page, file);
  await desk.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(desk.page.getByTestId('file-changed')).toHaveCount(0);
  await writeWorkbook(file, [shipmentHead, shipment(81), shipment(82)]);
  await utimes(file, new Date(), new Date(Date.now() + 60_000));
  await desk.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(desk.page.getByTestId('file-changed')).toBeVisible();
  await picture(desk.page, 'sheet-changed');

  // One click reads it again, in the place of the old reading.
  await desk.page.getByTestId('read-changed').click();
  await expect(desk.page.getByTestId('enqueue-button')).toContainText('2건');
  const tabs = desk.page.locator('[data-testid=file-tab][data-file="changing.xlsx"]');
  await expect(tabs).toHaveCount(1);
  await expect(desk.page.getByTestId('file-changed')).toHaveCount(0);

  // What was put right by hand is not given up for it: then both readings stay. The new one is looked after, too.
  const number = desk.page.locator('[data-testid=review-cell][data-row="2"][data-field=trackingNumber]');
  await number.click();
  await desk.page.keyboard.type(shipment(83)[2] ?? '');
  await desk.page.keyboard.press('Enter');
  await expect(number.locator('.edited')).toHaveCount(1);
  await writeWorkbook(file, [shipmentHead, shipment(81)]);
  await utimes(file, new Date(), new Date(Date.now() + 120_000));
  await desk.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await desk.page.getByTestId('read-changed').click();
  await expect(desk.page.getByTestId('enqueue-button')).toContainText('1건');
  await expect(tabs).toHaveCount(2);
  await expect(desk.page.getByText('바뀐 파일은 새 탭에 읽었어요')).toBeVisible();
  await picture(desk.page, 'sheet-read-again');
  await tabs.first().click();
  await expect(number.locator('.edited')).toHaveCount(1);
  await expect(desk.page.getByTestId('file-changed')).toHaveCount(0);

  // Gone from where it was: it is picked by hand.
  await tabs.last().click();
  await rm(file);
  await desk.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  const picking = desk.page.waitForEvent('filechooser');
  await desk.page.getByTestId('read-changed').click();
  await picking;
  await expect(desk.page.getByText('그 자리에서 다시 읽지 못했어요')).toBeVisible();
});

test('another operation understands the columns again, and a dispatch date can be set for all lines', async () => {
  const { page } = desk;
  const file = join(desk.folder, 'orders-only.xlsx');
  await page.getByTestId('nav-send').click();
  await page.getByTestId('operation-select').selectOption('confirm');
  await writeWorkbook(file, [shipmentHead, shipment(91), shipment(92)]);
  await openSample(page, file);
  await page.getByTestId('operation-select').selectOption('dispatch');
  await expect(page.getByTestId('enqueue-button')).toContainText('2건 발송 처리하기');
  await expect(page.locator('[data-testid=review-cell][data-field=dispatchDate]')).toHaveCount(0);
  // Yesterday, in Korea.
  const local = new Date(Date.now() - 15 * 3_600_000).toISOString().slice(0, 10);
  await page.getByTestId('dispatch-date-all').fill(local);
  const dates = page.locator('[data-testid=review-cell][data-field=dispatchDate]');
  await expect(dates).toHaveText([local, local]);
  await picture(page, 'sheet-date');
  await expect(page.getByTestId('enqueue-button')).toContainText('2건 발송 처리하기');
});

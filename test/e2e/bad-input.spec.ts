import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sharedApp } from '../support/app/shared-app';
import { expect, test } from '../support/app/story';
import { blankBomb, withPart } from '../fixtures/sheets/hostile';
import { countOf, openSample } from '../support/app/steps';
import { shipment, shipmentHead, writeWorkbook } from '../support/app/workbook';

const desk = sharedApp();

const megabyte = 1024 * 1024;

/** A workbook whose sheet inflates to so many megabytes, and says so. */
function bomb(megabytes: number): Uint8Array {
  const packed = blankBomb(megabytes);
  return withPart({ name: 'xl/worksheets/sheet1.xml', packed, method: 8, claimedSize: megabytes * megabyte, crc: 0 });
}

const files: { name: string; why: string; bytes: () => Uint8Array; code: string }[] = [
  { name: 'empty.xlsx', why: 'is empty', bytes: () => new Uint8Array(), code: 'empty' },
  {
    name: 'picture.xlsx',
    why: 'is no workbook',
    bytes: () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72, 68, 82]),
    code: 'not-a-workbook',
  },
  {
    name: 'large.xlsx',
    why: 'is larger than 50 MB',
    bytes: () => new Uint8Array(51 * megabyte).fill(0x20),
    code: 'too-large',
  },
  { name: 'bomb.xlsx', why: 'inflates to more than 500 MB', bytes: () => bomb(600), code: 'too-large-inside' },
];

for (const { name, why, bytes, code } of files) {
  test(`a file that ${why}: a sentence, nothing changed, the app alive`, async () => {
    const file = join(desk.folder, name);
    await writeFile(file, bytes());
    const { page } = desk;
    await page.getByTestId('nav-send').click();
    await page.getByTestId('sheet-input').setInputFiles(file);
    const error = page.locator(`[data-testid=sheet-error][data-file="${name}"]`);
    await expect(error).toBeVisible();
    await expect(error).toHaveAttribute('data-code', code);
    await expect(error).toContainText(/[가-힣]{2,}/);
    await expect(page.getByTestId('review')).toHaveCount(0);
    await page.getByTestId('nav-log').click();
    await expect(page.getByTestId('log-count-queued')).toHaveText('0');
  });
}

test('rows that cannot go out say why, each on its own row', async () => {
  const file = join(desk.folder, 'rows.xlsx');
  const [first, second, third, fourth] = [shipment(1), shipment(2), shipment(3), shipment(4)];
  await writeWorkbook(file, [
    shipmentHead,
    first,
    ['', ...second.slice(1)],
    [third[0] ?? '', '듣도보도못한택배', ...third.slice(2)],
    fourth,
    [fourth[0] ?? '', '한진택배', '530727039920', ...fourth.slice(3)],
  ]);
  const { page } = desk;
  await openSample(page, file);
  const levelOf = (row: number) => page.locator(`[data-testid=review-row][data-row="${row}"]`);
  await expect(levelOf(2)).toHaveAttribute('data-level', 'ok');
  for (const row of [3, 4, 5, 6]) await expect(levelOf(row)).toHaveAttribute('data-level', 'error');
  expect(await countOf(page, 'review-count-ok')).toBe(1);
  expect(await countOf(page, 'review-count-error')).toBe(4);
  await expect(page.getByTestId('enqueue-button')).toContainText('1건');
});

test('typing into a cell changes what is said about it', async () => {
  const { page } = desk;
  const cell = page.locator('[data-testid=review-cell][data-row="3"][data-field=productOrderId]');
  await cell.click();
  await page.keyboard.press('F2');
  await page.keyboard.type(shipment(2)[0] ?? '');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-testid=review-row][data-row="3"]')).toHaveAttribute('data-level', 'ok');
  await expect(page.getByTestId('review-count-error')).toHaveText('3');
});

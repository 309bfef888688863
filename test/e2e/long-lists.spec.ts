import { join } from 'node:path';
import { sharedApp } from '../support/app/shared-app';
import { expect, test } from '../support/app/story';
import { openSample } from '../support/app/steps';
import { shipment, shipmentHead, writeWorkbook } from '../support/app/workbook';

const desk = sharedApp();

async function review(lines: number): Promise<void> {
  const file = join(desk.folder, `lines-${lines}.xlsx`);
  await writeWorkbook(
    file,
    [shipmentHead, ...Array.from({ length: lines }, (_, n) => shipment(n + 1))].map((row) => [...row]),
  );
  await openSample(desk.page, file);
}

test('a list of a screen or some is in the page whole, in its order, though it is drawn in steps', async () => {
  await review(150);
  const rows = desk.page.getByTestId('review-row');
  await expect(rows).toHaveCount(150);
  const numbers = await rows.evaluateAll((all) => all.map((row) => Number(row.getAttribute('data-row'))));
  expect(numbers).toEqual(Array.from({ length: 150 }, (_, n) => n + 2));
});

test('of a long list only what is looked at is in the page; the keyboard reaches its end', async () => {
  await review(1500);
  const { page } = desk;
  const rows = page.getByTestId('review-row');
  await expect(rows.first()).toHaveAttribute('data-row', '2');
  expect(await rows.count()).toBeLessThan(100);
  await page.getByTestId('review-grid').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+End');
  await expect(page.locator('[data-testid=review-row][data-row="1501"]')).toBeVisible();
  expect(await rows.count()).toBeLessThan(100);
});

import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { launchDesk } from '../support/app/launch';
import type { Desk } from '../support/app/launch';
import { openSample } from '../support/app/steps';
import { shipment, shipmentHead, writeWorkbook } from '../support/app/workbook';

let desk: Desk;
test.beforeAll(async () => {
  desk = await launchDesk();
});
test.afterAll(async () => {
  await desk.close();
});

const look = (name: string) => desk.page.screenshot({ path: `out/e2e/columns-${name}.png` });

async function open(name: string, rows: readonly (readonly string[])[]): Promise<void> {
  const file = join(desk.folder, name);
  await writeWorkbook(file, rows);
  await openSample(desk.page, file);
  await expect(desk.page.locator(`[data-testid=review][data-file="${name}"][data-ready=true]`)).toBeVisible();
}

test('lines of other malls are taken in one by one or all at once, and go back', async () => {
  const { page } = desk;
  const other = (n: number): string[] => [...shipment(n).with(0, `300000000${n}`), '쿠팡'];
  await open('malls.xlsx', [
    [...shipmentHead, '판매처'],
    [...shipment(11), '토스트하우스'],
    [...shipment(12), '무신사랑(스마트스토어)'],
    other(13),
    other(14),
    other(15),
  ]);
  await expect(page.getByTestId('line-tab-all')).toHaveText('모든 줄 2');
  await expect(page.getByTestId('group-others')).toContainText('3줄');
  await page.getByTestId('group-others').click();
  await look('malls');
  await page.locator('[data-testid=others-take][data-row="5"]').click();
  await expect(page.getByTestId('line-tab-all')).toHaveText('모든 줄 3');
  await expect(page.getByTestId('group-others')).toContainText('2줄');
  await expect(page.getByTestId('others-in')).toContainText('1줄도 함께 넣었어요');
  await page.getByTestId('others-take-all').click();
  await expect(page.getByTestId('line-tab-all')).toHaveText('모든 줄 5');
  await expect(page.getByTestId('group-others')).toHaveCount(0);
  await look('malls-in');
  await page.getByTestId('others-back').click();
  await expect(page.getByTestId('line-tab-all')).toHaveText('모든 줄 2');
  await expect(page.getByTestId('group-others')).toContainText('3줄');
  await expect(page.getByTestId('others-in')).toHaveCount(0);
});

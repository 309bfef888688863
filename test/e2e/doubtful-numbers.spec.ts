import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { reviewSheet } from '../support/app/sheet-steps';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { countOf, openSample } from '../support/app/steps';
import { shipment, shipmentHead } from '../support/app/workbook';

const room = sharedAppWithMarket();
const row = (n: number) => room.desk.page.locator(`[data-testid=review-row][data-row="${n}"]`);
const cell = (n: number, field: string) => row(n).locator(`[data-testid=review-cell][data-field=${field}]`);

/** A sheet of such lines under review. */
async function review(name: string, lines: readonly (readonly string[])[]): Promise<void> {
  await reviewSheet(room.desk, name, [shipmentHead, ...lines]);
  await room.desk.page.locator(`[data-testid=review][data-file="${name}"][data-ready=true]`).waitFor();
}

test('ids that a program has cut in a CSV are said once, and no line of theirs goes out unticked', async () => {
  const { page, folder } = room.desk;
  const rows = [1, 5, 9, 14, 18, 23].map((n) => {
    const [id = '', ...rest] = shipment(n);
    return [`${id.slice(0, 15)}0`, ...rest];
  });
  const file = join(folder, 'cut.csv');
  await writeFile(file, `\ufeff${[shipmentHead, ...rows].map((cells) => cells.join(',')).join('\r\n')}`);
  await openSample(page, file);
  await page.locator('[data-testid=review][data-file="cut.csv"][data-ready=true]').waitFor();
  expect(await countOf(page, 'review-count-warning')).toBe(6);
  await expect(page.getByText('이 파일의 상품주문번호 끝자리가 지워진 것 같아요.')).toHaveCount(1);
  await expect(page.getByText('번호 6개 중 6개가 0으로 끝나요.')).toBeVisible();
  await expect(page.getByTestId('enqueue-button')).toBeDisabled();
  await picture(page, 'doubtful-cut');
  await page.getByTestId('tick-digits-broken').click();
  await expect(page.getByTestId('enqueue-button')).toContainText('6건');
});

test('a suffix is not glued on: the number without it is one click away', async () => {
  const { page } = room.desk;
  const [first = '', courier = '', number = '', ...rest] = shipment(31);
  const [second = ''] = shipment(32);
  await review('suffix.xlsx', [
    [first, courier, `${number}-1`, ...rest],
    [`${second}-01`, ...shipment(32).slice(1)],
  ]);
  expect(await countOf(page, 'review-count-error')).toBe(2);
  await row(2).getByRole('button', { name: /쓰기$/u }).click();
  await expect(row(2)).toHaveAttribute('data-level', 'ok');
  await row(3)
    .getByRole('button', { name: /바꾸기$/u })
    .click();
  await expect(row(3)).toHaveAttribute('data-level', 'ok');
  await expect(page.getByTestId('enqueue-button')).toContainText('2건');
});

test('labels are no numbers, a telephone number starts unticked, and what cannot be seen does no harm', async () => {
  const { page } = room.desk;
  const lines = ['No.12345678', 'TEL02-123-4567', '1234', '010-1234-5678', '12345678901'].map((number, index) => {
    const [id = ''] = shipment(41 + index);
    return [`\u200b${id}\u3164`, '기타택배\u2800', `\u001f${number}`, '시험수취', '시험 상품'];
  });
  await review('labels.xlsx', lines);
  for (const n of [2, 3, 4]) await expect(row(n)).toHaveAttribute('data-level', 'error');
  await expect(row(5)).toHaveAttribute('data-level', 'warning');
  await expect(row(6)).toHaveAttribute('data-level', 'ok');
  await expect(cell(6, 'productOrderId')).toHaveText(shipment(45)[0] ?? '');
  await expect(page.getByTestId('enqueue-button')).toContainText('1건');
  await picture(page, 'doubtful-labels');
});

test('numbers that are more likely wrong than right start unticked, and a tick for one doubt frees no line with two', async () => {
  const { page } = room.desk;
  const [id = '', , , ...rest] = shipment(51);
  await review('likely-wrong.xlsx', [
    shipment(52),
    ['20261', ...shipment(53).slice(1)],
    // Ten digits at CJ: its own rule holds, and no number of that length was ever found.
    [id, 'CJ대한통운', '6850000008', ...rest],
    ['20262', 'CJ대한통운', '6850000015', ...rest],
  ]);
  await expect(page.getByTestId('enqueue-button')).toContainText('1건');
  for (const n of [3, 4, 5]) await expect(row(n).getByTestId('line-chosen')).not.toBeChecked();
  await picture(page, 'doubtful-two');
  await page.getByTestId('tick-product-order-odd').click();
  await expect(page.getByTestId('enqueue-button')).toContainText('2건');
  await expect(row(5).getByTestId('line-chosen')).not.toBeChecked();
  await row(5).getByTestId('line-chosen').check();
  await expect(page.getByTestId('enqueue-button')).toContainText('3건');
});

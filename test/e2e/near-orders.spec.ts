import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import * as XLSX from 'xlsx';
import { z } from 'zod';
import { launchDesk } from '../support/app/launch';
import { credentials, startPracticeProcess } from '../support/app/practice-process';
import { addNaverStore, openSample } from '../support/app/steps';
import { shipment, shipmentHead, writeWorkbook } from '../support/app/workbook';

const ordersSchema = z.array(
  z.looseObject({ productOrderId: z.string(), recipient: z.looseObject({ name: z.string() }) }),
);

test('a number whose last digit Excel took: the known order is offered, put in by one click, and sent', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-near-'));
  const market = await startPracticeProcess(['--empty', '--rate', '10']);
  const made = ordersSchema.parse(await market.act('make-orders', { count: 12, seed: 5, perOrder: [1] }));
  const order = made.find(({ productOrderId }) => !productOrderId.endsWith('0'));
  const { productOrderId: id = '', recipient: { name } = { name: '' } } = order ?? {};
  const broken = Number(`${id.slice(0, 15)}0`);
  const desk = await launchDesk({ env: { BALSONG_NAVER_URL: market.url } });
  const { page } = desk;
  await addNaverStore(page, '하늘상점', credentials);

  // The order is known since it was confirmed in the morning, by the market's own sheet.
  const morning = join(folder, 'morning.xlsx');
  const [, courier = '', number = ''] = shipment(1);
  await writeWorkbook(morning, [shipmentHead, [id, '', '', name, '머그컵']]);
  await page.getByTestId('nav-send').click();
  await page.getByTestId('operation-select').selectOption('confirm');
  await openSample(page, morning);
  await page.getByTestId('enqueue-button').click();
  await page.getByTestId('nav-log').click();
  await expect(page.locator(`[data-testid=log-row][data-target="${id}"]`)).toHaveAttribute('data-state', 'succeeded');

  const evening = join(folder, 'evening.xlsx');
  const rows = [
    [...shipmentHead],
    [broken, courier, number, name, '머그컵'],
    [Number('2020010112345670'), ...shipment(2).slice(1)],
  ];
  const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(rows), 'sheet1');
  await writeFile(evening, XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }));
  await page.getByTestId('nav-send').click();
  await page.getByTestId('operation-select').selectOption('dispatch');
  await page.getByTestId('sheet-input').setInputFiles(evening);
  await page.locator('[data-testid=review][data-file="evening.xlsx"][data-ready=true]').waitFor();
  const row = page.locator('[data-testid=review-row][data-row="2"]');
  await expect(row).toContainText('엑셀이 상품주문번호의 끝자리를 0으로 바꾼 것 같아요.');
  // The keyboard is on the first line to look at, and the panel has what is known of it.
  const panel = page.getByTestId('review-panel');
  await expect(panel.getByTestId('near-orders')).toHaveText(
    `앞 15자리가 같은 주문이 1건 있어요:…${id.slice(-4)} ${name.slice(0, 1)}${'○'.repeat(name.length - 1)}, 머그컵 이 주문으로 바꾸기`,
  );
  await page.locator('[data-testid=review-row][data-row="3"] [data-field=trackingNumber]').click();
  await expect(page.getByTestId('review-active')).toHaveAttribute('data-row', '3');
  await expect(panel.getByTestId('near-orders')).toHaveCount(0);
  await row.locator('[data-field=trackingNumber]').click();
  await expect(page.getByTestId('enqueue-button')).toBeDisabled();
  await expect(page.getByText('고른 줄이 없어요.')).toBeVisible();
  await picture(page, 'near-orders');

  await panel.getByTestId('near-order-button').click();
  await expect(panel.getByTestId('near-orders')).toHaveCount(0);
  await expect(row).toHaveAttribute('data-level', 'ok');
  await page.getByTestId('enqueue-button').click();
  await page.getByTestId('nav-log').click();
  const sent = page.locator(`[data-testid=log-row][data-target="${id}"][data-kind=dispatch]`);
  await expect(sent).toHaveAttribute('data-state', 'succeeded');
  expect(JSON.stringify(await market.act('ledger'))).toContain(number);

  // The same broken file once more: the order is named as dealt with, and stays so when it is put in.
  await page.getByTestId('nav-send').click();
  await page.getByTestId('sheet-input').setInputFiles(evening);
  await expect(panel.getByTestId('near-orders')).toContainText('(이미 처리)');
  await panel.getByTestId('near-order-button').click();
  await expect(row).toContainText('이미 처리한 주문이에요');
  await expect(page.getByTestId('enqueue-button')).toBeDisabled();
  await picture(page, 'near-orders-done');

  await desk.close();
  await market.stop();
  await rm(folder, { recursive: true, force: true });
});

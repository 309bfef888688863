import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import * as XLSX from 'xlsx';
import { saveTo } from '../support/app/downloads';
import { sendSheet } from '../support/app/sheet-steps';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { dispatchesOf, placeOrders } from '../support/app/market-orders';
import { shipment, shipmentHead } from '../support/app/workbook';

/** What can be done in the log other than waiting: settling by hand, taking a whole box along, saving it as a file. */

const room = sharedAppWithMarket();

const rowOf = (id: string) => room.desk.page.locator(`[data-testid=log-row][data-kind=dispatch][data-target="${id}"]`);

test('an order that no reading shows after its answer was lost is settled by the seller, and never shown as done', async () => {
  const { page } = room.desk;
  const orders = await placeOrders(room.market, { count: 2, seed: 83, perOrder: [1] });
  const [sent = [], notSent = []] = orders.map(({ row }) => row);
  await room.market.act('inject', { rules: [{ when: { path: 'dispatch', times: 1 }, fault: { kind: 'cutBefore' } }] });
  await sendSheet(room.desk, 'lost.xlsx', [shipmentHead, sent, notSent]);
  // From the lost call on, readings leave both out.
  await room.market.act('arrived', { api: 'dispatch', nth: 1 });
  await room.market.act('inject', { rules: [{ when: { path: 'query' }, fault: { kind: 'omitIds' } }] });
  for (const [id = ''] of [sent, notSent]) {
    await expect(rowOf(id)).toHaveAttribute('data-code', 'not-found', { timeout: 40_000 });
    await expect(rowOf(id)).toHaveAttribute('data-state', 'unknown');
    await expect(rowOf(id).getByTestId('retry-button')).toHaveCount(0);
  }
  await rowOf(sent[0] ?? '')
    .getByTestId('settled-by-hand-button')
    .click();
  await picture(page, 'log-settle');
  await page.getByRole('alertdialog').getByRole('button', { name: '발송 처리되어 있어요' }).click();
  await expect(rowOf(sent[0] ?? '')).toHaveAttribute('data-state', 'cancelled');
  await expect(rowOf(sent[0] ?? '')).toHaveAttribute('data-code', 'settled-by-hand');
  // Not sent: it is read, which shows it again, and goes out.
  await room.market.act('clear-faults');
  await rowOf(notSent[0] ?? '')
    .getByTestId('settled-by-hand-button')
    .click();
  await page.getByRole('alertdialog').getByRole('button', { name: '발송 처리되어 있지 않아요' }).click();
  await expect(rowOf(notSent[0] ?? '')).toHaveAttribute('data-state', 'succeeded');
  await expect(page.getByTestId('log-count-succeeded')).toHaveText('1');
  await expect(rowOf(sent[0] ?? '')).toHaveAttribute('data-state', 'cancelled');
});

test('all product orders of an order go into one box with one click, in later files of this layout without it', async () => {
  const head = ['주문번호', '택배사', '송장번호', '수취인명'];
  const [one, other] = [
    await placeOrders(room.market, { count: 2, seed: 81, perOrder: [2] }),
    await placeOrders(room.market, { count: 2, seed: 82, perOrder: [2] }),
  ];
  const lineOf = (orders: typeof one, n: number): string[] => [orders[0]?.orderId ?? '', ...shipment(n).slice(1, 4)];
  const idsOf = (orders: typeof one): string[] => orders.map(({ productOrderId }) => productOrderId);
  await sendSheet(room.desk, 'box.xlsx', [head, lineOf(one, 11)]);
  await expect(room.desk.page.getByTestId('log-count-held')).toHaveText('2');
  await picture(room.desk.page, 'log-take-all');
  await rowOf(idsOf(one)[0] ?? '')
    .getByTestId('take-all-button')
    .click();
  for (const id of idsOf(one)) await expect(rowOf(id)).toHaveAttribute('data-state', 'succeeded');
  await sendSheet(room.desk, 'box-of-the-next-day.xlsx', [head, lineOf(other, 12)]);
  for (const id of idsOf(other)) await expect(rowOf(id)).toHaveAttribute('data-state', 'succeeded');
  expect(await dispatchesOf(room.market, [...idsOf(one), ...idsOf(other)])).toEqual([1, 1, 1, 1]);
});

test('what the log shows is saved as a file of text cells, and the bar says that all is done', async () => {
  const { page } = room.desk;
  const progress = page.getByTestId('sync-progress');
  const total = await progress.getAttribute('aria-valuemax');
  expect(Number(total)).toBeGreaterThan(0);
  await expect(progress).toHaveAttribute('aria-valuenow', total ?? '');
  await page.getByTestId('log-filter-succeeded').click();
  const shown = Number(await page.getByTestId('log-count-succeeded').textContent());
  const path = join(room.desk.folder, 'log.xlsx');
  await saveTo(room.desk, 'log-export', path);
  const [sheet] = Object.values(XLSX.read(await readFile(path)).Sheets);
  if (!sheet) throw new Error('no sheet');
  for (const [at, cell] of Object.entries(sheet)) if (!at.startsWith('!')) expect(cell.t).toBe('s');
  const [head, ...rows]: string[][] = XLSX.utils.sheet_to_json(sheet, { header: 1 });
  expect(head).toContain('상품주문번호');
  expect(rows).toHaveLength(shown);

  // It is a sheet like any other: dropped again every order of it is known as dealt with.
  await page.getByTestId('nav-send').click();
  await page.getByTestId('sheet-input').setInputFiles(path);
  const review = page.locator('[data-testid=review][data-file="log.xlsx"][data-ready=true]');
  const dispatches = rows.filter((cells) => cells[head?.indexOf('종류') ?? -1] === '발송 처리').length;
  await expect(review.getByTestId('line-tab-done')).toContainText(`${dispatches}건`);
  await expect(review.getByTestId('line-tab-look')).toHaveCount(0);
  await page.getByTestId('nav-log').click();
});

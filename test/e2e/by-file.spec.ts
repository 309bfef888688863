import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import * as XLSX from 'xlsx';
import { z } from 'zod';
import { createNaverMarket } from '../../src-main/markets/naver/market';
import { createAgent } from '../../src-main/network/agent';
import { createConnector } from '../../src-main/network/connector';
import { createProbe } from '../../src-main/network/probe';
import { companyList } from '../../src-preload/contract/markets/naver/companies';
import { saveTo } from '../support/app/downloads';
import { credentials } from '../support/app/practice-process';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { dispatchesOf, placeOrders } from '../support/app/market-orders';
import { countOf } from '../support/app/steps';
import { reviewSheet } from '../support/app/sheet-steps';
import { shipmentHead } from '../support/app/workbook';

const sheetSchema = z.array(z.array(z.string()));

const room = sharedAppWithMarket();

/** A courier's sheet of new orders under review. */
async function review(name: string, count: number, seed: number): Promise<string[]> {
  const orders = await placeOrders(room.market, { count, seed, perOrder: [1] });
  await reviewSheet(room.desk, name, [shipmentHead, ...orders.map(({ row }) => row)]);
  return orders.map(({ productOrderId }) => productOrderId);
}

/** Asks for the file, says yes once; answers its rows as SmartStore would read them. */
async function savedBy(from: 'menu' | 'banner', name: string, jobs?: number): Promise<string[][]> {
  const path = join(room.desk.folder, name);
  if (from === 'menu') await room.desk.page.getByTestId('send-more').click();
  await room.desk.page.getByTestId('by-file-save').click();
  if (jobs !== undefined) await expect(room.desk.page.getByTestId('by-file-yes')).toContainText(`${jobs}건`);
  await picture(room.desk.page, `by-file-ask-${from}`);
  await saveTo(room.desk, 'by-file-yes', path);
  const book = XLSX.read(await readFile(path));
  expect(book.SheetNames).toEqual(['발송처리']);
  const sheet = book.Sheets['발송처리'];
  if (!sheet) throw new Error('no sheet');
  // Text cells only: 16 digits stay 16 digits.
  for (const [at, cell] of Object.entries(sheet)) if (!at.startsWith('!')) expect(cell.t).toBe('s');
  return sheetSchema.parse(XLSX.utils.sheet_to_json(sheet, { header: 1, defval: '' }));
}

/** What the seller does in the centre: its upload registers every row. */
async function upload(rows: readonly string[][]): Promise<void> {
  const agent = createAgent({ now: Date.now });
  const naver = createNaverMarket({
    request: agent.request,
    probe: createProbe(createConnector()),
    now: Date.now,
    steady: () => performance.now(),
  });
  const session = naver.open({ secrets: { market: 'naver', ...credentials }, baseUrl: room.market.url });
  const jobs = rows.map(([target = '', , courier, trackingNumber = '']) => {
    const deliveryCompanyCode = companyList.find(({ name }) => name === courier)?.code;
    if (deliveryCompanyCode === undefined) throw new Error(`the centre does not know ${courier}`);
    return {
      target,
      values: {
        kind: 'dispatch' as const,
        dispatch: { deliveryMethod: 'DELIVERY' as const, deliveryCompanyCode, trackingNumber },
      },
    };
  });
  const { outcome } = await session.send('dispatch', jobs);
  expect(outcome.type).toBe('answered');
  await session.close();
  await agent.destroy();
}

const rowOf = (id: string) => room.desk.page.locator(`[data-testid=log-row][data-target="${id}"]`);

test('the lines of a review become a 일괄발송 file, and are done when the market shows them', async () => {
  const ids = await review('review.xlsx', 4, 41);
  await picture(room.desk.page, 'by-file-review');
  const [head, ...rows] = await savedBy('menu', 'bulk-review.xlsx', 4);
  expect(head).toEqual(['상품주문번호', '배송방법', '택배사', '송장번호']);
  expect(rows.map(([id]) => id).toSorted()).toEqual(ids.toSorted());
  await expect(room.desk.page.getByTestId('review')).toContainText('일괄발송 파일에 담았어요');
  await room.desk.page.getByTestId('nav-log').click();
  // A group of its own: nothing is to be decided about them.
  await expect(room.desk.page.getByTestId('log-count-by-file')).toHaveText('4');
  await expect(room.desk.page.getByTestId('log-count-held')).toHaveText('0');
  await expect(room.desk.page.getByTestId('nav-log')).not.toContainText('할 일');
  await expect(rowOf(ids[0] ?? '')).toContainText('파일로 처리');
  await picture(room.desk.page, 'by-file-log');
  expect(await dispatchesOf(room.market, ids)).toEqual([0, 0, 0, 0]);

  await upload(rows);
  // Another reading of the store (of its order book) may show the same first: then nothing is left to press.
  await expect(async () => {
    for (const id of ids) {
      const button = rowOf(id).getByTestId('reread-button');
      if (await button.isVisible()) await button.click({ timeout: 1000 });
      await expect(rowOf(id)).toHaveAttribute('data-state', 'succeeded', { timeout: 1000 });
    }
  }).toPass();
  // The rows stay where the pointer is; their head says what they are now, and offers nothing that none of them can do.
  await expect(room.desk.page.getByTestId('log-group').first()).toContainText('완료');
  await expect(room.desk.page.getByText('파일 대신 여기에서 처리하기')).toHaveCount(0);
  expect(await dispatchesOf(room.market, ids)).toEqual([1, 1, 1, 1]);
  await picture(room.desk.page, 'by-file-read-again');
});

test('what waits while the address is not allowed goes into the file, and can be taken back', async () => {
  await room.market.act('set', { ipAllowed: false });
  const ids = await review('ip.xlsx', 3, 42);
  await room.desk.page.getByTestId('enqueue-button').click();
  await room.desk.page.getByTestId('nav-log').click();
  await expect(room.desk.page.getByTestId('connection-badge')).toHaveAttribute('data-state', 'paused');
  await picture(room.desk.page, 'by-file-ip');
  const [, ...rows] = await savedBy('banner', 'bulk-ip.xlsx', 3);
  expect(rows.map(([id]) => id).toSorted()).toEqual(ids.toSorted());
  await expect(room.desk.page.getByTestId('log-count-by-file')).toHaveText('3');

  // The address is allowed again: nothing of it goes out by itself, one taken back does.
  await room.market.act('set', { ipAllowed: true });
  const [first = '', ...others] = ids;
  await rowOf(first).getByTestId('approve-button').click();
  await room.desk.page.getByRole('button', { name: '다시 연결하기' }).click();
  await expect(rowOf(first)).toHaveAttribute('data-state', 'succeeded');
  for (const id of others) await expect(rowOf(id)).toHaveAttribute('data-state', 'held');
  expect(await dispatchesOf(room.market, ids)).toEqual([1, 0, 0]);
});

test('what is left on a day whose calls are used up goes into the file, and stays there when the market takes calls again', async () => {
  await room.desk.page.getByTestId('nav-log').click();
  const before = await countOf(room.desk.page, 'log-count-by-file');
  await room.market.act('set', { quota: 'penalty' });
  const ids = await review('quota.xlsx', 40, 43);
  await room.desk.page.getByTestId('enqueue-button').click();
  await room.desk.page.getByTestId('nav-log').click();
  // One call an hour is left: what it carries goes, the rest waits for the next.
  await expect(room.desk.page.getByTestId('connection-badge')).toContainText('호출 한도 도달');
  await picture(room.desk.page, 'by-file-quota');
  const [, ...rows] = await savedBy('banner', 'bulk-quota.xlsx');
  // What was marked before and is not registered yet stands in it again.
  const saved = rows.flatMap(([id]) => ids.filter((each) => each === id));
  await expect(room.desk.page.getByTestId('log-count-by-file')).toHaveText(String(before + saved.length));

  await room.market.act('set', { quota: 'off' });
  const pause = room.desk.page.getByTestId('pause-toggle');
  await pause.click();
  await expect(room.desk.page.getByTestId('connection-badge')).not.toContainText('호출 한도 도달');
  await pause.click();
  await expect(room.desk.page.getByTestId('connection-badge')).toHaveAttribute('data-state', 'online');
  const applied = await dispatchesOf(room.market, ids);
  expect(saved.length).toBeGreaterThan(0);
  expect(ids.filter((_, at) => applied[at] === 0).toSorted()).toEqual(saved.toSorted());
  expect(applied.filter((times) => times === 1)).toHaveLength(ids.length - saved.length);
});

test('a file made by mistake: one press brings the lines back, and later one press sends them from here', async () => {
  const { page } = room.desk;
  await page.getByTestId('nav-log').click();
  if ((await page.locator('[data-testid=log-group][data-group=by-file] [data-testid=group-act]').count()) > 0) {
    const before = Number(await page.getByTestId('log-count-by-file').textContent());
    await expect(page.locator('[data-testid=log-group][data-group=by-file] [data-testid=group-act]')).toHaveText(
      `${before}건 파일 대신 여기에서 처리하기`,
    );
    await page.locator('[data-testid=log-group][data-group=by-file] [data-testid=group-act]').click();
    await expect(page.getByTestId('log-filter-by-file')).toHaveCount(0);
  }
  const ids = await review('mistake.xlsx', 12, 44);
  await savedBy('menu', 'mistake-bulk.xlsx', 12);
  await page.getByTestId('take-back-button').click();
  await expect(page.getByTestId('review-row')).toHaveCount(12);
  expect(await dispatchesOf(room.market, ids)).toEqual(ids.map(() => 0));

  await savedBy('menu', 'mistake-bulk-2.xlsx', 12);
  await page.getByTestId('nav-log').click();
  await expect(page.locator('[data-testid=log-group][data-group=by-file] [data-testid=group-act]')).toHaveText(
    '12건 파일 대신 여기에서 처리하기',
  );
  await picture(page, 'by-file-group');
  await page.locator('[data-testid=log-group][data-group=by-file] [data-testid=group-act]').click();
  await expect(page.getByTestId('undo-button')).toBeVisible();
  for (const id of ids) await expect(rowOf(id)).toHaveAttribute('data-state', 'succeeded', { timeout: 30_000 });
  expect(await dispatchesOf(room.market, ids)).toEqual(ids.map(() => 1));
});

test('the figure of the ⋯ menu is what the file will hold: a method it has no word for stays under review', async () => {
  const { page } = room.desk;
  const orders = await placeOrders(room.market, { count: 3, seed: 46, perOrder: [1] });
  const methods = ['택배', '배송없음', '택배'];
  const rows = orders.map(({ row }, at) => [...row, methods[at] ?? '']);
  await reviewSheet(room.desk, 'methods.xlsx', [[...shipmentHead, '배송방법'], ...rows]);
  await expect(page.getByTestId('enqueue-button')).toContainText('3건');
  const [, ...saved] = await savedBy('menu', 'bulk-methods.xlsx', 2);
  expect(saved).toHaveLength(2);
  await expect(page.getByTestId('enqueue-button')).toContainText('1건');
});

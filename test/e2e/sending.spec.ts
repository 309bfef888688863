import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { dispatchesOf, placeOrders } from '../support/app/market-orders';
import { seriousFindings } from '../support/app/serious-findings';
import { reviewSheet } from '../support/app/sheet-steps';
import { setUndoSeconds } from '../support/app/steps';
import { shipmentHead } from '../support/app/workbook';

/** From the press to the end, in one place: the way back, the bar, the rows, what is held, and where the keyboard is. */

const room = sharedAppWithMarket();
/** Among what waits for the seller; a row that comes there may still be among the others for a moment. */
const heldRow = (id: string) => room.desk.page.locator(`[data-testid=run-tasks] [data-target="${id}"]`);
const stage = (name: 'undo' | 'going' | 'over') => room.desk.page.locator(`[data-testid=review][data-run=${name}]`);
const look = async (name: string) => {
  await room.desk.page.mouse.move(5, 5);
  await picture(room.desk.page, `sending-${name}`);
};

test('what is sent is shown where it was reviewed, the way back has the keyboard, and it leads back to the press', async () => {
  const { page } = room.desk;
  await setUndoSeconds(page, 30);
  const orders = await placeOrders(room.market, { count: 24, seed: 501 });
  await reviewSheet(room.desk, 'cj-1127.xlsx', [shipmentHead, ...orders.map(({ row }) => row)]);
  await page.getByTestId('enqueue-button').click();
  await stage('undo').waitFor();
  await expect(page.getByTestId('undo-button')).toBeFocused();
  await expect(page.getByTestId('run-row')).toHaveCount(24);
  await expect(page.locator('[data-testid=run-row][data-state=queued]')).toHaveCount(24);
  await expect(page.getByTestId('run-done')).toHaveText(/^24건, \d+상자를 곧 시작해요$/u);
  await expect(page.locator('.announcer p')).toHaveCount(0);
  expect(await seriousFindings(page)).toEqual([]);
  await look('undo');

  await page.keyboard.press('Escape');
  await expect(page.getByTestId('review-row')).toHaveCount(24);
  await expect(page.getByTestId('run-row')).toHaveCount(0);
  await expect(page.getByTestId('enqueue-button')).toBeFocused();
});

test('a held box comes to the top with its one act, the others are ticked only once the market has them', async () => {
  const { page } = room.desk;
  await setUndoSeconds(page, 0);
  const orders = await placeOrders(room.market, { count: 60, seed: 502, perOrder: [1] });
  const [asked] = orders;
  if (asked === undefined) throw new Error('orders were placed');
  await room.market.act('request-cancel', { productOrderId: asked.productOrderId });
  await reviewSheet(room.desk, 'afternoon.xlsx', [shipmentHead, ...orders.map(({ row }) => row)]);
  // A row that is done while the market does not have it would be a lie: every such moment is written down.
  await page.evaluate(() => {
    const seen: string[] = [];
    Reflect.set(globalThis, 'saidByRun', seen);
    new MutationObserver(() => {
      const said = document.querySelector('[data-testid=run-said]')?.textContent ?? '';
      if (said !== '' && seen.at(-1) !== said) seen.push(said);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await page.getByTestId('enqueue-button').click();
  await stage('over').waitFor();
  await expect(page.locator('[data-testid=run-order] [data-state=succeeded]')).toHaveCount(59);
  await expect(page.locator('[data-testid=run-tasks] [data-state=held]')).toHaveCount(1);
  await expect(heldRow(asked.productOrderId)).toHaveAttribute('data-state', 'held');
  await expect(page.getByTestId('run-done')).toContainText('59건, 59상자를 발송 처리했어요');
  await expect(page.getByTestId('group-act')).toHaveText('이 상자 보고 고르기');
  await expect(page.getByTestId('group-act')).toBeFocused();
  const said: string[] = await page.evaluate(() => Reflect.get(globalThis, 'saidByRun'));
  expect(said.length).toBeLessThanOrEqual(6);
  expect(said[0]).toBe('60건 처리를 시작했어요.');
  expect(said.at(-1)).toBe('59건을 처리했어요. 1건은 선택을 기다려요.');
  expect(await seriousFindings(page)).toEqual([]);
  await look('over');

  await page.getByTestId('group-act').click();
  await expect(page.getByTestId('hold-dialog')).toBeVisible();
  await page.getByTestId('hold-later').click();
  await expect(heldRow(asked.productOrderId)).toHaveAttribute('data-state', 'held');

  // A decision is taken back where it was pressed, and nothing lies over the rows.
  await page.getByTestId('group-act').click();
  await page.getByTestId('hold-confirm').click();
  await expect(page.getByTestId('undo-button')).toBeFocused();
  await expect(page.locator('.announcer p')).toHaveCount(0);
  await look('decided');
  await page.keyboard.press('Escape');
  await expect(heldRow(asked.productOrderId)).toHaveAttribute('data-state', 'held');
  await expect(page.getByTestId('group-act')).toBeFocused();
});

test('lines that are left of a file stay beneath what is sent, are mended there, and follow it', async () => {
  const { page } = room.desk;
  await setUndoSeconds(page, 0);
  const orders = await placeOrders(room.market, { count: 8, seed: 503, perOrder: [1] });
  const rows = orders.map(({ row }, at) => (at < 6 ? row : row.with(2, at === 6 ? '' : '12')));
  await reviewSheet(room.desk, 'left.xlsx', [shipmentHead, ...rows]);
  await page.getByTestId('enqueue-button').click();
  await stage('over').waitFor();
  await expect(page.getByTestId('run-row')).toHaveCount(6);
  await expect(page.getByTestId('review-row')).toHaveCount(2);
  await expect(page.getByTestId('review-count-error')).toHaveText('2');
  await expect(page.getByTestId('enqueue-button')).toBeDisabled();
  await look('left');
  const cell = page.locator('[data-testid=review-cell][data-row="8"][data-field=trackingNumber]');
  await cell.click();
  await page.keyboard.type(orders[6]?.trackingNumber ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('enqueue-button')).toContainText('1건');
  await page.getByTestId('enqueue-button').click();
  await expect(page.getByTestId('run-row')).toHaveCount(7);
  await expect(page.locator('[data-testid=run-row][data-state=succeeded]')).toHaveCount(7);
  expect(
    await dispatchesOf(
      room.market,
      orders.map(({ productOrderId }) => productOrderId),
    ),
  ).toEqual([1, 1, 1, 1, 1, 1, 1, 0]);
});

test('a mend leads to the next line that wants a look, the last one to the press; a closed file to what takes its place', async () => {
  const { page } = room.desk;
  const orders = await placeOrders(room.market, { count: 5, seed: 504, perOrder: [1] });
  const rows = orders.map(({ row }, at) => (at < 2 ? row.with(2, '12') : row));
  await reviewSheet(room.desk, 'mends.xlsx', [shipmentHead, ...rows]);
  const active = page.getByTestId('review-active');
  await expect(active).toHaveAttribute('data-row', '2');
  await page.keyboard.press('Control+Delete');
  await expect(active).toHaveAttribute('data-row', '3');
  await page.keyboard.press('Control+Delete');
  await expect(page.getByTestId('enqueue-button')).toBeFocused();

  await page.getByTestId('columns-open').click();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('columns-open')).toBeFocused();

  await page.keyboard.press('Control+w');
  await page.getByRole('alertdialog').getByRole('button').last().click();
  await expect(page.locator('[data-testid=file-tab][aria-current=true]')).toBeFocused();
  while ((await page.getByTestId('file-tab').count()) > 0) {
    await page.locator('.close-tab').first().click();
    const dialog = page.getByRole('alertdialog');
    if (await dialog.isVisible()) await dialog.getByRole('button').last().click();
  }
  await expect(page.getByTestId('start-pick')).toBeFocused();
  await expect(page.getByTestId('recent-files')).toContainText('left.xlsx');
  expect(await seriousFindings(page)).toEqual([]);
  await look('empty');
});

import { expect, test } from '../support/app/story';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { inMain } from '../support/app/in-main';
import { dispatchesOf, placeOrders } from '../support/app/market-orders';
import { reviewSheet, sendSheet } from '../support/app/sheet-steps';
import { shipmentHead } from '../support/app/workbook';

const room = sharedAppWithMarket();

/**
 * What an expression is in the window now; undefined while there is no page that could say it. For Playwright a page that
 * crashed stays crashed.
 */
const inWindow = (expression: string): Promise<unknown> =>
  inMain(
    room.desk.app,
    async ({ BrowserWindow }, asked) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents === undefined || contents.isCrashed() || contents.isLoading()) return undefined;
      return contents.executeJavaScript(asked).catch(() => undefined);
    },
    expression,
  );
const isShown = (selector: string): Promise<unknown> =>
  inWindow(`document.querySelector(${JSON.stringify(selector)}) !== null`);
/** Ends the window's process, and waits for the next page: what is asked of one that goes is never answered. */
const crash = (): Promise<void> =>
  inMain(room.desk.app, async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) throw new Error('there is no window');
    const loaded = new Promise<void>((resolve) => contents.once('did-finish-load', () => resolve()));
    contents.forcefullyCrashRenderer();
    await loaded;
  });
const review = '[data-testid=review][data-ready=true][data-file="second.xlsx"]';

test('the window crashes: back with its review while the outbox goes on; at the fourth time a page that leads back', async () => {
  const { desk, market } = room;
  await market.act('set', { rate: 1, burst: 1 });
  const orders = await placeOrders(market, { count: 300, seed: 81, perOrder: [1] });
  const others = await placeOrders(market, { count: 4, seed: 82, perOrder: [1] });
  const ids = orders.map(({ productOrderId }) => productOrderId);
  await sendSheet(desk, 'first.xlsx', [shipmentHead, ...orders.map(({ row }) => row)]);
  await reviewSheet(desk, 'second.xlsx', [shipmentHead, ...others.map(({ row }) => row)]);
  expect(await dispatchesOf(market, ids), 'the batch is still being sent').toContain(0);

  await crash();
  await expect.poll(() => isShown(review)).toBe(true);
  await expect.poll(() => inWindow('document.body.innerText')).toContain('화면이 멈춰서 다시 열었어요.');
  for (let again = 2; again <= 3; again += 1) {
    await crash();
    await expect.poll(() => isShown(review)).toBe(true);
  }
  await market.act('set', { rate: 20, burst: 20 });
  await crash();
  await expect.poll(() => isShown('[data-testid=window-stopped]')).toBe(true);
  // No window is needed for that.
  await expect.poll(async () => (await dispatchesOf(market, ids)).every((times) => times === 1)).toBe(true);
  expect(await inWindow('document.querySelector("[data-testid=window-reopen]").innerText')).toBe('화면 다시 열기');
  await inWindow('document.querySelector("[data-testid=window-reopen]").click()');
  await expect.poll(() => isShown(review)).toBe(true);
});

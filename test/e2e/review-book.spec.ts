import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { placeOrders } from '../support/app/market-orders';
import { reviewSheet } from '../support/app/sheet-steps';
import { shipmentHead } from '../support/app/workbook';

/** 검토: what the order book knows of the lines of a sheet, before anything is sent. */

const room = sharedAppWithMarket();

test('a sheet is held against the order book: another recipient waits for a tick, a cancelled order stays', async () => {
  const { page } = room.desk;
  const [fine, other, cancelled, asked] = await placeOrders(room.market, { count: 4, seed: 631, perOrder: [1] });
  if (fine === undefined || other === undefined || cancelled === undefined || asked === undefined) {
    throw new Error('four orders were placed');
  }
  await room.market.act('request-cancel', { productOrderId: asked.productOrderId });
  await room.market.act('complete-cancel', { productOrderId: cancelled.productOrderId });
  await page.getByTestId('nav-orders').click();
  await page.getByTestId('order-fetch').click();
  await expect(page.getByTestId('orders-tab-waiting')).toHaveAttribute('data-count', '3', { timeout: 30_000 });
  await page.getByTestId('nav-send').click();
  const strange = [...other.row];
  strange[3] = '다른사람';
  await reviewSheet(room.desk, 'book.xlsx', [shipmentHead, fine.row, strange, cancelled.row, asked.row]);
  await expect(page.locator('main')).toContainText('받는 분이 달라요');
  await expect(page.locator('main')).toContainText('구매자가 취소한 주문');
  await expect(page.locator('main')).toContainText('취소 요청이 있어요');
  // Until when the line's order is due, and its product, stand in the panel.
  await page.locator(`[data-testid=review-row][data-row="2"]`).click();
  await expect(page.getByTestId('line-due')).toContainText('까지');
  await expect(page.getByTestId('line-product')).not.toBeEmpty();
  await page.mouse.move(5, 5);
  await picture(page, 'review-book');
  await expect(page.getByTestId('enqueue-button')).toContainText('2건');
});

import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { dispatchesOf, placeOrders } from '../support/app/market-orders';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { reviewSheet } from '../support/app/sheet-steps';
import { shipmentHead } from '../support/app/workbook';

const room = sharedAppWithMarket();
const rowOf = (id: string) => room.desk.page.locator(`[data-testid=log-row][data-target="${id}"]`);

test('orders that must not go out like the others: each says why, and goes only as the seller decides', async () => {
  const specials = { 'direct-contracted': 1, 'gift-waiting': 1, 'hope-date': 1, 'pick-up': 1, 'partly-cancelled': 1 };
  const odd = await placeOrders(room.market, { count: 6, seed: 41, perOrder: [1], specials });
  const [logistics = '', gift = '', hope = '', pickUp = '', partly = '', plain = ''] = odd.map(
    ({ productOrderId }) => productOrderId,
  );
  const pair = await placeOrders(room.market, { count: 2, seed: 42, perOrder: [2], specials: { 'add-on': 1 } });
  await reviewSheet(room.desk, 'special.xlsx', [shipmentHead, ...[...pair, ...odd].map(({ row }) => row)]);
  await room.desk.page.getByTestId('enqueue-button').click();
  await room.desk.page.getByTestId('nav-log').click();

  await expect(room.desk.page.getByTestId('log-count-held')).toHaveText('3');
  await picture(room.desk.page, 'special-orders');
  await expect(rowOf(logistics)).toHaveAttribute('data-state', 'rejected');
  await expect(rowOf(logistics)).toContainText('물류사가 보내요');
  await expect(rowOf(logistics).getByTestId('retry-button')).toHaveCount(0);
  await expect(rowOf(hope)).toContainText(/배송 희망일이 \d+월 \d+일이에요/u);
  await expect(rowOf(pickUp)).toContainText('방문수령 주문이에요');
  await expect(rowOf(partly)).toContainText(/\d개 중 1개 취소됨/u);
  for (const { productOrderId } of pair) await expect(rowOf(productOrderId)).toHaveAttribute('data-state', 'succeeded');
  await expect(rowOf(plain)).toHaveAttribute('data-state', 'succeeded');
  expect(await dispatchesOf(room.market, [logistics, gift, hope, pickUp, partly, plain])).toEqual([0, 0, 0, 0, 0, 1]);

  await rowOf(hope).getByTestId('approve-button').click();
  await expect(rowOf(hope)).toHaveAttribute('data-state', 'succeeded');
  await rowOf(partly).getByTestId('decline-button').click();
  await expect(rowOf(partly)).toHaveAttribute('data-state', 'cancelled');

  await room.desk.page.getByTestId('log-filter-waiting').click();
  await expect(rowOf(gift)).toContainText('선물을 받지 않았어요');
  await room.market.act('change', { productOrderId: gift, patch: { gift: 'RECEIVED' } });
  await rowOf(gift).getByTestId('retry-button').click();
  await room.desk.page.getByTestId('log-filter-waiting').click();
  await expect(rowOf(gift)).toHaveAttribute('data-state', 'succeeded');
  expect(await dispatchesOf(room.market, [logistics, gift, hope, pickUp, partly])).toEqual([0, 1, 1, 0, 0]);
});

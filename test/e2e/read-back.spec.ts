import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { placeOrders } from '../support/app/market-orders';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { reviewSheet } from '../support/app/sheet-steps';
import { waitUntilSettled } from '../support/app/steps';
import { shipmentHead } from '../support/app/workbook';

const room = sharedAppWithMarket();
const rowOf = (id: string) => room.desk.page.locator(`[data-testid=log-row][data-target="${id}"]`);

test('what is done is read once more a minute later, and the row says what the market shows then', async () => {
  const orders = await placeOrders(room.market, { count: 3, seed: 51, perOrder: [1] });
  const [plain = '', moved = '', asked = ''] = orders.map(({ productOrderId }) => productOrderId);
  await reviewSheet(room.desk, 'done.xlsx', [shipmentHead, ...orders.map(({ row }) => row)]);
  await room.desk.page.getByTestId('enqueue-button').click();
  await room.desk.page.getByTestId('nav-log').click();
  await waitUntilSettled(room.desk.page);
  await room.desk.page.getByTestId('log-filter-succeeded').click();

  // Opened before that: what was registered, and the older reading under a name of its own.
  await rowOf(plain).locator('.open-row').click();
  const detail = room.desk.page.getByTestId('log-detail');
  await expect(detail).toContainText('등록한 값');
  await expect(detail).toContainText('처리하기 전에 조회한 내용');
  await expect(detail).not.toContainText('쇼핑몰에 등록된 내용');
  await expect(rowOf(plain)).not.toContainText('네이버에서 확인함');

  await room.market.act('ship-elsewhere', {
    productOrderId: moved,
    deliveryCompanyCode: 'HANJIN',
    trackingNumber: '403020102030',
  });
  const claim = { id: 'C1', type: 'CANCEL', status: 'CANCEL_REJECT', requestedAt: 1 };
  await room.market.act('change', { productOrderId: asked, patch: { claim } });

  await expect(rowOf(plain)).toContainText(/네이버에서 확인함 \(\d\d:\d\d\)/u, { timeout: 100_000 });
  await expect(detail).toContainText('쇼핑몰에 등록된 내용');
  await expect(detail).toContainText('배송 중');
  await rowOf(plain).locator('.open-row').click();
  await expect(rowOf(moved)).toContainText('네이버에 다른 송장번호가 등록되어 있어요');
  await expect(rowOf(moved)).toContainText('4030-2010-2030');
  await expect(rowOf(moved).getByRole('button', { name: '스마트스토어센터 열기' })).toBeVisible();
  await expect(rowOf(asked)).toContainText('발송 처리하면서 구매자의 취소 요청이 거부됐어요');
  await picture(room.desk.page, 'read-back');
  for (const id of [plain, moved, asked]) await expect(rowOf(id)).toHaveAttribute('data-state', 'succeeded');
});

test('a file with another number than the registered one is a conflict, with both numbers', async () => {
  const [order] = await placeOrders(room.market, { count: 1, seed: 52, perOrder: [1] });
  if (order === undefined) throw new Error('an order');
  await reviewSheet(room.desk, 'first.xlsx', [shipmentHead, order.row]);
  await room.desk.page.getByTestId('enqueue-button').click();
  await room.desk.page.getByTestId('nav-log').click();
  await expect(rowOf(order.productOrderId)).toHaveAttribute('data-state', 'succeeded');

  const [id = '', , , ...rest] = order.row;
  await reviewSheet(room.desk, 'second.xlsx', [shipmentHead, [id, '한진택배', '403020102030', ...rest]]);
  const row = room.desk.page.locator('[data-testid=review][data-file="second.xlsx"] [data-testid=review-row]');
  await expect(row).toHaveAttribute('data-level', 'warning');
  await expect(row).not.toContainText('이미 처리');
  await expect(row).toContainText('송장번호가 서로 달라요');
  await expect(row).toContainText('4030-2010-2030');
  await expect(row).toContainText(/쇼핑몰: .+\d{4}-\d{4}-\d{4}/u);
  await expect(row.getByRole('button', { name: '스마트스토어센터 열기' })).toBeVisible();
  await expect(room.desk.page.getByTestId('review-count-ok').last()).toHaveText('0');
  await picture(room.desk.page, 'registered-otherwise');
});

import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { placeOrders } from '../support/app/market-orders';
import { seriousFindings } from '../support/app/serious-findings';
import { setUndoSeconds } from '../support/app/steps';

/** 발송 지연: several orders of the list at once, with reason, day and text; what the market would refuse is left out. */

const room = sharedAppWithMarket();

test('three orders are delayed at once, each by one call, and one that asks to be cancelled is not', async () => {
  const { page } = room.desk;
  await setUndoSeconds(page, 0);
  const made = await placeOrders(room.market, { count: 4, seed: 621, perOrder: [1] });
  const ids = made.map(({ productOrderId }) => productOrderId);
  await page.getByTestId('nav-orders').click();
  await page.getByTestId('order-fetch').click();
  await page.getByTestId('orders-tab-waiting').click();
  await expect(page.getByTestId('order-row')).toHaveCount(4, { timeout: 30_000 });
  await room.market.act('request-cancel', { productOrderId: ids[3] });
  await page.getByTestId('orders-select-all').click();
  await page.getByTestId('orders-delay-picked').click();
  await expect(page.getByTestId('delay-dialog')).toContainText('벌점 2점');
  await expect(page.getByTestId('delay-send')).toBeDisabled();
  await page.getByTestId('delay-until').fill('2020-01-01');
  await page.getByTestId('delay-text').fill('입고를 기다리고 있어요.');
  await expect(page.getByTestId('delay-problem')).toHaveAttribute('data-code', 'day-past');
  await expect(page.getByTestId('delay-send')).toBeDisabled();
  const until = new Date(Date.now() + 5 * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Seoul' });
  await page.getByTestId('delay-until').fill(until);
  await page.getByTestId('delay-reason').selectOption('buyer-asked');
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'delay-dialog');
  await page.getByTestId('delay-send').click();
  await page.getByTestId('nav-log').click();
  const rows = page.locator('[data-testid=log-row][data-kind=delay]');
  await expect(rows).toHaveCount(4);
  await expect(page.locator('[data-testid=log-row][data-kind=delay][data-state=succeeded]')).toHaveCount(3, {
    timeout: 30_000,
  });
  await expect(page.locator(`[data-testid=log-row][data-kind=delay][data-target="${ids[3]}"]`)).toHaveAttribute(
    'data-state',
    'rejected',
  );
  await picture(page, 'delay-log');
  await page.getByTestId('nav-orders').click();
  await page.getByTestId('orders-tab-waiting').click();
  await expect(page.locator(`[data-product-order-id="${ids[0]}"]`)).toHaveAttribute(
    'data-due',
    new Date(`${until}T23:59:59+09:00`).toISOString(),
    { timeout: 30_000 },
  );
});

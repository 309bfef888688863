import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { businessDayAfter } from '../../src-preload/contract/book/business-days';
import { koreanDay } from '../../src-preload/contract/korean-time';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { setClocks } from '../support/app/steer-clock';
import { placeOrders } from '../support/app/market-orders';
import { coveredBy } from '../support/app/layout-faults';
import { seriousFindings } from '../support/app/serious-findings';

/** 추적 안 됨: a number the market doubts, with the days left, one press that copies and opens, and one that reads again. */

const room = sharedAppWithMarket();

test('a number the market calls wrong is listed, and leaves the list once it was mended in the centre', async () => {
  const { page } = room.desk;
  // The table has the last three business days, and what went out on a day between them in a row more.
  await setClocks(room, Date.parse(`${businessDayAfter(koreanDay(Date.now()), 2)}T10:00:00+09:00`));
  const [wrong, fine] = await placeOrders(room.market, { count: 2, seed: 611, perOrder: [1] });
  if (wrong === undefined || fine === undefined) throw new Error('two orders were placed');
  const { productOrderId } = wrong;
  // Before it is shipped: the feed tells of that once, and what it leads to must read the wrong number.
  await room.market.act('change', { productOrderId, patch: { deliveryStatus: 'WRONG_INVOICE' } });
  for (const [n, { productOrderId: id }] of [wrong, fine].entries()) {
    const shipment = { deliveryCompanyCode: 'HANJIN', trackingNumber: `53071290441${n}` };
    await room.market.act('ship-elsewhere', { productOrderId: id, ...shipment });
  }
  await page.getByTestId('nav-orders').click();
  await expect(page.getByTestId('orders-tab-untracked')).toHaveAttribute('data-count', '1', { timeout: 30_000 });
  await page.getByTestId('orders-tab-untracked').click();
  const row = page.getByTestId('untracked-row');
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('한진택배에 없는 번호예요');
  await expect(row).toHaveAttribute('data-number', '530712904410');
  await expect(page.locator('.book-say h1')).toContainText('송장번호 1개를 살펴봐 주세요');
  await expect(page.locator('.untracked-days tbody tr')).toHaveCount(3);
  expect(await seriousFindings(page)).toEqual([]);
  await page.mouse.move(5, 5);
  await picture(page, 'orders-untracked');

  // Not mended yet: it stays.
  await row.getByTestId('untracked-mended').click();
  await expect(page.locator('.announcer p')).toContainText('아직 그대로예요');
  expect(await coveredBy(page, '.announcer p')).toEqual([]);
  await page.getByTestId('orders-tab-sent').click();
  for (const [width, height] of [
    [640, 400],
    [1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await coveredBy(page, '.announcer p'), `${width} px`).toEqual([]);
  }
  await page.getByTestId('orders-tab-untracked').click();
  await expect(row).toHaveCount(1);

  await room.market.act('change', {
    productOrderId,
    patch: { deliveryStatus: 'DELIVERING' },
  });
  await room.market.act('ship-elsewhere', {
    productOrderId,
    deliveryCompanyCode: 'HANJIN',
    trackingNumber: '530712904471',
  });
  await row.getByTestId('untracked-mended').click();
  await expect(row).toContainText('다시 읽었어요');
  await expect(row).toContainText('5307-1290-4471 · 이 번호로 추적돼요');
  await picture(page, 'orders-untracked-read');
  await expect(page.getByTestId('orders-tab-untracked')).toHaveAttribute('data-count', '0');
});

import { join } from 'node:path';
import { z } from 'zod';
import { businessDayAfter } from '../../src-preload/contract/book/business-days';
import { koreanDay } from '../../src-preload/contract/korean-time';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { saveTo } from '../support/app/downloads';
import { dispatchesOf } from '../support/app/market-orders';
import { inMain } from '../support/app/in-main';
import { sharedAppWithMarket } from '../support/app/shared-app';
import { reviewSheet } from '../support/app/sheet-steps';
import { setClocks } from '../support/app/steer-clock';
import { setUndoSeconds } from '../support/app/steps';

/** A seller's whole day, from an empty book at 08:40 to the next morning; the practice market plays the buyers. */

const room = sharedAppWithMarket();
// One story begins where the one before it has ended: after a failure the others have nothing to go on from.
test.describe.configure({ mode: 'serial' });
const shot = (name: string) => picture(room.desk.page, `whole-day-${name}`);

/** A business day that lies ahead wherever this runs, and the one after it. */
const day = businessDayAfter(koreanDay(Date.now()), 2);
const nextDay = businessDayAfter(day, 1);
const at = (hour: string, of = day): number => Date.parse(`${of}T${hour}:00+09:00`);

const madeSchema = z.array(
  z.looseObject({
    productOrderId: z.string(),
    recipient: z.looseObject({
      name: z.string(),
      tel: z.string(),
      baseAddress: z.string(),
      detailedAddress: z.string(),
    }),
  }),
);
const ledgerSchema = z.record(z.string(), z.looseObject({ delays: z.number(), refunds: z.number() }));
let orders: z.infer<typeof madeSchema> = [];
const idOf = (n: number): string => orders[n]?.productOrderId ?? '';
const ids = () => orders.map(({ productOrderId }) => productOrderId);

/** Passes 로젠's rule. */
const logen = (n: number): string => `${9_911_300_700 + n}${(9_911_300_700 + n) % 7}`;
const rowOf = (id: string) => room.desk.page.locator(`[data-testid=order-row][data-product-order-id="${id}"]`);
const boxOf = (id: string) => room.desk.page.locator(`[data-testid=pull-out-row][data-product-order-id="${id}"]`);
const tab = (name: string) => room.desk.page.getByTestId(`orders-tab-${name}`);

async function fetchOrders(): Promise<void> {
  const { page } = room.desk;
  await page.getByTestId('nav-orders').click();
  await tab('waiting').click();
  await page.getByTestId('order-fetch').click();
}

test('08:40, from an empty book: 15 orders are fetched, four of them confirmed, and leave on a courier’s form', async () => {
  const { market, desk } = room;
  const { page } = desk;
  await setUndoSeconds(page, 0);
  // What the system does not show as a notice, the window does.
  await inMain(desk.app, ({ Notification }) => {
    Notification.isSupported = () => false;
  });
  await setClocks(room, at('08:40'));
  orders = madeSchema.parse(await market.act('make-orders', { count: 15, seed: 71, perOrder: [1], notConfirmed: 4 }));
  for (const [n, id] of ids().entries()) {
    const hour = n < 12 ? '15:00' : '23:59';
    await market.act('change', { productOrderId: id, patch: { shippingDueDate: at(hour) }, changeType: 'PAYED' });
  }
  await fetchOrders();
  await expect(page.getByTestId('orders-confirm-all')).toHaveAttribute('data-count', '4', { timeout: 30_000 });
  await page.getByTestId('keep-90').click();
  await page.getByTestId('orders-confirm-all').click();
  await expect(tab('waiting')).toHaveAttribute('data-count', '15', { timeout: 30_000 });
  await expect(page.getByTestId('today-due')).toHaveText('15');
  await shot('0840-waiting');
  await page.getByTestId('form-open').click();
  await expect(page.getByTestId('form-row')).toHaveCount(15);
  await saveTo(desk, 'form-save', join(desk.folder, 'form.xlsx'));
  await page.getByTestId('form-preview').waitFor({ state: 'detached' });
});

test('13:05: two hours before 15:00 a notice says how many are left, and three are delayed', async () => {
  const { page } = room.desk;
  await setClocks(room, at('13:05'));
  await fetchOrders();
  await expect(page.getByTestId('missed-note')).toContainText('12건', { timeout: 30_000 });
  await shot('1305-notice');
  for (const n of [9, 10, 11]) await rowOf(idOf(n)).locator('.book-pick').check();
  await page.getByTestId('orders-delay-picked').click();
  await page.getByTestId('delay-until').fill(businessDayAfter(day, 2));
  await page.getByTestId('delay-text').fill('입고를 기다리고 있어요.');
  await page.getByTestId('delay-send').click();
  await expect
    .poll(async () => {
      const ledger = ledgerSchema.parse(await room.market.act('ledger'));
      return ids().filter((id) => ledger[id]?.delays === 1);
    })
    .toEqual([9, 10, 11].map(idOf));
  await expect(page.getByTestId('today-due')).toHaveText('12', { timeout: 30_000 });
});

test('14:10: the sheet comes back and is joined; a buyer cancels, one moves; the rest is sent in time', async () => {
  const { market, desk } = room;
  const { page } = desk;
  await setClocks(room, at('14:10'));
  const given = orders.filter((_order, n) => n < 9 || n > 11);
  const rows = given.map(({ recipient: { name, tel, baseAddress, detailedAddress } }, n) => [
    logen(n),
    name,
    tel.replaceAll('-', ''),
    `${baseAddress}, ${detailedAddress}`,
    '의류',
  ]);
  await page.getByTestId('nav-send').click();
  await reviewSheet(desk, 'logen.xlsx', [['운송장번호', '명', '전화', '주소', '물품명'], ...rows]);
  await page.getByTestId('join-open').click();
  await page.locator('[data-testid=join-place][data-ready=true]').waitFor();
  await expect(page.locator('[data-testid=join-row][data-ticked=true]')).toHaveCount(12);
  // It is known as what came back of the form of 08:40, the three that are delayed not among it.
  await expect(page.getByTestId('join-came-back')).toContainText(
    '접수 파일 15건 중 12건의 송장이 왔어요. 3건이 빠졌어요.',
  );
  await page.getByTestId('join-apply').click();
  await page.locator('[data-testid=review][data-ready=true]').waitFor();
  await shot('1410-review');

  // The labels are printed: from here on a change is a box to pull out.
  await market.act('request-cancel', { productOrderId: idOf(0) });
  await market.act('change-address', { productOrderId: idOf(1) });
  await fetchOrders();
  await expect(tab('pull-out')).toHaveAttribute('data-count', '2', { timeout: 30_000 });
  await tab('pull-out').click();
  await expect(boxOf(idOf(0))).toHaveAttribute('data-reason', 'cancel-requested');
  await expect(boxOf(idOf(1))).toHaveAttribute('data-reason', 'address-changed');
  await shot('1410-pull-out');

  await page.getByTestId('nav-send').click();
  await page.getByTestId('enqueue-button').click();
  await expect
    .poll(async () => (await dispatchesOf(market, ids())).join(''), { timeout: 60_000 })
    .toBe('001111111000111');
  // The one who moved is asked about, looked at and sent; the one who cancelled is refunded, at two presses.
  await page.getByTestId('nav-orders').click();
  await tab('pull-out').click();
  await boxOf(idOf(1)).getByTestId('pull-out-seen').click();
  await boxOf(idOf(0)).getByTestId('pull-out-choose').click();
  await page.getByTestId('hold-refund').check();
  await shot('1410-refund');
  await page.getByTestId('hold-confirm').click();
  await expect
    .poll(async () => ledgerSchema.parse(await market.act('ledger'))[idOf(0)]?.refunds, { timeout: 60_000 })
    .toBe(1);
  await expect
    .poll(async () => (await dispatchesOf(market, ids())).join(''), { timeout: 60_000 })
    .toBe('011111111000111');
});

test('18:10: nothing is due any more today; the next morning one number is not tracked', async () => {
  const { market, desk } = room;
  const { page } = desk;
  await setClocks(room, at('18:10'));
  await fetchOrders();
  await expect(page.getByText(/^18:1\d에 가져왔어요$/u)).toBeVisible();
  await expect(page.getByTestId('today-due')).toHaveText('0', { timeout: 30_000 });
  await expect(page.getByTestId('today-late')).toHaveText('0');
  await tab('sent').click();
  // Registered is not scanned: no courier has been here yet.
  await expect(page.locator('[data-parcel=not-scanned]')).toHaveCount(11);
  await expect(page.locator('.book-say h1')).toContainText('11건은 스캔 전');
  await shot('1810-sent');

  await market.act('change', { productOrderId: idOf(4), patch: { deliveryStatus: 'NOT_TRACKING' } });
  await setClocks(room, at('09:30', nextDay));
  await fetchOrders();
  await expect(tab('untracked')).toHaveAttribute('data-count', '1', { timeout: 30_000 });
  await tab('untracked').click();
  await expect(page.getByTestId('untracked-row')).toHaveAttribute('data-number', logen(4));
  await shot('0930-untracked');
  await tab('sent').click();
  await expect(page.locator('[data-parcel=scanned]')).toHaveCount(10);
  await expect(page.locator('[data-parcel=doubted]')).toHaveCount(1);
});

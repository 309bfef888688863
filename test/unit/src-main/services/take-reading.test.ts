import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { isNews, takeReadings } from '../../../../src-main/services/book/take-reading';
import type { OrderReading } from '../../../../src-main/services/book/take-reading';
import type { BookSettings } from '../../../../src-preload/contract/book/settings';
import { bookOrder } from '../../../support/outbox/book-order';
import { monday } from '../../../support/outbox/test-database';
import { createWorld, dispatchLine } from '../../../support/outbox/world';
import type { World } from '../../../support/outbox/world';

/** What the order book keeps where two readings of one order overtake each other. */
let world: World;
beforeEach(async () => {
  world = await createWorld({ start: false });
  onTestFinished(() => world.end());
});

const productOrderId = '2026030212345678';
const reading = (
  after: number,
  more: Partial<OrderReading['finding']>,
  rows: OrderReading['rows'] = [],
): OrderReading => ({
  productOrderId,
  finding: { at: monday + after, productOrderStatus: 'PAYED', placeOrderStatus: 'OK', ...more },
  details: undefined,
  rows,
});
const take = (at: number, one: OrderReading, keepPersonalDays: BookSettings['keepPersonalDays'] = 90) =>
  world.desk.database.transaction((tables) =>
    takeReadings(tables, world.storeId, [one], { at: monday + at, keepPersonalDays, todayMinutes: undefined }),
  );
const known = () => world.desk.database.book.get(world.storeId, productOrderId);
const asked = { claimStatus: 'CANCEL_REQUEST', claimId: 'C1' };

it('a reading that began before the last one takes its place by nothing', async () => {
  await take(200, reading(100, asked));
  await take(300, reading(50, {}));
  expect(await known()).toMatchObject({ readAt: monday + 100, facts: { finding: asked } });
});

it('what the feed says beside an older reading counts all the same', async () => {
  await take(200, reading(100, {}));
  const row = { productOrderId, at: monday + 40, type: 'DELIVERY_ADDRESS_CHANGED', addressChanged: true };
  await take(300, reading(50, {}, [row]));
  expect(await known()).toMatchObject({ readAt: monday + 100, lastFeedRow: { at: monday + 40 } });
  const changed = await world.desk.database.transaction(({ book }) =>
    book.lastChange(world.storeId, productOrderId, 'address-changed'),
  );
  expect(changed).toBeDefined();
});

it('a reading from before the clock was set back stands for no longer than the next one', async () => {
  await take(5_000, reading(4_000, asked));
  await take(300, reading(200, {}));
  expect(await known()).toMatchObject({ readAt: monday + 200 });
});

const row = (at: number | undefined, type = 'PAYED') => ({
  productOrderId,
  ...(at === undefined ? {} : { at: monday + at }),
  type,
  addressChanged: false,
});

it('a row of the feed is news where the book was not read for it', () => {
  const order = bookOrder(productOrderId, { lastFeedRow: { at: monday + 7, type: 'PAYED' } });
  expect([row(8), row(7), row(6), row(7, 'DISPATCHED'), row(undefined)].map((one) => isNews(order, one))).toEqual([
    true,
    false,
    false,
    true,
    true,
  ]);
  expect(isNews(undefined, row(6))).toBe(true);
  expect(isNews({ ...order, readAt: 0 }, row(6))).toBe(true);
  expect(isNews({ ...order, lastFeedRow: undefined }, row(6))).toBe(true);
});

it('the newest row of the feed is remembered, of one moment the last', async () => {
  await take(1, reading(1, {}, [row(40), row(20), row(undefined), row(40, 'DISPATCHED')]));
  expect(await known()).toMatchObject({ lastFeedRow: { at: monday + 40, type: 'DISPATCHED' } });
  await take(2, reading(2, {}, [row(39)]));
  expect(await known()).toMatchObject({ lastFeedRow: { at: monday + 40 } });
});

it('the order keeps what a reading told of it, and when it was over', async () => {
  const details = { orderId: '7', dueAt: monday + 9, deliveryStatus: 'NOT_TRACKING', quantity: 2, personal: {} };
  await take(1, { ...reading(1, { productOrderStatus: 'DELIVERING' }), details });
  expect(await known()).toMatchObject({
    orderId: '7',
    dueAt: monday + 9,
    untracked: true,
    facts: { marketDueAt: monday + 9, quantity: 2 },
  });
  expect((await known())?.settledAt).toBeUndefined();
  // A number that no courier scans is doubted from the next business day on; this one was sent today.
  const unscanned = { personal: {}, deliveryStatus: 'COLLECT_REQUEST', sentAt: monday };
  await take(2, { ...reading(2, { productOrderStatus: 'DELIVERING' }), details: unscanned });
  expect(await known()).toMatchObject({ orderId: '7', untracked: false, sentAt: monday });
  await take(24 * 3_600_000, { ...reading(3, { productOrderStatus: 'DELIVERING' }), details: unscanned });
  expect(await known()).toMatchObject({ untracked: true });
  for (const at of [5, 6]) await take(at, reading(at, { productOrderStatus: 'DELIVERED' }));
  expect(await known()).toMatchObject({ settledAt: monday + 5 });
});

describe('who it goes to', () => {
  const personal = { recipient: '김하늘', memo: '문 앞' };
  const told = (at: number, more: object, status = 'PAYED'): OrderReading => ({
    ...reading(at, { productOrderStatus: status }),
    details: { personal: more },
  });

  it('is what was told last, and stays where the market says less', async () => {
    await take(1, reading(1, {}));
    expect((await known())?.personal).toBeUndefined();
    await take(2, told(2, personal));
    await take(3, told(3, { product: '담요' }));
    expect((await known())?.personal).toEqual({ ...personal, product: '담요' });
    await take(4, told(4, { recipient: '이바다' }));
    expect((await known())?.personal).toEqual({ recipient: '이바다' });
  });

  it('stays after an order is over as long as it is to be kept, and comes back no more', async () => {
    await take(1, told(1, personal), 0);
    expect((await known())?.personal).toEqual(personal);
    await take(2, told(2, personal, 'DELIVERED'));
    await take(3, told(3, personal, 'DELIVERED'));
    expect((await known())?.personal).toEqual(personal);
    await take(4, told(4, personal, 'DELIVERED'), 0);
    expect((await known())?.personal).toBeUndefined();
    await take(5, told(5, personal, 'DELIVERED'));
    expect((await known())?.personal).toBeUndefined();
  });
});

describe('what changed', () => {
  const told = (at: number, more: object, finding = {}): OrderReading => ({
    ...reading(at, finding),
    details: { personal: { recipient: '김하늘', ...more } },
  });
  const noticed = () =>
    world.desk.database.transaction(({ book, flags }) => ({
      changes: book.changesOf(world.storeId, productOrderId),
      flag: flags.of(world.storeId, [productOrderId]).get(productOrderId),
    }));

  it('holds its dispatch where that is the address, and lists no box of what has no number', async () => {
    await take(1, told(1, { address: '서울 1' }));
    expect(await noticed()).toEqual({ changes: [], flag: undefined });
    await take(2, told(2, { address: '부산 2' }));
    expect(await noticed()).toMatchObject({
      changes: [
        { what: 'address-changed', from: '김하늘 서울 1', to: '김하늘 부산 2', foundAt: monday + 2, pullOut: false },
      ],
      flag: monday + 2,
    });
  });

  it.each(['a number', 'a courier’s form'])(
    'lists the box of what has %s, and holds nothing for an option',
    async (by) => {
      await take(1, told(1, { option: '초록' }));
      const form = { madeAt: monday, layout: 'cj', fileName: 'a.xlsx' };
      if (by === 'a number') await world.add([dispatchLine(productOrderId)]);
      else await world.desk.database.forms.add(world.storeId, form, [[productOrderId]]);
      await take(2, told(2, {}));
      const { changes, flag } = await noticed();
      expect(changes).toEqual([
        { what: 'option-changed', from: '초록', at: monday + 2, foundAt: monday + 2, pullOut: true },
      ]);
      expect(flag).toBeUndefined();
    },
  );
});

it('what was left out of a reading is asked for no more once it was read', async () => {
  await world.desk.database.book.noteLeftOut(world.storeId, [productOrderId, '2'], monday);
  await take(1, reading(1, {}));
  expect(await world.desk.database.book.leftOut(world.storeId, 9)).toMatchObject([{ productOrderId: '2' }]);
});

import { afterEach, expect, it } from 'vitest';
import { dayMs, koreanDay, koreanDayIndex, koreanMidnight } from '../../../../src-preload/contract/korean-time';
import { createBookWorld } from '../../../support/outbox/book-world';
import type { BookWorld } from '../../../support/outbox/book-world';

/** What was dispatched is read twice a day: numbers that no courier has scanned, or that the market doubts. */
let desk: BookWorld;
afterEach(async () => {
  expect(desk.problems).toEqual([]);
  await desk.dispose();
});
const hour = 60 * 60_000;

/** Moves on to this hour of a later day in Korea. */
async function until(days: number, hours: number): Promise<void> {
  const { time } = desk.world;
  const at = koreanMidnight(koreanDayIndex(time.now()) + days) + hours * hour;
  time.jump(at - time.now());
  await time.advance(1);
}

/** Orders of a Tuesday that are dispatched on it at four in the afternoon, each with a number of its own. */
async function sent(count: number): Promise<string[]> {
  desk = await createBookWorld();
  await until(1, 16);
  const ids = desk.sow(count, 7);
  await desk.read();
  for (const [n, id] of ids.entries()) {
    const at = desk.world.time.now();
    const shipment = { at, traceId: 't', deliveryMethod: 'DELIVERY' as const, deliveryCompanyCode: 'CJGLS' };
    const dispatches = [{ ...shipment, trackingNumber: String(681_200_000_000 + n), dispatchDate: at }];
    desk.happen(id, { status: 'DELIVERING', placeOrderStatus: 'OK', dispatches }, 'DISPATCHED');
  }
  await desk.read();
  return ids;
}
const reads = (): number => desk.asked.filter((kind) => kind === 'read').length;
const untracked = async (): Promise<string[]> => {
  const page = await desk.book.lists.page({ storeId: desk.storeId, tab: 'untracked', offset: 0, limit: 100 });
  return page.ok ? page.value.rows.map(({ productOrderId }) => productOrderId) : [];
};
const scans = async () => {
  const answer = await desk.book.keeper.scans(desk.storeId);
  if (!answer.ok) throw new Error('a store');
  return answer.value;
};

it('costs two calls for 310 parcels, twice a day, and nothing in between or after a restart', async () => {
  await sent(310);
  await until(1, 9);
  let before = reads();
  await desk.read();
  expect(reads() - before, 'in the morning').toBe(2);
  before = reads();
  await desk.read();
  await desk.restart();
  await desk.read();
  expect(reads() - before, 'not again').toBe(0);
  await until(0, 13);
  await desk.read();
  expect(reads() - before, 'after noon').toBe(2);
  expect(koreanDay((await scans()).readAt ?? 0)).toBe(koreanDay(desk.world.time.now()));
});

it('lists what the market doubts and what no courier has scanned by the next business day, and forgets what was mended', async () => {
  const [wrong = '', still = '', ...others] = await sent(5);
  desk.set({ scanAfterMs: 2 * hour });
  const order = desk.orders.get(wrong);
  if (order === undefined) throw new Error('an order');
  desk.orders.set(wrong, { ...order, wrongTrackingNumberType: 'NOT_FOUND' });
  const left = desk.orders.get(still);
  if (left === undefined) throw new Error('an order');
  desk.orders.set(still, { ...left, deliveryStatus: 'COLLECT_REQUEST' });
  await until(1, 9);
  await desk.read();
  expect((await untracked()).toSorted()).toEqual([wrong, still].toSorted());
  const { days } = await scans();
  expect(days.find(({ sent: count }) => count > 0)).toMatchObject({ sent: 5, untracked: 2, scanned: others.length });

  // Mended in the centre: read at once.
  desk.orders.set(wrong, order);
  const reading = desk.book.keeper.reread(desk.storeId, [wrong]);
  await desk.world.time.advance(1000);
  expect(await reading).toMatchObject({ ok: true, value: { is: 'read' } });
  expect(await untracked()).toEqual([still]);
});

it('gives each number until the second business day', async () => {
  await sent(1);
  const { days } = await scans();
  const day = days.find(({ sent: count }) => count === 1);
  expect(day).toMatchObject({ untracked: 0, scanned: 0 });
  expect(day?.until).toBe(koreanDay(desk.world.time.now() + 2 * dayMs));
  expect(days).toHaveLength(3);
});

it('rests while a quota pauses the store, and makes up for it later', async () => {
  await sent(3);
  const { database } = desk.world.desk;
  await until(1, 9);
  const pause = { cause: 'quota', since: desk.world.time.now() } as const;
  await database.transaction(({ stores }) => stores.setPause(desk.storeId, pause));
  desk.book.keeper.start();
  const before = reads();
  await desk.world.time.advance(30 * 60_000);
  expect(reads()).toBe(before);
  expect(await desk.book.keeper.reread(desk.storeId, ['1'])).toMatchObject({ value: { is: 'resting' } });
  await database.transaction(({ stores }) => stores.setPause(desk.storeId, undefined));
  await desk.world.time.advance(30 * 60_000);
  expect(reads()).toBeGreaterThan(before);
});

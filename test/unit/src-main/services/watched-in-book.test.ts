import { afterEach, describe, expect, it } from 'vitest';
import { createOrders } from '../../../../src-main/services/orders';
import { createWatch } from '../../../../src-main/services/watch';
import type { WatchedChange } from '../../../../src-main/services/watch';
import { createBookWorld } from '../../../support/outbox/book-world';
import type { BookWorld } from '../../../support/outbox/book-world';

let desk: BookWorld;
let stopWatch: (() => Promise<void>) | undefined;
afterEach(async () => {
  const stopped = stopWatch?.();
  stopWatch = undefined;
  await desk.world.time.advance(1000);
  await stopped;
  expect(desk.problems).toEqual([]);
  await desk.dispose();
});
const minute = 60_000;

/** A book of so many orders, all watched, and one order outside it. */
async function watching(count: number) {
  desk = await createBookWorld();
  const { world, storeId, book } = desk;
  const { database } = world.desk;
  desk.sow(count, 1);
  await desk.read();
  await world.outbox.setPaused(storeId, false);
  const orders = createOrders({ database, outbox: world.outbox, now: world.time.now });
  const orderIds = [...new Set([...desk.orders.values()].map(({ orderId }) => orderId))];
  const outside = '2026030200009991';
  const [line] = world.orders(1);
  world.fake.lookups.set(outside, [line?.target ?? '']);
  await database.orders.found(storeId, outside, [line?.target ?? ''], world.time.now());
  for (const orderId of [...orderIds, outside]) await orders.watch({ storeId, orderId, watched: true });
  const told: WatchedChange[] = [];
  const watch = createWatch({
    database,
    outbox: world.outbox,
    orders,
    timers: world.time.timersOf({}),
    now: world.time.now,
    onChange: (change) => told.push(change),
    report: (problem) => desk.problems.push(problem),
  });
  book.keeper.start();
  watch.start();
  stopWatch = () => watch.stop();
  const lookedUp = () => world.fake.calls.flatMap(({ kind, targets }) => (kind === 'lookup' ? targets : []));
  return { orders, orderIds, outside, told, lookedUp };
}

describe('watched orders of the book', () => {
  it('cost no call of their own: its feed is read every minute and a half, and only the others are asked for', async () => {
    const { lookedUp, outside, told } = await watching(20);
    desk.asked.length = 0;
    await desk.world.time.advance(5 * minute);
    expect(new Set(lookedUp())).toEqual(new Set([outside]));
    expect(desk.asked.filter((kind) => kind === 'changes').length).toBeLessThanOrEqual(5);
    expect(desk.asked.filter((kind) => kind === 'changes').length).toBeGreaterThanOrEqual(3);
    expect(told).toEqual([]);
  });

  it('are told of once when the feed tells of them, with a new product order of theirs', async () => {
    const { orderIds, told, orders } = await watching(4);
    const [id = ''] = desk.orders.keys();
    const order = desk.orders.get(id);
    if (order === undefined) throw new Error('it is there');
    const claim = { id: 'C1', type: 'CANCEL', status: 'CANCEL_REQUEST', requestedAt: 1 } as const;
    desk.happen(id, { claim }, 'CLAIM_REQUESTED');
    const more = `${id.slice(0, -2)}99`;
    desk.orders.set(more, { ...order, productOrderId: more });
    desk.happen(more, {}, 'PAYED');
    await desk.world.time.advance(4 * minute);
    expect(orderIds).toContain(order.orderId);
    const changes = told.flatMap((change) => change.orders.flatMap((each) => each.changes));
    expect(changes).toMatchObject([
      { what: 'added', productOrderId: more },
      { what: 'claim', productOrderId: id, to: 'CANCEL_REQUEST' },
    ]);
    const rows = await orders.rows({ storeId: desk.storeId, orderIds: [order.orderId] });
    expect(rows.ok && rows.value.rows[0]?.changes).toHaveLength(2);
  });

  it('are asked for one by one while the feed has not been read to its end for long', async () => {
    const { orderIds, lookedUp } = await watching(2);
    for (const [id, { orderId }] of desk.orders) desk.world.fake.lookups.set(orderId, [id]);
    desk.fail = (kind) => (kind === 'changes' ? { status: 500, body: {} } : undefined);
    await desk.world.time.advance(9 * minute);
    for (const orderId of orderIds) expect(lookedUp()).not.toContain(orderId);
    await desk.world.time.advance(3 * minute);
    for (const orderId of orderIds) expect(lookedUp()).toContain(orderId);
  });
});

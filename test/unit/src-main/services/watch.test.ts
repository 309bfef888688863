import { afterEach, describe, expect, it } from 'vitest';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { createOrders } from '../../../../src-main/services/orders';
import { createWatch, watchIntervalMs } from '../../../../src-main/services/watch';
import type { WatchedChange } from '../../../../src-main/services/watch';
import { addStore } from '../../../support/outbox/test-database';
import { createWorld } from '../../../support/outbox/world';
import type { World } from '../../../support/outbox/world';

let world: World;
let stopWatch: (() => Promise<void>) | undefined;
const orderA = '2026030200009991';
const orderB = '2026030200009992';

/** A world in which these orders were looked up and are watched; `told` gathers what the watch tells. */
async function watching(given: Record<string, number> = { [orderA]: 1, [orderB]: 1 }, world_ = createWorld()) {
  world = await world_;
  const told: WatchedChange[] = [];
  const problems: unknown[] = [];
  const orders = createOrders({ database: world.desk.database, outbox: world.outbox, now: world.time.now });
  const products = new Map<string, string[]>();
  for (const [orderId, count] of Object.entries(given)) {
    const ids = world.orders(count).map(({ target }) => target);
    products.set(orderId, ids);
    world.fake.lookups.set(orderId, ids);
    await world.add([{ target: orderId, values: { kind: 'lookup', lookup: {} } }]);
  }
  await world.time.advance(3000 + Object.keys(given).length * 100);
  for (const orderId of Object.keys(given)) {
    expect(await orders.watch({ storeId: world.storeId, orderId, watched: true })).toMatchObject({ ok: true });
  }
  const life = {};
  const start = () => {
    const watch = createWatch({
      database: world.desk.database,
      outbox: world.outbox,
      orders,
      timers: world.time.timersOf(life),
      now: world.time.now,
      onChange: (change) => told.push(change),
      report: (problem) => problems.push(problem),
    });
    watch.start();
    stopWatch = () => watch.stop();
  };
  start();
  world.fake.calls.length = 0;
  const lookedUp = () =>
    world.fake.calls.filter(({ kind }) => kind === 'lookup').map(({ targets }) => targets[0] ?? 'none');
  const rowOf = async (storeId: StoreId, orderId: string) => {
    const answer = await orders.rows({ storeId, orderIds: [orderId] });
    const row = answer.ok ? answer.value.rows[0] : undefined;
    if (row === undefined) throw new Error('a row');
    return row;
  };
  return { orders, told, problems, products, lookedUp, rowOf, start };
}

describe('the interval between two looks', () => {
  it('is 30 s, or as long as all watched orders take at half the rate', () => {
    expect(watchIntervalMs(1, 10)).toBe(30_000);
    expect(watchIntervalMs(150, 10)).toBe(30_000);
    expect(watchIntervalMs(300, 10)).toBe(60_000);
    expect(watchIntervalMs(20, undefined)).toBe(40_000);
  });
});

describe('watched orders', () => {
  afterEach(async () => {
    const stopped = stopWatch?.();
    stopWatch = undefined;
    await world.time.advance(1000);
    await stopped;
    expect(world.faults).toEqual([]);
    await world.dispose();
  });

  it('are each looked at once per interval, the first time at once', async () => {
    const { lookedUp } = await watching();
    await world.time.advance(10_000);
    expect(lookedUp().toSorted()).toEqual([orderA, orderB]);
    await world.time.advance(60_000);
    expect(lookedUp().filter((one) => one === orderA)).toHaveLength(3);
  });

  it('keep their interval with more of them than seconds in it', async () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [String(2026030200010000 + n), 1]));
    const { lookedUp } = await watching(many);
    await world.time.advance(31_000);
    expect(new Set(lookedUp()).size).toBe(100);
  });

  it('tell of a new product order and of another state, and keep a line of each', async () => {
    const { told, products, rowOf } = await watching({ [orderA]: 1 });
    await world.time.advance(5000);
    expect(told).toEqual([]);
    const [first = ''] = products.get(orderA) ?? [];
    const [more] = world.orders(1);
    world.fake.lookups.set(orderA, [first, more?.target ?? '']);
    world.fake.orders.set(first, { status: 'PAYED', placed: 'OK', claimId: 'claim-1' });
    await world.time.advance(32_000);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ storeId: world.storeId, orders: [{ orderId: orderA, count: 2 }] });
    expect((await rowOf(world.storeId, orderA)).changes).toMatchObject([
      { what: 'claim', productOrderId: first, to: 'CANCEL_REQUEST' },
      { what: 'added', productOrderId: more?.target },
    ]);
    await world.time.advance(65_000);
    expect(told).toHaveLength(1);
  });

  it('that cannot be read are asked again at their interval, and hold up no other', async () => {
    const { lookedUp, told, products } = await watching();
    const [poison = ''] = products.get(orderA) ?? [];
    world.fake.fault = ({ kind, targets }) =>
      kind === 'read' && targets.includes(poison) ? 'refuse-whole' : undefined;
    await world.time.advance(5000);
    const [other = ''] = products.get(orderB) ?? [];
    world.fake.orders.set(other, { status: 'DELIVERING', placed: 'OK' });
    await world.time.advance(56_000);
    expect(lookedUp().filter((one) => one === orderA).length).toBeLessThanOrEqual(3);
    expect(told.flatMap(({ orders }) => orders.map(({ orderId }) => orderId))).toEqual([orderB]);
  });

  it('whose lookup the market cannot answer are asked again at their interval, and hold up no other', async () => {
    const { lookedUp } = await watching();
    world.fake.lookups.delete(orderA);
    await world.time.advance(62_000);
    expect(lookedUp().filter((one) => one === orderA).length).toBeLessThanOrEqual(3);
    expect(lookedUp().filter((one) => one === orderB).length).toBeGreaterThanOrEqual(2);
  });

  it('switched off and on again are not asked earlier for it', async () => {
    const { orders, lookedUp } = await watching({ [orderA]: 1 });
    await world.time.advance(5000);
    expect(lookedUp()).toHaveLength(1);
    for (const watched of [false, true]) await orders.watch({ storeId: world.storeId, orderId: orderA, watched });
    await world.time.advance(20_000);
    expect(lookedUp()).toHaveLength(1);
  });

  it('rest while a quota pauses their store', async () => {
    const { lookedUp } = await watching();
    await world.desk.database.stores.setPause(world.storeId, {
      cause: 'quota',
      since: world.time.now(),
      until: world.time.now() + 3_600_000,
    });
    await world.time.advance(120_000);
    expect(lookedUp()).toEqual([]);
  });

  it('wait behind what is to be sent', async () => {
    const { lookedUp } = await watching({ [orderA]: 1 });
    await world.add(world.orders(3), { undoMs: 0 });
    const before = world.fake.calls.length;
    await world.time.advance(5000);
    const kinds = world.fake.calls.slice(before).map(({ kind }) => kind);
    expect(kinds.indexOf('dispatch')).toBeGreaterThanOrEqual(0);
    expect(kinds.indexOf('dispatch')).toBeLessThan(kinds.indexOf('lookup'));
    expect(lookedUp()).toEqual([orderA]);
  });

  it('are still watched after a restart, and not before their time', async () => {
    const { lookedUp, start } = await watching({ [orderA]: 1 });
    await world.time.advance(5000);
    const stopped = stopWatch?.();
    await world.time.advance(1000);
    await stopped;
    start();
    await world.time.advance(20_000);
    expect(lookedUp()).toHaveLength(1);
    await world.time.advance(12_000);
    expect(lookedUp()).toHaveLength(2);
  });

  it('of one store are looked at although another store breaks', async () => {
    const { lookedUp, problems } = await watching({ [orderB]: 1 });
    const broken = await addStore(world.desk.database, { createdAt: 1 });
    await world.desk.database.orders.found(broken, orderA, ['1'], 1);
    await world.desk.database.orders.watch(broken, orderA, 1);
    const { lookUpOrder } = world.outbox.directReads;
    world.outbox.directReads.lookUpOrder = async (storeId, orderId) => {
      if (storeId === broken) throw new Error('a session broke');
      return lookUpOrder(storeId, orderId);
    };
    await world.time.advance(5000);
    expect(lookedUp()).toEqual([orderB]);
    expect(problems).toHaveLength(1);
  });
});

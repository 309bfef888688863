import { afterEach, expect, it } from 'vitest';
import type { StoreId } from '../../../../../src-preload/contract/ids';
import { addStore } from '../../../../support/outbox/test-database';
import type { Fault } from '../../../../support/outbox/fake-market';
import { createWorld, dispatchLine } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

let world: World;
afterEach(() => world.end());

const rate = { replenishPerSecond: 5, burst: 5 };
/** What one store alone needs for its orders, with some for reading and for the first slots. */
const aloneMs = (orders: number): number => (orders / 30 / rate.replenishPerSecond) * 1000 + 6000;
/** Orders of the nth store begin with this. */
const markOf = (n: number): string => `2026030${n}`;

/** So many orders in each of `count` stores, all of them added before the first call. */
async function openStores(count: number, orders: number): Promise<StoreId[]> {
  world = await createWorld();
  world.fake.rate = rate;
  const stores = [world.storeId];
  while (stores.length < count) stores.push(await addStore(world.desk.database));
  for (const [n, storeId] of stores.entries()) {
    const jobs = Array.from({ length: orders }, (_, at) => dispatchLine(`${markOf(n)}${String(at).padStart(9, '0')}`));
    for (const { target } of jobs) world.fake.orders.set(target, { status: 'PAYED', placed: 'OK' });
    await world.outbox.add({ storeId, undoMs: 0, jobs });
  }
  return stores;
}
const doneOf = async (storeId: StoreId): Promise<number> => (await world.desk.database.counts.of(storeId)).succeeded;
const callsOf = (n: number) =>
  world.fake.calls.filter(({ kind, targets }) => kind === 'dispatch' && targets[0]?.startsWith(markOf(n)));

it('four stores go side by side, each at its own pace and with full calls', async () => {
  const stores = await openStores(4, 450);
  await world.time.advance(aloneMs(450));
  for (const [n, storeId] of stores.entries()) {
    expect(await doneOf(storeId), 'as many as it would have sent alone').toBe(450);
    expect(callsOf(n), 'full calls only').toHaveLength(15);
    expect(callsOf(n).every(({ targets }) => targets.length === 30)).toBe(true);
  }
});

it.each<Fault>(['secret', 'ip', 'quota', 'blocked', 'market', 'rate', 'cut-after', 'refuse-whole'])(
  'a store that meets nothing but %s takes nothing from its neighbours',
  async (fault) => {
    const stores = await openStores(3, 300);
    world.fake.fault = ({ targets }) => (targets[0]?.startsWith(markOf(1)) ? fault : undefined);
    await world.time.advance(aloneMs(300));
    const [first, troubled, third] = await Promise.all(stores.map(doneOf));
    expect([first, third]).toEqual([300, 300]);
    expect(troubled).toBe(0);
  },
);

it('what is tried again is read at once and leaves with one of the next calls, not behind three thousand new ones', async () => {
  const [storeId] = await openStores(1, 0);
  if (storeId === undefined) throw new Error('no store was opened');
  const [refused] = world.orders(1, { code: '104119' });
  if (refused === undefined) throw new Error('no order was made');
  await world.add([refused]);
  await world.time.advance(2000);
  await world.add(world.orders(3_000));
  await world.time.advance(3000);
  const order = world.fake.orders.get(refused.target);
  delete order?.code;
  const before = world.fake.calls.filter(({ kind }) => kind === 'dispatch').length;
  await world.outbox.act({ action: 'retry', jobs: [(await world.job(refused.target)).id] });
  await world.time.advance(2000);
  expect(await world.job(refused.target)).toMatchObject({ state: 'succeeded' });
  const after = world.fake.calls.filter(({ kind }) => kind === 'dispatch').slice(before);
  const place = after.findIndex(({ targets }) => targets.includes(refused.target));
  expect(place, 'calls that left between the click and the order').toBeLessThanOrEqual(2);
  expect((await world.states()).queued, 'the new ones wait for their turn').toBeGreaterThan(2000);
});

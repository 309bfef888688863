import { afterEach, describe, expect, it } from 'vitest';
import { createWorld } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

const hour = 60 * 60_000;
const jumps: [string, number][] = [
  ['ten minutes back', -10 * 60_000],
  ['five hours back', -5 * hour],
  ['three days back', -72 * hour],
  ['five hours ahead', 5 * hour],
  ['three days ahead', 72 * hour],
];

let world: World;
afterEach(() => world.end());

describe.each(jumps)('the clock of the PC is set %s', (_, ms) => {
  it('while jobs wait: everything goes out, once, within a quarter of an hour', async () => {
    world = await createWorld();
    world.fake.fault = ({ kind, n }) => (kind === 'read' ? undefined : n < 4 ? 'cut-before' : undefined);
    await world.add(world.orders(40), { undoMs: 5000 });
    await world.time.advance(7000);
    world.time.jump(ms);
    await world.time.advance(15 * 60_000);
    expect(await world.states()).toEqual({ succeeded: 40 });
    expect(world.fake.ledger).toHaveLength(40);
  });

  it('while the market gives no word: the next call goes within five minutes', async () => {
    world = await createWorld();
    world.fake.fault = ({ kind }) => (kind === 'read' ? undefined : 'market');
    await world.add(world.orders(60));
    await world.time.advance(30 * 60_000);
    world.time.jump(ms);
    world.fake.fault = () => undefined;
    await world.time.advance(10 * 60_000);
    expect(await world.states()).toEqual({ succeeded: 60 });
  });

  it('while readings give no word: they go on within five minutes', async () => {
    world = await createWorld();
    world.fake.fault = ({ kind }) => (kind === 'read' ? 'market' : undefined);
    await world.add(world.orders(3));
    await world.time.advance(30 * 60_000);
    world.time.jump(ms);
    world.fake.fault = () => undefined;
    await world.time.advance(10 * 60_000);
    expect(await world.states()).toEqual({ succeeded: 3 });
  });

  it.each(['ip', 'quota'] as const)('during a pause for %s: it is probed when its time is over', async (cause) => {
    world = await createWorld();
    world.fake.fault = () => cause;
    await world.add(world.orders(2));
    await world.time.advance(3 * hour);
    world.time.jump(ms);
    world.fake.fault = () => undefined;
    await world.time.advance(cause === 'ip' ? 16 * 60_000 : 61 * 60_000);
    expect(await world.states()).toEqual({ succeeded: 2 });
  });

  it('during a pause, and the app is started again: it is probed when its time is over', async () => {
    world = await createWorld();
    world.fake.fault = () => 'ip';
    await world.add(world.orders(2));
    await world.time.advance(1000);
    world.kill();
    world.time.jump(ms);
    world.fake.fault = () => undefined;
    await world.restart();
    await world.time.advance(16 * 60_000);
    if (ms >= 24 * hour) {
      // By this clock it is a queue from an earlier day: the pause has ended, and the seller is asked.
      expect((await world.outbox.status(world.storeId)).pause).toMatchObject({ cause: 'look-first' });
      await world.outbox.setPaused(world.storeId, false);
      await world.time.advance(5_000);
    }
    expect(await world.states()).toEqual({ succeeded: 2 });
  });

  it('between the reading and the sending: what was read before is read again', async () => {
    world = await createWorld();
    world.fake.fault = ({ kind }) => (kind === 'read' ? undefined : 'blocked');
    const [line] = world.orders(1);
    if (line === undefined) throw new Error('no order was made');
    await world.add([line]);
    await world.time.advance(1000);
    expect(await world.states(), 'it was read and waits for the market').toEqual({ waiting: 1 });
    world.time.jump(ms);
    const order = world.fake.orders.get(line.target);
    if (order !== undefined) order.claimId = 'claim-1';
    world.fake.fault = () => undefined;
    await world.time.advance(10 * 60_000);
    expect(await world.states(), 'the cancel request that came meanwhile is seen').toEqual({ held: 1 });
  });
});

it('a clock set back while orders that were read wait behind the rate: each is read again before it leaves', async () => {
  world = await createWorld();
  world.fake.rate = { replenishPerSecond: 1, burst: 1 };
  const lines = world.orders(300);
  await world.add(lines);
  await world.time.advance(3000);
  const before = new Set(world.fake.calls.filter(({ kind }) => kind === 'dispatch').flatMap(({ targets }) => targets));
  world.time.jump(-2 * hour);
  for (const [target, order] of world.fake.orders) if (!before.has(target)) order.claimId = `claim-${target}`;
  await world.time.advance(5 * 60_000);
  expect(world.fake.overridden.size, 'shipped against a cancel request').toBe(0);
  expect((await world.states()).held).toBe(300 - before.size);
});

it.each([-20_051, -hour, 24 * hour])(
  'a clock set by %i ms while a reading is under way: the next ones still come in time',
  async (ms) => {
    world = await createWorld();
    await world.add(world.orders(1));
    await world.time.advance(1);
    expect(
      world.fake.calls.map(({ kind, sure }) => [kind, sure]),
      'the reading has no answer yet',
    ).toEqual([['read', undefined]]);
    world.time.jump(ms);
    await world.add(world.orders(2));
    await world.time.advance(20 * 60_000);
    expect(await world.states()).toEqual({ succeeded: 3 });
  },
);

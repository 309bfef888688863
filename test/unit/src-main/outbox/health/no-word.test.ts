import { afterEach, describe, expect, it } from 'vitest';
import { createWorld } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';
import { monday } from '../../../../support/outbox/test-database';

let world: World;
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.dispose();
});

describe('a market that gives no word', () => {
  const away = async () => {
    const { connection, offlineCause: cause, offlineSince, nextProbeAt } = await world.outbox.status(world.storeId);
    return { connection, cause, offlineSince, nextProbeAt };
  };

  it('to readings is told, with since when and when it is asked next', async () => {
    world = await createWorld();
    world.fake.fault = ({ kind }) => (kind === 'read' ? 'market' : undefined);
    await world.add(world.orders(2));
    await world.time.advance(60_000);
    const told = await away();
    expect(told).toMatchObject({ connection: 'offline', cause: 'no-word' });
    expect(told.offlineSince).toBeLessThan(monday + 60_000);
    const calls = world.fake.calls.length;
    await world.time.advance((told.nextProbeAt ?? 0) - world.time.now() - 100);
    expect(world.fake.calls, 'before the time that was told').toHaveLength(calls);
    await world.time.advance(1000);
    expect(world.fake.calls).toHaveLength(calls + 1);
    world.fake.fault = () => undefined;
    await world.time.advance(300_000);
    expect(await world.states()).toEqual({ succeeded: 2 });
    expect(await away()).toMatchObject({ connection: 'online', cause: undefined });
  });

  it('to the token call is told, too, as long as something waits for it', async () => {
    world = await createWorld();
    world.fake.tokenSilent = true;
    await world.add(world.orders(2));
    await world.time.advance(60_000);
    const told = await away();
    expect(told).toMatchObject({ connection: 'offline', cause: 'no-word' });
    expect(told.nextProbeAt).toBeGreaterThan(world.time.now());
    await world.outbox.act({ action: 'exclude', jobs: (await world.log()).map(({ id }) => id) });
    expect(await away(), 'nothing is left to send').toMatchObject({ connection: 'online' });
    world.fake.tokenSilent = false;
    await world.add(world.orders(1));
    await world.time.advance(300_000);
    expect(await world.states()).toEqual({ succeeded: 1, cancelled: 2 });
    expect(await away()).toMatchObject({ connection: 'online' });
  });

  it('but takes no time of this computer is not called silent: the clock is named, until it is taken', async () => {
    world = await createWorld();
    world.fake.fault = () => 'clock';
    await world.add(world.orders(2));
    await world.time.advance(2000);
    expect(await away()).toMatchObject({ connection: 'offline', cause: 'wrong-clock' });
    world.fake.fault = () => undefined;
    await world.time.advance(300_000);
    expect(await world.states()).toEqual({ succeeded: 2 });
    expect(await away()).toMatchObject({ connection: 'online', cause: undefined });
  });

  it('is not asked before the time it gives itself (Retry-After)', async () => {
    world = await createWorld();
    world.fake.blockedForMs = 90_000;
    world.fake.fault = () => 'blocked';
    await world.add(world.orders(2));
    await world.time.advance(1000);
    const [first] = world.fake.calls;
    expect(world.fake.calls).toHaveLength(1);
    const status = await world.outbox.status(world.storeId);
    expect(status).toMatchObject({ connection: 'offline', offlineCause: 'no-word' });
    expect((status.nextProbeAt ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(90_000);
    await world.time.advance(88_000);
    expect(world.fake.calls).toHaveLength(1);
    world.fake.fault = () => undefined;
    await world.time.advance(5000);
    expect(await world.states()).toEqual({ succeeded: 2 });
  });
});

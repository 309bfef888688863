import { afterEach, describe, expect, it } from 'vitest';
import type { PauseCause } from '../../../../../src-preload/contract/store';
import { createWorld } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

let world: World;
afterEach(() => world.end());

const dayMs = 24 * 60 * 60_000;
const pause = async () => (await world.outbox.status(world.storeId)).pause?.cause;

/** Three orders that stopped for this yesterday; the app starts again today. */
async function sinceYesterday(cause: PauseCause, untilMs?: number): Promise<void> {
  world = await createWorld();
  const since = world.time.now();
  const until = untilMs === undefined ? {} : { until: since + untilMs };
  await world.desk.database.stores.setPause(world.storeId, { cause, since, ...until });
  await world.add(world.orders(3));
  await world.time.advance(1_000);
  world.kill();
  world.time.jump(dayMs);
  await world.restart();
}

describe('a queue from yesterday that had stopped', () => {
  it.each([
    ['quota', 60 * 60_000],
    ['ip', 15 * 60_000],
  ] as const)('for %s is read and asked about once that has ended by itself', async (cause, untilMs) => {
    await sinceYesterday(cause, untilMs);
    await world.time.advance(60_000);
    expect(await pause()).toBe('look-first');
    expect(world.sends()).toEqual([]);
    expect((await world.log()).every(({ finding }) => finding !== undefined)).toBe(true);
    await world.outbox.setPaused(world.storeId, false);
    await world.time.advance(5_000);
    expect(await world.states()).toEqual({ succeeded: 3 });
  });

  it.each(['secret', 'permission', 'bug'] as const)('for %s is asked about once that was put right', async (cause) => {
    await sinceYesterday(cause);
    await world.time.advance(60_000);
    expect(await pause()).toBe(cause);
    await world.outbox.storeChanged(world.storeId);
    await world.time.advance(60_000);
    expect(await pause()).toBe('look-first');
    expect(world.sends()).toEqual([]);
  });

  it("for the seller's own pause is asked about when they let it go on", async () => {
    await sinceYesterday('seller');
    expect(await pause()).toBe('seller');
    await world.outbox.setPaused(world.storeId, false);
    await world.time.advance(60_000);
    expect(await pause()).toBe('look-first');
    expect(world.sends()).toEqual([]);
    await world.outbox.setPaused(world.storeId, false);
    await world.time.advance(5_000);
    expect(await world.states()).toEqual({ succeeded: 3 });
  });

  it('asks nothing where nothing is left to look at, and starts by itself', async () => {
    world = await createWorld();
    world.fake.reachable = false;
    const lines = world.orders(2);
    await world.add(lines);
    await world.time.advance(1_000);
    world.kill();
    world.time.jump(dayMs);
    world.fake.reachable = true;
    await world.restart();
    await world.time.advance(60_000);
    expect(await pause()).toBe('look-first');
    const jobs = (await world.log()).map(({ id }) => id);
    await world.outbox.act({ action: 'exclude', jobs });
    await world.time.advance(1_000);
    expect(await pause()).toBeUndefined();
    const fresh = world.orders(1);
    await world.add(fresh);
    await world.time.advance(30_000);
    expect((await world.job(fresh[0]?.target ?? '')).state).toBe('succeeded');
  });

  it('is still asked about after a pause of the seller and another start', async () => {
    await sinceYesterday('quota', 60 * 60_000);
    await world.time.advance(60_000);
    await world.outbox.setPaused(world.storeId, true);
    await world.restart();
    await world.outbox.setPaused(world.storeId, false);
    await world.time.advance(60_000);
    expect(await pause()).toBe('look-first');
    expect(world.sends()).toEqual([]);
  });

  it('says the trouble first when the market gives one while it is looked at', async () => {
    world = await createWorld();
    world.fake.reachable = false;
    await world.add(world.orders(1));
    await world.time.advance(1_000);
    world.kill();
    world.time.jump(dayMs);
    world.fake.reachable = true;
    world.failReads('secret');
    await world.restart();
    await world.time.advance(60_000);
    expect(await pause()).toBe('secret');
    await world.outbox.storeChanged(world.storeId);
    await world.time.advance(60_000);
    expect(await pause()).toBe('look-first');
  });
});

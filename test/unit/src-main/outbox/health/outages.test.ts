import { afterEach, describe, expect, it } from 'vitest';
import { createWorld } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';
import { monday } from '../../../../support/outbox/test-database';

let world: World;
afterEach(() => world.end());

describe('outages', () => {
  it('cost nothing, and within five seconds of their end everything leaves by itself', async () => {
    world = await createWorld();
    world.fake.reachable = false;
    await world.add(world.orders(40));
    await world.time.advance(300_000);
    expect(await world.outbox.status(world.storeId)).toMatchObject({ connection: 'offline', offlineCause: 'no-line' });
    expect(world.fake.calls).toEqual([]);
    world.fake.reachable = true;
    await world.time.advance(5000);
    expect(await world.states()).toEqual({ succeeded: 40 });
    expect((await world.log()).every((job) => job.failures === 0)).toBe(true);
  });

  it('of a day leave two thousand orders waiting: each goes out once, and none that was cancelled meanwhile', async () => {
    world = await createWorld();
    world.fake.reachable = false;
    const lines = world.orders(2_000);
    await world.add(lines);
    await world.time.advance(12 * 3_600_000);
    const cancelling = lines.filter((_, n) => n % 100 === 0).map(({ target }) => target);
    for (const target of cancelling)
      Object.assign(world.orderOf(target), { claimId: `c${target}`, claimedAt: world.time.now() });
    await world.time.advance(12 * 3_600_000);
    expect(world.fake.calls).toEqual([]);
    expect(await world.states()).toEqual({ queued: 2_000 });
    world.fake.reachable = true;
    await world.time.advance(5 * 60_000);
    expect(await world.states()).toEqual({ succeeded: 1_980, held: 20 });
    const sent = world.sends().flatMap(({ targets }) => targets);
    expect(sent).toHaveLength(1_980);
    expect(new Set(sent).size).toBe(1_980);
    expect(sent.filter((target) => cancelling.includes(target))).toEqual([]);
  });

  it('are probed every fifteen seconds after the first ten minutes', async () => {
    world = await createWorld();
    world.fake.reachable = false;
    await world.add(world.orders(1));
    await world.time.advance(3_600_000);
    const gaps = world.fake.probes.slice(1).map((at, n) => at - (world.fake.probes[n] ?? at));
    const first = gaps.slice(0, 145);
    expect(Math.max(...first), 'in the first ten minutes').toBeLessThan(5000);
    expect(Math.max(...gaps), 'later').toBeLessThan(16_000);
    // Ten minutes of one every 4 s and fifty of one every 15 s: nothing else asks.
    expect(world.fake.probes.length).toBeLessThanOrEqual(150 + 200);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(4000);
    expect(world.fake.calls).toEqual([]);
    world.fake.reachable = true;
    await world.time.advance(16_000);
    expect(await world.states()).toEqual({ succeeded: 1 });
  });

  it('the system tells of are believed, and nothing is asked until it is online again', async () => {
    world = await createWorld();
    world.online = false;
    world.outbox.networkChanged();
    await world.add(world.orders(3));
    await world.time.advance(3_600_000);
    expect(world.fake.calls).toEqual([]);
    expect(await world.states()).toEqual({ queued: 3 });
    world.online = true;
    world.outbox.networkChanged();
    await world.time.advance(1000);
    expect(await world.states()).toEqual({ succeeded: 3 });
  });

  it('in the middle of a call keep their cause on the waiting jobs', async () => {
    world = await createWorld();
    world.failWrites('offline');
    await world.add(world.orders(2));
    await world.time.advance(500);
    expect(await world.log()).toMatchObject([{ state: 'waiting', code: 'code-offline' }, { state: 'waiting' }]);
    await world.time.advance(6000);
    expect(await world.states()).toEqual({ succeeded: 2 });
  });

  it('the market announces itself are asked about in growing pauses', async () => {
    world = await createWorld();
    world.fake.fault = () => 'blocked';
    await world.add(world.orders(2));
    await world.time.advance(600_000);
    expect(world.fake.calls.length).toBeLessThan(10);
    expect(world.fake.calls.length).toBeGreaterThan(5);
    const gaps = world.fake.calls.slice(2).map(({ at }, n) => at - (world.fake.calls[n + 1]?.at ?? at));
    expect(gaps, 'one read per pause, each twice as long up to five minutes').toEqual(gaps.toSorted((a, b) => a - b));
    expect(await world.outbox.status(world.storeId)).toMatchObject({ connection: 'offline', offlineCause: 'no-word' });
    world.fake.fault = () => undefined;
    await world.time.advance(300_000);
    expect(await world.states()).toEqual({ succeeded: 2 });
  });

  it('of writing alone slow that kind down to one job at a time and cost no more failures', async () => {
    world = await createWorld();
    world.fake.fault = ({ kind }) => (kind === 'dispatch' ? 'market' : undefined);
    await world.add(world.orders(200));
    await world.time.advance(1_800_000);
    const counts = await world.states();
    expect(counts.rejected ?? 0).toBe(0);
    expect(world.sends().length).toBeLessThan(40);
    world.fake.fault = () => undefined;
    await world.time.advance(600_000);
    expect(await world.states()).toEqual({ succeeded: 200 });
  });

  it('of reading keep everything queued', async () => {
    world = await createWorld();
    world.failReads('market', 'cut-before', 'refuse-whole');
    await world.add(world.orders(4));
    await world.time.advance(60_000);
    expect(await world.states()).toEqual({ succeeded: 4 });
  });
});

describe('the computer', () => {
  const isAwake = async () => (await world.outbox.busy()).due;

  it('is kept awake for what is due now or soon, and for what waits for the market to come back', async () => {
    world = await createWorld();
    expect(await isAwake(), 'nothing to do').toBe(false);
    await world.add(world.orders(2), { undoMs: 5000 });
    expect(await isAwake(), 'in the undo window').toBe(true);
    world.failWrites('cut-before', 'offline');
    await world.time.advance(6000);
    expect(await world.states()).toEqual({ unknown: 2 });
    expect(await isAwake(), 'before the reading').toBe(true);
    await world.time.advance(10_500);
    expect(await world.states()).toEqual({ waiting: 2 });
    expect(await isAwake(), 'in back-off').toBe(true);
    await world.time.advance(2500);
    expect((await world.outbox.status(world.storeId)).connection).toBe('offline');
    expect(await isAwake(), 'while the market is away').toBe(true);
    await world.time.advance(60_000);
    expect(await world.states()).toEqual({ succeeded: 2 });
    expect(await isAwake(), 'all is done').toBe(false);
  });

  it('may sleep while a store is paused, and beside what is only asked about every hour', async () => {
    world = await createWorld();
    await world.add(world.orders(1));
    await world.outbox.setPaused(world.storeId, true);
    expect(await isAwake()).toBe(false);
    await world.outbox.setPaused(world.storeId, false);
    await world.time.advance(1000);
    world.cutAndHide();
    await world.add(world.orders(1));
    await world.time.advance(120_000);
    expect(await world.states()).toEqual({ succeeded: 1, unknown: 1 });
    expect(await isAwake()).toBe(false);
  });
});

describe('pauses', () => {
  it.each(['secret', 'permission'] as const)('%s lasts until the seller changes or tests the secret', async (cause) => {
    world = await createWorld();
    world.failReads(cause);
    await world.add(world.orders(2));
    await world.time.advance(7_200_000);
    expect(await world.outbox.status(world.storeId)).toMatchObject({ connection: 'paused', pause: { cause } });
    expect(world.fake.calls).toHaveLength(1);
    expect(await world.states()).toEqual({ queued: 2 });
    await world.outbox.storeChanged(world.storeId);
    await world.time.advance(5000);
    expect(await world.states()).toEqual({ succeeded: 2 });
  });

  it('for an address is probed every quarter of an hour and ends by itself', async () => {
    world = await createWorld();
    world.fake.fault = () => 'ip';
    await world.add(world.orders(2));
    await world.time.advance(1000);
    expect((await world.outbox.status(world.storeId)).pause).toMatchObject({ cause: 'ip', until: expect.any(Number) });
    await world.time.advance(3_600_000);
    expect(world.fake.calls).toHaveLength(5);
    expect((await world.outbox.status(world.storeId)).pause?.since).toBeLessThan(monday + 1000);
    world.fake.fault = () => undefined;
    await world.time.advance(900_000);
    expect(await world.states()).toEqual({ succeeded: 2 });
  });

  it('for an address is probed at once when the network changes or the computer wakes: a hotspot is left again', async () => {
    world = await createWorld();
    world.fake.fault = () => 'ip';
    await world.add(world.orders(2));
    await world.time.advance(60_000);
    world.outbox.networkChanged();
    await world.time.advance(1000);
    expect((await world.outbox.status(world.storeId)).pause, 'still the other address').toMatchObject({
      cause: 'ip',
    });
    expect(world.fake.calls).toHaveLength(2);
    world.fake.fault = () => undefined;
    world.outbox.networkChanged();
    await world.time.advance(1000);
    expect(await world.states()).toEqual({ succeeded: 2 });
  });

  it('for an address is probed once more when the network changed while a probe was under way', async () => {
    world = await createWorld();
    world.fake.fault = () => 'ip';
    await world.add(world.orders(2));
    await world.time.advance(60_000);
    world.outbox.networkChanged();
    await world.time.advance(40);
    expect(world.fake.calls, 'the probe is under way, its answer is decided').toHaveLength(2);
    world.fake.fault = () => undefined;
    world.outbox.networkChanged();
    await world.time.advance(2000);
    expect(await world.states()).toEqual({ succeeded: 2 });
  });

  it('for a used-up quota wait an hour', async () => {
    world = await createWorld();
    world.failWrites('quota');
    await world.add(world.orders(2));
    await world.time.advance(3_500_000);
    expect(await world.states()).toEqual({ waiting: 2 });
    await world.time.advance(200_000);
    expect(await world.states()).toEqual({ succeeded: 2 });
  });

  it.each(['ip', 'quota'] as const)(
    'for %s are probed at once when the seller wants all tried again',
    async (cause) => {
      world = await createWorld();
      world.failWrites(cause, cause);
      await world.add(world.orders(2));
      await world.time.advance(60_000);
      expect(await world.states()).toEqual({ waiting: 2 });
      await world.outbox.actAll(world.storeId, 'retry');
      await world.time.advance(2000);
      expect((await world.outbox.status(world.storeId)).pause).toMatchObject({ cause });
      await world.outbox.actAll(world.storeId, 'retry');
      await world.time.advance(2000);
      expect(await world.states()).toEqual({ succeeded: 2 });
    },
  );

  it('of one store do not touch another', async () => {
    world = await createWorld();
    await world.outbox.setPaused(world.storeId, true);
    await world.add(world.orders(2));
    await world.time.advance(10_000);
    expect(await world.states()).toEqual({ queued: 2 });
    expect(await world.outbox.status(world.storeId)).toMatchObject({
      connection: 'paused',
      pause: { cause: 'seller' },
    });
    await world.outbox.setPaused(world.storeId, false);
    await world.time.advance(2000);
    expect(await world.states()).toEqual({ succeeded: 2 });
  });

  it('for a rate that was too high cost no failure', async () => {
    world = await createWorld();
    world.failWrites('rate', 'rate');
    await world.add(world.orders(3));
    await world.time.advance(6000);
    expect(await world.states()).toEqual({ succeeded: 3 });
    expect((await world.log()).every((job) => job.failures === 0)).toBe(true);
  });
});

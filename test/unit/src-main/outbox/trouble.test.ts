import { afterEach, describe, expect, it } from 'vitest';
import { createWorld } from '../../../support/outbox/world';
import type { World } from '../../../support/outbox/world';
import type { Fault } from '../../../support/outbox/fake-market';
import { monday } from '../../../support/outbox/desk';

let world: World;
afterEach(async () => {
  expect(world.faults).toEqual([]);
  expect(await world.desk.database.counts.verify()).toBe(true);
  await world.dispose();
});

const sends = () => world.fake.calls.filter((call) => call.kind !== 'read');
/** The next calls of these kinds meet these faults. */
const failWrites = (...faults: readonly Fault[]) => {
  const left = [...faults];
  world.fake.fault = ({ kind }) => (kind === 'read' ? undefined : left.shift());
};
const failReads = (...faults: readonly Fault[]) => {
  const left = [...faults];
  world.fake.fault = ({ kind }) => (kind === 'read' ? left.shift() : undefined);
};

describe('answers that were lost', () => {
  it('are read ten seconds later: what was applied is done, and nothing is sent twice', async () => {
    world = await createWorld();
    failWrites('cut-after');
    await world.add(world.orders(30));
    await world.time.advance(1000);
    expect(await world.states()).toEqual({ unknown: 30 });
    await world.time.advance(20_000);
    expect(await world.states()).toEqual({ succeeded: 30 });
    expect(sends()).toHaveLength(1);
    expect((await world.log())[0]).not.toHaveProperty('code');
  });

  it('of calls that were not applied are sent again after the reading', async () => {
    world = await createWorld();
    failWrites('cut-before');
    await world.add(world.orders(5));
    await world.time.advance(60_000);
    expect(await world.states()).toEqual({ succeeded: 5 });
    expect(world.fake.ledger).toHaveLength(5);
    expect((await world.log())[0]).toMatchObject({ failures: 0 });
  });

  it('end after three rounds in a rejection that can be retried', async () => {
    world = await createWorld();
    await world.add(world.orders(1, { poison: true }));
    await world.time.advance(600_000);
    const [job] = await world.log();
    expect(job).toMatchObject({ state: 'rejected', code: 'no-certain-answer' });
    expect(await world.outbox.countAll(world.storeId, 'retry')).toBe(1);
    for (const order of world.fake.orders.values()) delete order.poison;
    await world.outbox.actAll(world.storeId, 'retry');
    await world.time.advance(120_000);
    expect(await world.states()).toEqual({ succeeded: 1 });
  });

  it('of one job at which the market chokes do not take its neighbours down', async () => {
    world = await createWorld();
    const lines = [...world.orders(14), ...world.orders(1, { poison: true }), ...world.orders(14)];
    await world.add(lines);
    await world.time.advance(3_600_000);
    expect(await world.states()).toEqual({ succeeded: 28, rejected: 1 });
  });

  it('about an id the readings do not return stay unknown, and the seller can settle them by hand', async () => {
    world = await createWorld();
    failWrites('cut-before');
    await world.add(world.orders(2, { hidden: true }));
    await world.time.advance(60_000);
    const [a, b] = await world.log();
    expect(a).toMatchObject({ state: 'unknown', code: 'not-found' });
    if (a === undefined || b === undefined) throw new Error('two jobs were added');
    expect(await world.outbox.countAll(world.storeId, 'retry')).toBe(0);
    const before = world.fake.calls.length;
    await world.time.advance(3_600_000);
    expect(world.fake.calls.length - before).toBe(1);
    await world.outbox.act({ action: 'settled-by-hand', jobs: [a.id], sent: true });
    await world.outbox.act({ action: 'settled-by-hand', jobs: [b.id], sent: false });
    await world.time.advance(60_000);
    expect(await world.job(a.target)).toMatchObject({ state: 'cancelled', code: 'settled-by-hand' });
    expect(await world.job(b.target)).toMatchObject({ state: 'succeeded' });
  });

  it('with ids nobody asked for settle only what was asked', async () => {
    world = await createWorld();
    failWrites('unasked-ids');
    await world.add(world.orders(2));
    await world.time.advance(2000);
    expect(await world.states()).toEqual({ succeeded: 2 });
    const [attempt] = await world.desk.database.attempts.of(1);
    expect(await world.desk.database.calls.get(attempt?.callId ?? '')).toMatchObject({ unasked: ['9999999999999999'] });
  });
});

describe('outages', () => {
  it('cost nothing, and within five seconds of their end everything leaves by itself', async () => {
    world = await createWorld();
    world.fake.reachable = false;
    await world.add(world.orders(40));
    await world.time.advance(300_000);
    expect(await world.outbox.status(world.storeId)).toMatchObject({ connection: 'offline' });
    expect(world.fake.calls).toEqual([]);
    world.fake.reachable = true;
    await world.time.advance(5000);
    expect(await world.states()).toEqual({ succeeded: 40 });
    expect((await world.log()).every((job) => job.failures === 0)).toBe(true);
  });

  it('are probed every fifteen seconds after the first ten minutes', async () => {
    world = await createWorld();
    world.fake.reachable = false;
    await world.add(world.orders(1));
    await world.time.advance(3_600_000);
    world.fake.reachable = true;
    await world.time.advance(16_000);
    expect(await world.states()).toEqual({ succeeded: 1 });
  });

  it('the system tells of are believed, and nothing is asked until it is online again', async () => {
    world = await createWorld();
    world.online = false;
    world.outbox.systemOnlineChanged();
    await world.add(world.orders(3));
    await world.time.advance(3_600_000);
    expect(world.fake.calls).toEqual([]);
    expect(await world.states()).toEqual({ queued: 3 });
    world.online = true;
    world.outbox.systemOnlineChanged();
    await world.time.advance(1000);
    expect(await world.states()).toEqual({ succeeded: 3 });
  });

  it('in the middle of a call keep their cause on the waiting jobs', async () => {
    world = await createWorld();
    failWrites('offline');
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
    expect(sends().length).toBeLessThan(40);
    world.fake.fault = () => undefined;
    await world.time.advance(600_000);
    expect(await world.states()).toEqual({ succeeded: 200 });
  });

  it('of reading keep everything queued', async () => {
    world = await createWorld();
    failReads('market', 'cut-before', 'refuse-whole');
    await world.add(world.orders(4));
    await world.time.advance(60_000);
    expect(await world.states()).toEqual({ succeeded: 4 });
  });
});

describe('pauses', () => {
  it.each(['secret', 'permission'] as const)('%s lasts until the seller changes or tests the secret', async (cause) => {
    world = await createWorld();
    failReads(cause);
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

  it('for a used-up quota wait an hour', async () => {
    world = await createWorld();
    failWrites('quota');
    await world.add(world.orders(2));
    await world.time.advance(3_500_000);
    expect(await world.states()).toEqual({ waiting: 2 });
    await world.time.advance(200_000);
    expect(await world.states()).toEqual({ succeeded: 2 });
  });

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
    failWrites('rate', 'rate');
    await world.add(world.orders(3));
    await world.time.advance(6000);
    expect(await world.states()).toEqual({ succeeded: 3 });
    expect((await world.log()).every((job) => job.failures === 0)).toBe(true);
  });
});

describe('a call that is refused as a whole', () => {
  it('is split until the bad line stands alone; the others go through', async () => {
    world = await createWorld();
    const lines = world.orders(30);
    const bad = lines[17];
    if (bad === undefined) throw new Error('thirty lines were made');
    const order = world.fake.orders.get(bad.target);
    if (order !== undefined) order.malformed = true;
    await world.add(lines);
    await world.time.advance(30_000);
    expect(await world.states()).toEqual({ succeeded: 29, rejected: 1 });
    expect(await world.job(bad.target)).toMatchObject({ state: 'rejected', code: '000400' });
    expect(sends().length - 1).toBeLessThanOrEqual(10);
  });

  it('again and again is a bug of ours: the store pauses, and nothing is lost', async () => {
    world = await createWorld();
    await world.add(world.orders(30, { malformed: true }));
    await world.time.advance(60_000);
    expect((await world.outbox.status(world.storeId)).pause).toMatchObject({ cause: 'bug', detail: '000400' });
    expect((await world.states()).rejected).toBe(1);
  });
});

describe('starting again', () => {
  it('reads what was under way when the process was killed, and goes on by itself', async () => {
    world = await createWorld();
    await world.add(world.orders(60));
    await world.time.advance(80);
    expect((await world.states()).sending).toBeGreaterThan(0);
    await world.restart();
    expect((await world.states()).sending ?? 0).toBe(0);
    await world.time.advance(60_000);
    expect(await world.states()).toEqual({ succeeded: 60 });
    expect(world.fake.ledger).toHaveLength(60);
  });

  it('on a later day reads everything and asks before it sends', async () => {
    world = await createWorld();
    world.fake.reachable = false;
    const lines = world.orders(3);
    await world.add(lines);
    await world.time.advance(1000);
    world.kill();
    world.time.jump(24 * 3_600_000);
    world.fake.reachable = true;
    const [sent] = lines;
    const order = world.fake.orders.get(sent?.target ?? '');
    if (order !== undefined) {
      order.status = 'DELIVERING';
      order.shipment = { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'CJGLS', trackingNumber: `6${sent?.target}` };
    }
    await world.restart();
    await world.time.advance(3_600_000);
    expect((await world.outbox.status(world.storeId)).pause).toMatchObject({ cause: 'look-first' });
    expect(await world.states()).toEqual({ queued: 2, succeeded: 1 });
    expect(sends()).toEqual([]);
    await world.outbox.setPaused(world.storeId, false);
    await world.time.advance(5000);
    expect(await world.states()).toEqual({ succeeded: 3 });
  });

  it('takes back a batch that was only half added', async () => {
    world = await createWorld();
    const lines = world.orders(450);
    const adding = world.add(lines, { undoMs: 5000 });
    await Promise.resolve();
    await new Promise<void>((resolve) => setImmediate(resolve));
    world.kill();
    await Promise.race([adding, new Promise<void>((resolve) => setImmediate(resolve))]);
    await world.desk.database.transaction(({ batches, log }) => {
      const { jobs } = log.page({ storeId: world.storeId }, 0, 1);
      const batchId = jobs[0]?.batchId;
      if (batchId !== undefined) batches.setComplete(batchId, false);
    });
    await world.restart();
    expect(await world.log()).toEqual([]);
  });

  it('is not held up by a clock that was set back a day', async () => {
    world = await createWorld();
    failWrites('cut-before');
    await world.add(world.orders(1));
    await world.time.advance(1000);
    world.kill();
    world.time.jump(-24 * 3_600_000);
    await world.restart();
    await world.time.advance(60_000);
    expect(await world.states()).toEqual({ succeeded: 1 });
  });
});

describe('stopping', () => {
  it('lets calls in flight end', async () => {
    world = await createWorld();
    await world.add(world.orders(10));
    await world.time.advance(80);
    const stopping = world.outbox.stop();
    await world.time.advance(100);
    await stopping;
    expect(await world.states()).toEqual({ succeeded: 10 });
  });

  it('leaves as unknown what takes too long', async () => {
    world = await createWorld();
    world.fake.latencyMs = 40;
    await world.add(world.orders(10));
    await world.time.advance(45);
    world.fake.latencyMs = 60_000;
    await world.time.advance(1000);
    const stopping = world.outbox.stop(5000);
    await world.time.advance(6000);
    await stopping;
    expect((await world.states()).sending ?? 0).toBe(0);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { createWorld } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

let world: World;
afterEach(() => world.end());

describe('answers that were lost', () => {
  it('are read ten seconds later: what was applied is done, and nothing is sent twice', async () => {
    world = await createWorld();
    world.failWrites('cut-after');
    await world.add(world.orders(30));
    await world.time.advance(1000);
    expect(await world.states()).toEqual({ unknown: 30 });
    await world.time.advance(20_000);
    expect(await world.states()).toEqual({ succeeded: 30 });
    expect(world.sends()).toHaveLength(1);
    expect((await world.log())[0]).not.toHaveProperty('code');
  });

  it('of twelve calls are read three hundred a reading, and a reading that is lost is made again', async () => {
    world = await createWorld();
    world.fake.rate = { replenishPerSecond: 50, burst: 100 };
    await world.add(world.orders(1));
    await world.time.advance(2000);
    const before = world.fake.calls.length;
    let lostReads = 2;
    world.fake.fault = ({ kind }) => {
      if (kind !== 'read') return 'cut-after';
      const isAfter = world.sends().length >= 13;
      if (isAfter) lostReads -= 1;
      return isAfter && lostReads >= 0 ? 'market' : undefined;
    };
    await world.add(world.orders(360));
    await world.time.advance(60_000);
    expect(await world.states()).toEqual({ succeeded: 361 });
    expect(world.sends().length, 'calls: nothing is sent again').toBe(13);
    const calls = world.fake.calls.slice(before);
    const lastSent = calls.findLastIndex(({ kind }) => kind === 'dispatch');
    const readings = calls.slice(lastSent).filter(({ kind }) => kind === 'read');
    const good = readings.filter(({ fault }) => fault === undefined).map(({ targets }) => targets.length);
    expect(good.reduce((sum, ids) => sum + ids, 0)).toBe(360);
    expect(good.length, 'readings of 360 ids').toBeLessThanOrEqual(3);
    expect(Math.max(...readings.map(({ targets }) => targets.length))).toBe(300);
  });

  it('of calls that were not applied are sent again after the reading', async () => {
    world = await createWorld();
    world.failWrites('cut-before');
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
    world.cutAndHide();
    await world.add(world.orders(2));
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
    // Still left out, it is asked for again and held; a yes lets it go.
    await world.time.advance(400_000);
    expect(await world.job(b.target)).toMatchObject({ state: 'held', holdReason: 'not-read' });
    await world.outbox.act({ action: 'approve', jobs: [b.id] });
    await world.time.advance(5_000);
    expect(await world.job(a.target)).toMatchObject({ state: 'cancelled', code: 'settled-by-hand' });
    expect(await world.job(b.target)).toMatchObject({ state: 'succeeded' });
  });

  it('with ids no one asked for settle only what was asked', async () => {
    world = await createWorld();
    world.failWrites('unasked-ids');
    await world.add(world.orders(2));
    await world.time.advance(2000);
    expect(await world.states()).toEqual({ succeeded: 2 });
    const [attempt] = await world.desk.database.attempts.of(1);
    expect(await world.desk.database.calls.get(attempt?.callId ?? '')).toMatchObject({ unasked: ['9999999999999999'] });
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
    expect(world.sends().length - 1).toBeLessThanOrEqual(10);
  });

  it('again and again is a bug of ours: the store pauses, and nothing is lost', async () => {
    world = await createWorld();
    await world.add(world.orders(30, { malformed: true }));
    await world.time.advance(60_000);
    expect((await world.outbox.status(world.storeId)).pause).toMatchObject({ cause: 'bug', detail: '000400' });
    expect((await world.states()).rejected).toBe(1);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { createWorld } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

let world: World;
afterEach(() => world.end());

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
    expect(world.sends()).toEqual([]);
    await world.outbox.setPaused(world.storeId, false);
    await world.time.advance(5000);
    expect(await world.states()).toEqual({ succeeded: 3 });
  });

  it('on a later day settles by reading what had been under way', async () => {
    world = await createWorld();
    await world.add(world.orders(2));
    await world.time.advance(80);
    world.kill();
    await world.time.advance(1000);
    world.time.jump(24 * 3_600_000);
    await world.restart();
    await world.time.advance(20_000);
    // All of it is done: there is nothing to look at, and the store starts by itself.
    expect((await world.outbox.status(world.storeId)).pause).toBeUndefined();
    expect(await world.states()).toEqual({ succeeded: 2 });
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
    world.failWrites('cut-before');
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

describe('a stopped outbox', () => {
  it('reports no fault of a database that was closed behind it', async () => {
    world = await createWorld();
    await world.outbox.stop();
    const { transaction } = world.desk.database;
    world.desk.database.transaction = () => Promise.reject(new Error('the database is closed'));
    world.outbox.networkChanged();
    await world.time.advance(60_000);
    world.desk.database.transaction = transaction;
    expect(world.faults).toEqual([]);
  });
});

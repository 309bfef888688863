import { afterEach, describe, expect, it } from 'vitest';
import { createWorld, dispatchLine } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

let world: World;
afterEach(() => world.end());

describe('a sheet on its way', () => {
  it('becomes full calls, read just before, each order shipped once', async () => {
    world = await createWorld();
    const outcome = await world.add(world.orders(65));
    expect(outcome).toMatchObject({ added: 65, already: 0, lines: [] });
    await world.time.advance(10_000);
    expect(await world.states()).toEqual({ succeeded: 65 });
    const sent = world.fake.calls.filter((call) => call.kind === 'dispatch').map((call) => call.targets.length);
    expect(sent.toSorted((a, b) => b - a)).toEqual([30, 30, 5]);
    expect(world.fake.calls.filter((call) => call.kind === 'read').map((call) => call.targets.length)).toEqual([65]);
    expect(new Set(world.fake.ledger.map((entry) => entry.target)).size).toBe(65);
    expect(world.fake.ledger).toHaveLength(65);
    const { attempts } = await world.desk.database.transaction((tables) => ({ attempts: tables.attempts.of(1) }));
    expect(attempts).toMatchObject([{ purpose: 'send', outcome: 'succeeded' }]);
  });

  it('waits for the undo window, in which all of it can be taken back', async () => {
    world = await createWorld();
    const { batchId } = await world.add(world.orders(3), { undoMs: 5000 });
    if (batchId === undefined) throw new Error('no batch');
    await world.time.advance(4000);
    expect(world.fake.calls).toEqual([]);
    expect((await world.outbox.status(world.storeId)).undo).toMatchObject({ batchId, count: 3 });
    expect(await world.outbox.undo(batchId)).toMatchObject({ ok: true, value: { takenBack: 3 } });
    await world.time.advance(60_000);
    expect(world.fake.calls).toEqual([]);
    expect(await world.log()).toEqual([]);
  });

  it('cannot be taken back once it is due', async () => {
    world = await createWorld();
    const { batchId } = await world.add(world.orders(3), { undoMs: 5000 });
    if (batchId === undefined) throw new Error('no batch');
    await world.time.advance(6000);
    expect(await world.outbox.undo(batchId)).toEqual({ ok: false, failure: { code: 'too-late' } });
    expect(await world.states()).toEqual({ succeeded: 3 });
  });

  it('changes nothing when it is added twice, and asks when a number differs', async () => {
    world = await createWorld();
    const [line] = world.orders(1);
    if (line === undefined) throw new Error('no line');
    await world.add([line, line], { undoMs: 5000 });
    expect(await world.add([line])).toMatchObject({ added: 0, already: 1 });
    const other = dispatchLine(line.target, '555566667777');
    expect((await world.add([other])).lines).toMatchObject([{ outcome: 'conflict' }]);
    expect(await world.add([other], { replace: true })).toMatchObject({ added: 1 });
    await world.time.advance(10_000);
    expect(world.fake.ledger).toMatchObject([{ number: '555566667777' }]);
    expect(await world.add([other])).toMatchObject({ already: 1 });
    expect((await world.add([line])).lines).toMatchObject([{ outcome: 'sent' }]);
  });

  it('lets what the seller retries go before hundreds of new ones', async () => {
    world = await createWorld();
    world.fake.rate = { replenishPerSecond: 2, burst: 2 };
    const [bad] = world.orders(1, { code: '104119' });
    if (bad === undefined) throw new Error('no line');
    await world.add([bad]);
    await world.time.advance(2000);
    const job = await world.job(bad.target);
    expect(job).toMatchObject({ state: 'rejected', code: '104119' });
    await world.add(world.orders(800));
    await world.time.advance(3000);
    delete world.fake.orders.get(bad.target)?.code;
    expect(await world.outbox.act({ action: 'retry', jobs: [job.id] })).toMatchObject({ changed: 1 });
    await world.time.advance(2000);
    expect(await world.job(bad.target)).toMatchObject({ state: 'succeeded' });
    expect((await world.states()).queued).toBeGreaterThan(300);
  });

  it('keeps close to the rate the market tells and never above it', async () => {
    world = await createWorld();
    await world.add(world.orders(3000));
    await world.time.advance(30_000);
    const sends = world.fake.calls.filter((call) => call.kind === 'dispatch');
    expect(await world.states()).toEqual({ succeeded: 3000 });
    expect(sends).toHaveLength(100);
    const seconds = ((sends.at(-1)?.at ?? 0) - (sends[0]?.at ?? 0)) / 1000;
    const ideal = (100 - 20) / 10;
    expect(ideal / seconds).toBeGreaterThan(0.95);
    expect(seconds).toBeGreaterThan(ideal - 2.1);
  });

  it('keeps close to fifty calls a second as well', async () => {
    world = await createWorld();
    world.fake.rate = { replenishPerSecond: 50, burst: 20 };
    world.fake.latencyMs = 150;
    await world.add(world.orders(4_500));
    await world.time.advance(30_000);
    const sends = world.fake.calls.filter((call) => call.kind === 'dispatch');
    expect(await world.states()).toEqual({ succeeded: 4_500 });
    const seconds = ((sends.at(-1)?.at ?? 0) - (sends[0]?.at ?? 0)) / 1000;
    expect((sends.length - 20) / 50 / seconds).toBeGreaterThan(0.9);
  });

  it('counts its calls in flight rightly when answers come while a call is being written down', async () => {
    world = await createWorld();
    await world.add(world.orders(1200));
    world.databaseMs = 20;
    await world.time.advance(120_000);
    expect(await world.states()).toEqual({ succeeded: 1200 });
    world.databaseMs = 0;
    expect(await world.outbox.busy()).toEqual({ inFlight: 0, underWay: 0, due: false });
  });
});

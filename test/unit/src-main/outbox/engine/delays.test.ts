import { afterEach, describe, expect, it } from 'vitest';
import type { DelayValues } from '../../../../../src-preload/contract/job';
import { dayMs } from '../../../../../src-preload/contract/korean-time';
import { delayLine, endOfDay } from '../../../../support/outbox/delay-line';
import { createWorld } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';
import { monday } from '../../../../support/outbox/test-database';

let world: World;
afterEach(() => world.end());

const friday = endOfDay(monday + 4 * dayMs);

/** Delays of so many orders, each until Friday. */
async function delayed(count: number, more: Parameters<World['orders']>[1] = {}, values: Partial<DelayValues> = {}) {
  world = await createWorld();
  const lines = world.orders(count, more).map(({ target }) => delayLine(target, { until: friday, ...values }));
  await world.add(lines);
  return lines;
}
const only = async () => {
  const [job, ...others] = await world.log();
  if (job === undefined || others.length > 0) throw new Error('one job');
  return job;
};

describe('a delayed dispatch', () => {
  it('is asked for one order a call, after a reading', async () => {
    await delayed(3);
    await world.time.advance(5_000);
    expect(await world.states()).toEqual({ succeeded: 3 });
    expect(world.sends().map(({ kind, targets }) => [kind, targets.length])).toEqual([
      ['delay', 1],
      ['delay', 1],
      ['delay', 1],
    ]);
    expect(world.fake.calls[0]?.kind).toBe('read');
  });

  it.each([
    ['is not confirmed', { placed: 'NOT_YET' }, 'delay-unconfirmed'],
    ['has an open cancel request', { claimId: 'claim-1' }, 'delay-claim-open'],
    ['was dispatched', { status: 'DELIVERING' }, 'closed'],
    ['was cancelled', { status: 'CANCELED' }, 'closed'],
    ['is the logistics partner’s', { more: { logisticsDirectContracted: true } }, 'logistics-ships'],
  ] as const)('of an order that %s is never asked for', async (_, order, code) => {
    await delayed(1, order);
    await world.time.advance(5_000);
    expect(await only()).toMatchObject({ state: 'rejected', code });
    expect(world.sends()).toEqual([]);
  });

  it('of a day that has passed while it waited is not asked for', async () => {
    world = await createWorld();
    world.fake.reachable = false;
    await world.add(world.orders(1).map(({ target }) => delayLine(target, { until: endOfDay(monday) })));
    await world.time.advance(60_000);
    world.time.jump(dayMs);
    world.fake.reachable = true;
    await world.outbox.setPaused(world.storeId, false);
    await world.time.advance(120_000);
    expect(await only()).toMatchObject({ state: 'rejected', code: 'delay-day-past' });
    expect(world.sends()).toEqual([]);
  });

  it('waits for the internet and goes then', async () => {
    world = await createWorld();
    world.fake.reachable = false;
    await world.add(world.orders(1).map(({ target }) => delayLine(target, { until: friday })));
    await world.time.advance(60_000);
    expect(world.fake.ledger).toEqual([]);
    world.fake.reachable = true;
    await world.time.advance(60_000);
    expect(await only()).toMatchObject({ state: 'succeeded' });
  });

  it('whose answer was lost is settled by reading, and not asked for twice', async () => {
    world = await createWorld();
    world.failWrites('cut-after');
    await world.add(world.orders(1).map(({ target }) => delayLine(target, { until: friday })));
    await world.time.advance(60_000);
    expect(await only()).toMatchObject({ state: 'succeeded' });
    expect(world.fake.ledger).toHaveLength(1);
  });

  it.each([20, 60, 75, 110])('survives the end of the app after %d ms, and is registered once', async (afterMs) => {
    world = await createWorld();
    await world.add(world.orders(3).map(({ target }) => delayLine(target, { until: friday })));
    await world.time.advance(afterMs);
    await world.restart();
    await world.time.advance(600_000);
    expect(await world.states()).toEqual({ succeeded: 3 });
    expect(world.fake.ledger).toHaveLength(3);
  });

  it('that did not arrive is asked for again', async () => {
    world = await createWorld();
    world.failWrites('cut-before');
    await world.add(world.orders(1).map(({ target }) => delayLine(target, { until: friday })));
    await world.time.advance(60_000);
    expect(await only()).toMatchObject({ state: 'succeeded' });
    expect(world.sends()).toHaveLength(2);
  });

  it('that the market has already, of the same day and reason, is done without a call', async () => {
    await delayed(1);
    await world.time.advance(5_000);
    const { target } = await only();
    await world.add([delayLine(target, { until: friday })]);
    await world.time.advance(5_000);
    expect((await world.log())[0]).toMatchObject({ state: 'succeeded', code: 'already-delayed' });
    expect(world.sends()).toHaveLength(1);
    await world.add([delayLine(target, { until: friday + dayMs })]);
    await world.time.advance(5_000);
    expect(world.sends(), 'another day overwrites it').toHaveLength(2);
  });

  it('that has not left takes newer values in its place', async () => {
    world = await createWorld();
    await world.outbox.setPaused(world.storeId, true);
    const [line] = world.orders(1);
    await world.add([delayLine(line?.target ?? '', { until: friday })]);
    await world.add([delayLine(line?.target ?? '', { until: friday + dayMs, reason: 'other' })]);
    expect(await only()).toMatchObject({ values: { delay: { until: friday + dayMs, reason: 'other' } } });
  });
});

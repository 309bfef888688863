import { afterEach, describe, expect, it } from 'vitest';
import { createWorld } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';
import { findingOf } from '../../../../support/outbox/fake-order';

let world: World;
afterEach(() => world.end());

/** How old the last reading of each order was when its call went out, in ascending order, ms. */
function ages(): number[] {
  const readAt = new Map<string, number>();
  const found: number[] = [];
  for (const { kind, targets, at } of world.fake.calls) {
    for (const target of targets) {
      if (kind === 'read') readAt.set(target, at);
      else found.push(at - (readAt.get(target) ?? -Infinity));
    }
  }
  return found.toSorted((a, b) => a - b);
}

/** So many seconds of sending at this rate; the market answers after `latencyMs`. */
async function sendFor(seconds: number, rate: number, latencyMs: number): Promise<void> {
  world = await createWorld();
  world.fake.rate = { replenishPerSecond: rate, burst: 2 * rate };
  world.fake.latencyMs = latencyMs;
  await world.add(world.orders((seconds + 2) * rate * 30));
  await world.time.advance(1.1 * seconds * 1000 + 3_000);
  expect(await world.states(), 'sending does not wait for readings').toEqual({ succeeded: (seconds + 2) * rate * 30 });
}

describe('the age of a reading when its order is sent', () => {
  it.each([
    [1, 100, 15],
    [2, 100, 15],
    [10, 100, 6],
    [2, 800, 15],
  ])('is a second or less at %i calls a second and answers of %i ms', async (rate, latencyMs, seconds) => {
    await sendFor(seconds, rate, latencyMs);
    const all = ages();
    expect(all[Math.floor(all.length / 2)]).toBeLessThanOrEqual(latencyMs > 500 ? 2_000 : 1_000);
    expect(all[Math.floor(all.length * 0.99)]).toBeLessThan(5_000);
  });

  it('counts from a reading of its own, also where the order book has read the order a moment before', async () => {
    world = await createWorld();
    world.fake.rate = { replenishPerSecond: 2, burst: 4 };
    const lines = world.orders(600);
    await world.add(lines, { undoMs: 1_000 });
    const at = world.time.now();
    const findings = new Map(lines.map(({ target }) => [target, findingOf(world.orderOf(target), at)]));
    await world.outbox.takeFindings(world.storeId, findings, { id: 'book', record: { startedAt: at, endedAt: at } });
    await world.time.advance(15_000);
    expect(await world.states()).toEqual({ succeeded: 600 });
    expect(ages().at(-1)).toBeLessThan(5_000);
  });

  it('is taken also where that of the order book was the first of all, whose end wakes no one', async () => {
    world = await createWorld();
    world.fake.latencyMs = 5_000;
    const lines = world.orders(3);
    const reading = world.outbox.directReads.readProductOrders(world.storeId, ['2026030299999999'], 'to-nothing');
    await world.time.advance(10);
    world.fake.latencyMs = 30;
    await world.add(lines);
    await world.time.advance(10_000);
    expect(await reading).toMatchObject({ is: 'answered' });
    expect(await world.states()).toEqual({ succeeded: 3 });
  });

  it('is never more than twenty seconds: what waits longer for its slot is read once more', async () => {
    world = await createWorld();
    world.fake.rate = { replenishPerSecond: 1 / 40, burst: 1 };
    await world.add(world.orders(60));
    await world.time.advance(60_000);
    expect(await world.states()).toEqual({ succeeded: 60 });
    expect(ages().at(-1)).toBeLessThanOrEqual(20_000);
  });

  it.each(['databaseMs', 'commitMs'] as const)(
    'is never above 20 s, also where another program holds the database for half a minute (%s)',
    async (delay) => {
      world = await createWorld();
      const lines = world.orders(60);
      await world.add(lines);
      // In the middle of it: what was read must not be sent, and what is written down to be sent must not go out.
      for (const pauseMs of [150, 250, 350, 450]) {
        await world.time.advance(pauseMs);
        world[delay] = 30_000;
        await world.time.advance(95_000);
        world[delay] = 0;
      }
      await world.time.advance(180_000);
      expect(Math.max(...ages())).toBeLessThanOrEqual(20_000);
      expect(await world.states()).toEqual({ succeeded: 60 });
      expect(world.fake.ledger).toHaveLength(60);
    },
  );

  it('shows a cancel request that comes two seconds before the call', async () => {
    world = await createWorld();
    world.fake.rate = { replenishPerSecond: 1, burst: 2 };
    const lines = world.orders(600);
    await world.add(lines);
    await world.time.advance(5_000);
    const [last] = lines.slice(-1);
    if (last === undefined) throw new Error('a line');
    // Two seconds ahead of what is being sent now.
    const sent = world.fake.ledger.length;
    const soon = lines.slice(sent + 60, sent + 90).map(({ target }) => target);
    for (const target of soon) world.orderOf(target).claimId = `claim-${target}`;
    await world.time.advance(60_000);
    expect(world.fake.overridden).toEqual(new Set());
  });
});

import { expect, it, onTestFinished } from 'vitest';
import { createWorld } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

async function opened(): Promise<World> {
  const world = await createWorld();
  onTestFinished(() => world.end());
  return world;
}

it('a pause that arrives while a token is renewed counts: nothing is read or sent after it', async () => {
  const world = await opened();
  world.fake.tokenMs = 3_000;
  await world.add(world.orders(3));
  await world.time.advance(1_000);
  await world.outbox.setPaused(world.storeId, true);
  await world.time.advance(60_000);
  expect(world.fake.calls).toEqual([]);
  await world.outbox.setPaused(world.storeId, false);
  await world.time.advance(10_000);
  expect(await world.states()).toEqual({ succeeded: 3 });
});

it('a pause counts from the moment in which it is kept, also while a call is being written down', async () => {
  for (let afterMs = 0; afterMs <= 2_000; afterMs += 100) {
    const world = await opened();
    world.databaseMs = 100;
    void world.add(world.orders(3));
    await world.time.advance(afterMs);
    let callsAtPause: number | undefined;
    void (async () => {
      await world.outbox.setPaused(world.storeId, true);
      callsAtPause = world.sends().length;
    })();
    await world.time.advance(60_000);
    expect(world.sends().length, `paused after ${afterMs} ms`).toBe(callsAtPause);
  }
});

it('what the order book finds counts from the moment in which it is kept: nothing leaves on a reading from before it', async () => {
  let takenBack = 0;
  for (let afterMs = 0; afterMs <= 2_000; afterMs += 100) {
    const world = await opened();
    world.databaseMs = 100;
    const lines = world.orders(2);
    void world.add(lines);
    await world.time.advance(afterMs);
    const { database } = world.desk;
    const foundAt = world.time.now();
    const readings = await database.transaction(({ jobs }) =>
      lines.reduce((sum, { target }) => sum + jobs.readAgain(world.storeId, target, foundAt), 0),
    );
    await world.time.advance(60_000);
    expect(await world.states()).toEqual({ succeeded: 2 });
    // Not read yet, or on its way.
    if (readings < 2) continue;
    takenBack += readings;
    const [sent] = world.sends();
    const [latest] = world.fake.calls.filter(({ kind, at }) => kind === 'read' && at < (sent?.at ?? 0)).toReversed();
    expect(latest?.at, `found after ${afterMs} ms`).toBeGreaterThanOrEqual(foundAt);
  }
  expect(takenBack, 'it was found while jobs had been read and not sent').toBeGreaterThan(0);
});

import { expect, it, onTestFinished } from 'vitest';
import { createWorld } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

async function opened(): Promise<World> {
  const world = await createWorld();
  onTestFinished(() => world.end());
  return world;
}

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

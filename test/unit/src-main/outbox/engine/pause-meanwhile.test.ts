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

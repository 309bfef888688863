import { expect, it, onTestFinished } from 'vitest';
import { createWorld } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

async function opened(): Promise<World> {
  const world = await createWorld();
  onTestFinished(() => world.end());
  return world;
}

it.each(['secret', 'permission', 'ip'] as const)(
  'a reading that is refused (%s) after the secrets were replaced does not pause the store again',
  async (kind) => {
    const world = await opened();
    world.fake.latencyMs = 2_000;
    world.failReads(kind);
    await world.add(world.orders(3));
    await world.time.advance(500);
    expect(world.fake.calls, 'the reading under way').toHaveLength(1);
    await world.outbox.storeChanged(world.storeId);
    await world.time.advance(30_000);
    expect((await world.outbox.status(world.storeId)).pause).toBeUndefined();
    expect(await world.states()).toEqual({ succeeded: 3 });
  },
);

it('a refusal of the present secrets pauses the store', async () => {
  const world = await opened();
  world.failReads('secret');
  await world.add(world.orders(3));
  await world.time.advance(30_000);
  expect((await world.outbox.status(world.storeId)).pause?.cause).toBe('secret');
  expect(world.sends()).toEqual([]);
});

it('a session that was being opened while the secrets were replaced is opened once more, with the new ones', async () => {
  const world = await opened();
  let opens = 0;
  world.openSession = async (id) => {
    const session = world.fake.open(id);
    opens += 1;
    if (opens > 1) return session;
    await world.time.sleep(2_000);
    return { ...session, ready: async () => ({ ok: false, failure: { kind: 'secret', code: 'old' } }) };
  };
  await world.add(world.orders(3));
  await world.time.advance(500);
  await world.outbox.storeChanged(world.storeId);
  await world.time.advance(30_000);
  expect((await world.outbox.status(world.storeId)).pause).toBeUndefined();
  expect(await world.states()).toEqual({ succeeded: 3 });
  expect(opens).toBe(2);
});

import { afterEach, expect, it } from 'vitest';
import { createWorld } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

let world: World;
afterEach(() => world.end());

it.each(['databaseMs', 'commitMs'] as const)(
  'the undo window is whole where adding had to wait for the database (%s)',
  async (delay) => {
    world = await createWorld();
    world[delay] = 12_000;
    let addedAt = 0;
    const adding = world.add(world.orders(450), { undoMs: 5000 }).finally(() => {
      addedAt = world.time.now();
    });
    await world.time.advance(30_000);
    world[delay] = 0;
    await world.time.advance(9_000);
    const { batchId, dueAt = 0 } = await adding;
    expect(dueAt - addedAt).toBeGreaterThanOrEqual(4750);
    expect(world.sends()).toEqual([]);
    if (batchId === undefined) throw new Error('nothing was added');
    const queued = await world.desk.database.jobs.ofBatch(batchId, 1000);
    expect(queued).toHaveLength(450);
    expect(new Set(queued.map((job) => job.dueAt))).toEqual(new Set([dueAt]));
    expect((await world.desk.database.batches.get(batchId))?.dueAt).toBe(dueAt);
    expect(await world.outbox.undo(batchId)).toMatchObject({ ok: true, value: { takenBack: 450 } });
  },
);

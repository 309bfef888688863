import { afterEach, describe, expect, test } from 'vitest';
import type { Action } from '../../../../../src-preload/contract/actions';
import { decisionUndoMs } from '../../../../../src-preload/contract/actions';
import type { Job } from '../../../../../src-preload/contract/job';
import { createWorld } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

/** A decision can be taken back as a whole for ten seconds, and nothing of it has left before. */
let world: World;
afterEach(() => world.end());

async function decide(action: Action): Promise<string> {
  const { undo } = await world.outbox.act(action, decisionUndoMs);
  if (undo === undefined) throw new Error('a decision that can be taken back');
  return undo;
}

const shown = async (): Promise<Partial<Job>[]> =>
  (await world.log()).map(({ target, state, code, holdReason }) => ({
    target,
    state,
    ...(code === undefined ? {} : { code }),
    ...(holdReason === undefined ? {} : { holdReason }),
  }));

/** Orders in one parcel, held because the buyer of the first wants to cancel. */
async function heldParcel(): Promise<Job[]> {
  world = await createWorld();
  const lines = world.orders(2);
  const [first] = lines;
  if (first === undefined) throw new Error('two lines');
  const sameBox = lines.map((line) => ({ ...line, values: first.values }));
  world.orderOf(first.target).claimId = 'claim-1';
  await world.add(sameBox);
  await world.time.advance(5000);
  expect(await world.states()).toEqual({ held: 2 });
  return world.log();
}

describe('a decision', () => {
  test.each(['approve', 'decline', 'exclude'] as const)(
    '%s of a hold comes back with its whole parcel',
    async (action) => {
      const jobs = await heldParcel();
      const before = await shown();
      const [first] = jobs;
      if (first === undefined) throw new Error('a job');
      const undo = await decide({ action, jobs: jobs.map(({ id }) => id).slice(0, action === 'exclude' ? 2 : 1) });
      expect(await world.states()).not.toEqual({ held: 2 });
      await world.time.advance(decisionUndoMs - 1000);
      expect(world.sends()).toEqual([]);
      expect(await world.outbox.takeBack(undo)).toBe(2);
      expect(await shown()).toEqual(before);
      await world.time.advance(60_000);
      expect(world.sends()).toEqual([]);
    },
  );

  test('that is not taken back goes out after its ten seconds, and then it is too late', async () => {
    const [first] = await heldParcel();
    if (first === undefined) throw new Error('a job');
    const undo = await decide({ action: 'approve', jobs: [first.id] });
    await world.time.advance(decisionUndoMs + 5000);
    expect(world.sends().length).toBeGreaterThan(0);
    expect(await world.outbox.takeBack(undo)).toBeUndefined();
  });

  test('leaves alone what has changed since', async () => {
    world = await createWorld();
    await world.add(world.orders(1), { undoMs: 30_000 });
    const [job] = await world.log();
    if (job === undefined) throw new Error('a job');
    const undo = await decide({ action: 'exclude', jobs: [job.id] });
    await world.time.advance(1);
    await world.outbox.act({ action: 'put-back', jobs: [job.id] });
    expect(await world.outbox.takeBack(undo)).toBe(0);
    expect(await world.outbox.takeBack(undo)).toBeUndefined();
  });

  test('settled by hand comes back to where it was', async () => {
    world = await createWorld();
    await world.add(world.orders(1, { status: 'CANCELED' }));
    await world.time.advance(5000);
    const [job] = await world.log();
    if (job === undefined) throw new Error('a job');
    const before = await shown();
    expect(job.state).toBe('rejected');
    const undo = await decide({ action: 'settled-by-hand', jobs: [job.id], sent: true });
    expect(await world.states()).toEqual({ cancelled: 1 });
    expect(await world.outbox.takeBack(undo)).toBe(1);
    expect(await shown()).toEqual(before);
  });
});

describe('the 일괄발송 file of everything that waits', () => {
  test('takes what it counts, and one step brings all of it back', async () => {
    world = await createWorld();
    await world.outbox.setPaused(world.storeId, true);
    await world.add(world.orders(12));
    expect(await world.outbox.countAll(world.storeId, 'by-file')).toBe(12);
    const { changed, undo } = await world.outbox.actAll(world.storeId, 'by-file', decisionUndoMs);
    expect(changed).toBe(12);
    expect(await world.states()).toEqual({ held: 12 });
    expect(await world.outbox.takeBack(undo ?? '')).toBe(12);
    expect(await world.states()).toEqual({ queued: 12 });
  });

  test('is left again in one step: what is in it is sent from here', async () => {
    world = await createWorld();
    await world.outbox.setPaused(world.storeId, true);
    await world.add(world.orders(12));
    await world.outbox.actAll(world.storeId, 'by-file');
    await world.outbox.setPaused(world.storeId, false);
    expect(await world.outbox.countsAll(world.storeId)).toEqual({
      retry: 0,
      'confirm-then-dispatch': 0,
      'by-file': 0,
      'here-instead': 12,
    });
    expect(await world.outbox.actAll(world.storeId, 'here-instead')).toEqual({ changed: 12, refused: [] });
    await world.time.advance(60_000);
    expect(await world.states()).toEqual({ succeeded: 12 });
  });

  test('made of a fresh batch is taken back whole, as if nothing had been added', async () => {
    world = await createWorld();
    const jobs = world.orders(450);
    const { batchId, added } = await world.outbox.add({
      storeId: world.storeId,
      byFile: true,
      undoMs: decisionUndoMs,
      jobs,
    });
    expect(added).toBe(450);
    if (batchId === undefined) throw new Error('a batch');
    expect(await world.outbox.undo(batchId)).toMatchObject({ ok: true, value: { takenBack: 450 } });
    expect(await world.states()).toEqual({});
  });
});

describe('a job in 제외', () => {
  test('goes back into the queue, is read, and is sent', async () => {
    world = await createWorld();
    await world.add(world.orders(1), { undoMs: 5000 });
    const [job] = await world.log();
    if (job === undefined) throw new Error('a job');
    await world.outbox.act({ action: 'exclude', jobs: [job.id] });
    expect(await world.outbox.act({ action: 'put-back', jobs: [job.id] })).toEqual({ changed: 1, refused: [] });
    await world.time.advance(30_000);
    expect(await world.states()).toEqual({ succeeded: 1 });
  });

  test('stays there where a later job of its order has taken its place', async () => {
    world = await createWorld();
    const lines = world.orders(1);
    await world.add(lines, { undoMs: 5000 });
    const [job] = await world.log();
    if (job === undefined) throw new Error('a job');
    await world.outbox.act({ action: 'exclude', jobs: [job.id] });
    await world.add(lines, { undoMs: 5000 });
    const { refused } = await world.outbox.act({ action: 'put-back', jobs: [job.id] });
    expect(refused).toEqual([{ jobId: job.id, why: 'other-live' }]);
  });

  test('a yes given before is asked again', async () => {
    const jobs = await heldParcel();
    const ids = jobs.map(({ id }) => id);
    await world.outbox.act({ action: 'decline', jobs: ids.slice(0, 1) });
    await world.outbox.act({ action: 'put-back', jobs: ids });
    await world.time.advance(30_000);
    expect(await world.states()).toEqual({ held: 2 });
    expect(world.sends()).toEqual([]);
  });
});

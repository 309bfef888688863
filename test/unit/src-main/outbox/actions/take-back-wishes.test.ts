import { afterEach, describe, expect, test } from 'vitest';
import { decisionUndoMs } from '../../../../../src-preload/contract/actions';
import type { Action } from '../../../../../src-preload/contract/actions';
import type { Job } from '../../../../../src-preload/contract/job';
import { createWorld, dispatchLine } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

/** What the seller wishes to have done now can be taken back like any other decision: nothing of it leaves for ten seconds. */
let world: World;
afterEach(() => world.end());

const shown = ({ target, kind, state, code, holdReason, values }: Job) => ({
  target,
  kind,
  state,
  code,
  holdReason,
  values,
});
const whole = async () => (await world.log()).map(shown);

async function undoOf(action: Action): Promise<string> {
  const { undo } = await world.outbox.act(action, decisionUndoMs);
  if (undo === undefined) throw new Error('a decision that can be taken back');
  return undo;
}

/** Nothing leaves while it can be taken back; then it stands as before, for good. */
async function expectBack(undo: string, before: unknown, jobs: number): Promise<void> {
  const calls = world.sends().length;
  await world.time.advance(decisionUndoMs - 500);
  expect(world.sends()).toHaveLength(calls);
  expect(await world.outbox.takeBack(undo)).toBe(jobs);
  expect(await whole()).toEqual(before);
  await world.time.advance(60_000);
  expect(world.sends()).toHaveLength(calls);
}

/** Orders that the market refuses by this code, until it has changed its mind. */
async function refused(code: string, count = 1): Promise<Job[]> {
  world = await createWorld();
  const lines = world.orders(count);
  for (const { target } of lines) world.orderOf(target).code = code;
  await world.add(lines);
  await world.time.advance(60_000);
  expect(await world.states()).toEqual({ rejected: count });
  for (const { target } of lines) delete world.orderOf(target).code;
  return world.log();
}

/** Unconfirmed orders at a market that dispatches no such order: refused, those after them held. */
async function unconfirmed(): Promise<Job[]> {
  world = await createWorld();
  world.fake.refusesUnconfirmed = true;
  await world.add(world.orders(2, { placed: 'NOT_YET' }));
  await world.time.advance(2000);
  await world.add(world.orders(2, { placed: 'NOT_YET' }));
  await world.time.advance(2000);
  expect(await world.states()).toEqual({ rejected: 2, held: 2 });
  return world.log();
}

const firstOf = (jobs: readonly Job[]): Job => {
  const [first] = jobs;
  if (first === undefined) throw new Error('a job');
  return first;
};

describe('taken back', () => {
  test('trying once more', async () => {
    const jobs = await refused('9999');
    const before = await whole();
    await expectBack(await undoOf({ action: 'retry', jobs: jobs.map(({ id }) => id) }), before, 1);
  });

  test('an edit brings the old values back, and what is tried afterwards goes with them', async () => {
    const job = firstOf(await refused('104122'));
    const before = await whole();
    const values = {
      deliveryMethod: 'DELIVERY',
      deliveryCompanyCode: 'HANJIN',
      trackingNumber: '403020102030',
    } as const;
    await expectBack(await undoOf({ action: 'edit', jobs: [job.id], values }), before, 1);
    await world.outbox.act({ action: 'retry', jobs: [job.id] });
    await world.time.advance(20_000);
    expect(await world.job(job.target)).toMatchObject({ state: 'succeeded', values: job.values });
  });

  test('an edit of what still waits in the queue', async () => {
    world = await createWorld();
    await world.add(world.orders(1), { undoMs: 60_000 });
    const job = firstOf(await world.log());
    const before = await whole();
    const undo = await undoOf({ action: 'edit', jobs: [job.id], values: { deliveryMethod: 'DIRECT_DELIVERY' } });
    expect(await world.outbox.takeBack(undo)).toBe(1);
    expect(await whole()).toEqual(before);
  });

  test('confirming one first: the confirm vanishes with it', async () => {
    const job = firstOf((await unconfirmed()).filter(({ state }) => state === 'rejected'));
    const before = await whole();
    const undo = await undoOf({ action: 'confirm-then-dispatch', jobs: [job.id] });
    expect((await world.log()).map(({ kind, state }) => `${kind} ${state}`)).toContain('confirm queued');
    await expectBack(undo, before, 1);
  });

  test('confirming all first: refused and held stand as before, and the store asks again', async () => {
    await unconfirmed();
    const before = await whole();
    const { changed, undo } = await world.outbox.actAll(world.storeId, 'confirm-then-dispatch', decisionUndoMs);
    expect(changed).toBe(4);
    expect((await world.desk.database.stores.get(world.storeId))?.confirmFirst).toBe('always');
    await expectBack(undo ?? '', before, 4);
    expect((await world.desk.database.stores.get(world.storeId))?.confirmFirst).toBe('ask');
  });

  test('trying all once more', async () => {
    await refused('9999', 5);
    const before = await whole();
    const { changed, undo } = await world.outbox.actAll(world.storeId, 'retry', decisionUndoMs);
    expect(changed).toBe(5);
    await expectBack(undo ?? '', before, 5);
  });
});

describe('not taken back', () => {
  test('all are confirmed and sent once the ten seconds are over', async () => {
    await unconfirmed();
    const { undo } = await world.outbox.actAll(world.storeId, 'confirm-then-dispatch', decisionUndoMs);
    await world.time.advance(decisionUndoMs + 10_000);
    expect(await world.states()).toEqual({ succeeded: 8 });
    expect(await world.outbox.takeBack(undo ?? '')).toBeUndefined();
  });

  test('what waits for its next try goes at once by its own button, with nothing to take back', async () => {
    world = await createWorld();
    await world.add(world.orders(1, { more: { giftReceivingStatus: 'WAIT_FOR_RECEIVING' } }));
    await world.time.advance(3000);
    const job = firstOf(await world.log());
    expect(job.state).toBe('waiting');
    world.orderOf(job.target).more = {};
    const { changed, undo } = await world.outbox.act({ action: 'retry', jobs: [job.id] }, decisionUndoMs);
    expect([changed, undo]).toEqual([1, undefined]);
    await world.time.advance(5000);
    expect(await world.states()).toEqual({ succeeded: 1 });
  });
});

describe('an order that was left out', () => {
  test('and is put back is left out again, and nothing of it is sent', async () => {
    world = await createWorld();
    await world.add(world.orders(1), { undoMs: 5000 });
    const [job] = await world.log();
    if (job === undefined) throw new Error('a job');
    await world.outbox.act({ action: 'exclude', jobs: [job.id] });
    const before = await whole();
    const undo = await undoOf({ action: 'put-back', jobs: [job.id] });
    expect(await world.states()).toEqual({ queued: 1 });
    await expectBack(undo, before, 1);
    expect(await world.states()).toEqual({ cancelled: 1 });
  });
});

describe('new values for what waits', () => {
  test('are taken back with their lines, and the older ones are sent', async () => {
    world = await createWorld();
    const lines = world.orders(3);
    await world.add(lines, { undoMs: 60_000 });
    const before = await whole();
    const [first, second] = lines;
    if (first === undefined || second === undefined) throw new Error('two lines');
    const other = [dispatchLine(first.target, '680001110001'), dispatchLine(second.target, '680001110002')];
    const { undo, added } = await world.add(other, { replace: true, undoMs: decisionUndoMs });
    expect(added).toBe(2);
    expect(await whole()).not.toEqual(before);
    if (undo === undefined) throw new Error('a way back');
    await world.time.advance(decisionUndoMs - 500);
    expect(await world.outbox.takeBack(undo)).toBe(2);
    expect(await whole()).toEqual(before);
    expect(await world.outbox.takeBack(undo)).toBeUndefined();
    await world.time.advance(120_000);
    expect(await world.states()).toEqual({ succeeded: 3 });
    expect((await world.log()).map(({ target, values }) => [target, values]).toSorted()).toEqual(
      lines.map(({ target, values }) => [target, values]).toSorted(),
    );
  });

  test('that have left cannot be taken back any more', async () => {
    world = await createWorld();
    const [line] = world.orders(1);
    if (line === undefined) throw new Error('a line');
    await world.add([line], { undoMs: 60_000 });
    const { undo = '' } = await world.add([dispatchLine(line.target, '680001110001')], {
      replace: true,
      undoMs: decisionUndoMs,
    });
    await world.time.advance(decisionUndoMs + 30_000);
    expect(await world.states()).toEqual({ succeeded: 1 });
    expect((await world.outbox.takeBack(undo)) ?? 0).toBe(0);
  });
});

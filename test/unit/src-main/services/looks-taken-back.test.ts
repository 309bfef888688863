import { afterEach, expect, it } from 'vitest';
import { decisionUndoMs } from '../../../../src-preload/contract/actions';
import type { LetGo } from '../../../../src-preload/contract/actions';
import type { Result } from '../../../../src-preload/contract/result';
import { createBookWorld } from '../../../support/outbox/book-world';
import type { BookWorld } from '../../../support/outbox/book-world';
import { dispatchLine } from '../../../support/outbox/world';

/** A look at what changed about a box lets it go: a decision, and taken back like any other for ten seconds. */
let desk: BookWorld;
afterEach(async () => {
  expect(desk.problems).toEqual([]);
  await desk.dispose();
});

/** Two orders in one box that is held, since something about both has changed. */
async function heldBox(change: (id: string) => void): Promise<string[]> {
  desk = await createBookWorld();
  const ids = desk.sow(2, 1);
  await desk.read();
  const { world, storeId } = desk;
  for (const id of ids) world.fake.orders.set(id, { status: 'PAYED', placed: 'OK' });
  await world.outbox.setPaused(storeId, false);
  await world.add(
    ids.map((id) => dispatchLine(id, '640000000001')),
    { undoMs: 30_000 },
  );
  for (const id of ids) change(id);
  await desk.read();
  await world.time.advance(60_000);
  expect(await world.states()).toEqual({ held: 2 });
  return ids;
}
const boxes = async () => {
  const answer = await desk.book.pullOuts.list(desk.storeId);
  return answer.ok ? answer.value.boxes : [];
};
const changeOption = (id: string) => desk.happen(id, { productOption: '색상: 검정' }, 'EXCHANGE_OPTION');
function undoOf(answer: Result<LetGo, never> | undefined): string {
  if (answer?.ok !== true || answer.value.undo === undefined) throw new Error('it let something go');
  return answer.value.undo;
}

/** Nothing leaves within the ten seconds; taken back, all is as before, and another look lets it go. */
async function takenBack(look: () => Promise<Result<LetGo, never>>): Promise<void> {
  const { world } = desk;
  const [before, listed] = [await world.log(), await boxes()];
  const undo = undoOf(await look());
  expect(await boxes()).toEqual([]);
  await world.time.advance(decisionUndoMs - 500);
  expect(world.sends()).toEqual([]);
  expect(await world.outbox.takeBack(undo)).toBe(2);
  expect(await boxes()).toEqual(listed);
  await world.time.advance(60_000);
  const reasons = (jobs: typeof before) => jobs.map(({ state, holdReason }) => [state, holdReason]);
  expect(reasons(await world.log())).toEqual(reasons(before));
  await look();
  await world.time.advance(60_000);
  expect(await world.states()).toEqual({ succeeded: 2 });
}

it('at all that changed about a box', async () => {
  const ids = await heldBox(changeOption);
  const through = desk.world.time.now();
  await takenBack(() =>
    desk.book.pullOuts.seen(
      desk.storeId,
      ids.map((productOrderId) => ({ productOrderId, through })),
    ),
  );
});

it('also where something of the box was not held yet', async () => {
  const ids = await heldBox(changeOption);
  const { world, storeId } = desk;
  const [late = ''] = desk.sow(1, 2);
  world.fake.orders.set(late, { status: 'PAYED', placed: 'OK' });
  await world.add([dispatchLine(late, '640000000001')], { undoMs: 5_000 });
  const through = world.time.now();
  const looks = ids.map((productOrderId) => ({ productOrderId, through }));
  const undo = undoOf(await desk.book.pullOuts.seen(storeId, looks));
  await world.time.advance(decisionUndoMs - 500);
  expect(world.sends()).toEqual([]);
  // Read before its call, when the press arrives.
  const rowOfLate = () =>
    world.desk.database.transaction(({ jobs }) => {
      const row = jobs.live(storeId, 'dispatch', late);
      if (row === undefined) throw new Error('it is in the queue');
      return row;
    });
  const row = await rowOfLate();
  await world.desk.database.transaction(({ jobs }) => jobs.saveReading({ ...row, readAt: world.time.now() }, row));
  expect(await world.outbox.takeBack(undo)).toBe(2);
  expect((await rowOfLate()).readAt).toBeUndefined();
  await world.time.advance(60_000);
  expect(world.sends()).toEqual([]);
  expect(await world.states()).toEqual({ held: 3 });
});

it('at a changed address', async () => {
  const [one = ''] = await heldBox((id) => {
    const recipient = desk.orders.get(id)?.recipient;
    if (recipient === undefined) throw new Error('it has a recipient');
    desk.happen(id, { recipient: { ...recipient, detailedAddress: '옮긴 곳' } }, 'DELIVERY_ADDRESS_CHANGED');
  });
  const { world, storeId } = desk;
  const through = world.time.now();
  const flags = async () => world.desk.database.flags.list(storeId);
  const noted = await flags();
  expect(noted).toHaveLength(2);
  const ids = noted.map(({ target }) => target);
  expect(ids).toContain(one);
  const looks = ids.map((productOrderId) => ({ productOrderId, through }));
  await takenBack(async () => {
    expect(await flags()).toEqual(noted);
    return desk.book.pullOuts.seen(storeId, looks);
  });
});

it('by a yes in the log', async () => {
  const [one = ''] = await heldBox(changeOption);
  const { world } = desk;
  const listed = await boxes();
  const { undo } = await world.outbox.act({ action: 'approve', jobs: [(await world.job(one)).id] }, decisionUndoMs);
  expect(await boxes()).toEqual([]);
  await world.outbox.takeBack(undo ?? '');
  expect(await boxes()).toEqual(listed);
});

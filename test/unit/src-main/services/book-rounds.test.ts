import { afterEach, describe, expect, it } from 'vitest';
import { importIdSchema } from '../../../../src-preload/contract/ids';
import { createBookWorld } from '../../../support/outbox/book-world';
import type { BookWorld } from '../../../support/outbox/book-world';
import { dispatchLine } from '../../../support/outbox/world';

let desk: BookWorld;
afterEach(async () => {
  expect(desk.problems).toEqual([]);
  await desk.dispose();
});
const minute = 60_000;

describe('the order book', () => {
  it('is read every minute and a half while something is to be sent, otherwise as often as chosen', async () => {
    desk = await createBookWorld();
    desk.sow(3, 1);
    desk.book.keeper.start();
    const { time, storeId } = desk.world;
    const rounds = () => desk.asked.filter((kind) => kind === 'changes').length;
    await time.advance(5000);
    const first = rounds();
    await time.advance(9 * minute);
    expect(rounds()).toBe(first);
    await time.advance(2 * minute);
    expect(rounds()).toBe(first + 1);
    // Held by the seller's pause of the outbox: it stays in the queue.
    await desk.world.add([dispatchLine('2026030299999991')], { undoMs: 0 });
    await time.advance(9 * minute);
    expect(rounds()).toBeGreaterThan(first + 4);
    await desk.world.outbox.setPaused(storeId, true);
    const paused = rounds();
    await time.advance(30 * minute);
    expect(rounds()).toBe(paused);
  });

  it('is read every minute and a half, too, while lines lie in a draft of shipments', async () => {
    desk = await createBookWorld();
    desk.book.keeper.start();
    const { time, storeId, desk: file } = desk.world;
    const rounds = () => desk.asked.filter((kind) => kind === 'changes').length;
    const importId = importIdSchema.parse('6f1de1a2-3c44-4c1f-9d07-3f2f3b0f7a10');
    const draft = { id: importId, storeId, fileName: 'a.xlsx', digest: '1', createdAt: 1 } as const;
    await file.database.transaction(({ imports, drafts }) => {
      imports.add({ ...draft, operation: 'dispatch' });
      drafts.put(importId, [{ row: 2, cells: {} }]);
    });
    await time.advance(5000);
    const first = rounds();
    await time.advance(4 * minute);
    expect(rounds()).toBe(first + 2);
    await file.database.imports.drop(importId);
    await time.advance(4 * minute);
    expect(rounds()).toBe(first + 2);
  });

  it('is read every minute and a half on the day on which a label may have been printed', async () => {
    desk = await createBookWorld();
    const ids = desk.sow(1, 1);
    desk.book.keeper.start();
    const { time, storeId, desk: file } = desk.world;
    const rounds = () => desk.asked.filter((kind) => kind === 'changes').length;
    await time.advance(5000);
    const first = rounds();
    await file.database.forms.add(storeId, { madeAt: time.now(), layout: 'cj', fileName: 'a.xlsx' }, [ids]);
    await time.advance(4 * minute);
    expect(rounds()).toBe(first + 2);
    time.jump(24 * 60 * minute);
    await time.advance(2 * minute);
    const nextDay = rounds();
    await time.advance(8 * minute);
    expect(rounds()).toBe(nextDay);
  });

  it('is read soon after the network is back, and asks nothing without one', async () => {
    desk = await createBookWorld();
    desk.world.online = false;
    desk.book.keeper.start();
    await desk.world.time.advance(minute);
    expect(desk.asked).toEqual([]);
    expect(desk.book.keeper.stateOf(desk.storeId)).toMatchObject({ trouble: 'resting' });
    desk.world.online = true;
    await desk.world.time.advance(2 * minute);
    expect(desk.asked).toContain('changes');
  });

  it('rests while a quota pauses the store, and says so', async () => {
    desk = await createBookWorld();
    desk.sow(3, 1);
    desk.fail = () => ({ status: 429, body: { code: 'GW.QUOTA_LIMIT' } });
    await desk.read();
    expect(desk.book.keeper.stateOf(desk.storeId)).toEqual({ isUnderWay: false, trouble: 'no-answer' });
    expect(await desk.world.outbox.status(desk.storeId)).toMatchObject({ pause: { cause: 'quota' } });
    desk.asked.length = 0;
    await desk.read();
    expect(desk.asked).toEqual([]);
    expect(desk.book.keeper.stateOf(desk.storeId)).toMatchObject({ trouble: 'resting' });
  });

  it.each([
    ['without an answer', { status: 500, body: {} }],
    ['with something else than is documented', { status: 200, body: { data: 'moved' } }],
    [
      'with a page of the web',
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><html>' },
    ],
    ['as gone', { status: 404, body: { code: 'GW.NOT_FOUND' } }],
  ])('does not hold up what is sent while the feed alone ends %s', async (_how, answer) => {
    desk = await createBookWorld();
    const { world, storeId } = desk;
    const [id = ''] = desk.sow(1, 1);
    world.fake.orders.set(id, { status: 'PAYED', placed: 'OK' });
    desk.fail = (kind) => (kind === 'changes' ? answer : undefined);
    for (let n = 0; n < 4; n += 1) await desk.read();
    expect(desk.book.keeper.stateOf(storeId)).toMatchObject({ trouble: expect.any(String) });
    expect(await world.outbox.status(storeId)).toMatchObject({ connection: 'online' });
    await world.add([dispatchLine(id)], { undoMs: 0 });
    await world.time.advance(3000);
    expect(await world.job(id)).toMatchObject({ state: 'succeeded' });
    // In growing pauses, not with every round.
    const asked = desk.asked.length;
    await desk.read();
    expect(desk.asked.length).toBe(asked);
  });
});

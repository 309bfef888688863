import { afterEach, describe, expect, it } from 'vitest';
import { createBookWorld } from '../../../support/outbox/book-world';
import type { BookWorld } from '../../../support/outbox/book-world';
import { dispatchLine } from '../../../support/outbox/world';

let desk: BookWorld;
afterEach(async () => {
  expect(desk.problems).toEqual([]);
  await desk.dispose();
});

/** Two orders in one box, queued, and one in a box of its own. */
async function withBox() {
  desk = await createBookWorld();
  const [one = '', two = '', alone = ''] = desk.sow(3, 1);
  await desk.read();
  for (const id of [one, two, alone]) desk.world.fake.orders.set(id, { status: 'PAYED', placed: 'OK' });
  await desk.world.outbox.setPaused(desk.storeId, false);
  const lines = [dispatchLine(one, '640000000001'), dispatchLine(two, '640000000001'), dispatchLine(alone)];
  await desk.world.add(lines, { undoMs: 30_000 });
  return { one, two, alone };
}
const boxes = async () => {
  const answer = await desk.book.pullOuts.list(desk.storeId);
  return answer.ok ? answer.value.boxes : [];
};

describe('a box that changed after it got its number', () => {
  it('is listed with all that lies in it, and nothing of it goes out until the seller has looked', async () => {
    const { one, two, alone } = await withBox();
    desk.happen(one, { productOption: '색상: 검정' }, 'EXCHANGE_OPTION');
    await desk.read();
    expect(await boxes()).toMatchObject([
      {
        number: '640000000001',
        isPulled: false,
        numberedAt: expect.any(Number),
        orders: [
          { productOrderId: one, changes: [{ what: 'option-changed' }] },
          { productOrderId: two, changes: [] },
        ],
      },
    ]);
    await desk.world.time.advance(60_000);
    const held = { state: 'held', holdReason: 'box-changed' };
    expect(await desk.world.job(one)).toMatchObject(held);
    expect(await desk.world.job(two)).toMatchObject(held);
    expect(await desk.world.job(alone)).toMatchObject({ state: 'succeeded' });
    await desk.book.pullOuts.seen(desk.storeId, [{ productOrderId: one, through: desk.world.time.now() }]);
    await desk.world.time.advance(60_000);
    expect(await desk.world.job(one)).toMatchObject({ state: 'succeeded' });
    expect(await desk.world.job(two)).toMatchObject({ state: 'succeeded' });
    expect(await boxes()).toEqual([]);
  });

  it('stays held when it was pulled out, with the moment in its history; no longer counted as to do', async () => {
    const { one } = await withBox();
    desk.happen(one, { productOption: '색상: 검정' }, 'EXCHANGE_OPTION');
    await desk.read();
    const { book, storeId, world } = desk;
    const toDo = async () => (await world.desk.database.book.tabCounts(storeId))['pull-out'];
    expect(await toDo()).toBe(1);
    await book.pullOuts.pulled(storeId, [one], true);
    expect(await toDo()).toBe(0);
    expect(await boxes()).toMatchObject([{ isPulled: true }]);
    expect(await world.desk.database.book.changesOf(storeId, one)).toMatchObject([{ pulledAt: expect.any(Number) }]);
    await world.time.advance(60_000);
    expect(await world.job(one)).toMatchObject({ state: 'held' });
    await book.pullOuts.pulled(storeId, [one], false);
    expect(await toDo()).toBe(1);
  });

  it('is held with the rest of it when one of its orders was cancelled', async () => {
    const { one, two } = await withBox();
    desk.happen(one, { status: 'CANCELED' }, 'CLAIM_COMPLETED');
    desk.world.fake.orders.set(one, { status: 'CANCELED', placed: 'OK' });
    await desk.read();
    await desk.world.time.advance(60_000);
    expect(await desk.world.job(one)).toMatchObject({ state: 'rejected', code: 'closed' });
    expect(await desk.world.job(two)).toMatchObject({ state: 'held', holdReason: 'box-changed' });
    const [box] = await boxes();
    expect(box?.heldJob).toBe((await desk.world.job(two))?.id);
    // A yes in the log is a look at the box, too.
    await desk.world.outbox.act({ action: 'approve', jobs: [(await desk.world.job(two))?.id ?? never()] });
    await desk.world.time.advance(60_000);
    expect(await desk.world.job(two)).toMatchObject({ state: 'succeeded' });
    expect(await boxes()).toEqual([]);
  });

  it('stays held for what was found after the list was drawn on which the seller looked', async () => {
    const { one } = await withBox();
    desk.happen(one, { productOption: '색상: 검정' }, 'EXCHANGE_OPTION');
    await desk.read();
    const through = desk.world.time.now();
    await desk.world.time.advance(100);
    desk.happen(one, { hopeDeliveryYmd: '20260309' }, 'HOPE_DELIVERY_INFO_CHANGED');
    await desk.read();
    await desk.world.time.advance(60_000);
    await desk.book.pullOuts.seen(desk.storeId, [{ productOrderId: one, through }]);
    await desk.world.time.advance(60_000);
    expect(await desk.world.job(one)).toMatchObject({ state: 'held' });
    expect(await boxes()).toMatchObject([{ orders: [{ changes: [{ what: 'hope-date-changed' }] }, {}] }]);
  });

  it('stays to be looked at for a cancel request that was found after a yes in the log was asked for', async () => {
    const { one, two } = await withBox();
    desk.happen(one, { productOption: '색상: 검정' }, 'EXCHANGE_OPTION');
    await desk.read();
    await desk.world.time.advance(60_000);
    expect(await desk.world.job(two)).toMatchObject({ state: 'held', holdReason: 'box-changed' });
    const claim = { id: 'C1', type: 'CANCEL', status: 'CANCEL_REQUEST', requestedAt: desk.world.time.now() } as const;
    desk.happen(one, { claim }, 'CLAIM_REQUESTED');
    desk.world.fake.orders.set(one, { status: 'PAYED', placed: 'OK', claimId: 'C1' });
    await desk.read();
    await desk.world.outbox.act({ action: 'approve', jobs: [(await desk.world.job(two))?.id ?? never()] });
    await desk.world.time.advance(60_000);
    expect(await boxes()).toMatchObject([{ orders: [{ changes: [{ what: 'cancel-requested' }] }, {}] }]);
    expect(await desk.world.job(one)).toMatchObject({ state: 'held', holdReason: 'cancel-requested' });
    expect(await desk.world.job(two)).toMatchObject({ state: 'held' });
  });

  it('stays to be looked at for an address when the yes was to the cancel request of another order in it', async () => {
    const { one, two } = await withBox();
    const claim = { id: 'C1', type: 'CANCEL', status: 'CANCEL_REQUEST', requestedAt: desk.world.time.now() } as const;
    desk.happen(one, { claim }, 'CLAIM_REQUESTED');
    desk.world.fake.orders.set(one, { status: 'PAYED', placed: 'OK', claimId: 'C1' });
    await desk.read();
    await desk.world.time.advance(60_000);
    expect(await desk.world.job(two)).toMatchObject({ state: 'held', code: 'parcel-cancel-requested' });
    const recipient = { ...(desk.orders.get(two)?.recipient ?? never()), detailedAddress: '옮긴 곳' };
    desk.happen(two, { recipient }, 'DELIVERY_ADDRESS_CHANGED');
    await desk.read();
    await desk.world.outbox.act({ action: 'approve', jobs: [(await desk.world.job(one))?.id ?? never()] });
    expect(await boxes()).toMatchObject([{ orders: [{ changes: [{ what: 'address-changed' }] }, { changes: [] }] }]);
  });

  it('stays to be looked at for what is found while the look is noted', async () => {
    const { one } = await withBox();
    desk.happen(one, { productOption: '색상: 검정' }, 'EXCHANGE_OPTION');
    await desk.read();
    const { book, storeId, world } = desk;
    await world.time.advance(60_000);
    const through = world.time.now();
    const { database } = world.desk;
    await Promise.all([
      book.pullOuts.seen(storeId, [{ productOrderId: one, through }]),
      database.transaction((tables) => {
        const change = { what: 'hope-date-changed', at: through + 1, foundAt: through + 1, pullOut: true } as const;
        tables.book.addChange(storeId, one, change);
      }),
    ]);
    await world.time.advance(60_000);
    expect(await world.job(one)).toMatchObject({ state: 'held', holdReason: 'box-changed' });
    expect(await boxes()).toMatchObject([{ orders: [{ changes: [{ what: 'hope-date-changed' }] }, {}] }]);
  });

  it('stays held for an address change that was not on the list yet, of any order in it', async () => {
    const { one, two } = await withBox();
    desk.happen(one, { productOption: '색상: 검정' }, 'EXCHANGE_OPTION');
    await desk.read();
    const { book, storeId, world } = desk;
    await world.time.advance(60_000);
    const through = world.time.now();
    await world.time.advance(100);
    for (const changed of [one, two]) {
      await world.desk.database.flags.set(storeId, changed, world.time.now());
      await book.pullOuts.seen(storeId, [{ productOrderId: one, through }]);
      await world.time.advance(60_000);
      expect(await world.job(one)).toMatchObject({ state: 'held' });
      expect((await world.desk.database.flags.of(storeId, [changed])).size).toBe(1);
      await world.desk.database.flags.clear(storeId, changed);
    }
    await book.pullOuts.seen(storeId, [{ productOrderId: one, through }]);
    await world.time.advance(60_000);
    for (const id of [one, two]) expect(await world.job(id)).toMatchObject({ state: 'succeeded' });
  });

  it('stays held until the seller has looked at each of its orders that changed', async () => {
    const { one, two } = await withBox();
    for (const id of [one, two]) desk.happen(id, { productOption: '색상: 검정' }, 'EXCHANGE_OPTION');
    await desk.read();
    await desk.world.time.advance(60_000);
    await desk.book.pullOuts.seen(desk.storeId, [{ productOrderId: one, through: desk.world.time.now() }]);
    await desk.world.time.advance(60_000);
    expect(await desk.world.job(two)).toMatchObject({ state: 'held' });
    await desk.book.pullOuts.seen(desk.storeId, [{ productOrderId: two, through: desk.world.time.now() }]);
    await desk.world.time.advance(60_000);
    for (const id of [one, two]) expect(await desk.world.job(id)).toMatchObject({ state: 'succeeded' });
  });

  it('waits with the rest of it for an address change of an order that is on its way', async () => {
    desk = await createBookWorld();
    const [one = '', two = ''] = desk.sow(2, 1);
    await desk.read();
    const { world } = desk;
    for (const id of [one, two]) world.fake.orders.set(id, { status: 'PAYED', placed: 'OK' });
    await world.outbox.setPaused(desk.storeId, false);
    await world.add([dispatchLine(two, '640000000001')], { undoMs: 10_000 });
    await world.add([dispatchLine(one, '640000000001')]);
    world.failWrites('cut-before');
    world.fake.latencyMs = 4_000;
    await world.time.advance(1_500);
    expect(await world.job(one)).toMatchObject({ state: 'sending' });
    const recipient = { ...(desk.orders.get(one)?.recipient ?? never()), detailedAddress: '옮긴 곳' };
    desk.happen(one, { recipient }, 'DELIVERY_ADDRESS_CHANGED');
    await desk.read();
    const found = world.time.now();
    await world.time.advance(120_000);
    expect(await world.job(one)).toMatchObject({ state: 'held', holdReason: 'address-changed' });
    expect(await world.job(two)).toMatchObject({ state: 'held' });
    expect(world.sends().filter(({ targets, at }) => targets.includes(two) && at >= found)).toEqual([]);
  });

  it('sends nothing by a reading from before the change was known', async () => {
    const { one, two, alone } = await withBox();
    const { storeId } = desk;
    const left = await desk.world.desk.database.transaction(({ jobs }) => {
      const readAts = () => [one, two, alone].map((id) => jobs.live(storeId, 'dispatch', id)?.readAt);
      for (const id of [one, two, alone]) {
        const job = jobs.live(storeId, 'dispatch', id) ?? never();
        jobs.saveReading({ ...job, readAt: 5 }, job);
      }
      jobs.readBoxAgain(storeId, one);
      return readAts();
    });
    expect(left).toEqual([undefined, undefined, 5]);
  });
});

function never(): never {
  throw new Error('there is one');
}

describe('a box whose label may be printed', () => {
  it('is pulled out when its order went out on a form and the buyer asks for a cancel before its number comes', async () => {
    desk = await createBookWorld();
    const [onForm = '', not = ''] = desk.sow(2, 4);
    await desk.read();
    const form = { madeAt: desk.world.time.now(), layout: 'cj', fileName: 'CJ대한통운.xlsx' };
    await desk.world.desk.database.forms.add(desk.storeId, form, [[onForm]]);
    const requestedAt = desk.world.time.now();
    for (const id of [onForm, not]) {
      const claim = { id: `C${id}`, type: 'CANCEL', status: 'CANCEL_REQUEST', requestedAt } as const;
      desk.happen(id, { claim }, 'CLAIM_REQUESTED');
    }
    await desk.read();
    const found = await boxes();
    expect(found).toMatchObject([{ orders: [{ productOrderId: onForm, changes: [{ what: 'cancel-requested' }] }] }]);
    expect(found[0]?.number).toBeUndefined();
  });
});

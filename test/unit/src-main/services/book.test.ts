import { afterEach, describe, expect, it } from 'vitest';
import { createBookWorld } from '../../../support/outbox/book-world';
import type { BookWorld } from '../../../support/outbox/book-world';
import { dispatchLine } from '../../../support/outbox/world';

let desk: BookWorld;
afterEach(async () => {
  expect(desk.problems).toEqual([]);
  await desk.dispose();
});

describe('the order book', () => {
  it('is filled from the feed as many days back as chosen, and tells what is due', async () => {
    desk = await createBookWorld();
    const ids = desk.sow(40, 1);
    await desk.read();
    const { storeId, book } = desk;
    const counts = await book.lists.counts(storeId);
    const tabs = counts.ok ? counts.value.tabs : undefined;
    expect([tabs?.new, tabs?.waiting]).toEqual([14, 26]);
    expect(counts).toMatchObject({
      value: { isUnderWay: false, filledAt: expect.any(Number), holidaysUnknown: false },
    });
    const page = await book.lists.page({ storeId, tab: 'waiting', offset: 0, limit: 50 });
    const rows = page.ok ? page.value.rows : [];
    expect(rows).toHaveLength(26);
    expect(rows.map(({ dueAt }) => dueAt)).toEqual(
      rows.map(({ dueAt }) => dueAt).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
    );
    const market = desk.orders.get(ids[39] ?? '');
    const found = await book.lists.order(storeId, market?.orderId ?? '');
    expect(found).toMatchObject({
      value: {
        productOrders: expect.arrayContaining([
          expect.objectContaining({
            row: expect.objectContaining({ productOrderId: ids[39], recipient: market?.recipient.name }),
            phones: [market?.recipient.tel],
            zipCode: market?.recipient.zipCode,
          }),
        ]),
      },
    });
  });

  it('asks only about what is new, a second time', async () => {
    desk = await createBookWorld();
    desk.sow(20, 1);
    await desk.read();
    desk.asked.length = 0;
    await desk.read();
    expect(desk.asked).toEqual(['changes']);
  });

  it('goes on with the page at which a reading of the feed was cut off, not from its beginning', async () => {
    desk = await createBookWorld();
    desk.set({ feedPageRows: 10 });
    desk.sow(40, 1);
    const isQuestion = (kind: string): boolean => kind === 'changes';
    await desk.read();
    const pages = desk.asked.filter(isQuestion).length;

    await desk.dispose();
    desk = await createBookWorld();
    desk.set({ feedPageRows: 10 });
    desk.sow(40, 1);
    desk.fail = (kind) =>
      isQuestion(kind) && desk.asked.filter(isQuestion).length === pages - 1 ? { cut: 'ECONNRESET' } : undefined;
    await desk.read();
    await desk.restart();
    await desk.read();
    // That page, in the middle of a window, was asked for twice, and no other.
    expect(desk.asked.filter(isQuestion)).toHaveLength(pages + 1);
  });

  it('reads around a product order that the market chokes on, and asks for what was left out again', async () => {
    desk = await createBookWorld();
    const ids = desk.sow(8, 1);
    let refusals = 5;
    desk.fail = (kind) => (kind === 'read' && refusals-- > 0 ? { status: 400, body: { code: '4000' } } : undefined);
    await desk.read();
    await desk.read();
    const counts = await desk.world.desk.database.book.tabCounts(desk.storeId);
    expect(counts.new + counts.waiting).toBe(ids.length);
  });

  it('shows soon what was confirmed here, though the feed says nothing of it', async () => {
    desk = await createBookWorld();
    const [id = ''] = desk.sow(1, 1);
    await desk.read();
    desk.book.keeper.start();
    const { world } = desk;
    world.fake.orders.set(id, { status: 'PAYED', placed: 'NOT_YET' });
    await world.add([{ target: id, values: { kind: 'confirm', confirm: {} } }]);
    await world.time.advance(2000);
    const order = desk.orders.get(id);
    if (order) desk.orders.set(id, { ...order, placeOrderStatus: 'OK' });
    for (const { storeId, jobs } of world.changes) desk.book.keeper.jobsChanged(storeId, jobs);
    await world.time.advance(8000);
    expect(await world.desk.database.book.get(desk.storeId, id)).toMatchObject({ stage: 'waiting' });
  });
});

describe('a box that has a number', () => {
  const withJob = async () => {
    desk = await createBookWorld();
    const id = desk.sow(3, 1)[2] ?? '';
    await desk.read();
    const mate = '2026030288888881';
    desk.orders.set(mate, { ...(desk.orders.get(id) ?? never()), productOrderId: mate });
    for (const each of [id, mate]) desk.world.fake.orders.set(each, { status: 'PAYED', placed: 'OK' });
    await desk.world.outbox.setPaused(desk.storeId, false);
    await desk.world.add([dispatchLine(id), dispatchLine(mate, `6${id}`)], { undoMs: 30_000 });
    return id;
  };

  it('is held for an address change that the feed tells, until the seller has looked', async () => {
    const id = await withJob();
    const recipient = { ...(desk.orders.get(id)?.recipient ?? never()), detailedAddress: '옮긴 곳' };
    desk.happen(id, { recipient, addressChangedAt: desk.world.time.now() }, 'DELIVERY_ADDRESS_CHANGED');
    await desk.read();
    expect(await desk.world.job(id)).toMatchObject({ state: 'held', holdReason: 'address-changed' });
    // The rest of its parcel with it.
    expect(await desk.world.job('2026030288888881')).toMatchObject({ state: 'held', code: 'parcel-address-changed' });
    const list = () => desk.book.lists.page({ storeId: desk.storeId, tab: 'pull-out', offset: 0, limit: 10 });
    expect(await list()).toMatchObject({
      value: {
        total: 1,
        rows: [{ productOrderId: id, pullOut: [{ what: 'address-changed', to: expect.stringContaining('옮긴 곳') }] }],
      },
    });
    await desk.book.pullOuts.seen(desk.storeId, [{ productOrderId: id, through: desk.world.time.now() }]);
    await desk.read();
    await desk.world.time.advance(40_000);
    expect(await desk.world.job(id)).toMatchObject({ state: 'succeeded' });
    expect(await list()).toMatchObject({ value: { total: 0 } });
    const history = await desk.world.desk.database.book.changesOf(desk.storeId, id);
    expect(history).toMatchObject([{ what: 'address-changed', seenAt: expect.any(Number) }]);
  });

  it('is held for a cancel request, with the rest of its parcel, before its turn comes', async () => {
    const id = await withJob();
    const claim = { id: 'C1', type: 'CANCEL', status: 'CANCEL_REQUEST', requestedAt: 1 } as const;
    desk.happen(id, { claim }, 'CLAIM_REQUESTED');
    await desk.read();
    expect(await desk.world.job(id)).toMatchObject({ state: 'held', holdReason: 'cancel-requested' });
    expect(await desk.world.job('2026030288888881')).toMatchObject({ state: 'held', code: 'parcel-cancel-requested' });
    const counts = await desk.book.lists.counts(desk.storeId);
    expect(counts).toMatchObject({ value: { tabs: { 'pull-out': 1 } } });
  });

  it('is not listed twice for what two rows, or a row and a reading, tell of one change', async () => {
    const id = await withJob();
    desk.set({ feedTwinEvery: 1, feedRows: 'every-change', feedLagMs: 10_000 });
    desk.happen(id, { productOption: '색상: 검정' }, 'EXCHANGE_OPTION');
    desk.happen(id, { hopeDeliveryYmd: '20260309' }, 'HOPE_DELIVERY_INFO_CHANGED');
    // Something else brings the order into a reading before the feed tells of the change.
    await desk.world.desk.database.book.markStale(desk.storeId, [id]);
    await desk.read();
    await desk.world.time.advance(20_000);
    await desk.read();
    const history = await desk.world.desk.database.book.changesOf(desk.storeId, id);
    expect(history.map(({ what }) => what).toSorted()).toEqual(['hope-date-changed', 'option-changed']);
  });
});

function never(): never {
  throw new Error('it is there');
}

import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { BookOrder } from '../../../../src-main/database/book/book-port';
import type { SwitchesPatch } from '../../../../src-main/practice/switches';
import { changeTypes } from '../../../../src-main/practice/product-order';
import { createBookWorld } from '../../../support/outbox/book-world';
import type { BookWorld } from '../../../support/outbox/book-world';
import { dispatchLine } from '../../../support/outbox/world';

let desk: BookWorld;
afterEach(async () => {
  expect(desk.problems).toEqual([]);
  await desk.dispose();
});

/** The book as it stands, without what depends on when it was read. */
async function bookOf({ world, storeId }: BookWorld, ids: Iterable<string>) {
  const all: Record<string, unknown> = {};
  for (const id of ids) {
    const order: BookOrder | undefined = await world.desk.database.book.get(storeId, id);
    const { at: _at, ...finding } = order?.facts.finding ?? { at: 0 };
    all[id] = order && {
      stage: order.stage,
      dueAt: order.dueAt,
      sentAt: order.sentAt,
      finding,
      personal: order.personal,
    };
  }
  return all;
}

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
    desk.world.fake.orders.set(id, { status: 'PAYED', placed: 'OK' });
    await desk.world.outbox.setPaused(desk.storeId, false);
    await desk.world.add([dispatchLine(id), dispatchLine('2026030288888881', `6${id}`)], { undoMs: 30_000 });
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
    await desk.book.pullOuts.seen(desk.storeId, id, desk.world.time.now());
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

const happeningArbitrary = fc.record({
  order: fc.nat(11),
  type: fc.constantFrom(...changeTypes),
  patch: fc.constantFrom<Parameters<BookWorld['happen']>[1]>(
    {},
    { placeOrderStatus: 'OK' },
    { productOption: '색상: 검정' },
    { shippingMemo: '내일 와 주세요' },
    { status: 'DELIVERING' },
    { status: 'CANCELED' },
    { claim: { id: 'C1', type: 'CANCEL', status: 'CANCEL_REQUEST', requestedAt: 1 } },
    { recipient: { name: '새 이름', tel: '010-9999-9999', zipCode: '1', baseAddress: '부산', detailedAddress: '2' } },
  ),
});
const stepArbitrary = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('happen' as const), what: happeningArbitrary }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('read' as const), forMs: fc.integer({ min: 10, max: 900 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('fail' as const),
      kind: fc.constantFrom('read' as const, 'changes' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 100, max: 40_000 }) }) },
);
const switchesArbitrary = fc.record({
  feedLagMs: fc.integer({ min: 0, max: 20_000 }),
  feedMoreFrom: fc.constantFrom('trimmed', 'one-decimal', 'exact'),
  feedRows: fc.constantFrom('last-change', 'every-change'),
  feedOrder: fc.constantFrom('by-time', 'backwards'),
  feedTwinEvery: fc.integer({ min: 0, max: 3 }),
  feedLateEvery: fc.integer({ min: 0, max: 3 }),
  feedEmpty: fc.constantFrom('no-data', 'empty-list'),
  feedPageRows: fc.integer({ min: 3, max: 12 }),
});

/** So many in every run; `npm run bench -- faults` asks for more. */
const programs = Number(process.env['BOOK_PROGRAMS'] ?? 25);
const seed = process.env['OUTBOX_SEED'] === undefined ? {} : { seed: Number(process.env['OUTBOX_SEED']) };

/** What of the feed's faults a program meets. */
function faultsOf(steps: readonly { do: string; kind?: string }[], switches: SwitchesPatch): string[] {
  const { feedLagMs = 0, feedTwinEvery = 0, feedLateEvery = 0, feedMoreFrom, feedOrder, feedEmpty } = switches;
  return [
    ...(feedLagMs > 0 ? ['lag'] : []),
    ...(feedTwinEvery > 0 ? ['twins'] : []),
    ...(feedLateEvery > 0 ? ['late rows'] : []),
    ...(feedMoreFrom === 'one-decimal' ? ['one decimal'] : []),
    ...(feedOrder === 'backwards' ? ['out of order'] : []),
    ...(feedEmpty === 'no-data' ? ['data absent'] : []),
    ...steps.flatMap((step) => {
      if (step.do === 'kill') return ['kill'];
      return step.do === 'fail' ? [step.kind === 'changes' ? 'page missing' : 'details missing'] : [];
    }),
  ];
}
const allFaults = [
  ...['data absent', 'details missing', 'kill', 'lag', 'late rows'],
  ...['one decimal', 'out of order', 'page missing', 'twins'],
];

it(
  'becomes the same book as one read at once, whatever the feed, the line and the process do',
  async () => {
    const met = new Set<string>();
    let ended = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(stepArbitrary, { maxLength: 25 }), switchesArbitrary, async (steps, switches) => {
        desk = await createBookWorld({ inMemory: true });
        desk.set(switches);
        for (const fault of faultsOf(steps, switches)) met.add(fault);
        const ids = desk.sow(12, 1);
        const { time } = desk.world;
        for (const step of steps) {
          if (step.do === 'happen') desk.happen(ids[step.what.order] ?? '', step.what.patch, step.what.type);
          else if (step.do === 'kill') await desk.restart();
          else if (step.do === 'wait') await time.advance(step.ms);
          else if (step.do === 'read') {
            await desk.book.keeper.refresh(desk.storeId);
            await time.advance(step.forMs);
          } else {
            let left = 1;
            desk.fail = (kind) => (kind === step.kind && left-- > 0 ? { cut: 'ECONNRESET' } : undefined);
          }
        }
        desk.fail = () => undefined;
        await time.advance(60_000);
        while (desk.book.keeper.stateOf(desk.storeId).isUnderWay) await time.advance(1000);
        await desk.read();
        const stepwise = await bookOf(desk, ids);
        const whole = await createBookWorld({ inMemory: true });
        for (const [id, order] of desk.orders) whole.orders.set(id, order);
        for (const id of ids) whole.happen(id, {}, 'PAYED');
        await whole.world.time.advance(1000);
        await whole.read();
        expect(stepwise).toEqual(await bookOf(whole, ids));
        await whole.dispose();
        await desk.dispose();
        ended += 1;
      }),
      { numRuns: programs, ...seed },
    );
    desk = await createBookWorld({ inMemory: true });
    expect(ended).toBe(programs);
    expect([...met].toSorted(), 'a feed that behaves proves nothing').toEqual(allFaults);
  },
  Math.max(120_000, programs * 1_000),
);

it(
  'becomes the same book within a few hours where the feed leaves changes out',
  async () => {
    const change = happeningArbitrary.filter(({ patch }) => patch.status === undefined);
    let left = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 8 }), async (changes) => {
        desk = await createBookWorld({ inMemory: true });
        const ids = desk.sow(12, 1);
        await desk.read();
        desk.set({ feedGapEvery: 2 });
        for (const { order, patch, type } of changes) desk.happen(ids[order] ?? '', patch, type);
        await desk.world.time.advance(60_000);
        await desk.read();
        const soon = await bookOf(desk, ids);
        await desk.world.time.advance(6 * 3_600_000);
        await desk.read();
        const whole = await createBookWorld({ inMemory: true });
        for (const [id, order] of desk.orders) whole.orders.set(id, order);
        for (const id of ids) whole.happen(id, {}, 'PAYED');
        await whole.world.time.advance(1000);
        await whole.read();
        const expected = await bookOf(whole, ids);
        expect(await bookOf(desk, ids)).toEqual(expected);
        if (JSON.stringify(soon) !== JSON.stringify(expected)) left += 1;
        await whole.dispose();
        await desk.dispose();
      }),
      { numRuns: Math.max(10, Math.ceil(programs / 5)), ...seed },
    );
    desk = await createBookWorld({ inMemory: true });
    expect(left, 'a feed without gaps proves nothing').toBeGreaterThan(0);
  },
  Math.max(120_000, programs * 1_000),
);

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BookOrder } from '../../../../src-main/database/book/book-port';
import type { SwitchesPatch } from '../../../../src-main/practice/switches';
import { changeTypes } from '../../../../src-main/practice/product-order';
import { createBookWorld } from '../../../support/outbox/book-world';
import type { BookWorld } from '../../../support/outbox/book-world';

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

const happeningArbitrary = fc.record({
  order: fc.nat(3),
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
      after: fc.nat(2),
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

type Program = [
  (typeof stepArbitrary extends fc.Arbitrary<infer Step> ? Step : never)[],
  typeof switchesArbitrary extends fc.Arbitrary<infer Switches> ? Switches : never,
];

/** So many in every run; `npm run bench -- faults` asks for more. */
const programs = Number(process.env['BOOK_PROGRAMS'] ?? 25);
const seed = process.env['OUTBOX_SEED'] === undefined ? {} : { seed: Number(process.env['OUTBOX_SEED']) };

/** Which faults the feed of a program has. What strikes only at its time is noted when it does. */
function faultsOf(switches: SwitchesPatch): string[] {
  const { feedLagMs = 0, feedTwinEvery = 0, feedLateEvery = 0, feedMoreFrom, feedOrder, feedEmpty } = switches;
  return [
    ...(feedLagMs > 0 ? ['lag'] : []),
    ...(feedTwinEvery > 0 ? ['twins'] : []),
    ...(feedLateEvery > 0 ? ['late rows'] : []),
    ...(feedMoreFrom === 'one-decimal' ? ['one decimal'] : []),
    ...(feedOrder === 'backwards' ? ['out of order'] : []),
    ...(feedEmpty === 'no-data' ? ['data absent'] : []),
  ];
}
/** First of every run: a program that meets each fault, so that a run without one is no matter of chance. */
const everyFault: Program = [
  [
    { do: 'happen', what: { order: 0, type: 'DELIVERY_ADDRESS_CHANGED', patch: { shippingMemo: '내일 와 주세요' } } },
    { do: 'fail', after: 0, kind: 'changes' },
    { do: 'wait', ms: 20_000 },
    { do: 'read', forMs: 900 },
    { do: 'happen', what: { order: 1, type: 'CLAIM_COMPLETED', patch: { status: 'CANCELED' } } },
    { do: 'fail', after: 0, kind: 'read' },
    { do: 'wait', ms: 20_000 },
    { do: 'read', forMs: 900 },
    { do: 'happen', what: { order: 2, type: 'EXCHANGE_OPTION', patch: { productOption: '색상: 검정' } } },
    { do: 'wait', ms: 20_000 },
    { do: 'read', forMs: 10 },
    { do: 'kill' },
  ],
  {
    feedLagMs: 5_000,
    feedMoreFrom: 'one-decimal',
    feedRows: 'every-change',
    feedOrder: 'backwards',
    feedTwinEvery: 2,
    feedLateEvery: 2,
    feedEmpty: 'no-data',
    feedPageRows: 3,
  },
];
const allFaults = 'data absent, details missing, kill, lag, late rows, one decimal, out of order, page missing, twins';

it('becomes the same book as one read at once, whatever the feed, the line and the process do', async () => {
  const met = new Set<string>();
  let ended = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(stepArbitrary, { maxLength: 25 }), switchesArbitrary, async (steps, switches) => {
      const desk = await createBookWorld();
      desk.set(switches);
      for (const fault of faultsOf(switches)) met.add(fault);
      const ids = desk.sow(12, 1);
      const { time } = desk.world;
      // The first round of a process reads a whole day again, which hides what the rounds after it miss.
      await time.advance(60_000);
      await desk.read();
      for (const step of steps) {
        if (step.do === 'happen') desk.happen(ids[step.what.order] ?? '', step.what.patch, step.what.type);
        else if (step.do === 'kill') {
          if (desk.book.keeper.stateOf(desk.storeId).isUnderWay) met.add('kill');
          await desk.restart();
        } else if (step.do === 'wait') await time.advance(step.ms);
        else if (step.do === 'read') {
          await desk.book.keeper.refresh(desk.storeId);
          await time.advance(step.forMs);
        } else {
          let asked = 0;
          desk.fail = (kind) => {
            if (kind !== step.kind || asked++ !== step.after) return undefined;
            met.add(kind === 'changes' ? 'page missing' : 'details missing');
            return { cut: 'ECONNRESET' };
          };
        }
      }
      desk.fail = () => undefined;
      await time.advance(60_000);
      while (desk.book.keeper.stateOf(desk.storeId).isUnderWay) await time.advance(1000);
      await desk.read();
      const stepwise = await bookOf(desk, ids);
      const whole = await createBookWorld();
      for (const [id, order] of desk.orders) whole.orders.set(id, order);
      for (const id of ids) whole.happen(id, {}, 'PAYED');
      await whole.world.time.advance(1000);
      await whole.read();
      expect(stepwise).toEqual(await bookOf(whole, ids));
      await whole.dispose();
      await desk.dispose();
      ended += 1;
    }),
    { numRuns: programs, examples: [everyFault], ...seed },
  );
  expect(ended).toBe(programs);
  expect([...met].toSorted().join(', '), 'a feed that behaves proves nothing').toBe(allFaults);
});

it('becomes the same book within a few hours where the feed leaves changes out', async () => {
  const change = happeningArbitrary.filter(({ patch }) => patch.status === undefined);
  let left = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 8 }), async (changes) => {
      const desk = await createBookWorld();
      const ids = desk.sow(12, 1);
      await desk.read();
      desk.set({ feedGapEvery: 2 });
      for (const { order, patch, type } of changes) desk.happen(ids[order] ?? '', patch, type);
      await desk.world.time.advance(60_000);
      await desk.read();
      const soon = await bookOf(desk, ids);
      await desk.world.time.advance(6 * 3_600_000);
      await desk.read();
      const whole = await createBookWorld();
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
  expect(left, 'a feed without gaps proves nothing').toBeGreaterThan(0);
});

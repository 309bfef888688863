import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareFacts, strengthOf } from '../../../../../src-preload/contract/join/evidence';
import { foldTracking, personFacts } from '../../../../../src-preload/contract/join/facts';
import type { JoinLine, JoinOrder } from '../../../../../src-preload/contract/join/facts';
import { joinLines } from '../../../../../src-preload/contract/join/join';
import { parcelsInSteps, type Parcel } from '../../../../../src-preload/contract/join/parcels';
import type { JoinOutcome } from '../../../../../src-preload/contract/join/outcome';

// What a wrong rule does shows in one of some hundred days.
fc.configureGlobal({ numRuns: 500 });

const of = <const Value>(...values: Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);

// Few of each, so that twins, neighbours, second orders and covered fields meet.
const person = fc.record({
  recipient: of('김하루', '김하나', '박바다', '김*루', '김**', '', '김하루님', '모란상사 김하루'),
  phones: fc.array(of('010-9876-5432', '010-9876-5433', '010-****-5432', '0502-1234-5678', '010-0000-0000'), {
    maxLength: 2,
  }),
  address: of(
    '서울 은평구 가람길 21, 1동 402호',
    '서울특별시 은평구 가람길21 1동402호',
    '서울 은평구 가람길 21, 1동 403호',
    '서울 은평구 가람길 21',
    '서울 은평구 녹번동 77-1 1동 402호',
    '부산 중구 중앙로 1',
    'OO아파트 1동 402호',
    '서울 은평구 ***',
    '',
  ),
  zipCode: of('03480', '48900', ''),
  product: of('린넨 앞치마', '유자차', '유자차 외 1건', ''),
});
const digits = fc.integer({ min: 0, max: 9 });
type One = typeof person extends fc.Arbitrary<infer Value> ? Value : never;
const ordersOf = (one: fc.Arbitrary<One>): fc.Arbitrary<JoinOrder[]> =>
  fc
    .array(fc.record({ one, orderId: digits, packageNumber: fc.option(digits, { nil: undefined }) }), { maxLength: 5 })
    .map((all) =>
      all.map(({ one: facts, orderId, packageNumber }, n): JoinOrder => ({
        ...facts,
        productOrderId: `202611270000000${n}`,
        orderId: `202611279900000${orderId}`,
        packageNumber: packageNumber === undefined ? undefined : `p${packageNumber}`,
      })),
    );
const linesOf = (one: fc.Arbitrary<One>): fc.Arbitrary<JoinLine[]> =>
  fc
    .array(
      fc.record({
        one,
        tracking: fc.nat({ max: 4 }),
        reference: of(
          '',
          '',
          '',
          '메모',
          '★2026112700000001',
          '2026112700000002',
          '2026112799000003',
          '2026112600000009',
        ),
      }),
      { maxLength: 5 },
    )
    .map((all) =>
      all.map(({ one: facts, tracking, reference }, n): JoinLine => ({
        ...facts,
        row: n + 1,
        trackingNumber: `60000000${tracking}`,
        references: [reference],
      })),
    );
/** Both sides are of the same few people, some of them with one thing changed: strangers alone would hardly ever meet. */
const days = fc.array(person, { minLength: 1, maxLength: 3 }).chain((people) => {
  const known = of(...people);
  const changed = fc
    .tuple(known, person, of('recipient', 'phones', 'address'))
    .map(([one, other, field]): One => ({ ...one, [field]: other[field] }));
  const one = fc.oneof({ weight: 3, arbitrary: known }, { weight: 2, arbitrary: changed }, person);
  return fc.tuple(linesOf(one), ordersOf(one));
});

const shuffled = <Item>(items: readonly Item[]): fc.Arbitrary<Item[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length });

function parcelsOf(orders: readonly JoinOrder[]): readonly Parcel[] {
  const steps = parcelsInSteps(orders);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** What goes on without the seller: row and product order. */
function tickedPairs({ boxes }: JoinOutcome): [number, string][] {
  return boxes
    .filter(({ ticked }) => ticked)
    .flatMap(({ rows, candidates: [first] }) =>
      (first?.orders ?? [])
        .filter(({ ticked }) => ticked)
        .flatMap(({ productOrderId }) => rows.map((row): [number, string] => [row, productOrderId])),
    );
}

it('is the same however lines and orders are shuffled', () => {
  fc.assert(
    fc.property(
      days.chain(([lines, orders]) => fc.tuple(fc.constant({ lines, orders }), shuffled(lines), shuffled(orders))),
      ([{ lines, orders }, otherLines, otherOrders]) => {
        expect(joinLines(otherLines, otherOrders)).toEqual(joinLines(lines, orders));
      },
    ),
  );
});

it('compares alike from both sides', () => {
  fc.assert(
    fc.property(person, person, (one, other) => {
      expect(compareFacts(personFacts(one), personFacts(other))).toEqual(
        compareFacts(personFacts(other), personFacts(one)),
      );
    }),
  );
});

it('ticks the same pairs when lines and orders change places', () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 6 }), fc.array(person, { maxLength: 6 }), (ones, others) => {
      const sheetOf = (all: typeof ones): JoinLine[] =>
        all.map((one, n) => ({ ...one, product: '', row: n + 1, trackingNumber: `60000000${n}` }));
      const bookOf = (all: typeof ones): JoinOrder[] =>
        all.map((one, n) => ({ ...one, product: '', productOrderId: `202611270000000${n}` }));
      const there = tickedPairs(joinLines(sheetOf(ones), bookOf(others)));
      const back = tickedPairs(joinLines(sheetOf(others), bookOf(ones)));
      const turned = back.map(([row, id]): [number, string] => [Number(id.at(-1)) + 1, `202611270000000${row - 1}`]);
      const byRow = (one: [number, string], next: [number, string]): number => one[0] - next[0];
      expect(turned.toSorted(byRow)).toEqual(there.toSorted(byRow));
    }),
  );
});

it('never gives one tracking number to two recipients, nor one product order two numbers', () => {
  fc.assert(
    fc.property(days, ([lines, orders]) => {
      const trackingOf = new Map(lines.map(({ row, trackingNumber }) => [row, foldTracking(trackingNumber)]));
      const byTracking = new Map<string, Set<string>>();
      const byOrder = new Map<string, Set<string>>();
      for (const [row, id] of tickedPairs(joinLines(lines, orders))) {
        const tracking = trackingOf.get(row) ?? '';
        byTracking.set(tracking, (byTracking.get(tracking) ?? new Set()).add(id));
        byOrder.set(id, (byOrder.get(id) ?? new Set()).add(tracking));
      }
      for (const ids of byTracking.values()) {
        const facts = orders.filter(({ productOrderId }) => ids.has(productOrderId)).map(personFacts);
        for (const one of facts) for (const other of facts) expect(compareFacts(one, other).name).not.toBe('different');
      }
      for (const numbers of byOrder.values()) expect(numbers.size).toBe(1);
    }),
  );
});

it('ticks by reasons only where two whole fields agree and none differs', () => {
  fc.assert(
    fc.property(days, ([lines, orders]) => {
      const bare = lines.map((line) => ({ ...line, references: [] }));
      for (const { ticked, candidates } of joinLines(bare, orders).boxes) {
        if (!ticked) continue;
        const [first] = candidates;
        if (first === undefined) throw new Error('ticked without a candidate');
        const { name, phone, place } = first.evidence;
        expect([name, phone, place].filter((each) => each === 'same').length).toBeGreaterThanOrEqual(2);
        expect([name, phone, place]).not.toContain('different');
      }
    }),
  );
});

it('never lets a covered field prove anything', () => {
  fc.assert(
    fc.property(person, person, of('name', 'phone', 'place'), (one, other, kept) => {
      const covered = {
        recipient: kept === 'name' ? one.recipient : '김**',
        phones: kept === 'phone' ? one.phones : ['010-****-5432'],
        address: kept === 'place' ? one.address : '서울 은평구 OO아파트 ***',
        zipCode: one.zipCode,
      };
      expect(strengthOf(compareFacts(personFacts(covered), personFacts(other)))).not.toBe('proven');
    }),
  );
});

it('never joins by one kind alone, whatever postcode and product say', () => {
  fc.assert(
    fc.property(days, of('recipient', 'phones', 'address', 'zipCode'), ([lines, orders], kept) => {
      const bare = lines.map((line): JoinLine => ({
        row: line.row,
        trackingNumber: line.trackingNumber,
        product: line.product,
        zipCode: line.zipCode,
        [kept]: line[kept],
      }));
      expect(tickedPairs(joinLines(bare, orders))).toEqual([]);
    }),
  );
});

it('never joins lines of which all but one kind are covered', () => {
  const covers = {
    recipient: of('김**', '김*루', '김하*', '김하루 고**'),
    phones: of(['010-****-5432'], ['010-9876-****'], ['0502-****-5678']),
    address: of('서울 은평구 가람길 **, *동 ***호', 'OO아파트 1동 402호', '서울 은평구 ***'),
  };
  fc.assert(
    fc.property(days, of('recipient', 'phones', 'address'), fc.record(covers), ([lines, orders], kept, hidden) => {
      const bare = lines.map((line): JoinLine => ({ ...line, references: [], ...hidden, [kept]: line[kept] }));
      expect(tickedPairs(joinLines(bare, orders))).toEqual([]);
    }),
  );
});

it('never joins where another open one on either side fits as exactly', () => {
  fc.assert(
    fc.property(days, ([lines, orders]) => {
      const bare = lines.map((line, n) => ({ ...line, references: [], trackingNumber: `60000000${n}` }));
      const pairs = tickedPairs(joinLines(bare, orders));
      const [joinedRows, joinedIds] = [new Set(pairs.map(([row]) => row)), new Set(pairs.map(([, id]) => id))];
      for (const parcel of parcelsOf(orders)) {
        const joined = parcel.orders.filter(({ order }) => joinedIds.has(order.productOrderId)).length;
        for (const line of bare) {
          const isSplit = joinedRows.has(line.row) ? joined === 0 : joined === parcel.orders.length;
          if (isSplit) expect(strengthOf(compareFacts(personFacts(line), parcel.facts))).not.toBe('proven');
        }
      }
    }),
  );
});

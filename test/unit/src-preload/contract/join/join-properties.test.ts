import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareFacts, strengthOf } from '../../../../../src-preload/contract/join/evidence';
import { foldTracking, personFacts } from '../../../../../src-preload/contract/join/facts';
import type { JoinLine, JoinOrder } from '../../../../../src-preload/contract/join/facts';
import { joinLines } from '../../../../../src-preload/contract/join/join';
import type { JoinOutcome } from '../../../../../src-preload/contract/join/outcome';

const of = <Value>(...values: Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);

// Few of each, so that twins, neighbours, second orders and covered fields meet.
const person = fc.record({
  recipient: of('김하루', '김하나', '박바다', '김*루', '김**', '', '김하루님'),
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
    '',
  ),
  zipCode: of('03480', '48900', ''),
  product: of('린넨 앞치마', '유자차', '유자차 외 1건', ''),
});
const digits = fc.integer({ min: 0, max: 9 });
const someOrders = fc
  .array(fc.record({ person, orderId: digits, packageNumber: fc.option(digits, { nil: undefined }) }), { maxLength: 8 })
  .map((all) =>
    all.map(({ person: one, orderId, packageNumber }, n): JoinOrder => ({
      ...one,
      productOrderId: `202611270000000${n}`,
      orderId: `202611279900000${orderId}`,
      packageNumber: packageNumber === undefined ? undefined : `p${packageNumber}`,
    })),
  );
const someLines = fc
  .array(
    fc.record({
      person,
      tracking: digits,
      reference: of('', '메모', '★2026112700000001', '2026112700000002', '2026112799000003', '2026112600000009'),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ person: one, tracking, reference }, n): JoinLine => ({
      ...one,
      row: n + 1,
      trackingNumber: `60000000${tracking}`,
      references: [reference],
    })),
  );

const shuffled = <Item>(items: readonly Item[], seed: number): Item[] =>
  items
    .map((item, n) => ({ item, key: Math.imul(n + 1, seed * 2 + 1) >>> 0 }))
    .toSorted((one, other) => one.key - other.key)
    .map(({ item }) => item);

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
    fc.property(someLines, someOrders, fc.nat({ max: 1000 }), (lines, orders, seed) => {
      expect(joinLines(shuffled(lines, seed), shuffled(orders, seed))).toEqual(joinLines(lines, orders));
    }),
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
      const linesOf = (all: typeof ones): JoinLine[] =>
        all.map((one, n) => ({ ...one, product: '', row: n + 1, trackingNumber: `60000000${n}` }));
      const ordersOf = (all: typeof ones): JoinOrder[] =>
        all.map((one, n) => ({ ...one, product: '', productOrderId: `202611270000000${n}` }));
      const there = tickedPairs(joinLines(linesOf(ones), ordersOf(others)));
      const back = tickedPairs(joinLines(linesOf(others), ordersOf(ones)));
      const turned = back.map(([row, id]): [number, string] => [Number(id.at(-1)) + 1, `202611270000000${row - 1}`]);
      const byRow = (one: [number, string], next: [number, string]): number => one[0] - next[0];
      expect(turned.toSorted(byRow)).toEqual(there.toSorted(byRow));
    }),
  );
});

it('never gives one tracking number to two recipients, nor one product order two numbers', () => {
  fc.assert(
    fc.property(someLines, someOrders, (lines, orders) => {
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
    fc.property(someLines, someOrders, (lines, orders) => {
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

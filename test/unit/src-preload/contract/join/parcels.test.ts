import { describe, expect, it } from 'vitest';
import type { JoinLine, JoinOrder } from '../../../../../src-preload/contract/join/facts';
import { boxesInSteps, inOrder, parcelsInSteps } from '../../../../../src-preload/contract/join/parcels';
import { lineOf, orderOf, stranger } from './made-up-people';

function endOf<Result>(steps: Generator<void, Result, undefined>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The last digits of the orders of each parcel; * where it is one bundle. */
const parcelsOf = (orders: readonly Partial<JoinOrder>[]): string[] =>
  endOf(parcelsInSteps(orders.map((each, at) => orderOf(at + 1, each)))).map(
    ({ orders: own, isOneBundle }) =>
      own.map(({ order }) => order.productOrderId.slice(-1)).join('') + (isOneBundle ? '*' : ''),
  );

const packed = { packageNumber: 'p1' };
const lot = { address: '서울 은평구 불광동 12-3, 402호' };

describe('orders in one parcel', () => {
  it.each<[string, string[], Partial<JoinOrder>[]]>([
    ['of one name at one door', ['12'], [{}, {}]],
    ['of one name at one lot', ['12'], [lot, lot]],
    ['of one short name', ['12'], [{ recipient: '김하' }, { recipient: '김하' }]],
    ['of one of two people', ['12', '3*'], [{}, {}, stranger]],
    ['of which nothing is known but one', ['1*'], [{ orderId: undefined }]],
    ['of one order', ['12*'], [{ orderId: 'o1' }, { orderId: 'o1' }]],
    ['that the market packs together', ['12*'], [packed, packed]],
    ['that the market packs together, of which one has no address', ['12*'], [packed, { ...packed, address: '' }]],
    ['of which the market packs only two together', ['123'], [packed, packed, {}]],
  ])('are those %s: %j', (_, parcels, orders) => {
    expect(parcelsOf(orders)).toEqual(parcels);
  });

  it.each<[string, string[], Partial<JoinOrder>[]]>([
    ['of different people, though packed together', ['1*', '2*'], [packed, { ...packed, ...stranger }]],
    ['of another flat', ['1*', '2*'], [{}, { address: '서울 은평구 가람길 21, 1동 403호' }]],
    ['of another block', ['1*', '2*'], [{}, { address: '서울 은평구 가람길 21, 2동 402호' }]],
    ['of another house', ['1*', '2*'], [{}, { address: '서울 은평구 가람길 22, 1동 402호' }]],
    ['of another name', ['1*', '2*'], [{ phones: [] }, { recipient: '박바다', phones: [] }]],
    ['without an address', ['1*', '2*'], [{ address: '' }, { address: '' }]],
    ['of which one has no address', ['1*', '2*'], [{}, { address: '' }]],
    ['with a covered name', ['1*', '2*'], [{ recipient: '김*루' }, { recipient: '김*루' }]],
    ['with one letter for a name', ['1*', '2*'], [{ recipient: '김' }, { recipient: '김' }]],
    [
      'that a third brings together, and that contradict each other',
      ['1*', '2*', '3*'],
      [{ ...packed, address: '', phones: ['010-2222-3334'] }, { ...packed, phones: [] }, {}],
    ],
  ])('are not those %s: %j', (_, parcels, orders) => {
    expect(parcelsOf(orders)).toEqual(parcels);
  });

  it('have the product and option as texts are compared, and all phones', () => {
    const [parcel] = endOf(
      parcelsInSteps([orderOf(1, { option: '차 콜', phones: undefined }), orderOf(2, { product: undefined })]),
    );
    expect(parcel?.orders).toMatchObject([
      { product: '린넨앞치마', option: '차콜' },
      { product: '', option: '' },
    ]);
    expect(parcel?.facts.phones).toMatchObject([{ digits: '1098765432' }]);
  });
});

describe('lines in one box', () => {
  const boxesOf = (lines: readonly JoinLine[]): [number[], boolean, string][] =>
    endOf(boxesInSteps(lines)).map((box) => [
      box.lines.map(({ row }) => row),
      box.isContradicted,
      box.facts.name.folded,
    ]);
  const one = { trackingNumber: '6000-1' };

  it('are those with one number for one person', () => {
    expect(boxesOf([lineOf(1, one), lineOf(2, { trackingNumber: '60001' }), lineOf(3)])).toEqual([
      [[1, 2], false, '김하루'],
      [[3], false, '김하루'],
    ]);
  });

  it('are not those for two people, nor those without a number', () => {
    expect(boxesOf([lineOf(1, one), lineOf(2, { ...stranger, ...one })])).toEqual([
      [[1], true, '김하루'],
      [[2], true, '박먼곳'],
    ]);
    const none = { trackingNumber: '' };
    expect(boxesOf([lineOf(1, none), lineOf(2, { ...stranger, ...none }), lineOf(3, none)])).toEqual([
      [[1], false, '김하루'],
      [[2], false, '박먼곳'],
      [[3], false, '김하루'],
    ]);
  });

  it('are not more than a parcel has', () => {
    const many = Array.from({ length: 61 }, (_, at) => lineOf(at + 1, one));
    expect(boxesOf(many.slice(1))).toHaveLength(1);
    expect(boxesOf(many)).toHaveLength(61);
  });
});

it('texts stand in the order of their code units', () => {
  expect([inOrder('1', '2'), inOrder('2', '1'), inOrder('1', '1'), inOrder('a', 'B')]).toEqual([-1, 1, 0, 1]);
});

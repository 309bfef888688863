import { describe, expect, it } from 'vitest';
import type { JoinLine, JoinOrder } from '../../../../../src-preload/contract/join/facts';
import { joinLines } from '../../../../../src-preload/contract/join/join';
import { lineOf, orderOf } from './made-up-people';

const apron = '린넨 앞치마';
const tea = '유자차';
const elsewhere = { address: '경기 하남시 물빛로 5' };
const id = (n: number): string => orderOf(n).productOrderId;

/** Of each line the orders that go out with it unless the seller says otherwise. */
const goesOut = (lines: readonly Partial<JoinLine>[], orders: readonly Partial<JoinOrder>[]): string[][] =>
  joinLines(
    lines.map((each, at) => lineOf(at + 1, each)),
    orders.map((each, at) => orderOf(at + 1, each)),
  ).boxes.map(({ ticked, candidates: [first] }) =>
    ticked ? (first?.orders.flatMap((each) => (each.ticked ? [each.productOrderId] : [])) ?? []) : [],
  );

describe('what goes out with a line', () => {
  it.each<[string, string[][], Partial<JoinLine>[], Partial<JoinOrder>[]]>([
    ['nothing, where another order fits as well', [[]], [{ address: '' }], [{}, elsewhere]],
    ['the one order that has the address too', [[id(1)]], [{}], [{}, elsewhere]],
    ['nothing of an order that two lines fit', [[], []], [{}, { phones: ['010-****-5432'], address: '' }], [{}]],
    ['both orders it names', [[id(1), id(2)]], [{ product: `${apron}, ${tea}` }], [{}, { product: tea }]],
    ['nothing of two orders of which it names one', [[]], [{ product: tea }], [{}, { product: tea }]],
    ['nothing, where it says that there are more', [[]], [{ product: `${apron} 외 2건` }], [{}, { product: tea }]],
    [
      'nothing of what is left of an order by number',
      [[id(1)], []],
      [{ references: [id(1)] }, {}],
      [{}, { product: tea }],
    ],
    [
      'what is left, where it names it',
      [[id(1)], [id(2)]],
      [{ references: [id(1)] }, { product: tea }],
      [{}, { product: tea }],
    ],
  ])('is %s: %j', (_, rows, lines, orders) => {
    expect(goesOut(lines, orders)).toEqual(rows);
  });
});

describe('what goes out with two lines of one person', () => {
  const two = [{}, { product: tea }];
  const options = [{ option: '차콜' }, { option: '베이지' }];

  it.each<[string, string[][], (string | undefined)[], Partial<JoinOrder>[]]>([
    ['each order that one of them names', [[id(2)], [id(1)]], [tea, apron], two],
    ['nothing, where both name one order', [[], []], [tea, tea], two],
    ['nothing, where one names none', [[], []], [tea, undefined], two],
    ['nothing, where none names the third', [[], []], [tea, apron], [...two, { product: '무지 노트' }]],
    ['nothing, where one says that there is more', [[], []], [tea, `${apron} 외 1건`], two],
    [
      'the two that one says it has',
      [[id(3)], [id(1), id(2)]],
      [tea, `${apron} 외 1건`],
      [...options, { product: tea }],
    ],
    ['the option that the other leaves', [[id(1)], [id(2)]], [apron, `${apron} 베이지`], options],
    ['nothing, where the options leave a third', [[], []], [apron, `${apron} 베이지`], [...options, { product: tea }]],
    ['nothing, where each may have either', [[], []], [apron, apron], options],
  ])('is %s: %j', (_, rows, products, orders) => {
    expect(
      goesOut(
        products.map((product) => ({ product })),
        orders,
      ),
    ).toEqual(rows);
  });

  it('is nothing, where a third may be meant as well', () => {
    const third = { phones: ['010-****-5432'], address: '' };
    expect(goesOut([{ product: tea }, { product: apron }, third], two)).toEqual([[], [], []]);
  });
});

it('what very many have proves nothing', () => {
  const many = Array.from({ length: 201 }, (_, at) => ({
    phones: [`010-${3000 + at}-${4000 + at}`],
    address: `서울 은평구 나루길 ${at + 1}`,
  }));
  expect(goesOut([{}], [{}, ...many.slice(0, 199)])).toEqual([[id(1)]]);
  expect(goesOut([{}], [{}, ...many])).toEqual([[]]);
  expect(goesOut([{}, ...many], [{}]).flat()).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { joinLines } from '../../../../../src-preload/contract/join/join';
import type { JoinedBox } from '../../../../../src-preload/contract/join/outcome';
import { lineOf, only, orderOf, stranger, ticked } from './made-up-people';

const tea = { product: '유자차' };
const together = { packageNumber: 'p1' };
const moved = { address: '서울 은평구 나루길 3' };
const id = (n: number): string => orderOf(n).productOrderId;
const offered = (box: JoinedBox | undefined): string[][] =>
  box?.candidates.map(({ orders }) => orders.map(({ productOrderId }) => productOrderId)) ?? [];

describe('boxes', () => {
  it('stand in the order of their rows, and their rows too', () => {
    const lines = [
      lineOf(4, stranger),
      lineOf(3, { trackingNumber: '1' }),
      lineOf(1),
      lineOf(2, { trackingNumber: '1' }),
    ];
    expect(joinLines(lines, [orderOf(8, stranger)]).boxes.map(({ rows }) => rows)).toEqual([[1], [2, 3], [4]]);
  });

  it.each([
    ['same', '린넨 앞치마 차콜'],
    ['near', '린넨 앞치마 베이지'],
    ['different', '무지 노트'],
    ['unknown', undefined],
  ] as const)('whose goods are %s say so', (goods, product) => {
    const order = orderOf(1, { option: '차콜' });
    const line = lineOf(1, { product });
    expect(only([line], [order]).candidates[0]?.goods).toBe(goods);
    const byNumber = only([{ ...line, references: [id(1)] }], [order]).candidates[0];
    expect(byNumber).toMatchObject({ goods, by: 'product-order', evidence: { name: 'same', phone: 'same' } });
  });
});

describe('what lies in the parcel of an order that is named', () => {
  const bundle = [orderOf(1, { ...together, ...tea }), orderOf(2, together)];

  it('goes out with it', () => {
    const box = only([lineOf(1, { references: [id(2)] })], bundle);
    expect(offered(box)).toEqual([[id(1), id(2)]]);
    expect(ticked(box)).toEqual([id(1), id(2)]);
  });

  it('is only offered where another line may have it', () => {
    const { boxes } = joinLines([lineOf(1, { references: [id(2)] }), lineOf(2, { address: '' })], bundle);
    expect(boxes.map(ticked)).toEqual([[id(2)], [id(1)]]);
    expect(offered(boxes[0])).toEqual([[id(1), id(2)]]);
  });

  it('is only offered where the line names what it has, unless it says that there is more', () => {
    const named = (product: string): string[] => ticked(only([lineOf(1, { references: [id(2)], product })], bundle));
    expect(named('린넨 앞치마')).toEqual([id(2)]);
    expect(named('린넨 앞치마 외 1건')).toEqual([id(1), id(2)]);
  });

  it('is not ticked where the tracking number is also somebody else’s', () => {
    const lines = [
      lineOf(1, { references: [id(2)], trackingNumber: '1' }),
      lineOf(2, { ...stranger, trackingNumber: '1' }),
    ];
    expect(joinLines(lines, bundle).boxes[0]).toMatchObject({ is: 'joined', ticked: false, notes: ['two-recipients'] });
  });
});

describe('a line that nothing is certain of', () => {
  it('is asked which of several orders it has: what it names and all, or all and each', () => {
    const apart = [orderOf(1), orderOf(2, tea)];
    expect(offered(only([lineOf(1)], apart))).toEqual([[id(1), id(2)], [id(1)], [id(2)]]);
    expect(only([lineOf(1)], apart).candidates.at(-1)?.orders).toEqual([{ productOrderId: id(2), ticked: true }]);
    expect(offered(only([lineOf(1, tea)], apart))).toEqual([[id(2)], [id(1), id(2)]]);
    const many = Array.from({ length: 12 }, (_, at) => orderOf(at + 1));
    expect(offered(only([lineOf(1, { product: '무지 노트' })], many))).toHaveLength(10);
  });

  it('is asked which of several people it is for, the likeliest first', () => {
    const people = [3, 1, 2].map((n) => orderOf(n, { address: `경기 하남시 물빛로 ${n}` }));
    const line = lineOf(1, { address: '' });
    expect(offered(only([line], people))).toEqual([[id(1)], [id(2)], [id(3)]]);
    const likelier = orderOf(9, { zipCode: '12345', address: '' });
    expect(offered(only([{ ...line, zipCode: '12345' }], [...people, likelier]))[0]).toEqual([id(9)]);
    const many = Array.from({ length: 12 }, (_, at) => orderOf(at + 1, { address: `경기 하남시 물빛로 ${at + 1}` }));
    expect(offered(only([line], many))).toHaveLength(10);
  });

  it('shows the three nearest where too little agrees', () => {
    const people = [4, 3, 2, 1].map((n) => orderOf(n, { phones: [`010-5555-000${n}`], address: '' }));
    const box = only([{ row: 1, recipient: '김하루' }], people);
    expect(box).toMatchObject({ is: 'alone', ticked: false });
    expect(offered(box)).toEqual([[id(1)], [id(2)], [id(3)]]);
    // One house and one first letter bring two together that have nothing in common.
    const neighbour = { recipient: '김바다', phones: ['010-5555-0007'], address: '서울 은평구 가람길 21, 1동 403호' };
    expect(only([lineOf(1)], [orderOf(1, neighbour)])).toMatchObject({ is: 'alone', ticked: false, candidates: [] });
  });

  it('is suggested by its name and product only where no one else has that name, and nothing differs', () => {
    const line = { row: 1, recipient: '김하루', product: '린넨 앞치마' };
    expect(only([line], [orderOf(1), orderOf(2, { ...moved, phones: ['010-5555-0007'] })]).is).toBe('alone');
    expect(only([{ ...line, phones: ['010-5555-0007'] }], [orderOf(1)]).is).toBe('alone');
    expect(only([{ ...line, product: '유자차' }], [orderOf(1)]).is).toBe('alone');
    expect(only([{ ...line, recipient: '', phones: ['010-9876-5432'] }], [orderOf(1)]).is).toBe('alone');
  });

  it('takes nothing from one that is worth it', () => {
    const { boxes } = joinLines([lineOf(1, moved), { row: 2, recipient: '김하루' }], [orderOf(1)]);
    expect(boxes).toMatchObject([
      { is: 'suggested', ticked: false, notes: [] },
      { is: 'alone', notes: [] },
    ]);
    const half = joinLines([lineOf(1, tea), lineOf(2)], [orderOf(1), orderOf(2, tea)]);
    expect(half.boxes.map(({ notes }) => notes)).toEqual([['two-numbers'], ['two-numbers']]);
  });
});

it('orders without a line are those that no line was joined with or suggested for, in order', () => {
  const orders = [
    orderOf(9, { ...stranger, recipient: '한누리', phones: ['010-7777-8889'], hasNumber: true }),
    orderOf(8, stranger),
    orderOf(7, { ...stranger, recipient: '최강산', phones: ['010-4444-5556'] }),
    orderOf(2, tea),
    orderOf(1),
  ];
  // Of one person the second is only offered.
  expect(joinLines([lineOf(1, { references: [id(1)] })], orders).withoutLine).toEqual([id(2), id(7), id(8)]);
  // Asked is not found.
  expect(joinLines([lineOf(1)], orders).withoutLine).toEqual([id(1), id(2), id(7), id(8)]);
  expect(joinLines([lineOf(1, stranger)], orders).withoutLine).toEqual([id(1), id(2), id(7)]);
});

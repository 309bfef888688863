import { expect, it } from 'vitest';
import type { CheckContext } from '../../../../../src-preload/contract/check/assessment';
import { checkAll, checkSheet, createReview } from '../../../../../src-preload/contract/check/review';
import type { Line } from '../../../../../src-preload/contract/line';
import { marketRules } from '../../../../../src-preload/contract/markets/rules';
import { cj, cjNumber, codes, context, line } from './made-up-lines';

const lines = (cells: readonly Line['cells'][]): Line[] => cells.map((each, index) => line(index + 2, each));
const times = (count: number, cells: (index: number) => Line['cells']): Line[] =>
  lines(Array.from({ length: count }, (_, index) => cells(index)));
const order = { productOrderId: '2025010112345671' };
const lookup = { productOrderId: '', orderId: '2025010199999999' };
const byHand = { deliveryMethod: '직접전달', courier: '', trackingNumber: '' };

const stock: CheckContext = { ...context, rules: marketRules.brightmall, operation: 'stock' };

/** Passes no rule that divides by 7. */
const failing = (index: number): string => `6000000${String(index).padStart(4, '0')}8`;
/** Passes the rule of Lotte and Hanjin, and not CJ's. */
const whole = (index: number): string => {
  const body = 52_000_000_000 + index * 13;
  return `${body}${body % 7}`;
};

it.each<[string, string[][], Line['cells'][]]>([
  [
    'of one order of which one has no courier yet, when they name one number',
    [[], ['courier-missing']],
    [order, { ...order, courier: '' }],
  ],
  [
    'of one order of which one has no courier yet, when they name two numbers',
    [['product-order-differs'], ['courier-missing', 'product-order-differs']],
    [order, { ...order, courier: '', trackingNumber: cj[1] }],
  ],
  [
    'of one order without a courier',
    [['courier-missing'], ['courier-missing']],
    [
      { ...order, courier: '' },
      { ...order, courier: '' },
    ],
  ],
  ['of one order and one number', [[], ['product-order-again']], [order, order]],
  [
    'of one order that go by hand',
    [[], ['product-order-again']],
    [
      { ...order, ...byHand },
      { ...order, ...byHand },
    ],
  ],
  [
    'of one order, by hand and as a parcel',
    [['product-order-differs'], ['product-order-differs']],
    [order, { ...order, ...byHand }],
  ],
  [
    'of one order on two days',
    [[], ['product-order-again']],
    [
      { ...order, dispatchDate: '2025-01-31' },
      { ...order, dispatchDate: '2025-01-30' },
    ],
  ],
  [
    'that look one order up on two days',
    [['order-lookup'], ['order-lookup', 'product-order-again']],
    [
      { ...lookup, dispatchDate: '2025-01-31' },
      { ...lookup, dispatchDate: '2025-01-30' },
    ],
  ],
  [
    'that look one order up for two couriers',
    [
      ['order-lookup', 'product-order-differs'],
      ['order-lookup', 'product-order-differs'],
    ],
    [lookup, { ...lookup, ...byHand }],
  ],
  [
    'that name no order, with one number',
    [
      ['product-order-missing', 'same-number'],
      ['product-order-missing', 'same-number'],
    ],
    [{ productOrderId: '' }, { productOrderId: '' }],
  ],
])('lines %s are told %j', (_, told, cells) => {
  expect(checkAll(lines(cells), context).map(codes)).toEqual(told);
});

it.each<[string, string, Record<string, string>, Line['cells'][], CheckContext]>([
  [
    'product-order-differs',
    'productOrderId',
    { rows: '2,4', numbers: cj[0], target: order.productOrderId },
    [order, { ...order, courier: '', trackingNumber: '' }, { ...order, ...byHand }],
    context,
  ],
  [
    'product-order-differs',
    'productOrderId',
    { rows: '2,3,4,5,6', numbers: [0, 1, 2, 3, 4].map(cjNumber).join(','), target: order.productOrderId },
    [0, 1, 2, 3, 4, 5].map((each) => ({ ...order, trackingNumber: cjNumber(each) })),
    context,
  ],
  [
    'product-order-again',
    'productOrderId',
    { row: '3' },
    [{ ...order, courier: '', trackingNumber: '' }, order, order],
    context,
  ],
  [
    'other-courier',
    'courier',
    { courier: 'CJGLS', number: whole(1), candidates: 'HANJIN,HYUNDAI' },
    [{ trackingNumber: whole(1) }],
    context,
  ],
  [
    'tracking-digit',
    'trackingNumber',
    { courier: 'CJGLS', number: failing(1) },
    [{ trackingNumber: failing(1) }],
    context,
  ],
  [
    'item-differs',
    'itemId',
    { rows: '2,3', numbers: '', target: 'A-1' },
    [
      { itemId: 'A-1', available: '가능' },
      { itemId: 'A-1', available: '품절' },
    ].map((each) => ({ ...each, trackingNumber: '' })),
    stock,
  ],
  [
    'item-again',
    'itemId',
    { row: '2' },
    [
      { itemId: 'A-1', available: '가능' },
      { itemId: 'A-1', available: '가능' },
    ],
    stock,
  ],
])('the last line is told %s at %s with %j', (code, field, detail, cells, settled) => {
  const remark = checkAll(lines(cells), settled)
    .at(-1)
    ?.remarks.find((each) => each.code === code);
  expect(remark).toMatchObject({ field, detail });
});

it('ids that have become one are named with their rows, and so is what is left of them', () => {
  const cut = times(6, (index) => ({
    productOrderId: `20261121200000${index === 5 ? 1 : index + 1}0`,
    trackingNumber: cjNumber(index),
  }));
  expect(checkAll(cut, context)[5]?.remarks).toMatchObject([
    { code: 'digits-broken', field: 'productOrderId', detail: { value: '2026112120000010' } },
    { code: 'digits-collide', field: 'productOrderId', detail: { rows: '2,7', target: '2026112120000010' } },
  ]);
});

it('a shifted column takes the place of what each line says of its number, and of nothing else', () => {
  const orderOf = (index: number): string => `20250101${20_000_000 + index}`;
  const cells = (index: number): Line['cells'] => ({ orderId: orderOf(index), trackingNumber: orderOf(index) });
  const [first, ...rest] = times(3, cells);
  const sheet = [
    { ...(first ?? expect.fail()), hidden: true },
    ...rest,
    line(8, { trackingNumber: cj[1] }),
    line(9, { trackingNumber: '' }),
  ];
  expect(checkAll(sheet, context).map(codes)).toEqual([
    ['hidden-row', 'shifted-column'],
    ['shifted-column'],
    ['shifted-column'],
    ['shifted-column'],
    ['tracking-missing'],
  ]);
  expect(checkAll(sheet, context)[1]?.remarks).toMatchObject([{ field: 'trackingNumber' }]);
  expect(checkSheet(sheet, context)).toMatchObject([
    { code: 'file-shifted-column', field: 'trackingNumber', detail: { same: '3', total: '4' } },
  ]);
  // Not of half the numbers, nor of two.
  const half = [...sheet, line(10, { trackingNumber: cj[2] }), line(11, { trackingNumber: cj[3] })];
  for (const other of [half, rest]) {
    expect(checkSheet(other, context)).toEqual([]);
    expect(checkAll(other, context).flatMap(codes)).toContain('tracking-is-order');
  }
});

it('a courier’s numbers that fail its rule say nothing of a length that is another’s', () => {
  const sheet = times(13, (index) => ({ trackingNumber: index < 12 ? failing(index) : 'EE123456785KR' }));
  expect(checkAll(sheet, context).flatMap(codes)).toEqual(['other-courier']);
  expect(checkSheet(sheet, context)).toMatchObject([{ code: 'file-tracking-digit', field: 'trackingNumber' }]);
});

it('numbers without a method that is known say nothing of their courier', () => {
  const sheet = times(12, (index) => ({ trackingNumber: failing(index), deliveryMethod: '드론' }));
  expect(checkSheet(sheet, context)).toEqual([]);
});

const orders = (count: number): Line[] => times(count, (index) => ({ trackingNumber: cjNumber(index) }));
const shifted = times(4, (index) => {
  const orderId = `20250101${20_000_000 + index}`;
  return { orderId, trackingNumber: index === 3 ? cj[1] : orderId };
});

it.each<[string, number[], Line[], number, Line['cells']]>([
  ['the line alone', [2], orders(3), 2, { trackingNumber: cj[1] }],
  ['the line alone, whatever it names', [3], lines([{}, { productOrderId: '', trackingNumber: '' }]), 3, { memo: '1' }],
  ['the line that has the same number', [2, 4], orders(3), 4, { trackingNumber: cjNumber(0) }],
  ['all, where a column is no longer shifted', [2, 3, 4, 5], shifted, 2, { trackingNumber: cj[2] }],
  [
    'those of the courier whose rule holds now',
    [2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    [
      ...times(10, (index) => ({ trackingNumber: index < 3 ? failing(index) : cjNumber(index) })),
      ...[12, 13].map((row) => line(row, { courier: '한진택배', trackingNumber: whole(row) })),
      line(14, { courier: '' }),
    ],
    2,
    { trackingNumber: cjNumber(50) },
  ],
  [
    'the line alone, while a rule fails',
    [20],
    [
      ...times(12, (index) => ({ trackingNumber: failing(index) })),
      line(20, { courier: '한진택배', trackingNumber: whole(1) }),
    ],
    20,
    { trackingNumber: whole(2) },
  ],
])('an edit before anything was shown answers %s', (_, rows, sheet, row, cells) => {
  const review = createReview(sheet, context);
  const answered = review.change(row, { cells });
  expect(answered.map((each) => each.line.row).toSorted((one, other) => one - other)).toEqual(rows);
  const fresh = checkAll(
    review.lines().map((each) => each.line),
    context,
  );
  expect(review.lines()).toEqual(fresh);
});

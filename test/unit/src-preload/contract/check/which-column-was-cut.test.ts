import { describe, expect, it } from 'vitest';
import type { CheckContext } from '../../../../../src-preload/contract/check/assessment';
import { LostColumns, targetFieldOf } from '../../../../../src-preload/contract/check/lost-columns';
import { checkAll, checkSheet, createReview } from '../../../../../src-preload/contract/check/review';
import type { Line } from '../../../../../src-preload/contract/line';
import { marketRules } from '../../../../../src-preload/contract/markets/rules';
import { cjNumber, context, line } from './made-up-lines';

/** Lines about orders that are whole, each with a number of its own. */
const sheetOf = (cells: readonly Line['cells'][]): Line[] =>
  cells.map((each, index) =>
    line(index + 2, { productOrderId: `202611212000${1007 + index * 10}`, trackingNumber: cjNumber(index), ...each }),
  );
const said = (lines: readonly Line[], settled = context): [string, string | undefined][] =>
  checkSheet(lines, settled).map(({ code, field }) => [code, field]);

it.each([
  ['a dispatch', 'productOrderId', { operation: 'dispatch' }],
  ['a dispatch by orders', 'orderId', { operation: 'dispatch', byOrder: true }],
  ['a confirm, whatever the sheet names', 'productOrderId', { operation: 'confirm', byOrder: true }],
  ['a lookup', 'orderId', { operation: 'lookup' }],
  ['stock', 'itemId', { operation: 'stock' }],
] as const)('the lines of %s are about their %s', (_, field, changed) => {
  expect(targetFieldOf({ ...context, ...changed })).toBe(field);
});

describe('which column was cut', () => {
  const orders = ['10', '20', '30', '40', '50', '60'].map((end) => `20261121100000${end}`);
  const long = (end: number): string => `99134567890123${end}0`;

  it('is told of a column that names orders twice, and of that one alone', () => {
    const twice = [10, 10, 10, 20, 20, 20].map((end) => ({ productOrderId: `20261121200000${end}` }));
    expect(said(sheetOf(twice))).toEqual([['file-digits-broken', 'productOrderId']]);
  });

  it('is not told of numbers that are whole parcels’, on many lines', () => {
    const boxes = [1, 1, 1, 2, 2, 2].map((end) => ({ courier: '기타택배', trackingNumber: long(end) }));
    expect(said(sheetOf(boxes))).toEqual([]);
  });

  it('is not told of an order’s number in the place of the parcel’s', () => {
    const ids = orders.map((id) => ({ productOrderId: id, trackingNumber: id }));
    expect(said(sheetOf(ids))).toEqual([
      ['file-digits-broken', 'productOrderId'],
      ['file-shifted-column', 'trackingNumber'],
    ]);
    const shown = orders.map((orderId) => ({ orderId, trackingNumber: orderId }));
    expect(said(sheetOf(shown))).toEqual([['file-shifted-column', 'trackingNumber']]);
  });

  it('is told apart where some lines name their order only', () => {
    const lookups = orders.map((orderId) => ({ productOrderId: '', orderId }));
    expect(said(sheetOf([...lookups, {}]))).toEqual([['file-digits-broken', 'orderId']]);
    // An order stands in the lines of all its product orders, and counts once.
    const [one = '', other = ''] = orders;
    const twice = [one, one, one, other, other, other].map((orderId) => ({ orderId }));
    expect(said(sheetOf([...twice, { productOrderId: '', orderId: one }]))).toEqual([]);
    // A confirm looks nothing up.
    const confirm = { ...context, operation: 'confirm' } as const;
    expect(said(sheetOf([...orders.map((orderId) => ({ orderId })), lookups[0] ?? {}]), confirm)).toEqual([]);
  });

  it('is not told of one that shows no exponent by another that does', () => {
    const numbers = [1, 2, 3, 4].map((end) => ({ courier: '기타택배', trackingNumber: long(end) }));
    const exponent = sheetOf([...numbers, { productOrderId: '2.02611E+15' }]);
    expect(said(exponent)).toEqual([]);
    expect(said(sheetOf([...numbers, { trackingNumber: '9.9E+16' }]))).toEqual([
      ['file-digits-broken', 'trackingNumber'],
    ]);
  });

  it('is never one of items, whose numbers stay as they stand', () => {
    const items = orders.map((itemId) => ({ itemId, available: '가능' }));
    const stock: CheckContext = { ...context, rules: marketRules.brightmall, operation: 'stock' };
    expect(said(sheetOf(items), stock)).toEqual([]);
  });

  it('stays known by its marks until the last of them is put right', () => {
    const marked = sheetOf([{ orderId: orders[0] ?? '' }, { orderId: orders[1] ?? '' }]).map((each) => ({
      ...each,
      cells: { ...each.cells, productOrderId: '' },
      marks: { orderId: 'cut-column' } as const,
    }));
    // In a sheet of orders alone they have one column, and are told of once.
    const review = createReview(marked, context);
    expect(review.file()).toEqual([
      { level: 'warning', code: 'file-digits-broken', field: 'orderId', detail: { ending: '2', total: '2' } },
    ]);
    review.edit(2, 'orderId', '2026112110000017');
    expect(review.file()).toMatchObject([{ detail: { ending: '1', total: '2' } }]);
    review.edit(3, 'orderId', '2026112110000024');
    expect(review.file()).toEqual([]);
  });

  it('marks only the cells of that column', () => {
    // Shorter ones lose none.
    const short = { productOrderId: '2026112120' };
    const both = orders.map((productOrderId, index) => ({
      productOrderId,
      courier: '기타택배',
      trackingNumber: long(index),
    }));
    const review = createReview(
      sheetOf([...both, { ...short, courier: '기타택배', trackingNumber: long(7) }]),
      context,
    );
    review.markLost();
    expect(review.line(2)?.line.marks).toEqual({ productOrderId: 'cut-column', trackingNumber: 'cut-column' });
    expect(review.line(8)?.line.marks).toEqual({ trackingNumber: 'cut-column' });
    expect(checkAll(sheetOf([...both, short]), context)[6]?.remarks).toMatchObject([{ code: 'product-order-odd' }]);
  });
});

it('a cell that was marked is held by that alone', () => {
  const marked = line(2, {}, { marks: { productOrderId: 'cut-column' } });
  const id = '2026112120000017';
  const held = new LostColumns('productOrderId', false).lostOf(marked, { remarks: [], target: id });
  expect(held).toEqual([{ field: 'productOrderId', id }]);
});

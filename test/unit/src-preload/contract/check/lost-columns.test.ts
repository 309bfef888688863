import { describe, expect, it } from 'vitest';
import type { CheckContext } from '../../../../../src-preload/contract/check/assessment';
import { staysBecause } from '../../../../../src-preload/contract/check/goes-out';
import { checkAll, checkSheet, createReview } from '../../../../../src-preload/contract/check/review';
import type { Line } from '../../../../../src-preload/contract/line';
import { remarkText } from '../../../../../src-preload/contract/text/remarks.ko';
import { cjNumber, codes, context, line } from './made-up-lines';

/** Lines whose ids Excel has cut, each with a number of its own. */
const cut = (total: number, step = 37): Line[] =>
  Array.from({ length: total }, (_, index) =>
    line(index + 2, {
      productOrderId: `${Math.floor((2_026_112_120_000_001 + index * step) / 10)}0`,
      trackingNumber: cjNumber(index * 7 + 1),
    }),
  );

describe('a sheet whose ids were cut', () => {
  it('is told so once, and every line waits for the tick, whatever kind of cell it was', () => {
    const review = createReview(cut(8), context);
    expect(review.file()).toEqual([
      {
        level: 'warning',
        code: 'file-digits-broken',
        field: 'productOrderId',
        detail: { ending: '8', total: '8' },
      },
    ]);
    expect(remarkText(review.file()[0] ?? { level: 'note', code: '' }, context.rules).title).toBe(
      '이 파일의 상품주문번호 끝자리가 지워진 것 같아요.',
    );
    for (const checked of review.lines()) {
      expect(codes(checked)).toEqual(['digits-broken']);
      expect(staysBecause(checked)).toBe('needs-tick');
      expect(staysBecause({ ...checked, line: { ...checked.line, chosen: true } })).toBeUndefined();
    }
  });

  it('holds the lines that do not end in 0 as well, where a part of the column was cut', () => {
    const lines = cut(40).map((each, index) =>
      index % 2 === 0
        ? each
        : line(each.row, { productOrderId: `202611212000${1007 + index * 10}`, trackingNumber: cjNumber(index) }),
    );
    for (const checked of checkAll(lines, context)) expect(staysBecause(checked)).toBe('needs-tick');
  });

  it.each<[string, CheckContext, 'productOrderId' | 'orderId']>([
    ['a confirm', { ...context, operation: 'confirm' }, 'productOrderId'],
    ['a lookup', { ...context, operation: 'lookup' }, 'orderId'],
    ['a lookup with a dispatch', { ...context, byOrder: true }, 'orderId'],
  ])('holds them in %s alike', (_, settled, field) => {
    const lines = cut(6).map((each) => ({
      ...each,
      cells: {
        courier: 'CJ',
        trackingNumber: each.cells.trackingNumber ?? '',
        [field]: each.cells.productOrderId ?? '',
      },
    }));
    expect(checkSheet(lines, settled)).toMatchObject([{ code: 'file-digits-broken', field }]);
    for (const checked of checkAll(lines, settled)) {
      expect(codes(checked)).toContain('digits-broken');
      expect(staysBecause(checked)).toBe('needs-tick');
    }
  });

  it('holds tracking numbers of sixteen digits and more alike', () => {
    const lines = Array.from({ length: 5 }, (_, index) =>
      line(index + 2, { courier: '기타택배', trackingNumber: `99${index + 1}3456789012340` }),
    );
    expect(checkSheet(lines, context)).toMatchObject([{ code: 'file-digits-broken', field: 'trackingNumber' }]);
    for (const checked of checkAll(lines, context)) expect(staysBecause(checked)).toBe('needs-tick');
  });

  it('holds what ends in 0 next to cells that show an exponent, though four alone tell nothing', () => {
    const whole = line(30, { productOrderId: '2026112120000017', trackingNumber: cjNumber(500) });
    const lost = line(31, { productOrderId: '2.02611E+15', trackingNumber: cjNumber(501) });
    expect(checkSheet([...cut(4), whole], context)).toEqual([]);
    const review = createReview([...cut(4), whole, lost], context);
    review.markLost();
    expect(review.file()).toMatchObject([{ code: 'file-digits-broken', field: 'productOrderId' }]);
    expect(review.lines().map((each) => staysBecause(each))).toEqual([
      ...cut(4).map(() => 'needs-tick'),
      undefined,
      'error',
    ]);
    // The cut ones stay held when the exponent was put right.
    review.edit(31, 'productOrderId', '2026112120000099');
    expect(review.lines().map((each) => staysBecause(each))).toEqual([
      ...cut(4).map(() => 'needs-tick'),
      undefined,
      undefined,
    ]);
  });

  it('holds lines that name their order only by the order numbers of all lines, and no other for it', () => {
    const lines = cut(6).map((each, index) => {
      const orderId = each.cells.productOrderId ?? '';
      const productOrderId = index < 4 ? `202611212000${1007 + index * 13}` : '';
      return { ...each, cells: { ...each.cells, productOrderId, orderId } };
    });
    expect(checkSheet(lines, context)).toMatchObject([{ code: 'file-digits-broken', field: 'orderId' }]);
    expect(checkAll(lines, context).map((each) => staysBecause(each))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      'needs-tick',
      'needs-tick',
    ]);
    // Where every line names its product order, the other number is only shown.
    expect(checkSheet(lines.slice(0, 4), context)).toEqual([]);
  });

  it('explains ids that have become one by that, not by boxes, and lets none of them out', () => {
    const checked = checkAll(cut(12, 4), context);
    expect(checked.flatMap(codes)).not.toContain('product-order-differs');
    expect(checked.flatMap(codes)).not.toContain('product-order-again');
    const colliding = checked.filter((each) => codes(each).includes('digits-collide'));
    expect(colliding.length).toBeGreaterThan(6);
    for (const each of checked)
      expect(staysBecause({ ...each, line: { ...each.line, chosen: true } }) === undefined).toBe(
        !colliding.includes(each),
      );
    const same = cut(6).map((each) => ({ ...each, cells: { ...each.cells, productOrderId: '2026112120000010' } }));
    const beside = cut(6).map((each) => ({ ...each, row: each.row + 20 }));
    const review = createReview([...same.slice(0, 2), ...beside], context);
    expect(codes(review.line(2))).toEqual(expect.arrayContaining(['digits-broken', 'digits-collide']));
    expect(codes(review.line(2))).not.toContain('product-order-differs');
  });

  it('does not let the rest go when some are taken out or put right, nor hold what was put right', () => {
    const review = createReview(cut(8), context);
    review.markLost();
    for (const row of [2, 3, 4]) review.change(row, { chosen: false });
    for (const row of [5, 6, 7]) {
      review.edit(row, 'productOrderId', `202611212000100${row}`);
      expect(codes(review.line(row)), String(row)).toEqual([]);
    }
    for (const row of [8, 9]) expect(staysBecause(review.line(row) ?? expect.fail())).toBe('needs-tick');
    expect(review.file()).toMatchObject([{ code: 'file-digits-broken' }]);
    // Put away and taken up again, as a draft is after a restart or when a part has gone out.
    const later = checkAll(
      review
        .lines()
        .slice(6)
        .map((checked) => checked.line),
      context,
    );
    expect(later.map(codes)).toEqual([['digits-broken'], ['digits-broken']]);
  });

  it('doubts ids that were pasted into it and end in 0 like the others', () => {
    const whole = cut(5).map((each, index) => ({
      ...each,
      cells: { ...each.cells, productOrderId: `202611212000100${index + 1}` },
    }));
    const review = createReview(whole, context);
    expect(review.lines().flatMap(codes)).toEqual([]);
    for (const [index, each] of whole.entries()) review.edit(each.row, 'productOrderId', `20261121200010${index + 1}0`);
    for (const checked of review.lines()) expect(staysBecause(checked)).toBe('needs-tick');
  });
});

describe('a sheet whose numbers only look cut', () => {
  it('by orders of several product orders is not held: an order counts once', () => {
    const lines = [10, 10, 10, 20, 20, 20].map((end, index) =>
      line(index + 2, { productOrderId: '', orderId: `20261121100000${end}`, trackingNumber: cjNumber(index) }),
    );
    expect(checkSheet(lines, { ...context, byOrder: true })).toEqual([]);
    expect(checkSheet(lines, { ...context, operation: 'lookup' })).toEqual([]);
  });

  it('does not mark what the seller typed', () => {
    const lines = cut(8);
    const [first, ...others] = lines;
    const review = createReview([{ ...(first ?? expect.fail()), edited: ['productOrderId'] }, ...others], context);
    review.markLost();
    const marks = review.lines().map(({ line: each }) => each.marks?.productOrderId);
    expect(marks).toEqual([undefined, ...others.map(() => 'cut-column')]);
  });

  it('says nothing of boxes where parcels’ numbers have become one', () => {
    const lines = Array.from({ length: 6 }, (_, index) =>
      line(index + 2, {
        courier: '기타택배',
        trackingNumber: `99${Math.floor(index / 2)}3456789012000`,
        recipient: `시험${index}`,
      }),
    );
    for (const checked of checkAll(lines, context)) expect(codes(checked)).toEqual(['digits-broken']);
  });
});

describe('a sheet of which one id ends in 0', () => {
  it('is silent', () => {
    const lines = [1, 40, 79, 110, 157, 196, 235, 274].map((end, index) =>
      line(index + 2, {
        productOrderId: `2026112120000${String(end).padStart(3, '0')}`,
        trackingNumber: cjNumber(index),
      }),
    );
    expect(checkSheet(lines, context)).toEqual([]);
    expect(checkAll(lines, context).flatMap(codes)).toEqual([]);
  });
});

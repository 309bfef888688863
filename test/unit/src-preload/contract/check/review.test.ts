import { describe, expect, it } from 'vitest';
import { staysBecause } from '../../../../../src-preload/contract/check/goes-out';
import { checkAll, checkSheet, createReview, openReview } from '../../../../../src-preload/contract/check/review';
import type { Line } from '../../../../../src-preload/contract/line';
import { cj, cjNumber, codes, context, line } from './made-up-lines';

/** A number that passes the rule of Lotte and Hanjin, and not CJ's. */
const whole = (body: number): string => `52${String(body).padStart(9, '0')}${(52_000_000_000 + body) % 7}`;

describe('lines among each other', () => {
  it('with one product order and two numbers are both kept back until one stands for it', () => {
    const twice = { productOrderId: '2025010112345671' };
    const review = createReview(
      [line(2, twice), line(3, { ...twice, trackingNumber: cj[1] }), line(4, { trackingNumber: cj[2] })],
      context,
    );
    expect(review.lines().map((checked) => checked.level)).toEqual(['error', 'error', 'ok']);
    expect(review.line(3)?.remarks[0]).toMatchObject({ code: 'product-order-differs', detail: { rows: '2,3' } });
    const changed = review.change(3, { chosen: false });
    expect(changed.map((checked) => checked.line.row).toSorted()).toEqual([2, 3]);
    expect(review.line(2)).toMatchObject({ level: 'ok', remarks: [] });
  });

  // What the last of them is told, and hands to its sentence.
  it.each<[string, string, Record<string, string>, Line['cells'][]]>([
    [
      'product-order-differs',
      'productOrderId',
      { rows: '2,3', numbers: `${cj[0]},${cj[1]}`, target: '2025010112345671' },
      [{ trackingNumber: cj[0] }, { trackingNumber: cj[1] }],
    ],
    [
      'product-order-differs',
      'productOrderId',
      { rows: '2,3', numbers: cj[0], target: '2025010112345671' },
      [{ courier: '한진택배' }, { courier: '롯데택배' }],
    ],
    ['product-order-again', 'productOrderId', { row: '2' }, [{}, {}, {}]],
    [
      'same-number',
      'trackingNumber',
      { count: '6', rows: '2,3,4,5,6' },
      [1, 2, 3, 4, 5, 6].map((end) => ({ productOrderId: `202501011234567${end}` })),
    ],
  ])('are told %s at %s with %j', (code, field, detail, cells) => {
    const lines = cells.map((each, index) => line(index + 2, { productOrderId: '2025010112345671', ...each }));
    const remark = checkAll(lines, context)
      .at(-1)
      ?.remarks.find((each) => each.code === code);
    expect(remark).toMatchObject({ field, detail });
  });

  it('saying the same twice are sent once', () => {
    const twice = { productOrderId: '2025010112345671' };
    const [first, second] = checkAll(
      [line(2, twice), line(3, { ...twice, trackingNumber: '5774-1782-4035' })],
      context,
    );
    expect(first && staysBecause(first)).toBeUndefined();
    expect(codes(second)).toContain('product-order-again');
    expect(second && staysBecause(second)).toBe('again');
  });

  it('without a number does not block the line of the same product order that has one', () => {
    const twice = { productOrderId: '2025010112345671' };
    const [first, second] = checkAll([line(2, twice), line(3, { ...twice, trackingNumber: '' })], context);
    expect(first?.level).toBe('ok');
    expect(codes(second)).toEqual(['tracking-missing']);
  });

  it('of one parcel are right when they share an order, a recipient or an address', () => {
    for (const shared of [{ orderId: '2025010199999999' }, { recipient: '김하늘' }, { address: '서울 중구 1' }]) {
      expect(checkAll([line(2, shared), line(3, shared)], context).map(codes)).toEqual([
        ['same-number'],
        ['same-number'],
      ]);
    }
    expect(checkAll([line(2), line(3)], context).map(codes)).toEqual([['same-number'], ['same-number']]);
  });

  it('of one number and different recipients wait for a tick', () => {
    const [one] = checkAll([line(2, { recipient: '김하늘' }), line(3, { recipient: '이바다' })], context);
    expect(codes(one)).toEqual(['different-recipients']);
    expect(one && staysBecause(one)).toBe('needs-tick');
    const [other] = checkAll([line(2, { orderId: '1' }), line(3, { orderId: '2' })], context);
    expect(codes(other)).toEqual(['same-number-orders']);
    expect(other && staysBecause(other)).toBeUndefined();
  });

  it('whose numbers are mostly order numbers come from a shifted column', () => {
    const shifted = Array.from({ length: 8 }, (_, index) => {
      const orderId = `20250101${20_000_000 + index}`;
      return line(index + 2, { orderId, trackingNumber: index < 6 ? orderId : cjNumber(index * 7) });
    });
    const review = createReview(shifted, context);
    expect(review.file()).toMatchObject([{ code: 'file-shifted-column', detail: { same: '6', total: '8' } }]);
    for (const checked of review.lines()) expect(staysBecause(checked)).toBe('needs-tick');
  });

  it('say once for the file that a courier’s numbers do not follow the rule', () => {
    // Last digit 8 fits no rule of seven: no other courier is likely, the rule is not this seller's.
    const odd = Array.from({ length: 12 }, (_, index) =>
      line(index + 2, { trackingNumber: `6000000${String(index).padStart(4, '0')}8` }),
    );
    expect(checkAll(odd, context).flatMap(codes)).toEqual([]);
    expect(checkSheet(odd, context)).toMatchObject([
      { code: 'file-tracking-digit', detail: { courier: 'CJGLS', failed: '12', total: '12' } },
    ]);
  });

  it('keep the suggestion on each line when the failing numbers are another courier’s', () => {
    const wrong = Array.from({ length: 12 }, (_, index) => line(index + 2, { trackingNumber: whole(index * 13) }));
    expect(checkSheet(wrong, context)).toEqual([]);
    expect(checkAll(wrong, context).every((checked) => codes(checked).includes('other-courier'))).toBe(true);
  });
});

describe('a review after edits', () => {
  it('forgets what the reader noticed and asked about a cell that was typed again, and of no other', () => {
    const number = line(
      2,
      { productOrderId: '2025010112345670', orderId: '2025010199999990' },
      {
        marks: { productOrderId: 'number', orderId: 'number' },
        waits: ['productOrderId', 'courier'],
        edited: ['memo'],
        chosen: true,
      },
    );
    const review = createReview([number], context);
    expect(codes(review.line(2))).toEqual(['digits-broken', 'answer-awaited', 'answer-awaited']);
    const [first] = review.edit(2, 'productOrderId', '2025010112345670');
    expect(codes(first)).toEqual(['answer-awaited']);
    expect(first?.line).toStrictEqual({
      ...number,
      marks: { orderId: 'number' },
      waits: ['courier'],
      edited: ['memo', 'productOrderId'],
    });
    const [second] = review.edit(2, 'courier', 'CJ');
    expect(codes(second)).toEqual([]);
    expect(second?.line).not.toHaveProperty('waits');
    expect(review.change(2, { chosen: null })[0]?.line).not.toHaveProperty('chosen');
    const [typed] = createReview([line(2)], context).edit(2, 'courier', 'CJ');
    expect(typed?.line).toStrictEqual(line(2, { courier: 'CJ' }, { edited: ['courier'] }));
  });

  it('answers no line that says what it said, and each again as it was shown', () => {
    const review = createReview([line(2), line(3), line(4, { trackingNumber: cj[1] })], context);
    const shown = review.lines();
    expect(review.lines(1, 2)).toEqual([shown[1]]);
    expect(review.line(3)).toBe(shown[1]);
    expect(review.change(2, { cells: { memo: '1' } }).map((each) => each.line.row)).toEqual([2]);
    expect(
      review
        .edit(4, 'trackingNumber', cj[0])
        .map((each) => each.line.row)
        .toSorted(),
    ).toEqual([2, 3, 4]);
    expect(review.line(9)).toBeUndefined();
    expect(review.edit(9, 'memo', '1')).toEqual([]);
  });

  it('puts lines back to what an edit says they were', () => {
    const review = createReview([line(2), line(3, { trackingNumber: cj[1] })], context);
    const before = review.lines();
    review.edit(3, 'trackingNumber', cj[0]);
    const back = review.putBack([{ row: 3, side: { cells: { trackingNumber: cj[1] }, edited: null } }]);
    expect(back.map((each) => each.line.row).toSorted()).toEqual([2, 3]);
    expect(review.lines()).toStrictEqual(before);
  });
});

describe('a sheet', () => {
  it('of orders alone asks each line for its order, and any other for its product order', () => {
    const order = { productOrderId: ' ', orderId: '2025010199999999', trackingNumber: cj[1] };
    const none = { productOrderId: '', orderId: ' ' };
    expect(checkAll([line(2, order), line(3, none)], context).map(codes)).toEqual([
      ['order-lookup'],
      ['order-missing'],
    ]);
    expect(checkAll([line(2), line(3, none)], context).flatMap(codes)).toContain('product-order-missing');
    expect(checkAll([line(3, none)], context).flatMap(codes)).toEqual(['product-order-missing']);
  });

  it('is opened in steps of so many lines', () => {
    const opening = openReview(
      [2, 3, 4, 5, 6].map((row) => line(row)),
      context,
      2,
    );
    expect([opening.next().done, opening.next().done]).toEqual([false, false]);
    expect(opening.next()).toMatchObject({ done: true, value: { lines: expect.any(Function) } });
  });
});

import { describe, expect, it } from 'vitest';
import { staysBecause } from '../../../../../src-preload/contract/check/goes-out';
import { checkLine, createReview } from '../../../../../src-preload/contract/check/review';
import type { EarlierUse } from '../../../../../src-preload/contract/line';
import { cj, cjNumber, codes, context, line } from './made-up-lines';

describe('what is known from elsewhere', () => {
  const use: EarlierUse = { row: 2, at: Date.UTC(2025, 0, 30), target: '2025010187654321', is: 'done', others: 1 };
  const detail = { day: '2025-01-30', tail: '4321', recipient: '', others: '1', is: 'done' };

  it('of a number is said while the line has it', () => {
    const review = createReview([line(2), line(3, { trackingNumber: cj[1] })], context);
    expect(review.lines().flatMap(codes)).toEqual([]);
    review.learnUses([use, { ...use, row: 3, recipient: '김*늘' }, { ...use, row: 9 }]);
    expect(review.lines().map(({ remarks }) => remarks)).toMatchObject([
      [{ code: 'used-before', field: 'trackingNumber', detail }],
      [{ code: 'used-before', detail: { ...detail, recipient: '김*늘' } }],
    ]);
    expect(staysBecause(review.line(2) ?? expect.fail())).toBe('needs-tick');
    expect(codes(review.change(2, { chosen: false })[0])).toEqual([]);
    expect(codes(review.change(2, { chosen: null, cells: { memo: '1' } })[0])).toEqual(['used-before']);
    expect(codes(review.edit(2, 'trackingNumber', cj[2])[0])).toEqual([]);
    // With that number again nothing is known of it.
    expect(codes(review.edit(2, 'trackingNumber', cj[0])[0])).toEqual([]);
    expect(review.earlierUses().map(({ row }) => row)).toEqual([3, 9]);
    review.learnUses([], [3]);
    expect(codes(review.line(3))).toEqual([]);
    expect(review.earlierUses().map(({ row }) => row)).toEqual([9]);
  });

  it('of a number is not said of a line that sends none', () => {
    const review = createReview([line(2, { deliveryMethod: '직접전달', trackingNumber: '' })], context);
    review.learnUses([use]);
    expect(review.lines().flatMap(codes)).toEqual([]);
  });

  it('of an order is said while the line is about it', () => {
    const kinds = ['unknown', 'cancelled', 'cancel-requested', 'open', 'other-recipient'] as const;
    const review = createReview(
      kinds.map((_, index) => line(index + 2, { trackingNumber: cjNumber(index), recipient: '김하늘' })),
      context,
    );
    expect(review.lines().flatMap(codes)).toEqual([]);
    review.learnBook(kinds.map((is, index) => ({ row: index + 2, is, recipient: '이바다' })));
    expect(review.lines().map(({ remarks }) => remarks)).toMatchObject([
      [{ code: 'book-unknown', field: 'productOrderId' }],
      [{ code: 'book-cancelled', field: 'productOrderId' }],
      [{ code: 'book-cancel-requested', field: 'productOrderId' }],
      [],
      [{ code: 'recipient-differs', field: 'recipient', detail: { here: '김하늘', there: '이바다' } }],
    ]);
    expect(review.lines().map(({ level }) => level)).toEqual(['ok', 'error', 'warning', 'ok', 'warning']);
    expect(codes(review.change(3, { chosen: false })[0])).toEqual([]);
    expect(codes(review.change(3, { chosen: null, cells: { memo: '1' } })[0])).toEqual(['book-cancelled']);
    expect(codes(review.edit(3, 'productOrderId', '2025010112345671')[0])).toEqual([]);
    expect(review.bookLine(4)).toMatchObject({ is: 'cancel-requested' });
    expect(review.bookLines().map(({ row }) => row)).toEqual([2, 4, 5, 6]);
    review.learnBook([], [2, 4, 5]);
    expect(review.lines().flatMap(codes)).toEqual(['recipient-differs']);
    review.learnBook([{ row: 2, is: 'other-recipient' }]);
    expect(review.line(2)?.remarks).toMatchObject([{ detail: { here: '김하늘', there: '' } }]);
    expect(checkLine(line(2, { recipient: '김하늘' }), context).level).toBe('ok');
  });
});

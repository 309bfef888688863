import { describe, expect, it } from 'vitest';
import { createReview } from '../../../src-preload/contract/check/review';
import { staysBecause } from '../../../src-preload/contract/check/goes-out';
import type { Line } from '../../../src-preload/contract/line';
import { sampleLessons, sampleOrders } from '../../../src-main/practice/sample-orders';
import { marketRules } from '../../../src-preload/contract/markets/rules';

const lines = sampleOrders().map((order, index): Line => ({
  row: index + 2,
  cells: {
    productOrderId: order.productOrderId,
    orderId: order.orderId,
    courier: order.courierText,
    trackingNumber: order.trackingNumber,
    deliveryMethod: order.deliveryMethodName,
    recipient: order.recipient.name,
    productName: order.productName,
  },
}));

describe('the sample sheet under review', () => {
  it('has two lines to look at, and the one in error is the courier no one knows', () => {
    const review = createReview(lines, {
      rules: marketRules.naver,
      operation: 'dispatch',
      now: Date.parse('2026-11-21T16:30:00+09:00'),
    });
    const checked = review.lines();
    const remarked = checked.filter((line) => line.level !== 'ok');
    expect(remarked.map(({ line, level }) => [line.cells.productOrderId, level])).toEqual([
      [sampleLessons().unknownCourier, 'error'],
      [sampleLessons().wrongDigit, 'warning'],
    ]);
    expect(checked.filter((line) => staysBecause(line) === undefined)).toHaveLength(64);
    expect(review.file().filter((remark) => remark.level !== 'note')).toEqual([]);
  });
});

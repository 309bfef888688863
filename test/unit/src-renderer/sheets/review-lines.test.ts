import { describe, expect, it } from 'vitest';
import type { Line } from '../../../../src-preload/contract/line';
import type { Basis } from '../../../../src-renderer/sheets/protocol';
import { ReviewModel } from '../../../../src-renderer/sheets/review-model';

const basis: Basis = { market: 'naver', operation: 'dispatch', couriers: {}, columns: {}, now: Date.UTC(2026, 10, 21) };

/** Lines of three orders, by these couriers, each with the same tracking number. */
function sameNumber(...couriers: string[]): ReviewModel {
  const lines = couriers.map((courier, at): Line => {
    const productOrderId = `202611211000000${at}`;
    return { row: at + 2, chosen: true, cells: { productOrderId, courier, trackingNumber: '99113007002' } };
  });
  return new ReviewModel(lines, basis, undefined);
}

describe('the lines of a review', () => {
  it('with one number under two couriers go out in two boxes, and under the same one in one', () => {
    const { going } = sameNumber('로젠택배', '로젠택배', '한진택배').summary();
    expect(going).toMatchObject({ lines: 3, parcels: 2 });
  });

  it('are answered in parts of their order', () => {
    const model = sameNumber('로젠택배', '로젠택배', '한진택배');
    const rows = (from?: number, to?: number) => model.lines(from, to).map(({ row }) => row);
    expect([rows(), rows(1, 2), rows(2, 9), rows(3, 4)]).toEqual([[2, 3, 4], [3], [4], []]);
  });
});

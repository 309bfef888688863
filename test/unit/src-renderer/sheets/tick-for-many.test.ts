import { describe, expect, it } from 'vitest';
import type { Line } from '../../../../src-preload/contract/line';
import { ReviewModel } from '../../../../src-renderer/sheets/review-model';
import type { Basis } from '../../../../src-renderer/sheets/protocol';

const basis: Basis = { market: 'naver', operation: 'dispatch', couriers: {}, columns: {}, now: Date.UTC(2026, 10, 21) };

function line(row: number, cells: Line['cells'] = {}): Line {
  const productOrderId = `20261121100000${String(row).padStart(2, '0')}`;
  return {
    row,
    cells: { productOrderId, courier: '로젠택배', trackingNumber: String(99_113_007_000 + row), ...cells },
  };
}

describe('a tick, or a click, for many lines', () => {
  it('frees no line of a shifted column by a tick for all: each is looked at by itself', () => {
    const rows = [2, 3, 4, 5, 6, 7];
    const shifted = rows.map((row) => line(row, { trackingNumber: `202611211000000${row}` }));
    const model = new ReviewModel(shifted, basis, undefined);
    expect(model.summary()).toMatchObject({ ticks: { 'shifted-column': { lines: 6, ticked: 0 } }, ticksForAll: {} });
    expect(model.tick('shifted-column', true).summary.going.lines).toBe(0);
    expect(model.change([{ row: 3, change: { chosen: true } }]).summary).toMatchObject({
      going: { lines: 1 },
      ticks: { 'shifted-column': { lines: 6, ticked: 1 } },
    });
  });

  it('frees by the tick for one warning no line that waits for another as well', () => {
    const strangers = { trackingNumber: '99113007005' };
    const model = new ReviewModel(
      [
        line(2, { ...strangers, recipient: '김견본', orderId: '2026112111111111' }),
        line(3, { ...strangers, recipient: '박견본', orderId: '2026112122222222', productOrderId: '20261' }),
        line(4, { productOrderId: '20262' }),
      ],
      basis,
      undefined,
    );
    expect(model.summary()).toMatchObject({
      ticks: { 'different-recipients': { lines: 2 }, 'product-order-odd': { lines: 2 } },
      ticksForAll: {
        'different-recipients': { lines: 1, ticked: 0 },
        'product-order-odd': { lines: 1, ticked: 0 },
      },
    });
    expect(model.tick('different-recipients', true).lines.map(({ row }) => row)).toEqual([2]);
    const { lines, summary } = model.tick('product-order-odd', true);
    expect(lines.map(({ row }) => row)).toEqual([4]);
    expect(summary).toMatchObject({
      going: { lines: 2 },
      ticksForAll: { 'product-order-odd': { lines: 1, ticked: 1 } },
    });
  });

  it('keeps by one click for many no line that waits for another look', () => {
    // Two numbers of a length CJ does not have; one of them stands on a product order of five digits.
    const model = new ReviewModel(
      [
        line(2, { courier: 'CJ대한통운', trackingNumber: '68500000010' }),
        line(3, { courier: 'CJ대한통운', trackingNumber: '68500000020' }),
        line(4, { courier: 'CJ대한통운', trackingNumber: '68500000030', productOrderId: '20263' }),
      ],
      basis,
      undefined,
    );
    const { rows } = model.page({ tab: 'look', offset: 0, limit: 10, renewed: true, others: 0, unfolded: {} });
    const [group] = rows.flatMap((row) => ('group' in row && row.code === 'tracking-length' ? [row.fix] : []));
    expect(group).toMatchObject({ remark: { code: 'tracking-length' }, fix: { do: 'keep' }, lines: 2 });
    if (!group) return;
    expect(model.fix(group.row, group.remark, group.fix, true).lines.map(({ row }) => row)).toEqual([2, 3]);
  });
});

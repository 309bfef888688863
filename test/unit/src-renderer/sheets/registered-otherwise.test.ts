import { expect, it } from 'vitest';
import type { Line } from '../../../../src-preload/contract/line';
import type { LineTab } from '../../../../src-renderer/sheets/line-place';
import type { Basis } from '../../../../src-renderer/sheets/protocol';
import { ReviewModel } from '../../../../src-renderer/sheets/review-model';

const basis: Basis = { market: 'naver', operation: 'dispatch', couriers: {}, columns: {}, now: Date.UTC(2026, 10, 21) };

function line(row: number, cells: Line['cells']): Line {
  return { row, cells: { productOrderId: `20261121100000${String(row).padStart(2, '0')}`, ...cells } };
}

function rowsOf(model: ReviewModel, tab: LineTab): number[] {
  const { rows } = model.page({ tab, offset: 0, limit: 100, renewed: true, others: 0, unfolded: {} });
  return rows.flatMap((row) => ('checked' in row ? [row.checked.line.row] : []));
}

it('counts what is registered with another number among what is to be looked at', () => {
  const model = new ReviewModel(
    [
      line(2, { courier: 'CJ대한통운', trackingNumber: '685000000014' }),
      line(3, { courier: 'CJ대한통운', trackingNumber: '685000000025' }),
    ],
    basis,
    undefined,
  );
  const before = model.summary().counts;
  const registered = { courier: 'HANJIN', number: '403020102030' };
  model.learn(
    { earlierJobs: [{ row: 2, what: 'sent-other', at: 1, state: 'succeeded', registered }], earlierUses: [] },
    [],
  );
  const after = model.summary().counts;
  expect(before.ok - after.ok).toBe(1);
  expect(after.warning - before.warning).toBe(1);
  expect(rowsOf(model, 'look')).toContain(2);
  expect(model.summary().going.lines).toBe(1);
  expect(model.summary().tabs.done).toBe(0);
  expect(rowsOf(model, 'done')).toEqual([]);
});

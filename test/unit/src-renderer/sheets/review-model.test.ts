import { describe, expect, it } from 'vitest';
import type { Line } from '../../../../src-preload/contract/line';
import { ReviewModel } from '../../../../src-renderer/sheets/review-model';
import type { Basis } from '../../../../src-renderer/sheets/protocol';

const basis: Basis = { market: 'naver', operation: 'dispatch', couriers: {}, columns: {}, now: Date.UTC(2026, 10, 21) };

function line(row: number, cells: Line['cells'] = {}): Line {
  return {
    row,
    cells: {
      productOrderId: `20261121100000${String(row).padStart(2, '0')}`,
      courier: '로젠택배',
      trackingNumber: String(99_113_007_000 + row),
      ...cells,
    },
  };
}

/** Three lines: fine, an unknown courier, the same unknown courier. */
function threeLines(): ReviewModel {
  return new ReviewModel(
    [line(2), line(3, { courier: '한짐택배' }), line(4, { courier: '한짐택배' })],
    basis,
    undefined,
  );
}

describe('a review', () => {
  it('counts lines by level, tab, courier and box', () => {
    const summary = threeLines().summary();
    expect(summary.counts).toMatchObject({ error: 2 });
    expect(summary.tabs).toMatchObject({ all: 3, error: 2, send: 1, done: 0 });
    expect(summary.going).toMatchObject({ lines: 1, boxes: 1, couriers: [['KGB', 1]] });
  });

  it('keeps a mended row in its tab until one looks anew', () => {
    const model = threeLines();
    expect(model.page('error', 0, 10, true).total).toBe(2);
    model.change([{ row: 3, change: { cells: { courier: '로젠택배' } } }]);
    const page = model.page('error', 0, 10, false);
    expect(page.rows.map((row) => [row.checked.line.row, row.checked.level === 'error'])).toEqual([
      [3, false],
      [4, true],
    ]);
    expect(model.page('error', 0, 10, true).total).toBe(1);
  });

  it('answers the lines that were changed, to be written through, with what was corrected', () => {
    const { lines, summary } = threeLines().change([{ row: 4, change: { cells: { courier: '로젠택배' } } }]);
    expect(lines).toEqual([
      expect.objectContaining({ row: 4, edited: ['courier'], cells: expect.objectContaining({ courier: '로젠택배' }) }),
    ]);
    expect(summary.counts.error).toBe(1);
  });

  it('offers one click for all lines of a frequent kind of remark, and it mends them all', () => {
    const missing = [2, 3, 4].map((row) => line(row, { trackingNumber: '' }));
    const model = new ReviewModel([...missing, line(5), line(6, { productOrderId: '' })], basis, undefined);
    const [group, ...others] = model.summary().mends;
    expect(others).toEqual([]);
    expect(group).toMatchObject({ row: 2, lines: 3, mend: { do: 'exclude' }, remark: { code: 'tracking-missing' } });
    if (!group) throw new Error('no group');
    const { lines, summary } = model.mend(group.row, group.remark, group.mend, true);
    expect(lines.map(({ row, chosen }) => [row, chosen])).toEqual([
      [2, false],
      [3, false],
      [4, false],
    ]);
    expect(summary.mends).toEqual([]);
    expect(summary.going.lines).toBe(1);
  });

  it('writes a dispatch date over all lines but those taken out, and takes it away again', () => {
    const model = threeLines();
    model.change([{ row: 4, change: { chosen: false } }]);
    const { lines, summary } = model.dateAll('2026-11-20 16:30');
    expect(lines.map(({ row }) => row)).toEqual([2, 3]);
    expect(summary.dated).toBe(2);
    const values = model.page('send', 0, 10, true).rows[0]?.checked.job?.values;
    expect(values).toMatchObject({ dispatch: { dispatchDate: Date.UTC(2026, 10, 20, 7, 30) } });
    expect(model.dateAll('').summary.dated).toBe(0);
  });

  it('mends one spelling of a courier in all its lines at once', () => {
    const model = threeLines();
    expect(model.page('error', 0, 10, true).rows[0]?.sameCourier).toBe(2);
    const { lines, summary } = model.sameCourier(3, '로젠택배');
    expect(lines.map(({ row }) => row)).toEqual([3, 4]);
    expect(summary.counts.error).toBe(0);
  });

  it('does not send what was sent before, unless the seller chooses it', () => {
    const model = threeLines();
    model.addHistories([{ row: 2, what: 'sent', at: 1, state: 'succeeded' }]);
    expect(model.summary().going.lines).toBe(0);
    expect(model.page('done', 0, 10, true).rows[0]).toMatchObject({ stays: 'history', history: { what: 'sent' } });
    model.change([{ row: 2, change: { chosen: true } }]);
    expect(model.summary().going.lines).toBe(1);
  });

  it('leaves hidden rows out until the seller takes them all in, which ticks no warning of theirs', () => {
    const strangers = { courier: 'CJ대한통운', trackingNumber: '99113007005' };
    const model = new ReviewModel(
      [line(2), { ...line(3), hidden: true, chosen: false }, { ...line(4, strangers), hidden: true, chosen: false }],
      basis,
      undefined,
    );
    expect(model.summary()).toMatchObject({ hidden: { lines: 2, out: 2 }, going: { lines: 1 } });
    const { lines, summary } = model.hidden(true);
    expect(lines.map(({ row, chosen }) => [row, chosen])).toEqual([
      [3, undefined],
      [4, undefined],
    ]);
    expect(summary.hidden).toEqual({ lines: 2, out: 0 });
    expect(model.page('all', 0, 10, true).rows.map(({ stays }) => stays)).toEqual([undefined, undefined, 'error']);
    expect(model.hidden(false).summary).toMatchObject({ hidden: { lines: 2, out: 2 }, going: { lines: 1 } });
  });

  it('counts numbers that were read without hyphens', () => {
    const model = new ReviewModel([line(2, { trackingNumber: '991-1300-7002' }), line(3)], basis, undefined);
    expect(model.summary().trimmed).toBe(1);
  });

  it('takes a line out and puts it back', () => {
    const model = threeLines();
    model.change([{ row: 2, change: { chosen: false } }]);
    expect(model.page('all', 0, 10, true).rows[0]?.stays).toBe('excluded');
    expect(model.summary().going.lines).toBe(0);
    model.change([{ row: 2, change: { chosen: null } }]);
    expect(model.summary().going.lines).toBe(1);
  });

  it('holds lines back that wait for a tick, and sends them once their group is ticked', () => {
    const strangers = { trackingNumber: '99113007005' };
    const model = new ReviewModel(
      [
        line(2, { ...strangers, recipient: '김견본', orderId: '2026112111111111' }),
        line(3, { ...strangers, recipient: '박견본', orderId: '2026112122222222' }),
      ],
      basis,
      undefined,
    );
    expect(model.summary()).toMatchObject({
      going: { lines: 0 },
      ticks: { 'different-recipients': { lines: 2, ticked: 0 } },
    });
    const { lines, summary } = model.tick('different-recipients', true);
    expect(lines).toHaveLength(2);
    expect(summary).toMatchObject({ going: { lines: 2 }, ticks: { 'different-recipients': { lines: 2, ticked: 2 } } });
    expect(model.tick('different-recipients', false).summary.going.lines).toBe(0);
  });

  it('lets one of two numbers stand for its product order', () => {
    const twice = { productOrderId: '2026112110000099' };
    const model = new ReviewModel([line(2, twice), line(3, twice)], basis, undefined);
    const [first] = model.page('all', 0, 10, true).rows;
    const remark = first?.checked.remarks.find(({ code }) => code === 'product-order-differs');
    expect(remark).toBeDefined();
    if (!remark) return;
    const { summary } = model.mend(2, remark, { do: 'represent' }, false);
    expect(summary.going.lines).toBe(1);
    expect(model.page('all', 0, 10, true).rows.map((row) => row.stays)).toEqual([undefined, 'excluded']);
  });

  it('checks the same lines for another operation', () => {
    const summary = threeLines().recheck({ ...basis, operation: 'confirm' }, undefined);
    expect(summary.counts.error).toBe(0);
  });
});

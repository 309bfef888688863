import { describe, expect, it } from 'vitest';
import type { EarlierJob, KnownBefore, Line } from '../../../../src-preload/contract/line';
import { ReviewModel } from '../../../../src-renderer/sheets/review-model';
import type { LineTab } from '../../../../src-renderer/sheets/line-place';
import type { ReviewRow, SheetCalls } from '../../../../src-renderer/sheets/protocol';
import { basis, fineLine as line } from '../../../support/sheets/review-lines';

type Page = SheetCalls['page'];
const page = (model: ReviewModel, tab: LineTab, more: Partial<Page['input']> = {}): Page['output'] =>
  model.page({ tab, offset: 0, limit: 10, renewed: true, others: 0, unfolded: {}, ...more });
const linesOf = ({ rows }: Page['output']): ReviewRow[] => rows.flatMap((row) => ('group' in row ? [] : [row]));

const facesOf = ({ rows }: Page['output']) =>
  rows.map((row) => ('group' in row ? `${row.code ?? row.group} ${row.lines} ${row.unfolded}` : row.checked.line.row));

/** Three lines: fine, an unknown courier, the same unknown courier. */
function threeLines(): ReviewModel {
  const lines = [line(2), line(3, { courier: '한짐택배' }), line(4, { courier: '한짐택배' })];
  return new ReviewModel(lines, basis, undefined);
}

describe('a review', () => {
  it('counts lines by level, tab, courier and box', () => {
    const summary = threeLines().summary();
    expect(summary.counts).toMatchObject({ error: 2 });
    expect(summary.tabs).toMatchObject({ all: 3, look: 2, send: 1, done: 0 });
    expect(summary.going).toMatchObject({ lines: 1, parcels: 1, couriers: [['KGB', 1]] });
  });

  it('keeps a mended row in its tab until one looks again', () => {
    const model = threeLines();
    expect(facesOf(page(model, 'look'))).toEqual(['courier-unknown 2 true', 3, 4]);
    model.change([{ row: 3, change: { cells: { courier: '로젠택배' } } }]);
    const shown = page(model, 'look', { renewed: false });
    // The head counts what still belongs to it.
    expect(facesOf(shown)[0]).toBe('courier-unknown 1 true');
    expect(linesOf(shown).map((row) => [row.checked.line.row, row.checked.level === 'error'])).toEqual([
      [3, false],
      [4, true],
    ]);
    expect(facesOf(page(model, 'look'))).toEqual(['courier-unknown 1 true', 4]);
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
    const heads = page(model, 'all').rows.flatMap((row) => ('group' in row ? [row] : []));
    expect(heads.map(({ code, lines: of, leaves }) => [code, of, leaves])).toEqual([
      ['product-order-missing', 1, false],
      ['tracking-missing', 3, true],
      [undefined, 1, false],
    ]);
    const { lines, summary } = model.leaveOut({ group: 'tracking-missing' });
    expect(lines.map(({ row, chosen }) => [row, chosen])).toEqual([
      [2, false],
      [3, false],
      [4, false],
    ]);
    expect(summary.tabs).toMatchObject({ open: 0, out: 3 });
    expect(summary.going.lines).toBe(1);
  });

  it('writes a dispatch date over all lines but those taken out, and takes it away again', () => {
    const model = threeLines();
    model.change([{ row: 4, change: { chosen: false } }]);
    const { lines, summary } = model.dateAll('2026-11-20 16:30');
    expect(lines.map(({ row }) => row)).toEqual([2, 3]);
    expect(summary.dated).toBe(2);
    const values = linesOf(page(model, 'send'))[0]?.checked.job?.values;
    expect(values).toMatchObject({ dispatch: { dispatchDate: Date.UTC(2026, 10, 20, 7, 30) } });
    expect(model.dateAll('').summary.dated).toBe(0);
  });

  it('mends one spelling of a courier in all its lines at once', () => {
    const model = threeLines();
    expect(linesOf(page(model, 'look'))[0]?.sameCourier).toBe(2);
    const { lines, summary } = model.sameCourier(3, '로젠택배');
    expect(lines.map(({ row }) => row)).toEqual([3, 4]);
    expect(summary.counts.error).toBe(0);
  });

  const known = (...earlierJobs: EarlierJob[]): KnownBefore => ({ earlierJobs, earlierUses: [] });
  const sentBefore = (row: number) => ({ row, what: 'sent', at: 1, state: 'succeeded' }) as const;

  it('ticks and mends nothing that is dealt with when it does so for all', () => {
    const broken = [10, 20, 30].map((row): Line => ({ ...line(row), marks: { productOrderId: 'number' } }));
    const model = new ReviewModel(broken, basis, undefined);
    expect(model.summary().ticks['digits-broken']).toEqual({ lines: 3, ticked: 0 });
    model.learn(known(sentBefore(10)), []);
    expect(model.summary().ticks['digits-broken']).toEqual({ lines: 2, ticked: 0 });
    expect(model.tick('digits-broken', true).lines.map(({ row }) => row)).toEqual([20, 30]);
    expect(model.summary().going.lines).toBe(2);
  });

  it('keeps on its lines that their column was cut, so that a draft taken up again still holds them', () => {
    const model = new ReviewModel(
      [10, 20, 30, 40, 50].map((row) => line(row)),
      basis,
      undefined,
    );
    expect(model.summary().ticks['digits-broken']).toEqual({ lines: 5, ticked: 0 });
    const typed = [10, 20, 30].map((row) => ({
      row,
      change: { cells: { productOrderId: `20261121100001${row + 1}` } },
    }));
    model.change(typed);
    const later = new ReviewModel(model.lines(), basis, undefined).summary();
    expect(later).toMatchObject({ ticks: { 'digits-broken': { lines: 2, ticked: 0 } }, going: { lines: 3 } });
    expect(later.file).toMatchObject([{ code: 'file-digits-broken' }]);
  });

  it('asks again what is known of an edited line', () => {
    const model = threeLines();
    model.learn(known(sentBefore(2)), []);
    expect(model.summary().tabs.done).toBe(1);
    model.change([{ row: 2, change: { cells: { productOrderId: '2026112110000099' } } }]);
    model.learn(known(), [2]);
    expect(model.summary()).toMatchObject({ tabs: { done: 0, send: 1 } });
    // A line that has gone to the outbox meanwhile is none of the review any more.
    model.learn(known(sentBefore(99)), [99]);
    expect(model.summary().tabs.done).toBe(0);
  });

  const usedBefore = (row: number) => ({ row, at: 1, target: '2026112010000077', is: 'done', others: 0 }) as const;
  const codesOf = (model: ReviewModel, row: number) =>
    linesOf(page(model, 'all'))
      .find(({ checked }) => checked.line.row === row)
      ?.checked.remarks.map(({ code }) => code);

  it('says what the order book knows: another recipient waits for a tick, a cancelled order stays', () => {
    const model = new ReviewModel([line(2), line(3), line(4), line(5)], basis, undefined);
    const bookLines = [
      { row: 2, is: 'other-recipient', recipient: '이바다' },
      { row: 3, is: 'cancelled' },
      { row: 4, is: 'cancel-requested' },
      { row: 5, is: 'unknown' },
    ] as const;
    model.learn({ earlierJobs: [], earlierUses: [], bookLines: [...bookLines] }, []);
    expect(model.summary()).toMatchObject({
      counts: { error: 1 },
      going: { lines: 2 },
      ticks: { 'recipient-differs': { lines: 1, ticked: 0 } },
    });
    expect(codesOf(model, 2)).toContain('recipient-differs');
    expect(codesOf(model, 4)).toContain('book-cancel-requested');
    expect(codesOf(model, 5)).toContain('book-unknown');
    model.tick('recipient-differs', true);
    expect(model.summary().going.lines).toBe(3);
    // A recheck keeps it, another order does not.
    expect(model.recheck(basis, 'KGB').counts.error).toBe(1);
    model.change([{ row: 3, change: { cells: { productOrderId: '2026112110000099' } } }]);
    expect(codesOf(model, 3)).not.toContain('book-cancelled');
  });

  it('shows what is due today before the others, with its box, and says nothing against it', () => {
    const model = new ReviewModel([line(2), line(3), line(4), line(5)], basis, undefined);
    const open = { is: 'open', dueAt: 5, product: '담요' } as const;
    const bookLines = [
      { row: 2, ...open },
      { row: 4, ...open, isDueToday: true },
    ] as const;
    model.learn({ earlierJobs: [], earlierUses: [], bookLines: [...bookLines] }, []);
    const rows = linesOf(page(model, 'all'));
    expect(rows.map(({ checked }) => checked.line.row)).toEqual([4, 2, 3, 5]);
    expect(rows[0]?.book).toMatchObject({ dueAt: 5, isDueToday: true, product: '담요' });
    expect(rows[2]?.book).toBeUndefined();
    expect(codesOf(model, 4)).toEqual([]);
    expect(model.summary().going.lines).toBe(4);
  });

  it('holds a number that another parcel has for a tick, until it is ticked or another', () => {
    const model = new ReviewModel([line(2), line(3), line(4)], basis, undefined);
    model.learn({ earlierJobs: [], earlierUses: [usedBefore(2), usedBefore(3)] }, []);
    expect(model.summary()).toMatchObject({
      going: { lines: 1 },
      ticks: { 'used-before': { lines: 2, ticked: 0 } },
    });
    expect(codesOf(model, 2)).toContain('used-before');
    expect(codesOf(model, 4)).not.toContain('used-before');

    model.tick('used-before', true);
    expect(model.summary().going.lines).toBe(3);
    model.tick('used-before', false);

    // What the log knew of the old number says nothing of a new one; what it knows of that one comes with the answer.
    model.change([{ row: 2, change: { cells: { trackingNumber: '99113007009' } } }]);
    expect(codesOf(model, 2)).not.toContain('used-before');
    model.learn({ earlierJobs: [], earlierUses: [usedBefore(2)] }, [2]);
    expect(codesOf(model, 2)).toContain('used-before');
    model.learn(known(), [2]);
    expect(codesOf(model, 2)).not.toContain('used-before');
    expect(model.summary().going.lines).toBe(2);
  });

  it('holds it still after another courier was chosen for the file, and tells a confirmation nothing of numbers', () => {
    const model = new ReviewModel([line(2, { courier: '' })], basis, undefined);
    model.learn({ earlierJobs: [], earlierUses: [usedBefore(2)] }, []);
    expect(model.recheck(basis, 'KGB').ticks['used-before']?.lines).toBe(1);
    expect(model.recheck({ ...basis, operation: 'confirm' }, undefined).ticks).toEqual({});
  });

  it('does not send what was sent before, unless the seller chooses it', () => {
    const model = threeLines();
    model.learn(known({ row: 2, what: 'sent', at: 1, state: 'succeeded' }), []);
    expect(model.summary().going.lines).toBe(0);
    const sent = { staysBecause: 'earlier-job', earlierJob: { what: 'sent' } };
    expect(linesOf(page(model, 'done'))[0]).toMatchObject(sent);
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
    const reasons = linesOf(page(model, 'all')).map(({ staysBecause }) => staysBecause);
    expect(reasons).toEqual(['error', undefined, undefined]);
    expect(model.hidden(false).summary).toMatchObject({ hidden: { lines: 2, out: 2 }, going: { lines: 1 } });
  });

  it('counts numbers that were read without hyphens', () => {
    const model = new ReviewModel([line(2, { trackingNumber: '991-1300-7002' }), line(3)], basis, undefined);
    expect(model.summary().trimmed).toBe(1);
  });

  it('takes a line out and puts it back', () => {
    const model = threeLines();
    model.change([{ row: 2, change: { chosen: false } }]);
    expect(facesOf(page(model, 'all'))).toEqual(['courier-unknown 2 true', 3, 4, 'out 1 true', 2]);
    expect(linesOf(page(model, 'out'))[0]?.staysBecause).toBe('excluded');
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
    const [first] = linesOf(page(model, 'all'));
    const remark = first?.checked.remarks.find(({ code }) => code === 'product-order-differs');
    expect(remark).toBeDefined();
    if (!remark) return;
    const { summary } = model.fix(2, remark, { do: 'represent' }, false);
    expect(summary.going.lines).toBe(1);
    expect(linesOf(page(model, 'all')).map((row) => row.staysBecause)).toEqual([undefined, 'excluded']);
  });

  it('checks the same lines for another operation', () => {
    const summary = threeLines().recheck({ ...basis, operation: 'confirm' }, undefined);
    expect(summary.counts.error).toBe(0);
  });
});

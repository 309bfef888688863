import { describe, expect, it } from 'vitest';
import type { EarlierJob, KnownBefore, Line } from '../../../../src-preload/contract/line';
import { ReviewModel } from '../../../../src-renderer/sheets/review-model';
import type { LineTab } from '../../../../src-renderer/sheets/line-place';
import type { Basis, ReviewRow, SheetCalls } from '../../../../src-renderer/sheets/protocol';

const basis: Basis = { market: 'naver', operation: 'dispatch', couriers: {}, columns: {}, now: Date.UTC(2026, 10, 21) };

function line(row: number, cells: Line['cells'] = {}): Line {
  return {
    row,
    cells: {
      productOrderId: `20261121100000${String(row).padStart(2, '0')}`,
      courier: '로젠택배',
      // Passes 로젠's rule: nothing of it is to be looked at.
      trackingNumber: `${9_911_300_700 + row}${(9_911_300_700 + row) % 7}`,
      ...cells,
    },
  };
}

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

describe('the rows of a review', () => {
  const known = (...earlierJobs: EarlierJob[]): KnownBefore => ({ earlierJobs, earlierUses: [] });
  const sentBefore = (row: number) => ({ row, what: 'sent', at: 1, state: 'succeeded' }) as const;

  it('folds what is dealt with at the end, without its faults, and other malls after it', () => {
    const model = threeLines();
    model.learn(known(sentBefore(3)), []);
    const summary = model.summary();
    expect(summary.counts).toEqual({ ok: 2, warning: 0, error: 1 });
    expect(summary.tabs).toMatchObject({ all: 3, send: 1, look: 1, open: 0, waits: 0, out: 0, done: 1 });
    expect(linesOf(page(model, 'look')).map(({ checked }) => checked.line.row)).toEqual([4]);

    const folded = page(model, 'all', { others: 7 });
    expect(facesOf(folded)).toEqual([
      'courier-unknown 1 true',
      4,
      'ready 1 true',
      2,
      'done 1 false',
      'others 7 false',
      3,
    ]);
    // A short list has the folded lines in the page, out of sight.
    expect(folded.foldedCount).toBe(1);
    const last = { handled: true, staysBecause: 'earlier-job', checked: { level: 'error' } };
    expect(linesOf(folded).at(-1)).toMatchObject(last);
    const unfolded = page(model, 'all', { others: 7, unfolded: { done: true } });
    expect(facesOf(unfolded)).toEqual([
      'courier-unknown 1 true',
      4,
      'ready 1 true',
      2,
      'done 1 true',
      3,
      'others 7 false',
    ]);
    expect(unfolded.foldedCount).toBe(0);
    expect(facesOf(page(model, 'others', { others: 7 }))).toEqual(['others 7 true']);
  });

  it('leaves the folded lines of a long list out of its pages', () => {
    const many = Array.from({ length: 300 }, (_, n) => line(n + 2));
    const model = new ReviewModel(many, basis, undefined);
    model.learn(known(...many.slice(0, 290).map(({ row }) => sentBefore(row))), []);
    expect(page(model, 'all')).toMatchObject({ total: 12, foldedCount: 0 });
    expect(page(model, 'all', { unfolded: { done: true } })).toMatchObject({ total: 302, foldedCount: 0 });
  });

  it('shows dealt lines unfolded where there are no others', () => {
    const model = threeLines();
    model.learn(known(...[2, 3, 4].map(sentBefore)), []);
    expect(facesOf(page(model, 'all'))).toEqual(['done 3 true', 2, 3, 4]);
    expect(facesOf(page(model, 'all', { unfolded: { done: false } }))).toEqual(['done 3 false', 2, 3, 4]);
    expect(model.summary().counts).toEqual({ ok: 3, warning: 0, error: 0 });
  });

  it('keeps in sight what was sent, or waits, with other values', () => {
    const model = threeLines();
    const past = { at: 1, state: 'queued' };
    model.learn(known({ row: 2, what: 'sent-other', ...past }, { row: 3, what: 'conflict', ...past }), []);
    expect(facesOf(page(model, 'all'))).toEqual(['earlier-sent-other 1 true', 2, 'courier-unknown 2 true', 3, 4]);
    expect(model.summary().counts.error).toBe(2);
  });

  it('groups lines by what they are told, with what is not there yet after them, and what goes at the end', () => {
    const model = new ReviewModel(
      [
        line(2),
        line(3, { courier: '한짐택배' }),
        line(4, { trackingNumber: '' }),
        line(5, { courier: '샛별특송' }),
        line(6, { courier: '한짐택배' }),
        { ...line(7), chosen: false },
      ],
      basis,
      undefined,
    );
    const { rows } = page(model, 'all', { limit: 20 });
    expect(facesOf({ rows, total: 0, foldedCount: 0 })).toEqual([
      'courier-unknown 3 true',
      3,
      5,
      6,
      'tracking-missing 1 true',
      4,
      'ready 1 true',
      2,
      'out 1 true',
      7,
    ]);
    expect(linesOf(page(model, 'all')).map(({ nth }) => nth)).toEqual([1, 2, 3, 4, undefined, undefined]);
  });

  it('leads from one line to look at to the next, around the end, and past those that were put right', () => {
    const model = threeLines();
    page(model, 'all');
    expect(model.seek({ from: -1, by: 1 })).toEqual({ at: 1 });
    expect(model.seek({ from: 1, by: 1 })).toEqual({ at: 2 });
    expect(model.seek({ from: 2, by: 1 })).toEqual({ at: 1 });
    expect(model.seek({ from: 1, by: -1 })).toEqual({ at: 2 });
    model.change([{ row: 4, change: { cells: { courier: '로젠택배' } } }]);
    expect(model.seek({ from: 1, by: 1 })).toEqual({ at: 1 });
    model.change([{ row: 3, change: { chosen: false } }]);
    expect(model.seek({ from: 1, by: 1 })).toEqual({ at: undefined });
  });

  it('lays the lines of one box next to each other, at the place of its first', () => {
    const number = line(2).cells.trackingNumber ?? '';
    const model = new ReviewModel(
      [line(2), line(3), line(4, { trackingNumber: number }), line(5), line(6, { trackingNumber: number })],
      basis,
      undefined,
    );
    const shown = linesOf(page(model, 'send'));
    expect(shown.map(({ checked, box }) => [checked.line.row, box?.at, box?.lines])).toEqual([
      [2, 'first', 3],
      [4, 'middle', 3],
      [6, 'last', 3],
      [3, undefined, undefined],
      [5, undefined, undefined],
    ]);
  });

  it('makes one group of what one tick lets go, though each line has a sentence of its own', () => {
    const model = new ReviewModel([line(2), line(3), line(4)], basis, undefined);
    const use = (row: number) => ({ row, at: 1, target: `202611201000007${row}`, is: 'done', others: 0 }) as const;
    model.learn({ earlierJobs: [], earlierUses: [use(2), use(4)] }, []);
    expect(facesOf(page(model, 'all'))).toEqual(['used-before 2 true', 2, 4, 'ready 1 true', 3]);
    const [head] = page(model, 'all').rows;
    expect(head).toMatchObject({ code: 'used-before', tick: 'used-before' });
    expect(head, 'the sentence of one of them').not.toHaveProperty('title');

    const ofOne = new ReviewModel([line(2), line(3)], basis, undefined);
    ofOne.learn({ earlierJobs: [], earlierUses: [use(2)] }, []);
    expect(page(ofOne, 'all').rows[0]).toHaveProperty('title');
  });

  it('makes one group of a kind whose sentences are all different, and gathers a long sheet in no time', () => {
    const lines = Array.from({ length: 12 }, (_, n) => line(n + 2, { trackingNumber: '품절'.repeat(n + 1) }));
    const heads = page(new ReviewModel(lines, basis, undefined), 'all', { limit: 50 }).rows.flatMap((row) =>
      'group' in row ? [row] : [],
    );
    expect(heads.length).toBeLessThan(12);
    expect(heads.reduce((sum, { lines: count }) => sum + count, 0)).toBe(12);
  });
});

import { describe, expect, it } from 'vitest';
import type { Line } from '../../../../src-preload/contract/line';
import type { LineTab } from '../../../../src-renderer/sheets/line-place';
import type { Basis, GroupRow } from '../../../../src-renderer/sheets/protocol';
import { ReviewModel } from '../../../../src-renderer/sheets/review-model';

const basis: Basis = {
  market: 'brightmall',
  operation: 'stock',
  couriers: {},
  columns: {},
  now: Date.UTC(2026, 10, 27),
};

const line = (row: number, cells: Line['cells']): Line => ({
  row,
  cells: { itemId: `202611210900_000019000_[${row}]`, ...cells },
});
const priced = (unitPrice: string, quantity: string, totalAmount: string) => ({ unitPrice, quantity, totalAmount });

const page = (model: ReviewModel, tab: LineTab = 'all') =>
  model.page({ tab, offset: 0, limit: 100, renewed: true, others: 0, unfolded: {} }).rows;
const rowsOf = (model: ReviewModel, tab: LineTab): number[] =>
  page(model, tab).flatMap((item) => ('group' in item ? [] : [item.checked.line.row]));
const groupsOf = (model: ReviewModel): GroupRow[] => page(model).flatMap((item) => ('group' in item ? [item] : []));

const sheet = (): ReviewModel =>
  new ReviewModel(
    [
      line(2, { available: '가능', ...priced('12500', '2', '25000') }),
      line(3, { available: '불가', reason: '단종', ...priced('7600', '4', '30400') }),
      line(4, { available: '불가' }),
      line(5, { available: '가능', ...priced('38500', '2', '70000') }),
      line(6, { available: '가능', ...priced('1000', '3', '2000') }),
      line(7, { available: '' }),
      line(8, { available: '가능', ...priced('9800', '1', '') }),
      line(9, { available: '가능' }),
    ],
    basis,
    undefined,
  );

describe('the lines of a stock file', () => {
  it('stand by what is to be looked at, then by what they answer, what cannot be delivered first', () => {
    const model = sheet();
    expect(groupsOf(model).map(({ group, code, lines }) => [code ?? group, lines])).toEqual([
      ['reason-missing', 1],
      ['price-uneven', 2],
      ['available-missing', 1],
      ['unavailable', 1],
      ['available', 3],
    ]);
  });

  it('are found by what they answer, those to look at among them', () => {
    const model = sheet();
    expect(model.summary().tabs).toMatchObject({ available: 5, unavailable: 2, open: 1, look: 3 });
    expect(rowsOf(model, 'available').toSorted()).toEqual([2, 5, 6, 8, 9]);
    expect(rowsOf(model, 'unavailable').toSorted()).toEqual([3, 4]);
    expect(model.change([{ row: 2, change: { chosen: false } }]).summary.tabs).toMatchObject({ available: 4, out: 1 });
    expect(rowsOf(model, 'available')).not.toContain(2);
  });

  it('count in sums what can be delivered alone, with a total that is worked out', () => {
    const model = sheet();
    expect(model.summary().goingStock).toEqual({ available: 3, unavailable: 1, amount: 25_000 + 9800 });
    expect(groupsOf(model).at(-1)).toMatchObject({ group: 'available', amount: 34_800 });
  });

  it('stay behind with a total that their parts do not make, until it is looked at', () => {
    const model = sheet();
    expect(model.summary()).toMatchObject({ going: { lines: 4, looks: 0 }, ticks: { 'price-uneven': { lines: 2 } } });
    const { summary } = model.change([{ row: 5, change: { chosen: true } }]);
    // What was ticked is looked at no more: it takes nothing off what stays behind.
    expect(summary).toMatchObject({ going: { lines: 5, warnings: 1, looks: 0 }, tabs: { look: 2 } });
  });

  it('get by one click each its own product, none that of another', () => {
    const model = sheet();
    const fix = groupsOf(model).find(({ code }) => code === 'price-uneven')?.fix;
    expect(fix).toMatchObject({ lines: 2, each: true, fix: { do: 'set', value: '77000' } });
    if (!fix) return;
    const { lines, summary } = model.fix(fix.row, fix.remark, fix.fix, true);
    expect(lines.map(({ row, cells }) => [row, cells.totalAmount])).toEqual([
      [5, '77000'],
      [6, '3000'],
    ]);
    expect(summary).toMatchObject({ going: { lines: 6 }, tabs: { look: 1 } });
  });

  it('offer the click also for a single line, which is ticked where it stands', () => {
    const model = new ReviewModel([line(2, { available: '가능', ...priced('38500', '2', '70000') })], basis, undefined);
    const [group] = groupsOf(model);
    expect(group).toMatchObject({ fix: { lines: 1, each: true }, leaves: false });
    expect(group?.tick).toBeUndefined();
  });
});

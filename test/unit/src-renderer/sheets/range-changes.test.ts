import { describe, expect, it } from 'vitest';
import type { Line } from '../../../../src-preload/contract/line';
import { ReviewModel } from '../../../../src-renderer/sheets/review-model';
import { plainCell } from '../../../../src-renderer/sheets/range-changes';
import type { SheetCalls } from '../../../../src-renderer/sheets/protocol';
import { basis, line } from '../../../support/sheets/review-lines';

/** Lines of rows 2, 3, … as the tab of all lines shows them: in groups, each beneath its head. */
function shown(lines: Line[]): ReviewModel {
  const model = new ReviewModel(lines, basis, undefined);
  model.page({ tab: 'all', offset: 0, limit: 10, renewed: true, others: 0, unfolded: {} });
  return model;
}
const numbersOf = (model: ReviewModel) => model.lines().map(({ cells }) => cells.trackingNumber);
const fields = ['trackingNumber'] as const;
type Act = SheetCalls['range']['input'];
const ticks = (model: ReviewModel) => model.summary().going.lines;

describe('a range of lines', () => {
  it('takes a pasted column from its first row down, without signs that cannot be seen', () => {
    const model = shown([line(2), line(3), line(4), line(5)]);
    const table = [['9911-3007-0011'], ['\u200b９９１１３００７００１２\u00a0']];
    const { patches, beyond, bottom } = model.range({ do: 'paste', top: 2, fields, table });
    expect(numbersOf(model)).toEqual(['99113007002', '9911-3007-0011', '991130070012', '99113007005']);
    expect({ beyond, bottom, rows: patches.map(({ row }) => row) }).toEqual({ beyond: 0, bottom: 3, rows: [3, 4] });
  });

  it('says how many pasted rows have no line left, and leaves the rest as it was', () => {
    const model = shown([line(2), line(3)]);
    const table = [['1'], ['2'], ['3'], ['4']];
    expect(model.range({ do: 'paste', top: 2, fields, table })).toMatchObject({ beyond: 3, bottom: 2 });
    expect(numbersOf(model)).toEqual(['99113007002', '1']);
  });

  it('writes several columns to the right, and a short row only as far as it goes', () => {
    const model = shown([line(2), line(3)]);
    const table = [['한진택배', '111'], ['CJ대한통운']];
    model.range({ do: 'paste', top: 0, fields: ['courier', 'trackingNumber'], table });
    expect(model.lines().map(({ cells }) => [cells.courier, cells.trackingNumber])).toEqual([
      ['한진택배', '111'],
      ['CJ대한통운', '99113007003'],
    ]);
  });

  it('leaves alone what says the same already', () => {
    const model = shown([line(2), line(3)]);
    const { patches } = model.range({ do: 'paste', top: 0, fields, table: [['99113007002'], ['7']] });
    expect(patches.map(({ row }) => row)).toEqual([3]);
    expect(model.lines()[0]?.edited).toBeUndefined();
  });

  it('clears cells, and counts those that were empty as unchanged', () => {
    const model = shown([line(2), line(3, { trackingNumber: '' }), line(4)]);
    const { patches } = model.range({ do: 'clear', top: 0, bottom: 1, fields });
    expect(patches.map(({ row }) => row)).toEqual([2]);
    expect(numbersOf(model)).toEqual(['', '', '99113007004']);
  });

  it('fills the first row down over the others', () => {
    const model = shown([line(2, { courier: '한진택배' }), line(3), line(4), line(5)]);
    model.range({ do: 'fill', top: 0, bottom: 4, fields: ['courier'] });
    expect(model.lines().map(({ cells }) => cells.courier)).toEqual(['한진택배', '한진택배', '한진택배', '로젠택배']);
  });

  it('ticks what may go, and takes the ticks away where all of it goes', () => {
    const model = shown([line(2), line(3), line(4, { courier: '한짐택배' })]);
    const act: Act = { do: 'tick', top: 0, bottom: 4, ticked: undefined };
    expect(ticks(model)).toBe(2);
    model.range(act);
    expect(ticks(model)).toBe(0);
    expect(model.range(act).patches).toHaveLength(2);
    expect(ticks(model)).toBe(2);
    expect(model.lines().map(({ chosen }) => chosen)).toEqual([undefined, undefined, undefined]);
    model.range({ ...act, ticked: false, bottom: 1 });
    expect(model.range({ ...act, ticked: false }).patches).toHaveLength(1);
    expect(model.range({ ...act, ticked: true }).patches).toHaveLength(2);
  });

  it('is copied as plain text, with numbers as their digits', () => {
    const model = shown([line(2, { trackingNumber: '9911-3007 0025', recipient: '김하나\n둘' }), line(3)]);
    const text = model.rangeText({ top: 0, bottom: 3, fields: ['recipient', 'trackingNumber'] });
    expect(text).toBe('"김하나\n둘"\t991130070025\r\n\t99113007003');
    expect(plainCell('trackingNumber', '없음-1')).toBe('없음-1');
    expect(plainCell('recipient', '010-12')).toBe('010-12');
  });
});

describe('the box above all lines', () => {
  it('ticks what goes by the rule and nothing that waits for a look, then takes all ticks away', () => {
    const model = shown([line(2), line(3), { ...line(4), example: true }]);
    const waits = model.summary();
    expect([waits.going.lines, waits.boxes]).toEqual([2, 3]);
    model.tickAll();
    expect(ticks(model)).toBe(0);
    model.tickAll();
    expect(ticks(model)).toBe(2);
    expect(model.lines()[2]?.chosen).toBeUndefined();
  });
});

describe('an edit that is put back', () => {
  it('leaves every line as it was, marks and ticks included', () => {
    const lines = [line(2), { ...line(3), marks: { trackingNumber: 'number' as const } }, line(4)];
    const model = shown(lines);
    const { patches } = model.range({ do: 'paste', top: 0, fields, table: [['1'], ['2'], ['3']] });
    const after = model.lines();
    expect(after[1]?.marks).toEqual({});
    model.putBack(patches.map(({ row, before }) => ({ row, side: before })));
    expect(model.lines()).toEqual(lines);
    model.putBack(patches.map(({ row, after: side }) => ({ row, side })));
    expect(model.lines()).toEqual(after);
  });

  it('touches no line that is gone, and nothing of a line that the edit did not change', () => {
    const model = shown([line(2), line(3)]);
    const { patches } = model.change([{ row: 2, change: { cells: { courier: '한진택배' } } }]);
    model.change([{ row: 2, change: { chosen: false } }]);
    model.putBack([...patches.map(({ row, before }) => ({ row, side: before })), { row: 99, side: { chosen: true } }]);
    expect(model.lines()).toEqual([{ ...line(2), chosen: false }, line(3)]);
  });
});

import { describe, expect, it } from 'vitest';
import { planPaste, withKeys } from '../../../../src-renderer/grid/range-acts';
import type { Column } from '../../../../src-renderer/grid/grid-row';

const column = (key: string, editable: boolean): Column<string> => ({ key, header: key, cell: () => null, editable });
const columns = [column('state', false), column('courier', true), column('number', true), column('advice', false)];
const cell = (row: number, at: number) => ({ top: row, bottom: row, left: at, right: at });

describe('where a pasted table goes', () => {
  it('goes down and to the right from the first cell of the range', () => {
    expect(planPaste([['1'], ['2'], ['3']], cell(4, 2), columns)).toEqual({
      do: 'write',
      keys: ['number'],
      table: [['1'], ['2'], ['3']],
    });
    const plan = planPaste([['한진', '1']], cell(4, 1), columns);
    expect(plan).toMatchObject({ do: 'write', keys: ['courier', 'number'] });
  });

  it('fills the range with one cell', () => {
    const plan = planPaste([['한진']], { top: 2, bottom: 3, left: 1, right: 2 }, columns);
    expect(plan).toEqual({
      do: 'write',
      keys: ['courier', 'number'],
      table: [
        ['한진', '한진'],
        ['한진', '한진'],
      ],
    });
  });

  it('refuses cells that cannot be edited, and names the column', () => {
    expect(planPaste([['1']], cell(0, 3), columns)).toEqual({ do: 'refuse', key: 'advice' });
    expect(planPaste([['1'], ['2']], cell(0, 0), columns)).toEqual({ do: 'refuse', key: 'state' });
    expect(planPaste([['1', '2']], cell(0, 2), columns)).toEqual({ do: 'refuse', key: 'advice' });
    const rows = [
      ['1', '2'],
      ['3', '4'],
    ];
    expect(planPaste(rows, cell(0, 2), columns)).toEqual({ do: 'refuse', key: 'advice' });
    expect(planPaste([['1']], { top: 0, bottom: 1, left: 2, right: 3 }, columns)).toMatchObject({ do: 'refuse' });
  });

  it('takes a table as a sheet of its own: wider than the columns, with a header, or outside the cells', () => {
    const wide = [
      ['1', '2', '3', '4'],
      ['5', '6', '7', '8'],
    ];
    expect(planPaste(wide, cell(0, 1), columns)).toEqual({ do: 'open' });
    const header = [
      ['택배사', '송장번호'],
      ['한진', '123'],
    ];
    expect(planPaste(header, cell(0, 1), columns)).toEqual({ do: 'open' });
    const numbers = [
      ['1', '2'],
      ['3', '4'],
    ];
    expect(planPaste(numbers, cell(0, 0), columns)).toEqual({ do: 'open' });
    expect(planPaste(numbers, cell(0, 1), columns)).toMatchObject({ do: 'write' });
  });

  it('forgets the empty rows at the end, not those between', () => {
    expect(planPaste([['1'], [''], ['2'], [' '], ['']], cell(0, 2), columns)).toMatchObject({
      table: [['1'], [''], ['2']],
    });
    expect(planPaste([['']], cell(0, 2), columns)).toEqual({ do: 'nothing' });
  });
});

it('a range names the columns it goes over', () => {
  const range = { top: 1, bottom: 2, left: 0, right: 2 };
  expect(withKeys(range, columns, ({ editable }) => editable === true)).toEqual({
    top: 1,
    bottom: 2,
    keys: ['courier', 'number'],
  });
});

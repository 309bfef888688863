import { describe, expect, it } from 'vitest';
import { exitSpot, moveSpot, pastHeads } from '../../../../src-renderer/grid/grid-moves';

const bounds = { rows: 100, columns: 6, page: 10 };

describe('keys in the grid', () => {
  it.each([
    ['ArrowDown', false, { row: 6, column: 2 }],
    ['ArrowUp', false, { row: 4, column: 2 }],
    ['ArrowLeft', false, { row: 5, column: 1 }],
    ['ArrowRight', false, { row: 5, column: 3 }],
    ['PageDown', false, { row: 15, column: 2 }],
    ['PageUp', false, { row: 0, column: 2 }],
    ['Home', false, { row: 5, column: 0 }],
    ['End', false, { row: 5, column: 5 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 99, column: 5 }],
  ])('%s (ctrl %s) leads to %o', (key, ctrl, to) => {
    expect(moveSpot({ row: 5, column: 2 }, key, ctrl, bounds)).toEqual(to);
  });

  it('stays within the grid and leaves other keys alone', () => {
    expect(moveSpot({ row: 99, column: 5 }, 'ArrowDown', false, bounds)).toEqual({ row: 99, column: 5 });
    expect(moveSpot({ row: 0, column: 0 }, 'ArrowLeft', false, bounds)).toEqual({ row: 0, column: 0 });
    expect(moveSpot({ row: 0, column: 0 }, 'a', false, bounds)).toBeUndefined();
  });
});

describe('a cell that is left by Enter or Tab', () => {
  it('goes down, up, to the next and to the cell before, and not beyond the grid', () => {
    expect(exitSpot({ row: 5, column: 2 }, 'down', undefined, bounds)).toEqual({ row: 6, column: 2 });
    expect(exitSpot({ row: 5, column: 2 }, 'up', undefined, bounds)).toEqual({ row: 4, column: 2 });
    expect(exitSpot({ row: 5, column: 2 }, 'right', undefined, bounds)).toEqual({ row: 5, column: 3 });
    expect(exitSpot({ row: 5, column: 2 }, 'left', undefined, bounds)).toEqual({ row: 5, column: 1 });
    expect(exitSpot({ row: 99, column: 5 }, 'down', undefined, bounds)).toEqual({ row: 99, column: 5 });
    expect(exitSpot({ row: 0, column: 0 }, 'up', undefined, bounds)).toEqual({ row: 0, column: 0 });
    expect(exitSpot({ row: 0, column: 5 }, 'right', undefined, bounds)).toEqual({ row: 0, column: 5 });
    expect(exitSpot({ row: 0, column: 0 }, 'left', undefined, bounds)).toEqual({ row: 0, column: 0 });
  });

  it('goes back to the column in which a run of Tabs began', () => {
    expect(exitSpot({ row: 5, column: 4 }, 'down', 1, bounds)).toEqual({ row: 6, column: 1 });
    expect(exitSpot({ row: 5, column: 4 }, 'right', 1, bounds)).toEqual({ row: 5, column: 5 });
  });
});

it('goes past the heads of groups on the way down and up, and stays where only heads follow', () => {
  const isHead = (row: number) => [0, 3, 4, 7].includes(row);
  const way = (from: number, to: number) => pastHeads({ row: from, column: 1 }, { row: to, column: 1 }, 8, isHead).row;
  expect([way(1, 2), way(2, 3), way(5, 4), way(6, 7), way(1, 0), way(2, 2)]).toEqual([2, 5, 2, 6, 1, 2]);
});

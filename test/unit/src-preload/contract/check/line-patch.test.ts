import { describe, expect, it } from 'vitest';
import { patchBetween, withSide } from '../../../../../src-preload/contract/check/line-patch';
import type { Line } from '../../../../../src-preload/contract/line';
import { line } from './made-up-lines';

const bare = line(2, { recipient: '김하늘' });
const full: Line = {
  ...bare,
  marks: { productOrderId: 'number' },
  waits: ['courier'],
  edited: ['recipient'],
  chosen: true,
};

describe('what an edit changed of a line', () => {
  it.each<[string, Line, Line]>([
    ['a cell', bare, { ...bare, cells: { ...bare.cells, recipient: '이바다' } }],
    ['a cell that was not there', bare, { ...bare, cells: { ...bare.cells, address: '서울 중구 1' } }],
    ['all that may stand next to the cells, absent before', bare, full],
    [
      'all that may stand next to the cells, other before',
      full,
      {
        ...full,
        marks: { courier: 'error-cell' },
        waits: ['orderId'],
        edited: ['recipient', 'courier'],
        chosen: false,
      },
    ],
  ])('%s can be put back, and done again', (_, before, after) => {
    const patch = patchBetween(before, after) ?? expect.fail();
    expect(patch.row).toBe(2);
    expect(withSide(after, patch.before)).toEqual(before);
    expect(withSide(before, patch.after)).toEqual(after);
  });

  it('is nothing where nothing was changed', () => {
    expect(patchBetween(full, structuredClone(full))).toBeUndefined();
  });

  it('is all that its patch holds', () => {
    expect(patchBetween(full, { ...full, chosen: false })).toEqual({
      row: 2,
      before: { chosen: true },
      after: { chosen: false },
    });
    const { cells } = patchBetween(bare, line(2, { recipient: '이바다' }))?.after ?? expect.fail();
    expect(cells).toEqual({ recipient: '이바다' });
  });

  it('is put back alone: what was changed since stays', () => {
    const patch = patchBetween(bare, { ...bare, cells: { ...bare.cells, courier: '한진택배' } }) ?? expect.fail();
    const since = { ...full, cells: { ...bare.cells, courier: '한진택배', recipient: '이바다' } };
    expect(withSide(since, patch.before)).toEqual({ ...full, cells: { ...bare.cells, recipient: '이바다' } });
    expect(since.cells.courier, 'the line that was handed in is left alone').toBe('한진택배');
  });
});

import { describe, expect, it } from 'vitest';
import { selectionAfter, shortcutLetter } from '../../../../src-renderer/grid/grid-key';
import {
  extendTo,
  isWide,
  partOfRow,
  rangeOf,
  selectAll,
  selectCell,
  underColumns,
} from '../../../../src-renderer/grid/selection';

const bounds = { rows: 50, columns: 6, page: 10 };
const at = (row: number, column: number) => ({ row, column });
const press = (
  key: string,
  selection = selectCell(at(5, 2)),
  held: { shift?: boolean; ctrl?: boolean; letter?: string } = {},
) =>
  selectionAfter(
    { key, shift: held.shift ?? false, ctrl: held.ctrl ?? false, letter: held.letter },
    selection,
    bounds,
    true,
  );

describe('what is selected in a grid', () => {
  it('is one cell until Shift moves the far corner, while the keyboard stays', () => {
    const grown = press('ArrowDown', press('ArrowRight', undefined, { shift: true }), { shift: true });
    expect(grown).toEqual({ active: at(5, 2), from: at(5, 2), end: at(6, 3) });
    expect(grown && rangeOf(grown)).toEqual({ top: 5, bottom: 6, left: 2, right: 3 });
    expect(press('ArrowUp', grown)).toEqual(selectCell(at(4, 2)));
  });

  it('is the same rectangle whichever corner it began in', () => {
    const selection = extendTo(selectCell(at(5, 3)), at(2, 1));
    expect(rangeOf(selection)).toEqual({ top: 2, bottom: 5, left: 1, right: 3 });
    expect(isWide(rangeOf(selection))).toBe(true);
    expect(isWide(rangeOf(selectCell(at(5, 3))))).toBe(false);
    expect(isWide({ top: 1, bottom: 1, left: 1, right: 2 })).toBe(true);
    expect(isWide({ top: 1, bottom: 2, left: 1, right: 1 })).toBe(true);
  });

  it('goes to the edges with Ctrl, and extends there with Shift', () => {
    expect(press('ArrowDown', undefined, { ctrl: true })).toEqual(selectCell(at(49, 2)));
    expect(press('ArrowUp', undefined, { ctrl: true })).toEqual(selectCell(at(0, 2)));
    expect(press('ArrowLeft', undefined, { ctrl: true })).toEqual(selectCell(at(5, 0)));
    expect(press('ArrowRight', undefined, { ctrl: true })).toEqual(selectCell(at(5, 5)));
    expect(press('End', undefined, { ctrl: true, shift: true })).toMatchObject({ active: at(5, 2), end: at(49, 5) });
    expect(press('PageDown', undefined, { shift: true })?.end).toEqual(at(15, 2));
  });

  it('is everything with Ctrl+A, and the keyboard stays where it is', () => {
    const all = press('ㅁ', undefined, { ctrl: true, letter: 'a' });
    expect(all).toEqual(selectAll(selectCell(at(5, 2)), bounds));
    expect(all).toEqual({ active: at(5, 2), from: at(0, 0), end: at(49, 5) });
    expect(selectAll(selectCell(at(0, 0)), { rows: 0, columns: 0 }).end).toEqual(at(0, 0));
  });

  it('begins with the first cell, and is one cell only where a grid has no ranges', () => {
    const key = { key: 'ArrowDown', shift: true, ctrl: false, letter: undefined };
    expect(selectionAfter(key, undefined, bounds, true)).toEqual(selectCell(at(0, 0)));
    expect(selectionAfter(key, selectCell(at(5, 2)), bounds, false)).toEqual(selectCell(at(6, 2)));
    expect(selectionAfter({ ...key, ctrl: true, letter: 'a', key: 'a' }, undefined, bounds, false)).toBeUndefined();
    expect(press('x')).toBeUndefined();
    expect(press('x', undefined, { shift: true })).toBeUndefined();
  });

  it('stays in its columns where others come or go, and in its place where its own went', () => {
    const selection = extendTo(selectCell(at(5, 2)), at(7, 3));
    const before = ['state', 'tail', 'answer', 'memo'];
    expect(underColumns(selection, before, [...before])).toBe(selection);
    expect(underColumns(selection, before, ['state', 'answer', 'memo'])).toMatchObject({
      active: at(5, 1),
      end: at(7, 2),
    });
    expect(underColumns(selection, before, ['state', 'answer']).end).toEqual(at(7, 1));
  });

  it('knows which part of a row it has, and which of its borders', () => {
    const range = { top: 2, bottom: 4, left: 1, right: 3 };
    expect([1, 2, 3, 4, 5].map((row) => partOfRow(range, row)?.edge)).toEqual([
      undefined,
      'top',
      'middle',
      'bottom',
      undefined,
    ]);
    expect(partOfRow({ ...range, bottom: 2 }, 2)).toEqual({ left: 1, right: 3, edge: 'only' });
  });
});

it('a shortcut is known by its letter in a Korean layout too, and by nothing without Ctrl', () => {
  const held = { ctrlKey: true, metaKey: false, altKey: false };
  expect(shortcutLetter({ ...held, key: 'ㅁ', code: 'KeyA' })).toBe('a');
  expect(shortcutLetter({ ...held, key: 'D', code: 'KeyD' })).toBe('d');
  // Another Latin layout means the letter that is printed.
  expect(shortcutLetter({ ...held, key: 'a', code: 'KeyQ' })).toBe('a');
  expect(shortcutLetter({ ...held, ctrlKey: false, metaKey: true, key: 'z', code: 'KeyZ' })).toBe('z');
  expect(shortcutLetter({ ...held, altKey: true, key: 'a', code: 'KeyA' })).toBeUndefined();
  expect(shortcutLetter({ ...held, ctrlKey: false, key: 'a', code: 'KeyA' })).toBeUndefined();
  expect(shortcutLetter({ ...held, key: 'Enter', code: 'Enter' })).toBeUndefined();
});

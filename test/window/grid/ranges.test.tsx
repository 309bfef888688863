import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cell, commit, press, selected, showGrid } from '../../support/window/line-grid';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the keyboard in a grid', () => {
  it('has one tab stop: the active cell, by its field, its control or itself', async () => {
    await showGrid();
    const stops = () =>
      [...document.querySelectorAll<HTMLElement>('.grid *')]
        .filter((each) => each.tabIndex === 0)
        .map((each) => each.tagName);
    expect(stops()).toEqual(['DIV']);
    expect(screen.getByTestId('grid').tabIndex).toBe(0);
    for (const [key, tag] of [
      ['number', 'INPUT'],
      ['state', 'INPUT'],
      ['who', 'DIV'],
      ['act', 'BUTTON'],
    ] as const) {
      fireEvent.focus(cell(2, key));
      expect(stops(), key).toEqual([tag]);
      expect(cell(2, key).contains(document.activeElement), key).toBe(true);
    }
  });

  it('leaves a cell that is not edited to the browser on Tab, and goes on to the next from one that is', async () => {
    await showGrid();
    fireEvent.focus(cell(1, 'number'));
    expect(press('Tab'), 'the browser moves on').toBe(true);
    fireEvent.change(document.activeElement ?? document.body, { target: { value: '5' } });
    expect(press('Tab')).toBe(false);
    expect(commit).toHaveBeenLastCalledWith(1, '5');
    expect(cell(1, 'act').contains(document.activeElement)).toBe(true);
  });

  it('walks through the buttons of a cell before it leaves it, and folds a group', async () => {
    await showGrid([{ group: 'done' }]);
    fireEvent.focus(cell(1, 'act'));
    expect(document.activeElement?.textContent).toBe('retry 1');
    press('ArrowRight');
    expect(document.activeElement?.textContent).toBe('cancel 1');
    press('ArrowLeft');
    press('ArrowLeft');
    expect(cell(1, 'number').contains(document.activeElement)).toBe(true);
    const head = screen.getByText('done');
    const folded = vi.fn();
    head.addEventListener('click', folded);
    press('ArrowDown', { ctrlKey: true });
    expect(document.activeElement).toBe(head);
    press('ArrowRight');
    expect(folded).not.toHaveBeenCalled();
    press('ArrowLeft');
    expect(folded).toHaveBeenCalledTimes(1);
  });

  it('says where it is: rows, columns, what is selected, and that there can be more', async () => {
    await showGrid();
    const grid = screen.getByRole('grid');
    expect(grid.getAttribute('aria-multiselectable')).toBe('true');
    expect(screen.getAllByRole('columnheader').map((each) => each.getAttribute('aria-colindex'))).toEqual([
      '1',
      '2',
      '3',
      '4',
    ]);
    fireEvent.focus(cell(3, 'number'));
    expect(cell(3, 'number').getAttribute('aria-selected')).toBe('true');
    expect(cell(2, 'number').getAttribute('aria-selected')).toBe('false');
    expect(screen.getByTestId('active').dataset).toMatchObject({ row: '3', field: 'number' });
  });
});

describe('a range', () => {
  it('grows with Shift and the arrows, is everything with Ctrl+A, and one cell again with an arrow', async () => {
    await showGrid();
    fireEvent.focus(cell(1, 'who'));
    press('ArrowDown', { shiftKey: true });
    press('ArrowRight', { shiftKey: true });
    expect(selected()).toEqual(['1.2', '1.3', '2.2', '2.3']);
    expect(cell(1, 'who').contains(document.activeElement), 'the keyboard stays').toBe(true);
    press('a', { ctrlKey: true, code: 'KeyA' });
    expect(selected()).toHaveLength(16);
    press('ArrowDown');
    expect(selected()).toEqual(['2.2']);
  });

  it('leaves Ctrl+A to the text of an edited cell, while the keyboard writes Hangul, too', async () => {
    await showGrid();
    fireEvent.focus(cell(1, 'number'));
    press('F2');
    for (const key of ['a', 'ㅁ']) expect(press(key, { ctrlKey: true, code: 'KeyA' }), 'the field takes it').toBe(true);
    expect(selected()).toEqual(['1.3']);
    fireEvent.change(document.activeElement ?? document.body, { target: { value: '5' } });
    press('Enter');
    expect(commit).toHaveBeenLastCalledWith(1, '5');
  });

  it('grows to the cell that is clicked with Shift, and the keyboard stays', async () => {
    await showGrid();
    fireEvent.focus(cell(1, 'number'));
    expect(fireEvent.mouseDown(cell(3, 'number'), { button: 0, shiftKey: true })).toBe(false);
    expect(selected()).toEqual(['1.3', '2.3', '3.3']);
    expect(cell(1, 'number').contains(document.activeElement)).toBe(true);
  });

  it('grows as the pointer is dragged over cells, and no further once it is let go', async () => {
    await showGrid();
    const under = vi.fn<(x: number, y: number) => Element | null>(() => null);
    document.elementFromPoint = under;
    fireEvent.mouseDown(cell(1, 'number'), { button: 0 });
    fireEvent.focus(cell(1, 'number'));
    under.mockReturnValue(cell(3, 'number'));
    fireEvent.pointerMove(window, { buttons: 1 });
    expect(selected()).toEqual(['1.3', '2.3', '3.3']);
    fireEvent.pointerUp(window);
    under.mockReturnValue(cell(4, 'number'));
    fireEvent.pointerMove(window, { buttons: 1 });
    expect(selected()).toHaveLength(3);
  });

  it('is cleared by Delete as one edit, and Space ticks its rows', async () => {
    const acts = await showGrid();
    fireEvent.focus(cell(1, 'who'));
    press('ArrowDown', { shiftKey: true });
    press('ArrowRight', { shiftKey: true });
    press('Delete');
    expect(acts.clear).toHaveBeenCalledExactlyOnceWith({ top: 0, bottom: 1, keys: ['number'] });
    press(' ');
    expect(acts.tick).toHaveBeenCalledExactlyOnceWith(0, 1, undefined);
  });

  it('of boxes is ticked by the last click with Shift, as that box would be', async () => {
    const acts = await showGrid();
    fireEvent.focus(cell(1, 'state'));
    const box = within(cell(3, 'state')).getByRole<HTMLInputElement>('checkbox');
    fireEvent.mouseDown(box, { button: 0, shiftKey: true });
    fireEvent.click(box, { shiftKey: true });
    expect(acts.tick).toHaveBeenCalledExactlyOnceWith(0, 2, false);
    expect(box.checked, 'the truth comes with the answer').toBe(true);
  });

  it('says so where it has no cell that can be edited', async () => {
    const acts = await showGrid();
    fireEvent.focus(cell(1, 'who'));
    press('Delete');
    expect(acts.refuse).toHaveBeenCalledExactlyOnceWith('who');
    expect(acts.clear).not.toHaveBeenCalled();
  });

  it('is filled down by Ctrl+D; a single row takes what stands above it', async () => {
    const acts = await showGrid();
    fireEvent.focus(cell(2, 'number'));
    press('ㅇ', { ctrlKey: true, code: 'KeyD' });
    expect(acts.fillDown).toHaveBeenLastCalledWith({ top: 0, bottom: 1, keys: ['number'] });
    press('ArrowDown', { shiftKey: true });
    press('d', { ctrlKey: true, code: 'KeyD' });
    expect(acts.fillDown).toHaveBeenLastCalledWith({ top: 1, bottom: 2, keys: ['number'] });
  });
});

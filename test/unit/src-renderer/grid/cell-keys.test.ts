import { describe, expect, it } from 'vitest';
import { actionOfKey } from '../../../../src-renderer/grid/cell-keys';
import type { CellMode } from '../../../../src-renderer/grid/cell-keys';

const press = (mode: CellMode, key: string, held: { shift?: true; command?: true; composing?: true } = {}) =>
  actionOfKey(mode, {
    key,
    shift: held.shift ?? false,
    command: held.command ?? false,
    composing: held.composing ?? false,
  });
const modes: CellMode[] = ['ready', 'typing', 'editing'];

describe('keys in a cell', () => {
  it('leaves by Enter whatever the mode, the other way with Shift', () => {
    for (const mode of modes) {
      expect(press(mode, 'Enter')).toEqual({ leave: 'down' });
      expect(press(mode, 'Enter', { shift: true })).toEqual({ leave: 'up' });
      expect(press(mode, 'F2')).toBe('edit');
    }
  });

  it('goes on by Tab to the next cell from one that is edited, and out of the table from one that is not', () => {
    for (const mode of ['typing', 'editing'] as const) {
      expect(press(mode, 'Tab')).toEqual({ leave: 'right' });
      expect(press(mode, 'Tab', { shift: true })).toEqual({ leave: 'left' });
    }
    expect(press('ready', 'Tab')).toBe('field');
    expect(press('ready', 'Tab', { shift: true })).toBe('field');
  });

  it('leaves every key to an input method that is composing', () => {
    for (const mode of modes) {
      for (const key of ['Enter', 'Tab', 'Escape', 'ArrowDown', 'Delete', 'Process', 'F2'])
        expect(press(mode, key, { composing: true })).toBe('compose');
    }
  });

  it('clears a cell that is not edited, and only such a one', () => {
    expect(press('ready', 'Delete')).toBe('clear');
    expect(press('ready', 'Backspace')).toBe('empty');
    for (const mode of ['typing', 'editing'] as const) {
      expect(press(mode, 'Delete')).toBe('field');
      expect(press(mode, 'Backspace')).toBe('field');
    }
  });

  it('ends what was typed by an arrow, and moves the caret in what is edited', () => {
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageDown']) {
      expect(press('ready', key)).toBe('field');
      expect(press('typing', key)).toBe('walk');
      expect(press('typing', key, { shift: true })).toBe('caret');
      expect(press('typing', key, { command: true })).toBe('caret');
      expect(press('editing', key)).toBe('caret');
    }
  });

  it('takes back by Escape what is typed or edited; a cell that is not edited leaves it to others', () => {
    expect(press('typing', 'Escape')).toBe('cancel');
    expect(press('editing', 'Escape')).toBe('cancel');
    expect(press('ready', 'Escape')).toBe('field');
  });

  it('brings nothing back into a cell that is not edited', () => {
    expect(press('ready', 'z', { command: true })).toBe('nothing');
    expect(press('ready', 'Y', { command: true })).toBe('nothing');
    // Of an edited text: the grid must not hear them.
    for (const key of ['a', 'c', 'd', 'v', 'x', 'z', 'A']) {
      for (const mode of ['typing', 'editing'] as const) expect(press(mode, key, { command: true })).toBe('caret');
    }
    expect(press('ready', 'z')).toBe('field');
    expect(press('ready', 'v', { command: true })).toBe('field');
  });
});

it('Ctrl+A in a cell that is edited means its text, in one that is not the cells', () => {
  const key = { key: 'a', shift: false, command: true, composing: false };
  expect((['ready', 'typing', 'editing'] as const).map((mode) => actionOfKey(mode, key))).toEqual([
    'field',
    'caret',
    'caret',
  ]);
});

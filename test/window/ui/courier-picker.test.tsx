import '../../support/window/match-media';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useCellEdit } from '../../../src-renderer/grid/use-cell-edit';
import { CourierPicker } from '../../../src-renderer/ui/courier-picker';

afterEach(cleanup);

describe('the courier picker', () => {
  const onClose = vi.fn();
  const onPick = vi.fn();
  let field: HTMLElement;
  beforeEach(() => {
    onClose.mockReset();
    onPick.mockReset();
    const anchor = document.body.appendChild(document.createElement('button'));
    render(<CourierPicker anchor={anchor} mine={[]} onPick={onPick} onClose={onClose} />);
    field = screen.getByRole('combobox');
  });

  it('closes at Escape', () => {
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('closes at the Escape that ends a syllable, once it has ended', () => {
    fireEvent.compositionStart(field);
    fireEvent.change(field, { target: { value: '한' } });
    fireEvent.keyDown(field, { key: 'Process', code: 'Escape', isComposing: true, keyCode: 229 });
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.compositionEnd(field);
    expect(onClose).toHaveBeenCalledOnce();
    expect(onPick).not.toHaveBeenCalled();
  });

  it('stays open where a syllable ends by itself, and picks nothing at the Enter that ends one', () => {
    fireEvent.compositionStart(field);
    fireEvent.change(field, { target: { value: '한진' } });
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true, keyCode: 229 });
    fireEvent.compositionEnd(field);
    expect([onClose.mock.calls, onPick.mock.calls]).toEqual([[], []]);
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onPick).toHaveBeenCalledOnce();
  });
});

function Cell({ commit }: { commit(value: string): void }) {
  const { field } = useCellEdit({ value: '로젠', commit, leave: () => undefined });
  return <input {...field} aria-label="cell" />;
}

it('leaves a cell as it was at the Escape that ends a syllable', () => {
  const commit = vi.fn();
  render(<Cell commit={commit} />);
  const cell = screen.getByRole('textbox');
  fireEvent.compositionStart(cell);
  fireEvent.change(cell, { target: { value: '한' } });
  fireEvent.keyDown(cell, { key: 'Escape', isComposing: true, keyCode: 229 });
  fireEvent.compositionEnd(cell);
  expect(cell.className).toBe('cell-input');
  fireEvent.blur(cell);
  expect(commit).not.toHaveBeenCalled();
});

import { cleanup, createEvent, fireEvent, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cell, commit, press, selected, showGrid } from '../../support/window/line-grid';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function clipboard(kind: 'copy' | 'cut' | 'paste', given = '') {
  const target = document.activeElement ?? document.body;
  const data = new Map<string, string>([['text/plain', given]]);
  const clipboardData = {
    files: [],
    setData: (type: string, words: string) => data.set(type, words),
    getData: (type: string) => data.get(type) ?? '',
  };
  const event = createEvent[kind](target, { clipboardData });
  fireEvent(target, event);
  return { words: data.get('text/plain'), isTaken: event.defaultPrevented };
}

describe('the clipboard', () => {
  it('gets a range as tab-separated text, numbers as their digits', async () => {
    await showGrid();
    fireEvent.focus(cell(1, 'state'));
    press('ArrowDown', { shiftKey: true });
    press('End', { shiftKey: true });
    expect(clipboard('copy').words).toBe('somebody 1\t111\r\nsomebody 2\t112');
  });

  it('gets one cell as plain digits, and a cut range is cleared', async () => {
    const acts = await showGrid();
    fireEvent.focus(cell(1, 'number'));
    expect(clipboard('copy').words).toBe('111');
    press('ArrowDown', { shiftKey: true });
    expect(clipboard('cut').words).toBe('111\r\n112');
    expect(acts.clear).toHaveBeenCalledExactlyOnceWith({ top: 0, bottom: 1, keys: ['number'] });
    expect(commit, 'one cut is one step').not.toHaveBeenCalled();
  });

  it('fills a column downwards from the active cell, and selects what it filled', async () => {
    const acts = await showGrid();
    fireEvent.focus(cell(2, 'number'));
    expect(clipboard('paste', '71\r\n72\r\n').isTaken).toBe(true);
    expect(acts.paste).toHaveBeenCalledExactlyOnceWith(1, ['number'], [['71'], ['72']]);
    await waitFor(() => expect(selected()).toEqual(['2.3', '3.3']));
  });

  it('changes no cell that cannot be edited, and says so', async () => {
    const acts = await showGrid();
    fireEvent.focus(cell(2, 'who'));
    clipboard('paste', '71');
    expect(acts.refuse).toHaveBeenCalledExactlyOnceWith('who');
    expect(acts.paste).not.toHaveBeenCalled();
  });

  it('opens a table that is no column of these cells as a sheet', async () => {
    const acts = await showGrid();
    fireEvent.focus(cell(2, 'number'));
    expect(clipboard('paste', 'a\tb\tc\n1\t2\t3').isTaken).toBe(true);
    expect(acts.openTable).toHaveBeenCalledTimes(1);
  });

  it('belongs to a field that is edited', async () => {
    const acts = await showGrid();
    fireEvent.focus(cell(2, 'number'));
    press('F2');
    expect(clipboard('paste', '71').isTaken).toBe(false);
    expect(clipboard('copy').isTaken).toBe(false);
    press('Delete');
    expect(acts.paste).not.toHaveBeenCalled();
    expect(acts.clear).not.toHaveBeenCalled();
  });
});

import '../../support/window/match-media';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { SideSheet } from '../../../src-renderer/ui/side-sheet';

afterEach(cleanup);

/** `isKept`: the closed sheet stays mounted. */
function Place({ isKept }: { isKept: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        열기
      </button>
      <button type="button">다른 것</button>
      {open || isKept ? (
        <SideSheet open={open} title="옆" closeLabel="닫기" first="input" onClose={() => setOpen(false)}>
          <input aria-label="칸" />
        </SideSheet>
      ) : null}
    </>
  );
}

it.each([true, false])('gives the keyboard back to what opened it (kept while closed: %s)', (isKept) => {
  render(<Place isKept={isKept} />);
  const opener = screen.getByText('열기');
  opener.focus();
  fireEvent.click(opener);
  const field = screen.getByLabelText('칸');
  expect(document.activeElement).toBe(field);
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(document.activeElement).toBe(opener);
});

it('leaves the keyboard with what has it by then', () => {
  render(<Place isKept />);
  screen.getByText('열기').focus();
  fireEvent.click(screen.getByText('열기'));
  const other = screen.getByText('다른 것');
  other.focus();
  fireEvent.click(screen.getByLabelText('닫기'));
  expect(document.activeElement).toBe(other);
});

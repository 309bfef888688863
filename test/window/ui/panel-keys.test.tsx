import '../../support/window/match-media';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tableShortcuts } from '../../../src-preload/contract/shortcuts';
import { useAppState } from '../../../src-renderer/state/app-state';
import { fixNumber, usePanelKeys } from '../../../src-renderer/ui/use-panel-keys';

const act = vi.fn((event: KeyboardEvent) => fixNumber(event) !== undefined);
function Panel({ isCovered = false }: { isCovered?: boolean }) {
  usePanelKeys(['orders'], act);
  return (
    <>
      <input aria-label="글자" />
      <input type="checkbox" aria-label="고르기" />
      <div hidden>
        <button type="button">숨은 단추</button>
      </div>
      <aside className="side-sheet">
        <button type="button">옆 단추</button>
      </aside>
      {isCovered ? <div className="side-scrim" /> : null}
    </>
  );
}

beforeEach(() => {
  act.mockClear();
  useAppState.setState({ place: 'orders' });
});
afterEach(cleanup);

const press = (target: Element, more: Partial<KeyboardEventInit> = {}): boolean =>
  !fireEvent.keyDown(target, { key: '¡', code: 'Digit1', altKey: true, ...more });

it('hears keys wherever the keyboard is on the screen, and takes those that mean something', () => {
  render(<Panel />);
  expect(press(document.body)).toBe(true);
  expect(press(screen.getByLabelText('고르기'))).toBe(true);
  expect(press(document.body, { code: 'Digit6' })).toBe(false);
  expect(press(document.body, { altKey: false })).toBe(false);
});

it('takes the digits that the list of keys names, and no other', () => {
  const isTaken = (digit: string): boolean =>
    fixNumber(new KeyboardEvent('keydown', { altKey: true, code: `Digit${digit}` })) !== undefined;
  const listed = tableShortcuts.find((each) => each.act === 'mends')?.chords.map(({ key }) => key);
  expect(listed).toEqual([...'123456789'].filter(isTaken));
});

it('hears none on another screen, while a text is typed or composed, in a sheet or beneath one', () => {
  const { rerender } = render(<Panel />);
  press(screen.getByLabelText('글자'));
  press(document.body, { isComposing: true });
  press(screen.getByText('숨은 단추'));
  press(screen.getByText('옆 단추'));
  rerender(<Panel isCovered />);
  press(document.body);
  rerender(<Panel />);
  useAppState.setState({ place: 'send' });
  press(document.body);
  expect(act).not.toHaveBeenCalled();
});

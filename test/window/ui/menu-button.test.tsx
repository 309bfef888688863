import { Menu } from '@base-ui/react/menu';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { MenuButton } from '../../../src-renderer/ui/menu-button';

afterEach(cleanup);

function shown() {
  const acts = { onFirst: vi.fn(), onLast: vi.fn(), onOpen: vi.fn() };
  const items = vi.fn(() => (
    <>
      <Menu.Item onClick={acts.onFirst}>First</Menu.Item>
      <Menu.Item onClick={acts.onLast}>Last</Menu.Item>
    </>
  ));
  render(
    <MenuButton face="More" data-testid="more" onOpen={acts.onOpen}>
      {items}
    </MenuButton>,
  );
  const button = screen.getByTestId('more');
  button.focus();
  return { ...acts, items, button };
}

const focused = () => document.activeElement?.textContent;
/** The mouse says how many presses it was; a key, and a screen reader, say none. */
const byMouse = { detail: 1 };

it('draws nothing of its menu before it is wanted, and is known as its button all the same', () => {
  const { items, button } = shown();
  expect(items).not.toHaveBeenCalled();
  expect(button.getAttribute('aria-haspopup')).toBe('menu');
  expect(button.getAttribute('aria-expanded')).toBe('false');
});

it('opens at the first press, named by its button, and closes at the next', async () => {
  const { button, onOpen } = shown();
  fireEvent.click(button, byMouse);
  const menu = screen.getByRole('menu', { name: 'More' });
  expect(onOpen).toHaveBeenCalledTimes(1);
  expect(button.getAttribute('aria-expanded')).toBe('true');
  expect(button.getAttribute('aria-controls')).toBe(menu.id);
  fireEvent.pointerDown(button);
  fireEvent.mouseDown(button);
  fireEvent.click(button, byMouse);
  expect(button.getAttribute('aria-expanded')).toBe('false');
  await expect.poll(() => screen.queryByRole('menu')).toBeNull();
  expect(onOpen).toHaveBeenCalledTimes(1);
});

it.each([
  ['Enter', 'First'],
  ['ArrowDown', 'First'],
  ['ArrowUp', 'Last'],
])('opened with %s the keyboard is on %s', async (key, item) => {
  const { button } = shown();
  // What Enter does to a button is a click.
  if (key === 'Enter') fireEvent.click(button, { detail: 0 });
  else fireEvent.keyDown(button, { key });
  await expect.poll(focused).toBe(item);
});

it('walks its items, and gives the keyboard back to the button', async () => {
  const { button, onLast } = shown();
  fireEvent.keyDown(button, { key: 'ArrowDown' });
  await expect.poll(focused).toBe('First');
  fireEvent.keyDown(screen.getByText('First'), { key: 'ArrowDown' });
  await expect.poll(focused).toBe('Last');
  fireEvent.click(screen.getByText('Last'));
  expect(onLast).toHaveBeenCalledTimes(1);
  await expect.poll(() => document.activeElement).toBe(button);

  fireEvent.keyDown(button, { key: 'ArrowDown' });
  await expect.poll(focused).toBe('First');
  fireEvent.keyDown(screen.getByText('First'), { key: 'Escape' });
  await expect.poll(() => document.activeElement).toBe(button);
  expect(screen.queryByRole('menu')).toBeNull();
});

it('lets the Tab key go on from the button', async () => {
  const { button } = shown();
  fireEvent.keyDown(button, { key: 'ArrowDown' });
  await expect.poll(focused).toBe('First');
  fireEvent.keyDown(screen.getByText('First'), { key: 'Tab' });
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute('aria-expanded')).toBe('false');
});

it('is not opened by a key that means something else', () => {
  const { button } = shown();
  fireEvent.keyDown(button, { key: 'ArrowDown', altKey: true });
  fireEvent.keyDown(button, { key: 'ArrowRight' });
  expect(button.getAttribute('aria-expanded')).toBe('false');
});

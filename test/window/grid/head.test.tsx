import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { limitWidth, setWidths } from '../../../src-renderer/grid/column-widths';
import { enterHead, GridHead } from '../../../src-renderer/grid/grid-head';
import type { GridSort } from '../../../src-renderer/grid/grid-head';
import type { Column } from '../../../src-renderer/grid/grid-row';

afterEach(cleanup);

const columns: readonly Column<string>[] = [
  { key: 'box', header: <input type="checkbox" aria-label="all" />, cell: () => null },
  { key: 'who', header: 'Who', sortable: true, cell: () => null },
  { key: 'what', header: 'What', sortable: true, cell: () => null },
];

function showHead(sort?: GridSort) {
  const acts = { onSort: vi.fn(), onWidth: vi.fn(), onLeave: vi.fn() };
  render(<GridHead<string> ref={null} columns={columns} sort={sort} {...acts} />);
  return acts;
}
const header = (name: string): HTMLElement => screen.getByRole('columnheader', { name });

it('says by which column the rows are sorted, and asks for the next order on a press', () => {
  const { onSort } = showHead({ column: 'who', direction: 'descending' });
  expect(['Who', 'What'].map((name) => header(name).getAttribute('aria-sort'))).toEqual(['descending', 'none']);
  expect(screen.getAllByRole('columnheader').map((each) => each.getAttribute('aria-sort'))[0]).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'What' }));
  expect(onSort).toHaveBeenCalledWith('what');
});

it('is walked with the arrows and left downwards, and is no tab stop', () => {
  const { onLeave } = showHead();
  const head = screen.getByRole('row');
  expect(enterHead(head, 1)).toBe(true);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Who' }));
  expect(screen.getAllByRole('button').map((each) => each.tabIndex)).toEqual([-1, -1]);
  expect(screen.getByRole('checkbox').tabIndex, 'nor is the box for all').toBe(-1);
  fireEvent.keyDown(document.activeElement ?? head, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'What' }));
  fireEvent.keyDown(document.activeElement ?? head, { key: 'ArrowLeft' });
  fireEvent.keyDown(document.activeElement ?? head, { key: 'ArrowLeft' });
  expect(document.activeElement).toBe(screen.getByRole('checkbox'));
  fireEvent.keyDown(document.activeElement ?? head, { key: 'ArrowDown' });
  expect(onLeave).toHaveBeenCalledTimes(1);
});

it('makes a column wider and narrower with Alt and the arrows, within bounds', () => {
  const { onWidth } = showHead();
  vi.spyOn(header('Who'), 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 84, 32));
  const name = screen.getByRole('button', { name: 'Who' });
  fireEvent.keyDown(name, { key: 'ArrowRight', altKey: true });
  fireEvent.keyDown(name, { key: 'ArrowLeft', altKey: true });
  expect(onWidth.mock.calls).toEqual([
    ['who', 92, true],
    ['who', 76, true],
  ]);
  expect([limitWidth(-5), limitWidth(5000), limitWidth(80.4)]).toEqual([36, 640, 80]);
});

it('follows the pointer on its edge, and forgets the width on a second press', () => {
  const { onWidth } = showHead();
  vi.spyOn(header('Who'), 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 84, 32));
  const edge = header('Who').querySelector('.head-edge') ?? document.body;
  Object.assign(edge, { setPointerCapture: () => undefined });
  fireEvent.pointerDown(edge, { clientX: 100, button: 0 });
  fireEvent.pointerMove(edge, { clientX: 130 });
  fireEvent.pointerUp(edge, { clientX: 140 });
  fireEvent.pointerMove(edge, { clientX: 300 });
  fireEvent.doubleClick(edge);
  expect(onWidth.mock.calls).toEqual([
    ['who', 114, false],
    ['who', 124, true],
    ['who', undefined, true],
  ]);
});

it('hands widths to the style sheet and takes them away again', () => {
  const grid = document.createElement('div');
  setWidths(grid, { who: 120, what: 90 });
  expect(grid.style.getPropertyValue('--width-who')).toBe('120px');
  setWidths(grid, { what: 91 });
  expect([grid.style.getPropertyValue('--width-who'), grid.style.getPropertyValue('--width-what')]).toEqual([
    '',
    '91px',
  ]);
});

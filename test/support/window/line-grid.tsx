import { fireEvent, render, screen, within } from '@testing-library/react';
import { vi } from 'vitest';
import { CellEditor } from '../../../src-renderer/grid/cell-editor';
import type { Column } from '../../../src-renderer/grid/grid-row';
import { PagedRows } from '../../../src-renderer/grid/paged-rows';
import type { RangeActs } from '../../../src-renderer/grid/range-acts';
import { MixedGrid } from '../../../src-renderer/grid/virtual-grid';

interface Line {
  id: number;
  courier: string;
  number: string;
}
/** A line, or the head of a group. */
export type Item = Line | { group: string };

/** What the cells of numbers were edited to. */
export const commit = vi.fn<(row: number, value: string) => void>();
const columns: Column<Line>[] = [
  {
    key: 'state',
    header: 'state',
    cell: ({ id }) => <input type="checkbox" aria-label={`tick ${id}`} defaultChecked />,
  },
  { key: 'who', header: 'who', cell: ({ id }) => `somebody ${id}`, value: ({ id }) => `somebody ${id}` },
  {
    key: 'number',
    header: 'number',
    editable: true,
    value: ({ number }) => number.replaceAll('-', ''),
    cell: ({ id, number }, spot) => (
      <CellEditor
        value={number}
        label={`number ${id}`}
        active={spot.active}
        leave={spot.leave}
        commit={(value) => commit(id, value)}
      >
        {number}
      </CellEditor>
    ),
  },
  {
    key: 'act',
    header: 'act',
    cell: ({ id }) => (
      <>
        <button type="button">retry {id}</button>
        <button type="button">cancel {id}</button>
      </>
    ),
  },
];

function fakeActs() {
  return {
    copy: vi.fn<RangeActs['copy']>(async () => undefined),
    clear: vi.fn<RangeActs['clear']>(),
    paste: vi.fn<RangeActs['paste']>(async (top, _, table) => top + table.length - 1),
    openTable: vi.fn<RangeActs['openTable']>(),
    refuse: vi.fn<RangeActs['refuse']>(),
    fillDown: vi.fn<RangeActs['fillDown']>(),
    tick: vi.fn<RangeActs['tick']>(),
  };
}

/** Shows a grid of four lines, and whatever follows them; answers the acts it asks for. */
export async function showGrid(more: Item[] = []) {
  standInLayout();
  const acts = fakeActs();
  const items: Item[] = [1, 2, 3, 4].map((id) => ({ id, courier: 'CJ', number: `11-${id}` }));
  items.push(...more);
  const rows = new PagedRows<Item>(async () => ({ rows: items, total: items.length }), 100);
  render(
    <>
      <button type="button">before</button>
      <MixedGrid<Item, Line>
        label="lines"
        testId="grid"
        className=""
        rows={rows}
        columns={columns}
        estimate={36}
        acts={acts}
        activeTestId="active"
        itemKey={(item) => ('group' in item ? item.group : String(item.id))}
        rowOf={(item) => ('group' in item ? undefined : item)}
        wide={(item) =>
          'group' in item ? (
            <button type="button" aria-expanded="true">
              {item.group}
            </button>
          ) : null
        }
        rowAttributes={({ id }) => ({ 'data-row': id })}
        empty={null}
      />
      <button type="button">after</button>
    </>,
  );
  await screen.findByText('somebody 4');
  return acts;
}

/** The cell of a row, counted from 1, by the name of its column. */
export function cell(row: number, key: 'state' | 'who' | 'number' | 'act'): HTMLElement {
  const place = screen.getAllByRole('row')[row];
  const found = place && within(place).getAllByRole('gridcell')[columns.findIndex((each) => each.key === key)];
  if (!found) throw new Error(`no cell ${key} in row ${row}`);
  return found;
}
/** Presses a key where the keyboard is; answers whether the browser still does its own with it. */
export const press = (key: string, held: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...held });
/** The selected cells: row and column, both from 1. */
export const selected = () =>
  screen
    .getAllByRole('gridcell')
    .filter((each) => each.classList.contains('selected'))
    .map((each) => `${each.closest('[data-row]')?.getAttribute('data-row')}.${each.getAttribute('aria-colindex')}`);

/**
 * A document without a screen has no sizes: here every element is as large as a small window and every row 36 px high, so
 * that a virtual list draws its rows.
 */
export function standInLayout(): void {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1000);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(36);
}

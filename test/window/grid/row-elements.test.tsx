import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Column } from '../../../src-renderer/grid/grid-row';
import { showPlainRows, setUpRows, type PlainRow } from '../../support/window/plain-rows';

const columns: readonly Column<PlainRow>[] = [
  { key: 'name', header: 'name', isStateless: true, cell: ({ id }) => <span>{id}</span> },
  { key: 'tick', header: 'tick', cell: ({ id }) => <input type="checkbox" aria-label={id} /> },
  {
    key: 'acts',
    header: 'acts',
    isStateless: true,
    cell: () => null,
    late: ({ id }) => <button type="button">send {id}</button>,
  },
];
setUpRows();

async function showRows(count = 1000): Promise<void> {
  await showPlainRows({
    ids: Array.from({ length: count }, (_, at) => `row ${at}`),
    columns,
    isMeasured: () => false,
  });
  // They come in steps: the last of them.
  await screen.findByText(`row ${Math.min(count, 17) - 1}`, undefined, { timeout: 5000 });
}

const rowOf = (id: string) => screen.getAllByTestId('row').find((row) => row.dataset['row'] === id);
function scrollTo(top: number): void {
  const scroller = screen.getByTestId('rows');
  scroller.scrollTop = top;
  fireEvent.scroll(scroller);
}
/** The element of each row that is drawn. */
const elements = () => new Map(screen.getAllByTestId('row').map((element) => [element.dataset['row'], element]));
const indexes = (rows: readonly Element[]) => rows.map((row) => Number(row.getAttribute('aria-rowindex')));
/** As assistive technology meets them: in the order that the rows' group names, in that of the page where it names none. */
function inReadingOrder(): Element[] {
  const owned = screen.getByTestId('rows').getAttribute('aria-owns');
  if (owned === null) return screen.getAllByTestId('row');
  return owned.split(' ').flatMap((id) => document.querySelector(`[id="${id}"]`) ?? []);
}

it('gives the elements of rows that left to rows that come, with all their attributes', async () => {
  await showRows();
  await waitFor(() => expect(elements().size).toBeGreaterThan(24), { timeout: 5000 });
  const before = elements();
  scrollTo(360 * 5);
  const after = elements();
  const made = [...after.values()].filter((element) => ![...before.values()].includes(element));
  expect(after.has('row 0')).toBe(false);
  expect(made.length, 'only what more rows are drawn in the middle than at the top').toBeLessThanOrEqual(8);
  expect(rowOf('row 55')?.getAttribute('aria-rowindex')).toBe('57');
  expect(rowOf('row 55')?.textContent).toContain('row 55');
});

it('keeps the element of a row for as long as it is drawn', async () => {
  await showRows();
  await waitFor(() => expect(elements().size).toBeGreaterThan(24), { timeout: 5000 });
  const row = rowOf('row 12');
  scrollTo(360);
  expect(rowOf('row 12')).toBe(row);
});

it('leaves the keyboard in its row, however far it is scrolled, and gives that element to no other row', async () => {
  await showRows();
  const box = screen.getByLabelText('row 3');
  act(() => box.focus());
  for (const top of [400, 4000, 20_000]) {
    scrollTo(top);
    expect(document.activeElement).toBe(box);
    expect(box.closest('[role=row]')?.getAttribute('data-row')).toBe('row 3');
  }
  scrollTo(0);
  expect(rowOf('row 3')?.contains(box)).toBe(true);
});

it('carries nothing that a cell keeps to another row', async () => {
  await showRows();
  fireEvent.click(screen.getByLabelText('row 1'));
  scrollTo(360 * 5);
  expect(screen.getAllByRole<HTMLInputElement>('checkbox').filter(({ checked }) => checked)).toEqual([]);
});

it('draws what is seen under the pointer alone when the rows rest, and at once where the keyboard is', async () => {
  await showRows();
  expect(screen.getByText('send row 3')).toBeDefined();
  scrollTo(360 * 5);
  expect(screen.queryByText('send row 55')).toBeNull();
  expect(screen.queryByText('send row 3'), 'it goes with its row').toBeNull();
  act(() => rowOf('row 56')?.querySelector('input')?.focus());
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowRight' });
  expect(document.activeElement?.textContent).toBe('send row 56');
  expect(
    (await screen.findByText('send row 55', undefined, { timeout: 5000 })).tabIndex,
    'one tab stop, also among what came late',
  ).toBe(-1);
});

it('is read out in the order it is seen in once the rows rest', async () => {
  await showRows();
  await waitFor(() => expect(elements().size).toBeGreaterThan(24), { timeout: 5000 });
  for (const top of [360, 720, 1500, 300]) scrollTo(top);
  const inOrder = (): void => {
    const read = indexes(inReadingOrder());
    expect(read).toHaveLength(screen.getAllByTestId('row').length);
    expect(read).toEqual(read.toSorted((one, other) => one - other));
  };
  await waitFor(inOrder, { timeout: 5000 });
});

it('stands in the page in the order it is seen in where the whole list is drawn', async () => {
  await showRows(60);
  await waitFor(() => expect(elements().size).toBe(60), { timeout: 5000 });
  expect(indexes(screen.getAllByTestId('row'))).toEqual(Array.from({ length: 60 }, (_, at) => at + 2));
  expect(screen.getByTestId('rows').getAttribute('aria-owns')).toBeNull();
});

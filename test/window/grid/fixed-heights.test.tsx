import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Column } from '../../../src-renderer/grid/grid-row';
import { PagedRows } from '../../../src-renderer/grid/paged-rows';
import { MixedGrid } from '../../../src-renderer/grid/virtual-grid';
import { standInLayout } from '../../support/window/line-grid';

interface Row {
  id: string;
}

const columns: readonly Column<Row>[] = [{ key: 'id', header: 'id', cell: ({ id }) => id }];
const watched = new Set<string>();

class FakeObserver {
  observe(place: HTMLElement): void {
    if (place.dataset['index'] !== undefined) watched.add(place.dataset['index']);
  }
  unobserve(): void {}
  disconnect(): void {}
}

beforeEach(() => {
  watched.clear();
  standInLayout();
  vi.stubGlobal('ResizeObserver', FakeObserver);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const itself = (row: Row): Row => row;
const keyOf = ({ id }: Row): string => id;
const always = (): number => 36;
const never = (): boolean => false;

async function showRows(grid: { isMeasured?(row: Row): boolean; below?(row: Row): string | null }): Promise<void> {
  const all = ['a', 'b', 'c'].map((id) => ({ id }));
  const rows = new PagedRows<Row>(async () => ({ rows: all, total: all.length }), 100);
  render(
    <MixedGrid<Row, Row>
      label="rows"
      testId="rows"
      className=""
      rows={rows}
      columns={columns}
      estimate={36}
      heightOf={always}
      itemKey={keyOf}
      rowOf={itself}
      wide={() => null}
      rowAttributes={() => ({ 'data-testid': 'row' })}
      empty={null}
      {...grid}
    />,
  );
  await act(() => rows.refresh());
  expect(screen.queryAllByTestId('row')).toHaveLength(3);
}

it('reads no height of rows that are as high as they say', async () => {
  await showRows({ isMeasured: never });
  expect([...watched]).toEqual([]);
});

it('reads the height of a row with something beneath it, and of that row alone', async () => {
  await showRows({ isMeasured: never, below: ({ id }) => (id === 'b' ? 'its history' : null) });
  expect([...watched]).toEqual(['1']);
});

it('reads every height where nothing is said', async () => {
  await showRows({});
  expect([...watched].toSorted()).toEqual(['0', '1', '2']);
});

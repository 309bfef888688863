import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Ref } from 'react';
import type { GridHandle } from '../../../src-renderer/grid/grid-props';
import type { Column } from '../../../src-renderer/grid/grid-row';
import { PagedRows } from '../../../src-renderer/grid/paged-rows';
import { MixedGrid } from '../../../src-renderer/grid/virtual-grid';
import { standInLayout } from './line-grid';

export interface PlainRow {
  id: string;
}

const itself = (row: PlainRow): PlainRow => row;
const keyOf = ({ id }: PlainRow): string => id;
const always = (): number => 36;
const rowAttributes = ({ id }: PlainRow) => ({ 'data-testid': 'row', 'data-row': id });

/**
 * Stands in, around each test of a file, for what jsdom does not lay out.
 * @param onObserve is called with each element whose size is watched
 */
export function setUpRows(onObserve: (place: HTMLElement) => void = () => undefined): void {
  beforeEach(() => {
    standInLayout();
    vi.stubGlobal(
      'ResizeObserver',
      class {
        constructor(private readonly tell: (entries: never[]) => void) {}
        /** A size is told once it is watched, as browsers do; rows have told theirs. */
        observe(place: HTMLElement): void {
          onObserve(place);
          if (place.dataset['index'] === undefined) queueMicrotask(() => this.tell([]));
        }
        unobserve(): void {}
        disconnect(): void {}
      },
    );
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
}

interface PlainRows {
  ids: readonly string[];
  columns: readonly Column<PlainRow>[];
  isMeasured?(row: PlainRow): boolean;
  below?(row: PlainRow): string | null;
  handle?: Ref<GridHandle>;
  onSpot?(index: number | undefined): void;
}

/** Draws rows of one height, each no more than its name, and reads their first page. */
export async function showPlainRows({ ids, columns, ...grid }: PlainRows): Promise<void> {
  const all = ids.map((id) => ({ id }));
  const rows = new PagedRows<PlainRow>(
    async (offset, limit) => ({ rows: all.slice(offset, offset + limit), total: all.length }),
    500,
  );
  render(
    <MixedGrid<PlainRow, PlainRow>
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
      rowAttributes={rowAttributes}
      empty={null}
      {...grid}
    />,
  );
  await act(() => rows.refresh());
}

import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Column } from '../../../src-renderer/grid/grid-row';
import { showPlainRows, setUpRows, type PlainRow } from '../../support/window/plain-rows';

const columns: readonly Column<PlainRow>[] = [{ key: 'id', header: 'id', cell: ({ id }) => id }];
const scrollTo = vi.fn<() => void>();
let sizeIsKnown: (entries: never[]) => void = () => undefined;

setUpRows();
beforeEach(() => {
  scrollTo.mockClear();
  Element.prototype.scrollTo = scrollTo;
  vi.useFakeTimers();
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(private readonly tell: typeof sizeIsKnown) {}
      observe(place: HTMLElement): void {
        if (place.dataset['index'] === undefined) sizeIsKnown = this.tell;
      }
      unobserve(): void {}
      disconnect(): void {}
    },
  );
});
afterEach(() => void vi.useRealTimers());

it('has nothing laid out by its first drawing: no size is read, nothing is scrolled', async () => {
  const height = vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  await showPlainRows({ ids: ['a', 'b', 'c'], columns });
  expect(height).not.toHaveBeenCalled();
  expect(scrollTo).not.toHaveBeenCalled();
  act(() => sizeIsKnown([]));
  expect(screen.queryAllByTestId('row')).toHaveLength(3);
});

it('draws its rows though the window is covered, and nothing is laid out', async () => {
  await showPlainRows({ ids: ['a', 'b', 'c'], columns });
  expect(screen.queryAllByTestId('row')).toHaveLength(0);
  await act(() => vi.advanceTimersByTimeAsync(100));
  expect(screen.queryAllByTestId('row')).toHaveLength(3);
});

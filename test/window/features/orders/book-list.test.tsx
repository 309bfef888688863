import '../../../support/window/match-media';
import { act, render, screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import type { BookItem } from '../../../../src-preload/contract/book/list';
import { BookList } from '../../../../src-renderer/features/orders/book/book-list';
import { useBook } from '../../../../src-renderer/features/orders/book/book-state';
import { PagedRows } from '../../../../src-renderer/grid/paged-rows';
import { setUpRows } from '../../../support/window/plain-rows';

let measured = 0;
beforeEach(() => {
  measured = 0;
});
setUpRows(({ dataset: { index } }) => {
  if (index !== undefined) measured += 1;
});

const items: BookItem[] = [
  { is: 'head', key: 'today', due: 'today', count: 1, points: 0, daysLate: 0 },
  {
    is: 'order',
    row: {
      productOrderId: '1',
      stage: 'waiting',
      hasNumber: false,
      badges: ['gift-waiting'],
      isLate: false,
      points: 0,
      memoNamesDay: false,
      isUntracked: false,
      pullOut: [],
      isWatched: false,
      readAt: 0,
    },
  },
];

it('reads no height of its heads and rows, which are as high as the style sheet says', async () => {
  const rows = new PagedRows<BookItem>(() => Promise.resolve({ rows: items, total: items.length }), 500);
  useBook.setState({ rows });
  render(<BookList />);
  await act(() => rows.refresh());
  expect(screen.getByTestId('order-head')).toBeTruthy();
  expect(screen.getByTestId('order-row')).toBeTruthy();
  expect(measured).toBe(0);
});

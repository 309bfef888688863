import '../../../support/window/match-media';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { BookRow } from '../../../../src-preload/contract/book/row';
import { storeIdSchema } from '../../../../src-preload/contract/ids';
import { BookFoot } from '../../../../src-renderer/features/orders/book/book-foot';
import { useBook } from '../../../../src-renderer/features/orders/book/book-state';
import { text } from '../../../../src-renderer/text';
import { createFakeBridge } from '../../../support/window/fake-bridge';

const storeId = storeIdSchema.parse('00000000-0000-4000-8000-000000000002');
const row = (productOrderId: string, more: Partial<BookRow> = {}): BookRow => ({
  productOrderId,
  stage: 'waiting',
  hasNumber: false,
  badges: [],
  isLate: false,
  points: 0,
  memoNamesDay: false,
  isUntracked: false,
  pullOut: [],
  isWatched: false,
  readAt: 0,
  ...more,
});

afterEach(cleanup);

it('makes a courier’s form of the chosen orders that are confirmed and have no number', async () => {
  const bridge = createFakeBridge({
    'form-preview': () => ({ header: [], rows: [], already: [], leftOut: [] }),
    'form-layouts': () => ({ layouts: [] }),
    'form-files': () => ({ files: [] }),
  });
  const rows = [
    row('1'),
    row('2', { stage: 'new' }),
    row('3', { hasNumber: true }),
    row('4', { claimStatus: 'CANCEL_REQUEST' }),
    row('5'),
  ];
  useBook.setState({ storeId, picked: new Map(rows.map((each) => [each.productOrderId, each])) });
  render(<BookFoot />);
  const button = screen.getByTestId('orders-form-picked');
  expect(button.textContent).toBe(text.forms.openFor(2));
  fireEvent.click(button);
  await waitFor(() =>
    expect(bridge.calls.find(({ name }) => name === 'form-preview')?.input).toMatchObject({
      productOrderIds: ['1', '5'],
    }),
  );
  expect(useBook.getState().picked.size).toBe(0);
});

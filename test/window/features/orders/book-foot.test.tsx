import '../../../support/window/match-media';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { BookRow } from '../../../../src-preload/contract/book/row';
import { storeIdSchema } from '../../../../src-preload/contract/ids';
import { BookFoot } from '../../../../src-renderer/features/orders/book/book-foot';
import { useBook } from '../../../../src-renderer/features/orders/book/book-state';
import { closeForm, saveForm, takeRow, useForm } from '../../../../src-renderer/features/orders/forms/form-state';
import { text } from '../../../../src-renderer/text';
import { createFakeBridge } from '../../../support/window/fake-bridge';

vi.mock('../../../../src-renderer/sheets/write-table', () => ({ writeTable: () => Promise.resolve(new Uint8Array()) }));
vi.mock('../../../../src-renderer/ui/save-bytes', () => ({ saveBytes: () => undefined }));

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

it('makes a courier’s form of the chosen orders that are confirmed and have no number, chosen until it is made', async () => {
  const form = (id: string) => ({ productOrderIds: [id], cells: [], problems: [], memoOver: 0, memo: '' });
  const bridge = createFakeBridge({
    'form-preview': () => ({ header: [], rows: [form('1'), form('5')], already: [], leftOut: [] }),
    'form-layouts': () => ({ layouts: [] }),
    'form-files': () => ({ files: [] }),
    'form-save': () => ({ fileName: 'a.xlsx', sheetName: 'Sheet1', format: 'xlsx', table: [[]] }),
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
  await waitFor(() => expect(useForm.getState().isBehind).toBe(false));
  closeForm();
  expect(useBook.getState().picked.size).toBe(5);
  takeRow('5', false);
  await saveForm(storeId);
  expect([...useBook.getState().picked.keys()]).toEqual(['2', '3', '4', '5']);
});

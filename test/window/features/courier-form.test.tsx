import '../../support/window/match-media';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CallOutput } from '../../../src-preload/contract/calls';
import { courierForms } from '../../../src-preload/contract/courier-forms/layouts';
import { storeIdSchema } from '../../../src-preload/contract/ids';
import { FormPlace } from '../../../src-renderer/features/orders/forms/form-place';
import { openForm, useForm } from '../../../src-renderer/features/orders/forms/form-state';
import { text } from '../../../src-renderer/text';
import { createFakeBridge } from '../../support/window/fake-bridge';

vi.mock('../../../src-renderer/sheets/write-table', () => ({ writeTable: async () => new Uint8Array([1]) }));
const saved = vi.hoisted(() => vi.fn());
vi.mock('../../../src-renderer/ui/save-bytes', () => ({ saveBytes: saved }));

const storeId = storeIdSchema.parse('00000000-0000-4000-8000-000000000002');
const header = courierForms[0].columns.map((column) => column.header);
const row = (id: string, more: Partial<CallOutput<'form-preview'>['rows'][number]> = {}) => ({
  productOrderIds: [id],
  cells: header.map((name) => (name === '받는분성명' ? `받는${id}` : '')),
  problems: [],
  memoOver: 0,
  ...more,
});
const preview: CallOutput<'form-preview'> = {
  header,
  rows: [
    row('1'),
    row('2', { productOrderIds: ['2', '3'] }),
    row('4', { problems: ['memo-long'], memoOver: 18 }),
    row('5', { problems: ['stand-in-phone'] }),
  ],
  already: [{ productOrderId: '6', recipient: '받는6', madeAt: Date.UTC(2026, 10, 27, 5, 5), layout: 'cj' }],
  leftOut: [{ productOrderId: '7', why: 'not-to-be-sent' }],
};

let bridge: ReturnType<typeof createFakeBridge>;
const asked = (name: string): unknown => bridge.calls.findLast((each) => each.name === name)?.input;

beforeEach(async () => {
  saved.mockClear();
  bridge = createFakeBridge({
    'form-preview': () => preview,
    'form-save': () => ({ fileName: 'a.xls', sheetName: 'Sheet1', format: 'xls', table: [header] }),
  });
  await openForm(storeId);
  render(<FormPlace storeId={storeId} />);
});
afterEach(cleanup);

it('shows what would be refused before what is ready, and saves only that', async () => {
  const rows = screen.getAllByTestId('form-row').map((each) => each.dataset['productOrderId']);
  expect(rows).toEqual(['4', '5', '1', '2']);
  expect(screen.getByTestId('form-save').textContent).toBe(text.forms.save(3));
  fireEvent.click(screen.getByLabelText(text.forms.pick('받는1')));
  fireEvent.click(screen.getByTestId('form-save'));
  await waitFor(() => expect(saved).toHaveBeenCalledWith(new Uint8Array([1]), 'a.xls', 'application/vnd.ms-excel'));
  expect(asked('form-save')).toMatchObject({ storeId, layout: 'cj', rows: ['2'] });
  expect(useForm.getState().open).toBe(false);
});

it('cuts memos, takes a typed phone, and puts orders on a second form only when asked', async () => {
  fireEvent.click(screen.getByTestId('form-cut-memos'));
  await waitFor(() => expect(asked('form-preview')).toMatchObject({ cutMemos: ['4'] }));
  fireEvent.change(screen.getByTestId('form-phone'), { target: { value: '010-5555-6666' } });
  fireEvent.blur(screen.getByTestId('form-phone'));
  await waitFor(() => expect(asked('form-preview')).toMatchObject({ phones: { 5: '010-5555-6666' } }));
  expect(asked('form-preview')).toMatchObject({ again: [] });
  fireEvent.click(screen.getByTestId('form-again'));
  await waitFor(() => expect(asked('form-preview')).toMatchObject({ again: ['6'] }));
});

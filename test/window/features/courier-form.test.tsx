import '../../support/window/match-media';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { CallOutput } from '../../../src-preload/contract/calls';
import { formLayoutSchema } from '../../../src-preload/contract/courier-forms/layout-schema';
import { courierForms } from '../../../src-preload/contract/courier-forms/layouts';
import { storeIdSchema } from '../../../src-preload/contract/ids';
import { FormPlace } from '../../../src-renderer/features/orders/forms/form-place';
import { openForm, useForm } from '../../../src-renderer/features/orders/forms/form-state';
import { useAppState } from '../../../src-renderer/state/app-state';
import { text } from '../../../src-renderer/text';
import { createFakeBridge } from '../../support/window/fake-bridge';
import { pending } from '../../support/window/pending';

const writeTable = vi.hoisted(() => vi.fn<() => Promise<Uint8Array | undefined>>());
vi.mock('../../../src-renderer/sheets/write-table', () => ({ writeTable }));
const saved = vi.hoisted(() => vi.fn());
vi.mock('../../../src-renderer/ui/save-bytes', () => ({ saveBytes: saved }));

const storeId = storeIdSchema.parse('00000000-0000-4000-8000-000000000002');
const header = courierForms[0].columns.map((column) => column.header);
const row = (id: string, more: Partial<CallOutput<'form-preview'>['rows'][number]> = {}) => ({
  productOrderIds: [id],
  cells: header.map((name) => (name === '받는분성명' ? `받는${id}` : '')),
  problems: [],
  memoOver: 0,
  memo: '',
  ...more,
});
const preview: CallOutput<'form-preview'> = {
  header,
  rows: [
    row('1'),
    row('2', { productOrderIds: ['2', '3'] }),
    row('4', { problems: ['memo-long'], memoOver: 2, memo: '문 앞에 놓아' }),
    row('5', { problems: ['stand-in-phone'] }),
  ],
  already: [{ productOrderId: '6', recipient: '받는6', madeAt: Date.UTC(2026, 10, 27, 5, 5), layout: 'cj' }],
  leftOut: [{ productOrderId: '7', why: 'not-to-be-sent' }],
};

const files: CallOutput<'form-files'>['files'] = [
  {
    madeAt: Date.UTC(2026, 10, 27, 5, 5),
    layout: 'cj',
    fileName: 'CJ대한통운.xlsx',
    orders: 72,
    withNumber: 71,
    missing: ['6'],
  },
  {
    madeAt: Date.UTC(2026, 10, 26, 23, 52),
    layout: 'logen',
    fileName: '로젠.xls',
    orders: 34,
    withNumber: 34,
    missing: [],
  },
];

let bridge: ReturnType<typeof createFakeBridge>;
const count = (name: string): number => bridge.calls.filter((each) => each.name === name).length;
const asked = (name: string): unknown => bridge.calls.findLast((each) => each.name === name)?.input;

beforeEach(async () => {
  saved.mockClear();
  writeTable.mockReset().mockResolvedValue(new Uint8Array([1]));
  useAppState.setState({ place: 'orders' });
  bridge = createFakeBridge({
    'form-preview': () => preview,
    'form-layouts': () => ({ layouts: [] }),
    'form-files': () => ({ files }),
    'form-layout-put': () => ({ id: 'own-1' }),
    'form-save': () => ({ fileName: 'a.xls', sheetName: 'Sheet1', format: 'xls', table: [header] }),
  });
  await openForm(storeId);
  render(<FormPlace storeId={storeId} />);
});
afterEach(cleanup);

const rowOf = (id: string): HTMLElement => {
  const found = screen.getAllByTestId('form-row').find((each) => each.dataset['productOrderId'] === id);
  if (found === undefined) throw new Error(`no row ${id}`);
  return found;
};

it('is of the chosen orders alone, says so, and lets all of them in', async () => {
  cleanup();
  await openForm(storeId, ['1', '2']);
  render(<FormPlace storeId={storeId} />);
  expect(asked('form-preview')).toMatchObject({ productOrderIds: ['1', '2'] });
  expect(screen.getByTestId('form-only').textContent).toContain(text.forms.only(2));
  fireEvent.click(screen.getByTestId('form-all'));
  await waitFor(() => expect(asked('form-preview')).not.toHaveProperty('productOrderIds'));
  expect(screen.queryByTestId('form-only')).toBeNull();
});

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
  fireEvent.click(rowOf('5'));
  fireEvent.change(screen.getByTestId('form-phone'), { target: { value: '010-5555-6666' } });
  fireEvent.blur(screen.getByTestId('form-phone'));
  await waitFor(() => expect(asked('form-preview')).toMatchObject({ phones: { 5: '010-5555-6666' } }));
  expect(asked('form-preview')).toMatchObject({ again: [] });
  fireEvent.click(screen.getByTestId('form-again'));
  await waitFor(() => expect(asked('form-preview')).toMatchObject({ again: ['6'] }));
});

it('lists what was made before, and names what came without a number', () => {
  const made = within(screen.getByTestId('forms-made'));
  expect(screen.getByTestId('forms-made').textContent).toContain(text.forms.made.came(71, 1));
  expect(made.getAllByText(text.forms.made.came(34, 0))).toHaveLength(1);
  expect(made.queryByText('받는6 · …6')).toBeNull();
  fireEvent.click(screen.getByTestId('form-missing'));
  expect(made.getByText('받는6 · …6')).toBeTruthy();
});

it('cuts one memo by a key, lets another be written, and takes a row out and back', async () => {
  fireEvent.click(rowOf('4'));
  fireEvent.keyDown(document, { key: '¡', code: 'Digit1', altKey: true });
  await waitFor(() => expect(asked('form-preview')).toMatchObject({ cutMemos: ['4'] }));
  // How much a courier takes is our assumption: it may go out whole.
  fireEvent.keyDown(document, { key: '3', code: 'Digit3', altKey: true });
  await waitFor(() => expect(asked('form-preview')).toMatchObject({ keepMemos: ['4'] }));
  fireEvent.keyDown(document, { key: '2', code: 'Digit2', altKey: true });
  fireEvent.change(screen.getByTestId('form-memo'), { target: { value: '문 앞' } });
  fireEvent.keyDown(screen.getByTestId('form-memo'), { key: 'Enter' });
  await waitFor(() => expect(asked('form-preview')).toMatchObject({ memos: { 4: '문 앞' } }));
  fireEvent.click(rowOf('1'));
  fireEvent.keyDown(document, { key: 'Delete', ctrlKey: true });
  expect(screen.getByTestId('form-save').textContent).toBe(text.forms.save(2));
  fireEvent.keyDown(screen.getByTestId('form-preview'), { key: ' ' });
  expect(screen.getByTestId('form-save').textContent).toBe(text.forms.save(3));
  fireEvent.keyDown(screen.getByTestId('form-preview'), { key: 'ArrowDown' });
  expect(rowOf('2').getAttribute('aria-selected')).toBe('true');
});

it('makes a form of the seller’s own of a courier’s: columns moved, dropped, and a constant written', async () => {
  fireEvent.click(screen.getByTestId('layout-open'));
  const columns = (): HTMLElement[] => screen.getAllByTestId('layout-column');
  const puts = columns().map((each) => each.dataset['puts']);
  fireEvent.keyDown(columns()[1] ?? document.body, { key: 'ArrowUp', altKey: true });
  expect(columns().map((each) => each.dataset['puts'])).toEqual([puts[1], puts[0], ...puts.slice(2)]);
  fireEvent.change(screen.getByLabelText(text.forms.edit.putsOf('A')), { target: { value: 'text' } });
  fireEvent.change(screen.getByLabelText(text.forms.edit.constantOf('A')), { target: { value: '신용' } });
  fireEvent.change(screen.getByTestId('layout-name'), { target: { value: '우리 가게' } });
  fireEvent.click(screen.getByTestId('layout-save'));
  await waitFor(() => expect(screen.queryByTestId('layout-name')).toBeNull());
  const { layout } = z.object({ layout: formLayoutSchema.partial({ id: true }) }).parse(asked('form-layout-put'));
  expect(layout).toMatchObject({ name: '우리 가게', courier: 'CJGLS', format: 'xlsx' });
  expect(layout.id).toBeUndefined();
  expect(layout.columns[0]).toMatchObject({ puts: 'text', text: '신용' });
});

const takeOut = (target: Element | Document): void => void fireEvent.keyDown(target, { key: 'Delete', ctrlKey: true });

it('has no keys while a text is typed, for what does not stand in the panel, or under the editor of a form', () => {
  fireEvent.click(rowOf('5'));
  takeOut(document);
  takeOut(screen.getByTestId('form-phone'));
  fireEvent.click(rowOf('1'));
  fireEvent.click(screen.getByTestId('layout-open'));
  takeOut(document.body);
  fireEvent.keyDown(screen.getByTestId('layout-name'), { key: 'Enter', ctrlKey: true });
  fireEvent.click(screen.getByTestId('layout-close'));
  expect(useForm.getState().out).toEqual([]);
  expect(count('form-save')).toBe(0);
  takeOut(document.body);
  expect(useForm.getState().out).toEqual(['1']);
});

it('shows cells under the headers they were made for, and saves nothing that is not seen', async () => {
  const heads = (): string =>
    screen
      .getAllByRole('columnheader')
      .map((each) => each.textContent)
      .join(' ');
  const before = heads();
  const answer = pending<CallOutput<'form-preview'>>();
  bridge = createFakeBridge({ 'form-preview': () => answer.promise });
  fireEvent.change(screen.getByTestId('form-layout'), { target: { value: 'logen' } });
  expect(heads()).toBe(before);
  expect(screen.getByTestId('form-save')).toHaveProperty('disabled', true);
  answer.resolve(preview);
  await waitFor(() => expect(heads()).not.toBe(before));
  expect(screen.getByTestId('form-save')).toHaveProperty('disabled', false);
  const logen = heads();
  bridge = createFakeBridge({});
  fireEvent.change(screen.getByTestId('form-layout'), { target: { value: 'cj' } });
  await screen.findByText(text.forms.failed);
  expect(heads()).toBe(logen);
  expect(screen.getByTestId('form-save')).toHaveProperty('disabled', true);
});

it('is at work until the file is handed over, and puts the orders on the next one where it could not be', async () => {
  const bytes = pending<undefined>();
  writeTable.mockReturnValue(bytes.promise);
  fireEvent.click(screen.getByTestId('form-save'));
  await waitFor(() => expect(writeTable).toHaveBeenCalled());
  expect(screen.getByTestId('form-save').textContent).toBe(text.forms.saving);
  fireEvent.keyDown(screen.getByTestId('form-preview'), { key: 'Enter', ctrlKey: true });
  expect(count('form-save')).toBe(1);
  bytes.resolve(undefined);
  await waitFor(() => expect(asked('form-preview')).toMatchObject({ again: ['1', '2', '3'] }));
  await waitFor(() => expect(screen.getByTestId('form-save')).toHaveProperty('disabled', false));
  expect(saved).not.toHaveBeenCalled();
});

it('has the keyboard from the first, and after a memo or a phone is written', async () => {
  const list = screen.getByTestId('form-preview');
  expect(document.activeElement).toBe(list);
  fireEvent.click(rowOf('4'));
  fireEvent.click(screen.getByTestId('form-write-memo'));
  expect(document.activeElement).toBe(screen.getByTestId('form-memo'));
  fireEvent.keyDown(screen.getByTestId('form-memo'), { key: 'Escape' });
  await waitFor(() => expect(document.activeElement).toBe(list));
  fireEvent.click(rowOf('5'));
  screen.getByTestId('form-phone').focus();
  bridge = createFakeBridge({ 'form-preview': () => ({ ...preview, rows: [row('5')] }) });
  fireEvent.change(screen.getByTestId('form-phone'), { target: { value: '010-5555-6666' } });
  fireEvent.keyDown(screen.getByTestId('form-phone'), { key: 'Enter' });
  await waitFor(() => expect(document.activeElement).toBe(list));
});

it('asks once for a phone, and keeps a memo when another row is gone to', async () => {
  fireEvent.click(rowOf('5'));
  const before = count('form-preview');
  fireEvent.change(screen.getByTestId('form-phone'), { target: { value: '010-5555-6666' } });
  fireEvent.keyDown(screen.getByTestId('form-phone'), { key: 'Enter' });
  fireEvent.blur(screen.getByTestId('form-phone'));
  await waitFor(() => expect(useForm.getState().isBehind).toBe(false));
  expect(count('form-preview')).toBe(before + 1);
  fireEvent.click(rowOf('4'));
  fireEvent.click(screen.getByTestId('form-write-memo'));
  fireEvent.change(screen.getByTestId('form-memo'), { target: { value: '경비실' } });
  screen.getByTestId('form-preview').focus();
  fireEvent.click(rowOf('1'));
  expect(asked('form-preview')).toMatchObject({ memos: { 4: '경비실' } });
});

it('draws more rows by a press, and walks only what is drawn', async () => {
  cleanup();
  const rows = Array.from({ length: 305 }, (_, at) => row(String(100 + at)));
  bridge = createFakeBridge({ 'form-preview': () => ({ ...preview, rows }), 'form-layouts': () => ({ layouts: [] }) });
  await openForm(storeId);
  render(<FormPlace storeId={storeId} />);
  const list = screen.getByTestId('form-preview');
  fireEvent.keyDown(list, { key: 'End' });
  expect(useForm.getState().active).toBe('399');
  fireEvent.click(screen.getByText(text.join.more(5)));
  fireEvent.keyDown(list, { key: 'End' });
  expect(useForm.getState().active).toBe('404');
  fireEvent.click(screen.getByRole('button', { name: new RegExp(text.forms.groups.ready, 'u') }));
  fireEvent.keyDown(list, { key: ' ' });
  expect(useForm.getState().out).toEqual([]);
});

it('says that numbers are waited for where none has come yet', async () => {
  cleanup();
  const [file] = files;
  bridge = createFakeBridge({
    'form-preview': () => preview,
    'form-layouts': () => ({ layouts: [] }),
    'form-files': () => ({ files: [{ ...file, withNumber: 0, missing: ['6', '7'] }] }),
  });
  await openForm(storeId);
  render(<FormPlace storeId={storeId} />);
  const made = screen.getByTestId('forms-made');
  expect(made.textContent).toContain('2건의 송장을 기다려요.');
  expect(made.querySelector('.is-look')).toBeNull();
});

it('says that it is at work while who sends is kept', async () => {
  fireEvent.click(screen.getByTestId('form-sender-open'));
  const answer = pending<Record<string, never>>();
  bridge = createFakeBridge({ 'form-sender-set': () => answer.promise, 'form-preview': () => preview });
  fireEvent.click(screen.getByTestId('form-sender-save'));
  expect(screen.getByTestId('form-sender-save').textContent).toBe(text.forms.sender.saving);
  fireEvent.click(screen.getByTestId('form-sender-save'));
  answer.resolve({});
  await waitFor(() => expect(screen.getByTestId('form-sender-save').textContent).toBe(text.forms.sender.save));
  expect(count('form-sender-set')).toBe(1);
});

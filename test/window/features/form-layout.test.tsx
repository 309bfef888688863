import '../../support/window/match-media';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { courierForms } from '../../../src-preload/contract/courier-forms/layouts';
import { storeIdSchema } from '../../../src-preload/contract/ids';
import { LayoutSheet } from '../../../src-renderer/features/orders/forms/layout-sheet';
import { addColumn, openLayout, useLayout } from '../../../src-renderer/features/orders/forms/layout-state';
import { DropEverywhere } from '../../../src-renderer/review/files/drop-everywhere';
import { text } from '../../../src-renderer/text';
import { createFakeBridge, Refusal } from '../../support/window/fake-bridge';
import { pending } from '../../support/window/pending';

const saved = vi.hoisted(() => vi.fn());
vi.mock('../../../src-renderer/ui/save-bytes', () => ({ saveBytes: saved }));
const readHeads = vi.hoisted(() => vi.fn());
vi.mock('../../../src-renderer/sheets/read-heads', () => ({ readHeads }));
const takeFiles = vi.hoisted(() => vi.fn());
vi.mock('../../../src-renderer/review/files/take-files', () => ({ takeFiles, takePaste: () => false }));
const said = vi.hoisted(() => vi.fn());
vi.mock('../../../src-renderer/state/announcements', () => ({ announce: said }));

const words = text.forms.edit;
const storeId = storeIdSchema.parse('00000000-0000-4000-8000-000000000002');
const heads = (...headers: string[]) => ({ sheetName: '표', headers, constants: headers.map(() => '') });
const file = (name: string): File => new File(['a'], name);

let bridge: ReturnType<typeof createFakeBridge>;
beforeEach(() => {
  for (const mock of [saved, readHeads, takeFiles, said]) mock.mockReset();
  bridge = createFakeBridge({ 'form-layouts': () => ({ layouts: [] }) });
  openLayout(courierForms[0], undefined);
  render(
    <>
      <DropEverywhere />
      <LayoutSheet storeId={storeId} />
    </>,
  );
});
afterEach(cleanup);

const columns = (): HTMLElement[] => screen.getAllByTestId('layout-column');
const learn = (name: string): void =>
  void fireEvent.change(screen.getByTestId('layout-sample'), { target: { files: [file(name)] } });

it('saves once, however often it is pressed, and says that it is at work', async () => {
  const answer = pending<{ id: string }>();
  bridge = createFakeBridge({ 'form-layout-put': () => answer.promise, 'form-layouts': () => ({ layouts: [] }) });
  fireEvent.click(screen.getByTestId('layout-save'));
  expect(screen.getByTestId('layout-save').textContent).toBe(words.saving);
  fireEvent.click(screen.getByTestId('layout-save'));
  answer.resolve({ id: 'own' });
  await waitFor(() => expect(screen.queryByTestId('layout-save')).toBeNull());
  expect(bridge.calls.filter(({ name }) => name === 'form-layout-put')).toHaveLength(1);
});

it('says what is amiss with a form, and hands on no file that would not be read again', () => {
  const saysBoth = (is: string): void => {
    said.mockClear();
    fireEvent.click(screen.getByTestId('layout-save'));
    fireEvent.click(screen.getByTestId('layout-export'));
    expect(said.mock.calls).toEqual([[is], [is]]);
  };
  fireEvent.change(screen.getByTestId('layout-name'), { target: { value: ' ' } });
  saysBoth(words.incomplete);
  fireEvent.change(screen.getByTestId('layout-name'), { target: { value: '우리' } });
  fireEvent.change(screen.getByLabelText(words.headerOf('B')), { target: { value: '가'.repeat(101) } });
  saysBoth(words.longHeader('B', 100));
  fireEvent.change(screen.getByLabelText(words.headerOf('B')), { target: { value: '가' } });
  while (useLayout.getState().columns.length < 101) addColumn();
  saysBoth(words.tooManyColumns(100));
  expect(saved).not.toHaveBeenCalled();
  expect(bridge.calls).toEqual([]);
});

it('keeps how long a memo may be as the seller types it, and no number that cannot be', async () => {
  const letters = screen.getByTestId('layout-memo-letters');
  for (const typed of ['', '0', '1001', '4.5']) {
    fireEvent.change(letters, { target: { value: typed } });
    said.mockClear();
    fireEvent.click(screen.getByTestId('layout-save'));
    expect(said.mock.calls, typed).toEqual([[words.wrongMemoLetters(1000)]]);
  }
  bridge = createFakeBridge({ 'form-layout-put': () => ({ id: 'own' }), 'form-layouts': () => ({ layouts: [] }) });
  fireEvent.change(letters, { target: { value: '120' } });
  fireEvent.click(screen.getByTestId('layout-save'));
  await waitFor(() =>
    expect(bridge.calls.find(({ name }) => name === 'form-layout-put')?.input).toMatchObject({
      layout: { memoLetters: 120 },
    }),
  );
});

it.each([
  ['no-layout', words.readFailures['no-layout']],
  ['other-version', words.readFailures['other-version']],
  ['damaged', words.readFailures.damaged],
])('says of a file that is no form of ours what it is, and changes nothing: %s', async (code, is) => {
  bridge = createFakeBridge({ 'form-layout-read': () => new Refusal(code) });
  const before = useLayout.getState();
  const files = [Object.assign(file('a.json'), { text: () => Promise.resolve('{}') })];
  fireEvent.change(screen.getByTestId('layout-file'), { target: { files } });
  await waitFor(() => expect(said.mock.calls).toEqual([[is]]));
  expect(useLayout.getState()).toMatchObject({ from: before.from, name: before.name, columns: before.columns });
});

it('does not read a file that is far too large for a form', async () => {
  bridge = createFakeBridge({});
  const large = new File(['{'.repeat(10_000_000)], 'a.json');
  fireEvent.change(screen.getByTestId('layout-file'), { target: { files: [large] } });
  await waitFor(() => expect(said.mock.calls).toEqual([[words.readFailures['too-large']]]));
  expect(bridge.calls).toEqual([]);
});

it.each([
  ['too-many', words.tooMany],
  ['name-taken', words.nameTaken],
  ['internal', words.failed],
])('says why a form was not kept: %s', async (code, is) => {
  createFakeBridge({ 'form-layout-put': () => new Refusal(code) });
  fireEvent.click(screen.getByTestId('layout-save'));
  await waitFor(() => expect(said).toHaveBeenCalledWith(is));
  expect(screen.getByTestId('layout-save')).toHaveProperty('disabled', false);
});

it('learns a form for the one that is open, and not for one that was opened meanwhile', async () => {
  const slow = pending<ReturnType<typeof heads>>();
  readHeads.mockReturnValueOnce(slow.promise).mockResolvedValueOnce(heads('받는분', '주소', '전화'));
  learn('느린 양식.xlsx');
  expect(screen.getByTestId('layout-learn').textContent).toBe(words.learning);
  openLayout(courierForms[1], undefined);
  slow.resolve(heads('가', '나', '다'));
  await slow.promise;
  expect(useLayout.getState().from).toBe(courierForms[1]);
  learn('새 양식.xls');
  await waitFor(() => expect(columns()).toHaveLength(3));
  expect(useLayout.getState()).toMatchObject({ name: '새 양식', format: 'xls', busy: undefined });
});

it('gives a learnt form a name of its sheet that Excel takes', async () => {
  readHeads.mockResolvedValueOnce({ ...heads('받는분', '주소', '전화'), sheetName: "'양식 [1/2]\u0001'" });
  learn('양식.csv');
  await waitFor(() => expect(useLayout.getState().from.sheetName).toBe('양식  1 2'));
});

it('takes a form that is dropped anywhere on the sheet, and the veil of the window goes', async () => {
  readHeads.mockResolvedValue(heads('받는분', '주소', '전화'));
  const dataTransfer = { types: ['Files'], files: [file('양식.xlsx')] };
  const foot = screen.getByTestId('layout-save');
  fireEvent.dragOver(foot, { dataTransfer });
  await screen.findByText(text.send.dropHere);
  fireEvent.drop(foot, { dataTransfer });
  await waitFor(() => expect(columns()).toHaveLength(3));
  expect(screen.queryByText(text.send.dropHere)).toBeNull();
  expect(takeFiles).not.toHaveBeenCalled();
});

it('keeps the keyboard in the sheet when a column goes', () => {
  const dropOf = (at: number): HTMLElement => {
    const found = columns()[at]?.querySelector<HTMLElement>('.layout-drop-column');
    if (!found) throw new Error(`no column ${at}`);
    return found;
  };
  dropOf(0).focus();
  const next = dropOf(1);
  fireEvent.click(dropOf(0));
  expect(document.activeElement).toBe(next);
  const before = dropOf(columns().length - 2);
  dropOf(columns().length - 1).focus();
  fireEvent.click(dropOf(columns().length - 1));
  expect(document.activeElement).toBe(before);
});

import { beforeEach, expect, it, vi } from 'vitest';
import type { CallOutput } from '../../../../src-preload/contract/calls';
import { storeIdSchema } from '../../../../src-preload/contract/ids';
import { changeForm, openForm, saveForm, useForm } from '../../../../src-renderer/features/orders/forms/form-state';
import { createFakeBridge, Refusal } from '../../../support/window/fake-bridge';
import { pending } from '../../../support/window/pending';

const writeTable = vi.hoisted(() => vi.fn<() => Promise<Uint8Array | undefined>>());
vi.mock('../../../../src-renderer/sheets/write-table', () => ({ writeTable }));
vi.mock('../../../../src-renderer/ui/save-bytes', () => ({ saveBytes: () => undefined }));

const one = storeIdSchema.parse('00000000-0000-4000-8000-000000000001');
const other = storeIdSchema.parse('00000000-0000-4000-8000-000000000002');
const previewOf = (id: string): CallOutput<'form-preview'> => ({
  header: [],
  rows: [{ productOrderIds: [id], cells: [], problems: [], memoOver: 0, memo: '' }],
  already: [],
  leftOut: [],
});
const file = { madeAt: 0, layout: 'cj', fileName: 'a.xlsx', orders: 1, withNumber: 0, missing: [] };
const made = { fileName: 'a.xlsx', sheetName: 'Sheet1', format: 'xlsx', table: [[]] };
const answers = {
  'form-preview': () => previewOf('2'),
  'form-layouts': () => ({ layouts: [] }),
  'form-files': () => ({ files: [] }),
};
const shown = (): string | undefined => useForm.getState().preview?.rows[0]?.productOrderIds[0];

beforeEach(() => {
  writeTable.mockReset().mockResolvedValue(new Uint8Array([1]));
  useForm.setState(useForm.getInitialState(), true);
});

it('a form that is opened asks nothing, and shows no files, for one that was opened before', async () => {
  const files = pending<unknown>();
  createFakeBridge({ ...answers, 'form-files': () => files.promise });
  const first = openForm(one);
  await vi.waitFor(() => expect(shown()).toBe('2'));
  createFakeBridge(answers);
  await openForm(other);
  files.resolve({ files: [file] });
  await first;
  expect(useForm.getState().files).toEqual([]);

  const layouts = pending<unknown>();
  createFakeBridge({ ...answers, 'form-layouts': () => layouts.promise });
  const second = openForm(one);
  const { calls } = createFakeBridge(answers);
  await openForm(other);
  layouts.resolve({ layouts: [] });
  await second;
  expect(calls.filter(({ name }) => name === 'form-preview')).toHaveLength(1);
});

it('nor does it show the rows of the one before, or take over what is changed of another store', async () => {
  const rows = pending<unknown>();
  createFakeBridge({ ...answers, 'form-preview': () => rows.promise });
  const first = openForm(one);
  await vi.waitFor(() => expect(useForm.getState().isBehind).toBe(true));
  const layouts = pending<unknown>();
  createFakeBridge({ ...answers, 'form-layouts': () => layouts.promise });
  const second = openForm(other);
  rows.resolve(previewOf('1'));
  await first;
  expect(shown()).toBeUndefined();
  layouts.resolve({ layouts: [] });
  await second;
  expect(shown()).toBe('2');
  await changeForm(one, { cutMemos: ['1'] });
  expect(useForm.getState().cutMemos).toEqual([]);
});

it.each(['made', 'refused', 'not written'])(
  'a file that was %s belongs to the opening it was begun in',
  async (how) => {
    createFakeBridge(answers);
    await openForm(one);
    const answer = pending<unknown>();
    if (how === 'not written') writeTable.mockResolvedValue(undefined);
    createFakeBridge({ ...answers, 'form-save': () => answer.promise });
    const saving = saveForm(one);
    const { calls } = createFakeBridge(answers);
    await openForm(one);
    useForm.setState({ busy: true });
    answer.resolve(how === 'refused' ? new Refusal('changed') : made);
    await saving;
    expect(useForm.getState()).toMatchObject({ open: true, busy: true, again: [] });
    expect(calls.filter(({ name }) => name === 'form-preview')).toHaveLength(1);
  },
);

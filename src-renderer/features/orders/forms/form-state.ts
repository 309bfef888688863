import { create } from 'zustand';
import { courierForms, type FormLayout } from '../../../../src-preload/contract/courier-forms/layouts';
import type { CallInput, CallOutput } from '../../../../src-preload/contract/calls';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { announce } from '../../../state/announcements';
import { callOrSay } from '../../../state/call-or-say';
import { call } from '../../../state/ipc-client';
import { writeTable } from '../../../sheets/write-table';
import { saveBytes } from '../../../ui/save-bytes';
import { text } from '../../../text';

type Preview = CallOutput<'form-preview'>;
export type FormRow = Preview['rows'][number];

interface FormState {
  open: boolean;
  storeId?: StoreId;
  layout: string;
  oneRowAParcel: boolean;
  cutMemos: readonly string[];
  /** Phones typed by hand, by the row's first product order. */
  phones: Readonly<Record<string, string>>;
  again: readonly string[];
  /** Rows the seller took out, by their first product orders. */
  out: readonly string[];
  preview?: Preview;
  failed: boolean;
  busy: boolean;
}

const begun: FormState = {
  open: false,
  layout: courierForms[0].id,
  oneRowAParcel: true,
  cutMemos: [],
  phones: {},
  again: [],
  out: [],
  failed: false,
  busy: false,
};

/** The courier's form that is being made. */
export const useForm = create<FormState>()(() => begun);

/** The layout that is chosen. */
export function layoutOf(id: string): FormLayout {
  return courierForms.find((each) => each.id === id) ?? courierForms[0];
}

function askedOf({ layout, oneRowAParcel, cutMemos, phones, again }: FormState, storeId: StoreId) {
  return {
    storeId,
    layout,
    oneRowAParcel,
    cutMemos: [...cutMemos],
    memos: {},
    phones: { ...phones },
    again: [...again],
  } satisfies CallInput<'form-preview'>;
}

/** Each question overtakes those before it. */
let asked = 0;

async function preview(storeId: StoreId): Promise<void> {
  asked += 1;
  const mine = asked;
  const answer = await call('form-preview', askedOf(useForm.getState(), storeId));
  if (mine !== asked) return;
  useForm.setState(answer.ok ? { preview: answer.value, failed: false } : { failed: true });
}

/** Opens the form of what waits for a number, in the place of the list. */
export async function openForm(storeId: StoreId): Promise<void> {
  const { layout } = useForm.getState();
  useForm.setState({ ...begun, layout, open: true, storeId }, true);
  await preview(storeId);
}

/** Back to the list; nothing was made. */
export function closeForm(): void {
  useForm.setState({ open: false });
}

/** Chooses something of the form, and shows its rows as they are then. */
export async function changeForm(storeId: StoreId, change: Partial<FormState>): Promise<void> {
  useForm.setState(change);
  await preview(storeId);
}

/** Remembers who sends. */
export async function saveSender(storeId: StoreId, sender: CallInput<'form-sender-set'>['sender']): Promise<void> {
  if (await callOrSay('form-sender-set', { storeId, sender })) await preview(storeId);
}

/** The rows that go into the file: nothing to look at, and not taken out. */
export function rowsToSave({ preview: shown, out }: FormState): FormRow[] {
  return (shown?.rows ?? []).filter(
    ({ problems, productOrderIds: [first = ''] }) => problems.length === 0 && !out.includes(first),
  );
}

/** Makes the file, remembers what is on it, and hands it to the seller. */
export async function saveForm(storeId: StoreId): Promise<void> {
  const state = useForm.getState();
  const rows = rowsToSave(state).flatMap(({ productOrderIds: [first] }) => first ?? []);
  if (state.busy || rows.length === 0) return;
  useForm.setState({ busy: true });
  const answer = await call('form-save', { ...askedOf(state, storeId), rows });
  useForm.setState({ busy: false });
  if (!answer.ok) {
    announce(answer.failure.code === 'changed' ? text.forms.changed : text.forms.saveFailed);
    return preview(storeId);
  }
  const { fileName, sheetName, format, table } = answer.value;
  const bytes = await writeTable(sheetName, table, format);
  if (bytes === undefined) return announce(text.forms.saveFailed);
  saveBytes(bytes, fileName, ...(format === 'xls' ? ['application/vnd.ms-excel'] : []));
  announce(text.forms.saved(fileName));
  closeForm();
}

import { create } from 'zustand';
import { courierForms, type FormLayout } from '../../../../src-preload/contract/courier-forms/layouts';
import type { CallInput, CallOutput } from '../../../../src-preload/contract/calls';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { announce } from '../../../state/announcements';
import { callOrSay } from '../../../state/call-or-say';
import { call } from '../../../state/ipc-client';
import { registerUnsaved } from '../../../state/unsaved';
import { writeTable } from '../../../sheets/write-table';
import { saveBytes } from '../../../ui/save-bytes';
import { text } from '../../../text';
import { unpickOrders } from '../book/book-state';

type Preview = CallOutput<'form-preview'>;
export type FormRow = Preview['rows'][number];
export type FormFile = CallOutput<'form-files'>['files'][number];

interface FormState {
  open: boolean;
  storeId?: StoreId;
  layout: string;
  /** The product orders that were chosen for it; absent: all that wait for a number. */
  only?: readonly string[] | undefined;
  /** The seller's own forms. */
  own: readonly FormLayout[];
  oneRowAParcel: boolean;
  cutMemos: readonly string[];
  /** Memos that go out whole, longer than the form is thought to take. */
  keepMemos: readonly string[];
  /** Memos written by hand, by the row's first product order. */
  memos: Readonly<Record<string, string>>;
  /** Phones typed by hand, likewise. */
  phones: Readonly<Record<string, string>>;
  again: readonly string[];
  /** Rows the seller took out, by their first product orders. */
  out: readonly string[];
  /** The row that is looked at, likewise. */
  active?: string;
  preview?: Preview;
  /** What the preview was made with: its cells stand in the columns of this one. */
  drawn?: FormLayout;
  /** Something was chosen that the preview does not have yet: what is seen is not what would be saved. */
  isBehind: boolean;
  /** What was made before. */
  files: readonly FormFile[];
  failed: boolean;
  busy: boolean;
}

const begun: FormState = {
  open: false,
  layout: courierForms[0].id,
  own: [],
  oneRowAParcel: true,
  cutMemos: [],
  keepMemos: [],
  memos: {},
  phones: {},
  again: [],
  out: [],
  files: [],
  isBehind: false,
  failed: false,
  busy: false,
};

/** The courier's form that is being made. */
export const useForm = create<FormState>()(() => begun);

// What was typed and chosen for its rows lasts until the file is made.
registerUnsaved(() => {
  const { open, memos, phones, out, cutMemos, keepMemos, again } = useForm.getState();
  const typed = [...Object.keys(memos), ...Object.keys(phones)];
  return open && [typed, out, cutMemos, keepMemos, again].some((each) => each.length > 0);
});

/** The couriers' forms and the seller's own. */
export function layoutsOf({ own }: Pick<FormState, 'own'>): readonly FormLayout[] {
  return [...courierForms, ...own];
}

/** The layout that is chosen. */
export function layoutOf(state: Pick<FormState, 'own'>, id: string): FormLayout {
  return layoutsOf(state).find((each) => each.id === id) ?? courierForms[0];
}

function askedOf(
  { layout, only, oneRowAParcel, cutMemos, keepMemos, memos, phones, again }: FormState,
  storeId: StoreId,
) {
  return {
    storeId,
    layout,
    ...(only === undefined ? {} : { productOrderIds: [...only] }),
    oneRowAParcel,
    cutMemos: [...cutMemos],
    keepMemos: [...keepMemos],
    memos: { ...memos },
    phones: { ...phones },
    again: [...again],
  } satisfies CallInput<'form-preview'>;
}

/** Grows with each form that is opened: what was begun for one before is not for the present one. */
let openings = 0;
/** Each question overtakes those before it. */
let asked = 0;

async function preview(storeId: StoreId): Promise<void> {
  const state = useForm.getState();
  if (state.storeId !== storeId) return;
  asked += 1;
  const mine = asked;
  useForm.setState({ isBehind: true });
  const answer = await call('form-preview', askedOf(state, storeId));
  if (mine !== asked) return;
  if (!answer.ok) return useForm.setState({ failed: true });
  const { active } = useForm.getState();
  const rows = shownRows(answer.value.rows);
  const isThere = rows.some(({ productOrderIds: [first] }) => first === active);
  const first = rows[0]?.productOrderIds[0];
  useForm.setState({
    preview: answer.value,
    drawn: layoutOf(state, state.layout),
    isBehind: false,
    failed: false,
    ...(isThere || first === undefined ? {} : { active: first }),
  });
}

/**
 * Opens the form of what waits for a number, in the place of the list.
 * @param only of these alone, as the seller chose them
 */
export async function openForm(storeId: StoreId, only?: readonly string[]): Promise<void> {
  openings += 1;
  asked += 1;
  const mine = openings;
  const { layout, own } = useForm.getState();
  useForm.setState({ ...begun, layout, own, only, open: true, storeId }, true);
  await readLayouts();
  if (mine !== openings) return;
  const [files] = await Promise.all([call('form-files', { storeId }), preview(storeId)]);
  if (files.ok && mine === openings) useForm.setState({ files: files.value.files });
}

/** Reads the seller's own forms. */
export async function readLayouts(): Promise<void> {
  const answer = await call('form-layouts', {});
  if (!answer.ok) return;
  const own = answer.value.layouts;
  const { layout } = useForm.getState();
  useForm.setState({ own, layout: layoutOf({ own }, layout).id });
}

/** Back to the list; nothing was made. */
export function closeForm(): void {
  useForm.setState({ open: false });
}

/** Chooses something of the form, and shows its rows as they are then; nothing of it where another store's form is open. */
export async function changeForm(storeId: StoreId, change: Partial<FormState>): Promise<void> {
  if (useForm.getState().storeId !== storeId) return;
  useForm.setState(change);
  await preview(storeId);
}

/** Keeps who sends, and shows the rows with it. */
export async function saveSender(storeId: StoreId, sender: NonNullable<Preview['sender']>): Promise<void> {
  if (await callOrSay('form-sender-set', { storeId, sender })) await preview(storeId);
}

/** Rows of one group that are drawn at first, and with each press for more; all of them go into the file. */
export const drawnAtFirst = 300;

/** In the order they are shown: what the courier would refuse first, by its cause. */
export function shownRows(rows: readonly FormRow[]): FormRow[] {
  const causes = [...new Set(rows.flatMap(({ problems: [first] }) => first ?? []))];
  return [
    ...causes.flatMap((cause) => rows.filter(({ problems: [first] }) => first === cause)),
    ...rows.filter(({ problems }) => problems.length === 0),
  ];
}

/** Puts a row into the file, or takes it out. */
export function takeRow(first: string, isTaken: boolean): void {
  const { out } = useForm.getState();
  const rest = out.filter((id) => id !== first);
  useForm.setState({ out: isTaken ? rest : [...rest, first] });
}

/** Takes all that is ready, or none of it. */
export function takeAll(isTaken: boolean): void {
  const rows = useForm.getState().preview?.rows ?? [];
  useForm.setState({ out: isTaken ? [] : rows.flatMap(({ productOrderIds: [first] }) => first ?? []) });
}

/** The next row, or the one before, of those that are drawn, by their first product orders. */
export function moveActive(drawn: readonly string[], by: number): void {
  const { active } = useForm.getState();
  const next = drawn[Math.min(drawn.length - 1, Math.max(0, drawn.indexOf(active ?? '') + by))];
  if (next !== undefined) useForm.setState({ active: next });
}

/** What goes into the file: ready, and not taken out. */
export function rowsToSave({ preview: shown, out }: Pick<FormState, 'preview' | 'out'>): FormRow[] {
  return (shown?.rows ?? []).filter(
    ({ problems, productOrderIds: [first = ''] }) => problems.length === 0 && !out.includes(first),
  );
}

/**
 * Makes the file, remembers what is on it, and hands it to the seller. Where the file could not be written its orders are
 * put on the next one again, though they are remembered as being on this one.
 */
export async function saveForm(storeId: StoreId): Promise<void> {
  const state = useForm.getState();
  const rows = rowsToSave(state);
  if (state.busy || state.isBehind || rows.length === 0) return;
  const mine = openings;
  useForm.setState({ busy: true });
  try {
    const firsts = rows.flatMap(({ productOrderIds: [first] }) => first ?? []);
    const answer = await call('form-save', { ...askedOf(state, storeId), rows: firsts });
    if (!answer.ok) {
      announce(answer.failure.code === 'changed' ? text.forms.changed : text.forms.saveFailed);
      return mine === openings ? await preview(storeId) : undefined;
    }
    const { fileName, sheetName, format, table } = answer.value;
    const bytes = await writeTable(sheetName, table, format);
    if (bytes === undefined) {
      announce(text.forms.saveFailed);
      if (mine !== openings) return;
      const again = new Set([...useForm.getState().again, ...rows.flatMap((row) => row.productOrderIds)]);
      return await changeForm(storeId, { again: [...again] });
    }
    saveBytes(bytes, fileName, ...(format === 'xls' ? ['application/vnd.ms-excel'] : []));
    announce(text.forms.saved(fileName));
    unpickOrders(rows.flatMap((row) => row.productOrderIds));
    if (mine === openings) closeForm();
  } finally {
    if (mine === openings) useForm.setState({ busy: false });
  }
}

import { create } from 'zustand';
import { columnsLike } from '../../../../src-preload/contract/courier-forms/columns-like';
import {
  courierForms,
  layoutBounds,
  sheetNameOf,
  type FormColumn,
  type FormLayout,
} from '../../../../src-preload/contract/courier-forms/layouts';
import type { CallOutput } from '../../../../src-preload/contract/calls';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { announce } from '../../../state/announcements';
import { call } from '../../../state/ipc-client';
import { registerUnsaved } from '../../../state/unsaved';
import { columnLetter } from '../../../sheets/table-to-xlsx';
import { readHeads } from '../../../sheets/read-heads';
import { saveBytes } from '../../../ui/save-bytes';
import { text } from '../../../text';
import { changeForm, readLayouts, useForm } from './form-state';

const words = text.forms.edit;

/** A column while it is edited; `key` stays with it when it moves. */
export interface EditedColumn extends FormColumn {
  key: number;
}

interface LayoutState {
  isOpen: boolean;
  /** What it was opened on: the way back to the beginning, and the file it is kept in if it is the seller's own. */
  from: FormLayout;
  name: string;
  format: FormLayout['format'];
  /** As it is typed; see flawOf. */
  memoLetters: string;
  columns: readonly EditedColumn[];
  /** What stands in the first row that is ready, by what a column puts there; empty where there is no such row. */
  sample: ReadonlyMap<string, string>;
  active?: number;
  /** What it is at: nothing else is begun meanwhile. */
  busy?: 'saving' | 'learning' | undefined;
}

const nothing: LayoutState = {
  isOpen: false,
  from: courierForms[0],
  name: '',
  format: 'xlsx',
  memoLetters: '',
  columns: [],
  sample: new Map(),
};

export const useLayout = create<LayoutState>()(() => nothing);

/** The form as it was opened, to tell whether it was changed since. */
let opened = '';
registerUnsaved(() => useLayout.getState().isOpen && JSON.stringify(edited()) !== opened);

let lastKey = 0;

/** Goes up with each form that is opened, read or closed: what was begun before is not for the one that is open by then. */
let turn = 0;
function newTurn(busy?: LayoutState['busy']): number {
  turn += 1;
  useLayout.setState({ busy });
  return turn;
}

function keyed(columns: readonly FormColumn[]): EditedColumn[] {
  return columns.map((column) => {
    lastKey += 1;
    return { ...column, key: lastKey };
  });
}

/** What is edited of a form, as it begins. */
function editedFrom({
  format,
  columns,
  memoLetters,
}: FormLayout): Pick<LayoutState, 'format' | 'columns' | 'memoLetters'> {
  return { format, columns: keyed(columns), memoLetters: String(memoLetters) };
}

/** Whether a form is the seller's own, and not a courier's. */
function isOwn({ id }: Pick<FormLayout, 'id'>): boolean {
  return courierForms.every((each) => each.id !== id);
}

/** Whether it is kept: one from a file, or learnt, is not yet. */
export function isKept(layout: Pick<FormLayout, 'id'>): boolean {
  return isOwn(layout) && layout.id !== '';
}

/** Opens the editor on a form; a courier's becomes one of the seller's own, with a name of its own. */
export function openLayout(from: FormLayout, preview: CallOutput<'form-preview'> | undefined): void {
  newTurn();
  const [first] = preview?.rows.filter(({ problems }) => problems.length === 0) ?? [];
  const sample = new Map(from.columns.map(({ puts }, at) => [puts as string, first?.cells[at] ?? '']));
  const name = isOwn(from) ? from.name : words.ownName(from.name);
  useLayout.setState({ ...nothing, isOpen: true, from, name, ...editedFrom(from), sample }, true);
  opened = JSON.stringify(edited());
}

export function closeLayout(): void {
  newTurn();
  useLayout.setState({ isOpen: false });
}

/** As it was when it was opened. */
export function resetLayout(): void {
  const { from } = useLayout.getState();
  useLayout.setState(editedFrom(from));
}

export function changeColumn(key: number, change: Partial<FormColumn>): void {
  const columns = useLayout.getState().columns.map((each) => (each.key === key ? { ...each, ...change } : each));
  useLayout.setState({ columns });
}

export function addColumn(): void {
  const added = keyed([{ header: '', puts: 'text' }]);
  useLayout.setState({ columns: [...useLayout.getState().columns, ...added], active: lastKey });
}

export function dropColumn(key: number): void {
  useLayout.setState({ columns: useLayout.getState().columns.filter((each) => each.key !== key) });
}

/** Moves a column to a place, from 0 on. */
export function moveColumn(key: number, to: number): void {
  const { columns } = useLayout.getState();
  const moved = columns.find((each) => each.key === key);
  if (moved === undefined) return;
  const rest = columns.filter((each) => each !== moved);
  const at = Math.min(rest.length, Math.max(0, to));
  useLayout.setState({ columns: [...rest.slice(0, at), moved, ...rest.slice(at)], active: key });
}

function edited(): Omit<FormLayout, 'id'> {
  const { from, name, format, columns, memoLetters } = useLayout.getState();
  const { courier, sheetName } = from;
  return {
    ...(courier === undefined ? {} : { courier }),
    name: name.trim(),
    format,
    sheetName,
    memoLetters: /^\d+$/u.test(memoLetters.trim()) ? Number(memoLetters) : 0,
    columns: columns.map(({ header, puts, text: constant = '' }) => ({
      header,
      puts,
      ...(puts === 'text' && constant !== '' ? { text: constant } : {}),
    })),
  };
}

/** What would not be kept of a form, nor read from its file, in the words of the seller; undefined where nothing is amiss. */
function flawOf({
  name,
  columns,
  memoLetters,
}: Pick<FormLayout, 'name' | 'columns' | 'memoLetters'>): string | undefined {
  if (name === '' || columns.length === 0) return words.incomplete;
  if (columns.length > layoutBounds.columns) return words.tooManyColumns(layoutBounds.columns);
  if (memoLetters < 1 || memoLetters > layoutBounds.memoLetters)
    return words.wrongMemoLetters(layoutBounds.memoLetters);
  const long = columns.findIndex(({ header }) => header.length > layoutBounds.headerLetters);
  return long < 0 ? undefined : words.longHeader(columnLetter(long), layoutBounds.headerLetters);
}

const putFailures: Partial<Record<string, string>> = { 'name-taken': words.nameTaken, 'too-many': words.tooMany };

/** Keeps the form under its name, and goes on with it. */
export async function saveLayout(storeId: StoreId): Promise<void> {
  const { from, busy } = useLayout.getState();
  if (busy !== undefined) return;
  const layout = edited();
  const flaw = flawOf(layout);
  if (flaw !== undefined) return announce(flaw);
  const mine = newTurn('saving');
  try {
    const answer = await call('form-layout-put', { layout: { ...layout, ...(isKept(from) ? { id: from.id } : {}) } });
    if (!answer.ok) return announce(putFailures[answer.failure.code] ?? words.failed);
    await readLayouts();
    if (mine === turn) closeLayout();
    await changeForm(storeId, { layout: answer.value.id, cutMemos: [], keepMemos: [] });
  } finally {
    if (mine === turn) useLayout.setState({ busy: undefined });
  }
}

/** Takes one of the seller's own away; what was made with it stays. */
export async function dropLayout(storeId: StoreId): Promise<void> {
  const { from } = useLayout.getState();
  const answer = await call('form-layout-drop', { id: from.id });
  if (!answer.ok) return announce(words.failed);
  await readLayouts();
  closeLayout();
  await changeForm(storeId, { layout: useForm.getState().layout, cutMemos: [], keepMemos: [] });
}

/** Hands the form on as a file, where it could be read again. */
export function exportLayout(): void {
  const layout = edited();
  const flaw = flawOf(layout);
  if (flaw !== undefined) return announce(flaw);
  const file = new TextEncoder().encode(JSON.stringify({ form: 1, layout }, undefined, 2));
  saveBytes(file, `${layout.name}.json`, 'application/json');
}

/** A layout's file is small; a larger one is something else. */
const largestFile = 200_000;

/** Takes over a form that was handed on as a file. */
export async function importLayout(file: File): Promise<void> {
  if (useLayout.getState().busy !== undefined) return;
  const mine = newTurn();
  const failures: Partial<Record<string, string>> = words.readFailures;
  if (file.size > largestFile) return announce(words.readFailures['too-large']);
  const answer = await call('form-layout-read', { text: await file.text().catch(() => '') });
  if (mine !== turn) return;
  if (!answer.ok) return announce(failures[answer.failure.code] ?? words.readFailures['no-layout']);
  const from = { ...answer.value.layout, id: '' };
  useLayout.setState({ from, name: from.name, ...editedFrom(from) });
}

/** Columns as they stand in a courier's empty form, or one that was filled in. */
export async function learnLayout(file: File): Promise<void> {
  if (useLayout.getState().busy !== undefined) return;
  const mine = newTurn('learning');
  const heads = await readHeads(file);
  if (mine !== turn) return;
  useLayout.setState({ busy: undefined });
  if (heads === undefined) return announce(words.noHeads);
  const { from } = useLayout.getState();
  const columns = columnsLike(heads);
  const name = file.name.replace(/\.[^.]*$/u, '').slice(0, layoutBounds.nameLetters);
  const sheetName = sheetNameOf(heads.sheetName);
  const format = /\.xls$/iu.test(file.name) ? 'xls' : 'xlsx';
  const { courier: _, ...rest } = from;
  useLayout.setState({
    from: {
      ...rest,
      id: isOwn(from) ? from.id : '',
      ...(sheetName === '' ? {} : { sheetName }),
      columns,
      format,
    },
    ...(isOwn(from) ? {} : { name }),
    format,
    columns: keyed(columns),
  });
}

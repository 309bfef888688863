import { create } from 'zustand';
import type { LogView } from '../../../src-preload/contract/calls/log';
import type { EventPayload } from '../../../src-preload/contract/events';
import type { JobId, StoreId } from '../../../src-preload/contract/ids';
import { call } from '../../state/ipc-client';
import { atMostEvery } from '../../state/at-most-every';
import { useAppState } from '../../state/app-state';
import { useWantedLog } from '../../state/open-log';
import type { LogChip } from '../../state/open-log';
import { readHeads } from './group-now';
import { logRows, scopeOf, today } from './log-pages';
import type { LogRows, Shown } from './log-pages';

interface LogState {
  storeId: StoreId | undefined;
  shown: Shown;
  /** Keys of groups of which the head alone is seen. */
  folded: readonly string[];
  rows: LogRows;
  /** Jobs that are listed, those of folded groups too; undefined until the first answer. */
  jobs: number | undefined;
  open: JobId | undefined;
  /** Jobs changed while the pointer rested on the list: it is read again when the pointer leaves. */
  stale: boolean;
  /** Grows when jobs of the store changed: open details and figures read again. */
  turn: number;
}

/** A list has answered how many jobs it has; one that is no longer looked at says nothing of the present one. */
function noteAnswer(rows: LogRows, jobs: number): void {
  if (useLog.getState().rows !== rows) return;
  if (useLog.getState().jobs !== jobs) useLog.setState({ jobs });
  if (typing !== undefined) searchNow();
}

/** The log as it is looked at; the jobs themselves are in the main process and come in pages. */
export const useLog = create<LogState>()(() => ({
  storeId: undefined,
  shown: today,
  folded: [],
  rows: logRows(undefined, today, [], () => undefined),
  jobs: undefined,
  open: undefined,
  stale: false,
  turn: 0,
}));

/** Grows whenever something else is looked at: what was kept must not come over what the seller chose meanwhile. */
let looks = 0;

function showAgain(change: Partial<Pick<LogState, 'storeId' | 'shown' | 'folded'>>): void {
  looks += 1;
  // The list that follows is of the newest words already, or of another store.
  clearTimeout(typing);
  typing = undefined;
  const { storeId, shown, folded } = { ...useLog.getState(), ...change };
  const rows: LogRows = logRows(storeId, shown, folded, (count) => noteAnswer(rows, count));
  useLog.setState({ storeId, shown, folded, rows, jobs: undefined, stale: false });
}

/** Another screen led here and said what to list: that stands over what was kept. */
let isLed = false;

/** Shows the jobs of this store as the seller left them; nothing happens when it is shown already. */
export function showStore(storeId: StoreId | undefined): void {
  if (storeId === useLog.getState().storeId) return;
  showAgain({ storeId, folded: [], ...(isLed ? {} : { shown: today }) });
  useLog.setState({ open: undefined });
  if (storeId !== undefined && !isLed) void showAsLeft(storeId);
  isLed = false;
}

/** The view that was kept; without one today, which has all that waits for the seller. */
async function showAsLeft(storeId: StoreId): Promise<void> {
  const look = looks;
  const kept = await call('log-view', { storeId });
  if (look !== looks || useLog.getState().storeId !== storeId) return;
  if (kept.ok && kept.value.view !== undefined) showAgain({ shown: { ...kept.value.view, search: '' } });
}

/** What the seller sets is kept for the next start; what was typed is not. */
function keep(shown: Shown): void {
  const { storeId } = useLog.getState();
  const view: LogView & { search?: string } = { ...shown };
  delete view.search;
  if (storeId !== undefined) void call('log-view-keep', { storeId, view });
}

/** Shows something else of the store; what is given as undefined is not filtered by any more. */
export function show(change: { [Name in keyof LogView]?: LogView[Name] | undefined }): void {
  const shown = { ...useLog.getState().shown };
  for (const name of ['states', 'files', 'kinds', 'reasons', 'by'] as const) if (name in change) delete shown[name];
  const { period = shown.period, ...others } = change;
  const given = Object.fromEntries(Object.entries(others).filter(([, each]) => each !== undefined && each.length > 0));
  const next: Shown = { ...shown, ...given, period };
  showAgain({ shown: next });
  keep(next);
}

/** Everything of the period again. */
export function showAll(): void {
  useLog.setState(({ shown }) => ({ shown: { ...shown, search: '' } }));
  show({ states: undefined, files: undefined, kinds: undefined, reasons: undefined });
}

// Another screen leads here with states: app.tsx loads this file at start, so that none is missed. They are of all days.
useWantedLog.subscribe(({ states, fileId, jobId }) => {
  isLed = useLog.getState().storeId === undefined;
  const files = fileId === undefined ? {} : { files: [fileId] };
  showAgain({
    shown: states.length === 0 ? { ...today, ...files } : { period: 'all', states: [...states], search: '', ...files },
  });
  if (jobId !== undefined) openJob(jobId);
});

/**
 * The chip of one state, of all days: pressed it filters, pressed again it leads back to today. `also`: next to the states
 * that are filtered by already, or without this one.
 */
export function toggleState(state: LogChip, also = false): void {
  const { shown } = useLog.getState();
  const now = shown.period === 'all' ? (shown.states ?? []) : [];
  const others = now.filter((each) => each !== state);
  if (also && others.length > 0) show({ states: now.includes(state) ? others : [...others, state], period: 'all' });
  else if (isOnly(shown.states, state)) show({ states: undefined, period: 'today' });
  else show({ states: [state], period: 'all' });
}

/** Whether exactly these are filtered by. */
export function isOnly(states: readonly LogChip[] | undefined, ...wanted: readonly LogChip[]): boolean {
  return states?.length === wanted.length && wanted.every((one) => states.includes(one));
}

/** Folds a group up to its head, or unfolds it. */
export function foldGroup(key: string): void {
  const { folded } = useLog.getState();
  showAgain({ folded: folded.includes(key) ? folded.filter((one) => one !== key) : [...folded, key] });
}

/** So long a search at most holds up what was typed after it. */
const mostSearchMs = 150;
let typing: ReturnType<typeof setTimeout> | undefined;
/** The list of the newest search. */
let searched: LogRows | undefined;

/** The words in the search box; the list follows at once, and of what is typed until it has answered, the newest alone. */
export function searchFor(search: string): void {
  const { rows, shown } = useLog.getState();
  useLog.setState({ shown: { ...shown, search } });
  if (rows !== searched || rows.known) return searchNow();
  typing ??= setTimeout(searchNow, mostSearchMs);
}

function searchNow(): void {
  showAgain({});
  searched = useLog.getState().rows;
}

/** Opens the history of one job beneath its row; undefined closes it. */
export function openJob(jobId: JobId | undefined): void {
  useLog.setState({ open: jobId });
}

/** Rows are read again at most this often while jobs change: more the eye does not follow, and each reading costs a page. */
const pauseBetweenReadingsMs = 300;

/** While the list is scrolled no one reads what changes in a row: its frames come first. */
const pauseWhileScrolledMs = 1000;
const scrollRestsMs = 200;
let scrolledAt = Number.NEGATIVE_INFINITY;

/** The list was scrolled just now. */
export function noteScroll(): void {
  scrolledAt = performance.now();
}

/** Reads the rows in view again. */
const readRows = atMostEvery(pauseBetweenReadingsMs, async () => {
  await useLog.getState().rows.refresh();
  return performance.now() - scrolledAt < scrollRestsMs ? pauseWhileScrolledMs : undefined;
});

/** The pointer or the keyboard rests on the list: rows must not move away beneath it. */
function isHandled(): boolean {
  return document.querySelector('[data-testid=log-grid]:is(:hover, :focus-within)') !== null;
}

/** Applies `jobs-changed`. Rows that belong elsewhere now stay until the seller turns away from the list. */
export function jobsChanged({ storeId, jobs, added }: EventPayload<'jobs-changed'>): void {
  const state = useLog.getState();
  if (state.storeId !== storeId) return;
  useLog.setState({ turn: state.turn + 1 });
  // No one looks: the list is read when somebody does.
  if (useAppState.getState().place !== 'log') {
    useLog.setState({ stale: true });
    return;
  }
  if (!added && isHandled()) {
    useLog.setState({ stale: true });
    void refreshInPlace(state.rows, new Set<string>(jobs));
    return;
  }
  readRows();
}

/** Reads the list again if it was held still. */
export function settleList(): void {
  if (!useLog.getState().stale) return;
  useLog.setState({ stale: false });
  readRows();
}

let renewing = false;

/** Reads the changed rows again, each into its own place; wishes that come meanwhile are met by the next event. */
async function refreshInPlace(rows: LogRows, changed: ReadonlySet<string>): Promise<void> {
  if (renewing) return readLater(rows);
  renewing = true;
  const ids = rows
    .inView()
    .flatMap((item) => (item.is === 'job' ? item.job.id : []))
    .filter((id) => changed.size === 0 || changed.has(id));
  const answer = await call('log-jobs', { ids });
  const jobs = answer.ok ? answer.value.jobs : [];
  if (answer.ok && jobs.length < ids.length) {
    // Some are gone, as what was taken back: a row of nothing is worse than rows that move.
    renewing = false;
    again = undefined;
    useLog.setState({ stale: false });
    return readRows();
  }
  for (const job of jobs) {
    const index = rows.find((item) => item.is === 'job' && item.job.id === job.id);
    const item = index < 0 ? undefined : rows.at(index);
    if (item?.is === 'job') rows.replace(index, { ...item, job });
  }
  const { storeId, shown } = useLog.getState();
  if (storeId !== undefined && useLog.getState().rows === rows) await readHeads(rows, scopeOf(storeId, shown));
  renewing = false;
  if (again === rows) {
    again = undefined;
    await refreshInPlace(rows, new Set());
  }
}

let again: LogRows | undefined;

function readLater(rows: LogRows): void {
  again = rows;
}

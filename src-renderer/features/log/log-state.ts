import { create } from 'zustand';
import type { EventPayload } from '../../../src-preload/contract/events';
import type { JobId, StoreId } from '../../../src-preload/contract/ids';
import type { Job } from '../../../src-preload/contract/job';
import { call } from '../../state/ipc-client';
import { atMostEvery } from '../../state/at-most-every';
import type { PagedRows } from '../../grid/paged-rows';
import { useAppState } from '../../state/app-state';
import { useWantedLog } from '../../state/open-log';
import type { LogChip } from '../../state/open-log';
import { logRows } from './log-pages';

export type JobRows = PagedRows<Job>;

interface LogState {
  storeId: StoreId | undefined;
  /** Empty: every state. */
  states: readonly LogChip[];
  search: string;
  rows: JobRows;
  open: JobId | undefined;
  /** Jobs changed while the pointer rested on a filtered list: it is read again when the pointer leaves. */
  stale: boolean;
  /** Grows when jobs of the store changed: open details and totals read again. */
  turn: number;
}

/** The log as it is looked at; the jobs themselves are in the main process and come in pages. */
export const useLog = create<LogState>()(() => ({
  storeId: undefined,
  states: [],
  search: '',
  rows: logRows(undefined, [], ''),
  open: undefined,
  stale: false,
  turn: 0,
}));

function showAgain(change: Partial<Pick<LogState, 'storeId' | 'states' | 'search'>>): void {
  const { storeId, states, search } = { ...useLog.getState(), ...change };
  useLog.setState({ storeId, states, search, rows: logRows(storeId, states, search), stale: false });
}

/** Shows the jobs of this store; nothing happens when it is shown already. */
export function showStore(storeId: StoreId | undefined): void {
  if (storeId !== useLog.getState().storeId) {
    showAgain({ storeId });
    useLog.setState({ open: undefined });
  }
}

/** Shows only jobs in these states; the same choice again shows all. */
export function filterByStates(states: readonly LogChip[]): void {
  showAgain({ states });
}

// Another screen leads here with a filter: app.tsx loads this file at start, so that none is missed.
useWantedLog.subscribe(({ states }) => filterByStates(states));

/** The chip of one state: pressed alone it filters, pressed again it lets go. */
export function toggleState(state: LogChip): void {
  const { states } = useLog.getState();
  filterByStates(states.length === 1 && states[0] === state ? [] : [state]);
}

const typingRestsMs = 150;
let typing: ReturnType<typeof setTimeout> | undefined;

/** The words in the search box; the list follows when the typing rests. */
export function searchFor(search: string): void {
  useLog.setState({ search });
  clearTimeout(typing);
  typing = setTimeout(() => showAgain({ search }), typingRestsMs);
}

/** Opens the history of one job beneath its row; undefined closes it. */
export function openJob(jobId: JobId | undefined): void {
  useLog.setState({ open: jobId });
}

/** Rows are read again at most this often while jobs change: more the eye does not follow, and each reading costs a page. */
const pauseBetweenReadingsMs = 300;

/** Reads the rows in view again. */
const readRows = atMostEvery(pauseBetweenReadingsMs, async () => {
  await useLog.getState().rows.refresh();
  return undefined;
});

/** The pointer or the keyboard rests on the list: rows must not move away beneath it. */
function isHandled(): boolean {
  return document.querySelector('[data-testid=log-grid]:is(:hover, :focus-within)') !== null;
}

/** Takes in what `jobs-changed` told. Rows that belong elsewhere now stay until the seller turns away from the list. */
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
async function refreshInPlace(rows: JobRows, changed: ReadonlySet<string>): Promise<void> {
  if (renewing) return readLater(rows);
  renewing = true;
  const ids = rows
    .inView()
    .filter((each) => changed.size === 0 || changed.has(each.id))
    .map(({ id }) => id);
  const answer = await call('log-jobs', { ids });
  for (const job of answer.ok ? answer.value.jobs : []) {
    const index = rows.find((each) => each.id === job.id);
    if (index >= 0) rows.replace(index, job);
  }
  renewing = false;
  if (again === rows) {
    again = undefined;
    await refreshInPlace(rows, new Set());
  }
}

let again: JobRows | undefined;

function readLater(rows: JobRows): void {
  again = rows;
}

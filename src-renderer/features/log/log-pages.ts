import { cleanText, isBlankText } from '../../../src-preload/contract/clean-text';
import type { LogFilter } from '../../../src-preload/contract/actions';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { Job } from '../../../src-preload/contract/job';
import { jobStateGroups, jobStates } from '../../../src-preload/contract/job-states';
import { call } from '../../state/ipc-client';
import type { LogChip } from '../../state/open-log';
import { PagedRows } from '../../grid/paged-rows';
import type { Page } from '../../grid/paged-rows';

const rowsPerPage = 100;

/** What waits for the seller. */
export const taskChips: readonly LogChip[] = jobStateGroups.tasks;
const otherChips: readonly LogChip[] = [...jobStates.filter((state) => !taskChips.includes(state)), 'by-file'];

/** The jobs a filter lets through, in pages. Without any filter what waits for the seller comes first, then the newest. */
export function logRows(storeId: StoreId | undefined, states: readonly LogChip[], search: string): PagedRows<Job> {
  if (storeId === undefined) return new PagedRows<Job>(() => Promise.resolve({ rows: [], total: 0 }), rowsPerPage);
  const filter = logFilter(storeId, states, search);
  const fetchPage = isUnfiltered(states, search)
    ? (offset: number, limit: number) => tasksFirst(storeId, offset, limit)
    : (offset: number, limit: number) => readPage(filter, offset, limit);
  return new PagedRows<Job>(fetchPage, rowsPerPage, isSameJob);
}

/** What the main process is asked for: no states are all states, an empty search finds everything. */
export function logFilter(storeId: StoreId, states: readonly LogChip[], search: string): LogFilter {
  const wanted = cleanText(search);
  return {
    storeId,
    ...ofChips(states),
    ...(wanted === '' ? {} : { search: wanted }),
  };
}

function ofChips(chips: readonly LogChip[]): Pick<LogFilter, 'states' | 'filed'> {
  if (chips.length === 0) return {};
  const hasFiled = chips.includes('by-file');
  const states = jobStates.filter((state) => chips.includes(state) || (state === 'held' && hasFiled));
  return chips.includes('held') && hasFiled ? { states } : { states, filed: hasFiled };
}

/** A job read again that did not change meanwhile. */
function isSameJob(one: Job, other: Job): boolean {
  return (
    one.id === other.id &&
    one.revision === other.revision &&
    one.state === other.state &&
    one.code === other.code &&
    one.changedAt === other.changedAt &&
    one.dueAt === other.dueAt &&
    one.attempts === other.attempts
  );
}

/** Whether everything is shown. */
export function isUnfiltered(states: readonly LogChip[], search: string): boolean {
  return states.length === 0 && isBlankText(search);
}

async function readPage(filter: LogFilter, offset: number, limit: number): Promise<Page<Job> | undefined> {
  const answer = await call('log-page', { filter, offset, limit });
  return answer.ok ? { rows: answer.value.jobs, total: answer.value.total } : undefined;
}

/** One page of two lists laid end to end. */
async function tasksFirst(storeId: StoreId, offset: number, limit: number): Promise<Page<Job> | undefined> {
  const tasks = await readPage({ storeId, ...ofChips(taskChips) }, offset, limit);
  if (!tasks) return undefined;
  const missing = limit - tasks.rows.length;
  const others = await readPage(
    { storeId, ...ofChips(otherChips) },
    Math.max(0, offset - tasks.total),
    // The total is wanted even where the page is full already.
    Math.max(1, missing),
  );
  if (!others) return undefined;
  // A job that went on between the two answers stands in both: where the second one has it is where it is now.
  const moved = new Set(others.rows.map(({ id }) => id));
  const rows = tasks.rows.filter(({ id }) => !moved.has(id));
  const twice = tasks.rows.length - rows.length;
  return { rows: [...rows, ...others.rows.slice(0, missing)], total: tasks.total + others.total - twice };
}

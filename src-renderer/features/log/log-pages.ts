import { cleanText } from '../../../src-preload/contract/clean-text';
import type { LogGroup, LogItem, LogScope, LogView } from '../../../src-preload/contract/calls/log';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { Job } from '../../../src-preload/contract/job';
import { jobStateGroups } from '../../../src-preload/contract/job-states';
import { call } from '../../state/ipc-client';
import type { LogChip } from '../../state/open-log';
import type { JobItem } from '../../ui/job/row-phrase';
import { PagedRows } from '../../grid/paged-rows';
import type { Page } from '../../grid/paged-rows';

const rowsPerPage = 100;
/** Names are still being opened: asked again after so long. */
const partialRestMs = 300;

/** What waits for the seller. */
export const taskChips: readonly LogChip[] = jobStateGroups.tasks;

/** Its rows stay under a head while the pointer rests on the list: what the head can still say of them. */
export interface GroupNow {
  /** What is left of it; of none that is left, the group in which all its rows are by now. */
  group: LogGroup;
  /** Nothing of it is left: no act can do anything. */
  isOver: boolean;
  /** Its rows have gone to different groups. */
  isMixed: boolean;
}

/** The head of a group; `now` where its rows have changed under it. */
export type GroupItem = Extract<LogItem, { is: 'group' }> & { now?: GroupNow };
export type LogRow = JobItem | GroupItem;
export type LogRows = PagedRows<LogRow>;

/** The log as it is looked at. */
export interface Shown extends LogView {
  search: string;
}

export const today: Shown = { period: 'today', search: '' };

/** What the main process is asked for: an empty list filters nothing, an empty search finds everything. */
export function scopeOf(storeId: StoreId, { search, ...view }: Shown): LogScope {
  const wanted = cleanText(search);
  return { storeId, ...view, ...(wanted === '' ? {} : { search: wanted }) };
}

/** Whether the seller has narrowed down what a period has. */
export function isFiltered({ search, states, files, kinds, reasons }: Shown): boolean {
  return cleanText(search) !== '' || [states, files, kinds, reasons].some((each) => each !== undefined);
}

/**
 * Heads of groups and jobs, in pages.
 * @param onAnswer called after each answer with the number of jobs, those of folded groups too
 */
export function logRows(
  storeId: StoreId | undefined,
  shown: Shown,
  folded: readonly string[],
  onAnswer: (jobs: number) => void,
): LogRows {
  if (storeId === undefined) return new PagedRows<LogRow>(() => Promise.resolve({ rows: [], total: 0 }), rowsPerPage);
  const scope = scopeOf(storeId, shown);
  const rows = new PagedRows<LogRow>(fetchPage, rowsPerPage, isSameItem);
  return rows;

  async function fetchPage(offset: number, limit: number): Promise<Page<LogRow> | undefined> {
    const answer = await call('log-list', { scope, folded: [...folded], offset, limit });
    if (!answer.ok) return undefined;
    const { items, total, jobs, partial } = answer.value;
    onAnswer(jobs);
    if (partial) setTimeout(() => void rows.refresh(), partialRestMs);
    return { rows: items, total };
  }
}

/** What an item is known by as long as it is listed. */
export function keyOfItem(item: LogRow): string {
  return item.is === 'group' ? item.group.key : item.job.id;
}

/** A row read again that says the same: it is not drawn again. */
function isSameItem(one: LogRow, other: LogRow): boolean {
  if (one.is === 'group') {
    if (one.now !== undefined || other.is !== 'group' || one.group.key !== other.group.key) return false;
    const [job] = one.group.first;
    const [otherJob] = other.group.first;
    return (
      one.group.jobs === other.group.jobs &&
      one.group.boxes === other.group.boxes &&
      (job === undefined || otherJob === undefined ? job === otherJob : isSameJob(job, otherJob))
    );
  }
  return (
    other.is === 'job' &&
    isSameJob(one.job, other.job) &&
    one.inBox?.at === other.inBox?.at &&
    one.inBox?.mates === other.inBox?.mates
  );
}

function isSameJob(one: Job, other: Job): boolean {
  return (
    one.id === other.id &&
    one.revision === other.revision &&
    one.state === other.state &&
    one.code === other.code &&
    one.changedAt === other.changedAt &&
    one.dueAt === other.dueAt &&
    one.attempts === other.attempts &&
    one.productName === other.productName
  );
}

import type { LogItem, LogScope } from '../../../src-preload/contract/calls/log';
import type { ImportId, StoreId } from '../../../src-preload/contract/ids';
import { jobStateGroups } from '../../../src-preload/contract/job-states';
import type { Job } from '../../../src-preload/contract/job';
import { PagedRows } from '../../grid/paged-rows';
import type { Page } from '../../grid/paged-rows';
import { call } from '../../state/ipc-client';

/** A job in the order of its sheet. `turn`: it has just become done, as the so manieth of its call, top to bottom. */
export interface RunJob {
  is: 'job';
  job: Job;
  inBox?: 'first' | 'between' | 'last';
  turn?: { at: number; nth: number };
}

/** The head over the rows in order. */
interface RunHead {
  is: 'head';
}

type RunGroup = Extract<LogItem, { is: 'group' }>;
export type RunItem = RunJob | RunHead | RunGroup;
export type RunRows = PagedRows<RunItem>;

const rowsPerPage = 100;

/** What of a run waits for the seller, as the log lists it. */
export function tasksScope(storeId: StoreId, importId: ImportId): LogScope {
  return { storeId, period: 'all', files: [importId], states: [...jobStateGroups.tasks] };
}

/** What waits for the seller: heads of groups, worst first, and their jobs. */
export function taskRows(storeId: StoreId, importId: ImportId): RunRows {
  const scope = tasksScope(storeId, importId);
  return new PagedRows<RunItem>(
    async (offset, limit) => {
      const answer = await call('log-list', { scope, folded: [], offset, limit });
      if (!answer.ok) return undefined;
      const { items, total } = answer.value;
      const rows = items.map((item): RunItem => {
        if (item.is === 'group') return item;
        return { is: 'job', job: item.job, ...(item.inBox ? { inBox: item.inBox.at } : {}) };
      });
      return { rows, total };
    },
    rowsPerPage,
    isSameItem,
  );
}

/** The others in the order of the sheet, under one head; a row that has become done says so. */
export function orderRows(importId: ImportId, now: () => number): RunRows {
  const rows: RunRows = new PagedRows<RunItem>(fetchPage, rowsPerPage, isSameItem);
  return rows;

  async function fetchPage(offset: number, limit: number): Promise<Page<RunItem> | undefined> {
    const hasHead = offset === 0;
    const answer = await call('imports-jobs', {
      importId,
      offset: hasHead ? 0 : offset - 1,
      limit: hasHead ? limit - 1 : limit,
      withoutTasks: true,
    });
    if (!answer.ok) return undefined;
    const { jobs, total } = answer.value;
    if (total === 0) return { rows: [], total: 0 };
    const before = new Map(rows.inView().flatMap((item) => (item.is === 'job' ? [[item.job.id, item.job]] : [])));
    let nth = 0;
    const items = jobs.map(({ job, inBox }): RunItem => {
      const past = before.get(job.id);
      const isNew = past !== undefined && past.state !== 'succeeded' && job.state === 'succeeded';
      const turn = isNew ? { turn: { at: now(), nth: nth++ } } : {};
      return { is: 'job', job, ...(inBox === undefined ? {} : { inBox }), ...turn };
    });
    return { rows: hasHead ? [{ is: 'head' }, ...items] : items, total: total + 1 };
  }
}

/** What an item is known by as long as it is listed. */
export function keyOfItem(item: RunItem): string {
  return item.is === 'job' ? item.job.id : item.is === 'head' ? 'head' : item.group.key;
}

function isSameItem(one: RunItem, other: RunItem): boolean {
  if (one.is === 'job') return other.is === 'job' && isSameJob(one.job, other.job) && one.inBox === other.inBox;
  if (one.is === 'head' || other.is !== 'group') return one.is === other.is;
  const [job] = one.group.first;
  const [otherJob] = other.group.first;
  if (job === undefined || otherJob === undefined) return false;
  return one.group.key === other.group.key && one.group.jobs === other.group.jobs && isSameJob(job, otherJob);
}

function isSameJob(one: Job, other: Job): boolean {
  return (
    one.id === other.id &&
    one.revision === other.revision &&
    one.state === other.state &&
    one.code === other.code &&
    one.changedAt === other.changedAt &&
    one.dueAt === other.dueAt
  );
}

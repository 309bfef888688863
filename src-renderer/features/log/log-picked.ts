import { create } from 'zustand';
import type { Job } from '../../../src-preload/contract/job';
import type { JobId } from '../../../src-preload/contract/ids';
import { call } from '../../state/ipc-client';
import { scopeOf } from './log-pages';
import { useLog } from './log-state';

/** Jobs one act can name (contract/actions.ts). */
const mostPicked = 1000;

/** The rows that were chosen for an act on all of them, as they were when they were last read. */
interface Picked {
  jobs: ReadonlyMap<JobId, Job>;
  /** From where Shift reaches. */
  anchor: JobId | undefined;
}

export const usePicked = create<Picked>()(() => ({ jobs: new Map(), anchor: undefined }));

/** Ends choosing. */
export function pickNone(): void {
  if (usePicked.getState().jobs.size > 0) usePicked.setState({ jobs: new Map(), anchor: undefined });
}

/** Ticks one row, or takes its tick away; `reach` ticks all rows from the last one that was pressed to this one. */
export function pick(job: Job, reach: boolean): void {
  const { jobs, anchor } = usePicked.getState();
  const next = new Map(jobs);
  const between = reach && anchor !== undefined ? rowsBetween(anchor, job.id) : undefined;
  if (between !== undefined) for (const each of between) next.set(each.id, each);
  else if (!next.delete(job.id)) next.set(job.id, job);
  usePicked.setState({ jobs: limited(next), anchor: job.id });
}

function limited(jobs: Map<JobId, Job>): ReadonlyMap<JobId, Job> {
  return jobs.size <= mostPicked ? jobs : new Map([...jobs].slice(0, mostPicked));
}

function rowsBetween(one: JobId, other: JobId): Job[] | undefined {
  const { rows } = useLog.getState();
  const ends = [one, other].map((id) => rows.find((item) => item.is === 'job' && item.job.id === id));
  if (ends.some((index) => index < 0)) return undefined;
  const found: Job[] = [];
  for (let index = Math.min(...ends); index <= Math.max(...ends); index += 1) {
    const item = rows.at(index);
    if (item?.is === 'job') found.push(item.job);
  }
  return found;
}

/** Ticks all jobs that are listed, 1,000 at most; where all are ticked, none. */
export async function pickAll(): Promise<void> {
  const { storeId, shown, jobs } = useLog.getState();
  if (storeId === undefined) return;
  const ticked = usePicked.getState().jobs;
  if (ticked.size > 0 && ticked.size >= Math.min(mostPicked, jobs ?? 0)) return pickNone();
  const answer = await call('log-ids', { scope: scopeOf(storeId, shown) });
  const read = answer.ok ? await call('log-jobs', { ids: answer.value.ids }) : answer;
  if (read.ok && useLog.getState().storeId === storeId) {
    usePicked.setState({ jobs: new Map(read.value.jobs.map((job) => [job.id, job])), anchor: undefined });
  }
}

/** What stands in another state now is chosen as it is now; what is gone is chosen no more. */
export async function readPicked(): Promise<void> {
  const ids = [...usePicked.getState().jobs.keys()];
  if (ids.length === 0) return;
  const answer = await call('log-jobs', { ids });
  if (!answer.ok) return;
  const now = usePicked.getState().jobs;
  usePicked.setState({ jobs: new Map(answer.value.jobs.filter(({ id }) => now.has(id)).map((job) => [job.id, job])) });
}

// Another list is another choice.
useLog.subscribe((state, before) => {
  if (state.rows !== before.rows && state.folded === before.folded) pickNone();
  else if (state.turn !== before.turn) void readPicked();
});

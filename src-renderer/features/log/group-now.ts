import type { LogGroup, LogScope } from '../../../src-preload/contract/calls/log';
import type { Job } from '../../../src-preload/contract/job';
import { groupingOf, groupOf } from '../../../src-preload/contract/log-groups';
import { call } from '../../state/ipc-client';
import type { GroupItem, GroupNow, LogRows } from './log-pages';

/** The jobs a head names (calls/log.ts). */
const mostNamed = 2;
const ofCancel = 'held:cancel-requested:';

/** The key of the group a job belongs to now. Which box has the cancel request only the main process knows. */
function keyNow(job: Job): string {
  const { key } = groupOf(job);
  return key.startsWith(ofCancel) ? ofCancel : key;
}

function belongs(job: Job, key: string): boolean {
  // No job leaves its file or its day; a courier that is mended leads elsewhere once the list is read again.
  if (groupingOf(key)) return true;
  return keyNow(job) === (key.startsWith(ofCancel) ? ofCancel : key);
}

/** The rows drawn under the head at an index. */
function jobsUnder(rows: LogRows, head: number): Job[] {
  const jobs: Job[] = [];
  for (let at = head + 1; ; at += 1) {
    const item = rows.at(at);
    if (item?.is !== 'job') return jobs;
    jobs.push(item.job);
  }
}

/** What the head of a group says when `left` jobs belong to it, and these rows stand under it; undefined: what it said. */
export function groupNow(group: LogGroup, left: number, jobs: readonly Job[]): GroupNow | undefined {
  const own = jobs.filter((job) => belongs(job, group.key));
  if (left > 0) {
    if (left === group.jobs && own.length === jobs.length) return undefined;
    const first = own.length > 0 ? own.slice(0, mostNamed) : group.first;
    return { group: { key: group.key, jobs: left, first }, isOver: false, isMixed: false };
  }
  const [key, ...others] = new Set(jobs.map(keyNow));
  if (key === undefined || others.length > 0) return { group, isOver: true, isMixed: true };
  return { group: { key, jobs: group.jobs, first: jobs.slice(0, mostNamed) }, isOver: true, isMixed: false };
}

/** Counts again the groups in view whose rows have changed under their heads, each head in its own place. */
export async function readHeads(rows: LogRows, scope: LogScope): Promise<void> {
  const heads = rows.inView().filter((item) => item.is === 'group');
  await Promise.all(heads.map((item) => readHead(rows, scope, item)));
}

async function readHead(rows: LogRows, scope: LogScope, item: GroupItem): Promise<void> {
  const { group } = item;
  const indexOf = () => rows.find((other) => other.is === 'group' && other.group.key === group.key);
  const under = jobsUnder(rows, indexOf());
  // A folded one has no rows to tell by.
  if (item.now === undefined && under.length > 0 && under.every((job) => belongs(job, group.key))) return;
  const answer = await call('log-ids', { scope, group: group.key });
  const index = indexOf();
  if (!answer.ok || index < 0) return;
  const now = groupNow(group, answer.value.jobs, jobsUnder(rows, index));
  rows.replace(index, now === undefined ? { is: 'group', group } : { is: 'group', group, now });
}

import { jobKinds, jobStateGroups } from '../../src-preload/contract/job-states';
import type { JobStateGroup } from '../../src-preload/contract/job-states';

/** A group of states as SQL, over the column `state`. */
export function statesOf(group: JobStateGroup): string {
  return `(${jobStateGroups[group].map((state) => `state = '${state}'`).join(' OR ')})`;
}

/** The states of a group as the list of an IN. */
export function listOf(group: JobStateGroup): string {
  return `(${jobStateGroups[group].map((state) => `'${state}'`).join(', ')})`;
}

/**
 * When a job that has ended is listed in the log: when it was added, or the midnight in Korea at which the later day of its
 * end began; ms UTC. In the words of the index (migration 250), which SQLite uses for these only.
 */
export const endedListedAt = endedListedAtOf('');
function endedListedAtOf(row: string): string {
  return `MAX(${row}created_at, (${row}changed_at + 32400000) / 86400000 * 86400000 - 32400000)`;
}
/** The same of any job: what has not ended is listed when it was added. `row`: what stands before a column, as `old.` */
export const listedAt = (row = ''): string =>
  `CASE WHEN ${row}state IN ${listOf('ended')} THEN ${endedListedAtOf(row)} ELSE ${row}created_at END`;

/** Every kind as the list of an IN: what is about all jobs of a store in a state goes through the index of its kinds. */
export const anyKind = `(${jobKinds.map((kind) => `'${kind}'`).join(', ')})`;

/**
 * The words of the partial indexes over jobs (migration 40): a query must repeat them as they stand there for SQLite to
 * use one.
 */
export const unsettled = statesOf('unsettled');
export const live = `${unsettled} AND wait IS NOT 'in-flight'`;
export const settled = statesOf('settled');

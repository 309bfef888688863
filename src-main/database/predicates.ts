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

/** Every kind as the list of an IN: what is about all jobs of a store in a state goes through the index of its kinds. */
export const anyKind = `(${jobKinds.map((kind) => `'${kind}'`).join(', ')})`;

/**
 * The words of the partial indexes over jobs (migration 40): a query must repeat them as they stand there for SQLite to
 * use one.
 */
export const unsettled = statesOf('unsettled');
export const live = `${unsettled} AND wait IS NOT 'in-flight'`;
export const settled = statesOf('settled');

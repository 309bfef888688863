import type { JobState } from '../../src-preload/contract/job-states';
import { filterByStates } from '../features/log/log-state';
import { goTo } from './desk-state';

/** Leads to the log with only these states shown. */
export function openLogOn(states: readonly JobState[]): void {
  filterByStates(states);
  goTo('log');
}

import { create } from 'zustand';
import type { JobState } from '../../src-preload/contract/job-states';
import { goTo } from './app-state';

/** What the log can be filtered by: the states, but what the seller takes to the market in a file stands apart from 보류. */
export type LogChip = JobState | 'by-file';

/** The filter another screen asked the log for; the log takes each new one over. */
export const useWantedLog = create<{ states: readonly LogChip[] }>()(() => ({ states: [] }));

/** Leads to the log with only these states listed. */
export function openLogOn(states: readonly LogChip[]): void {
  useWantedLog.setState({ states });
  goTo('log');
}

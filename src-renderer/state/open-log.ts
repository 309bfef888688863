import { create } from 'zustand';
import type { JobId } from '../../src-preload/contract/ids';
import type { JobState } from '../../src-preload/contract/job-states';
import { goTo } from './app-state';

/** What the log can be filtered by: the states, but what the seller takes to the market in a file stands apart from 보류. */
export type LogChip = JobState | 'by-file';

/** The filter another screen asked the log for; the log takes each new one over. */
export const useWantedLog = create<{ states: readonly LogChip[] } & WantedOf>()(() => ({ states: [] }));

/** Of one file alone, and a job of it that is shown whole. */
interface WantedOf {
  /** As the log names it: the id of its import, or `none:` and a kind. */
  fileId?: string | undefined;
  jobId?: JobId | undefined;
}

/** Leads to the log with only these states listed. */
export function openLogOn(states: readonly LogChip[], { fileId, jobId }: WantedOf = {}): void {
  useWantedLog.setState({ states, fileId, jobId });
  goTo('log');
}

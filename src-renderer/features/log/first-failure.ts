import { useLog, openJob } from './log-state';
import type { JobRows } from './log-state';

const key = 'first-failure-was-opened';

/** The very first failure a seller ever meets opens by itself, to show that rows open; later ones wait to be opened. */
export function openFirstFailure(rows: JobRows): void {
  if (localStorage.getItem(key) !== null || useLog.getState().open !== undefined) return;
  const failed = rows.inView().find((job) => job.state === 'rejected');
  if (!failed) return;
  localStorage.setItem(key, 'yes');
  openJob(failed.id);
}

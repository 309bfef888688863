import { useLog, openJob } from './log-state';
import type { LogRows } from './log-pages';

const key = 'first-failure-was-opened';

/** The very first failure a seller ever meets opens by itself, to show that rows open; later ones wait to be opened. */
export function openFirstFailure(rows: LogRows): void {
  if (localStorage.getItem(key) !== null || useLog.getState().open !== undefined) return;
  const failed = rows.inView().find((item) => item.is === 'job' && item.job.state === 'rejected');
  if (failed?.is !== 'job') return;
  localStorage.setItem(key, 'yes');
  openJob(failed.job.id);
}

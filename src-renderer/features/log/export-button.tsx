import { useState } from 'react';
import type { Job } from '../../../src-preload/contract/job';
import { announce } from '../../state/announcements';
import { text } from '../../text';
import { LineIcon } from '../../ui/shapes';
import { exportJobs, exportLog } from './export-log';

/** Saves what is shown, or the chosen rows. */
export function ExportButton({ label, jobs }: { label: string; jobs?: readonly Job[] }) {
  const [progress, setProgress] = useState<{ done: number; total: number } | undefined>(undefined);
  async function save(): Promise<void> {
    setProgress({ done: 0, total: 0 });
    const saved =
      jobs === undefined ? await exportLog((done, total) => setProgress({ done, total })) : await exportJobs(jobs);
    setProgress(undefined);
    announce(saved === undefined ? text.log.exportFailed : text.log.exported(saved));
  }
  return (
    <button
      type="button"
      className={jobs === undefined ? 'button plain quiet' : 'button large'}
      data-testid={jobs === undefined ? 'log-export' : 'bulk-export'}
      disabled={progress !== undefined}
      onClick={() => void save()}
    >
      {jobs === undefined ? <LineIcon name="save" /> : null}
      {progress && progress.total > 0 ? text.log.exporting(progress.done, progress.total) : label}
    </button>
  );
}

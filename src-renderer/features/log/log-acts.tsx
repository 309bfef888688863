import { useState } from 'react';
import { announce } from '../../state/announcements';
import { onePress } from '../../ui/one-press';
import { sendHereInstead } from '../../review/by-file';
import { useCountsAll } from '../../state/counts-all';
import { chosenStatus, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { exportLog } from './export-log';
import { takeActionOnAll } from '../../ui/job/job-actions';

/** The foot of the log: the act of the worst group, retry all, and the export. */
export function LogActions() {
  const status = useAppState(chosenStatus);
  const storeId = status?.storeId;
  const counts = useCountsAll(storeId);
  const { retry, 'confirm-then-dispatch': confirm, 'here-instead': filed } = counts;
  return (
    <div className="foot-bar">
      <ExportButton />
      <p className="grow">{status ? text.log.band(sum(status.counts), status.counts.succeeded) : null}</p>
      {filed > 0 && storeId !== undefined ? (
        <button
          type="button"
          className="button large"
          data-testid="here-instead-all"
          onClick={onePress(() => void sendHereInstead(storeId))}
        >
          {text.byFile.insteadAll(filed)}
        </button>
      ) : null}
      {/* A button that would do nothing is none. */}
      {retry > 0 && storeId !== undefined ? (
        <button
          type="button"
          className={confirm > 0 ? 'button large' : 'button large primary'}
          data-testid="retry-all-button"
          onClick={onePress(() => void takeActionOnAll(storeId, 'retry'))}
        >
          {text.log.retryAll(retry)}
        </button>
      ) : null}
      {confirm > 0 && storeId !== undefined ? (
        <button
          type="button"
          className="button large primary"
          data-testid="confirm-all-button"
          onClick={onePress(() => void takeActionOnAll(storeId, 'confirm-then-dispatch'))}
        >
          {text.log.confirmAll(confirm)}
        </button>
      ) : null}
    </div>
  );
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, each) => total + each, 0);
}

function ExportButton() {
  const [progress, setProgress] = useState<{ done: number; total: number } | undefined>(undefined);
  async function save(): Promise<void> {
    setProgress({ done: 0, total: 0 });
    const jobs = await exportLog((done, total) => setProgress({ done, total }));
    setProgress(undefined);
    announce(jobs === undefined ? text.log.exportFailed : text.log.exported(jobs));
  }
  return (
    <button
      type="button"
      className="button large"
      data-testid="log-export"
      disabled={progress !== undefined}
      onClick={() => void save()}
    >
      {progress ? text.log.exporting(progress.done, progress.total) : text.log.export}
    </button>
  );
}

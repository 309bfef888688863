import { useState } from 'react';
import type { StoreId } from '../../../src-preload/contract/ids';
import { call } from '../../state/ipc-client';
import { announce } from '../../ui/announcer';
import { onePress } from '../../ui/one-press';
import { sendHereInstead } from '../../state/by-file';
import { useCountsAll } from '../../state/counts-all';
import { chosenStatus, chosenStore, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { exportLog } from './export-log';
import { confirmFromNowOn } from './job-acts';

/** The foot of the log: the act of the worst group, retry all, and the export. */
export function LogActs() {
  const status = useAppState(chosenStatus);
  const storeId = status?.storeId;
  const confirmFirst = useAppState((state) => chosenStore(state)?.confirmFirst);
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
          onClick={onePress(() => void actOnAll(storeId, 'retry'))}
        >
          {text.log.retryAll(retry)}
        </button>
      ) : null}
      {confirm > 0 && storeId !== undefined ? (
        <button
          type="button"
          className="button large primary"
          data-testid="confirm-all-button"
          onClick={onePress(() => void confirmAll(storeId, confirmFirst === 'ask'))}
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

/** The answer for all of them is the answer of a store that asks: it would ask the same of the next sheet. */
async function confirmAll(storeId: StoreId, isAsked: boolean): Promise<void> {
  await actOnAll(storeId, 'confirm-then-dispatch');
  if (isAsked) await confirmFromNowOn(storeId);
}

async function actOnAll(storeId: StoreId, action: 'retry' | 'confirm-then-dispatch'): Promise<void> {
  const answer = await call('log-act-all', { storeId, action });
  announce(answer.ok ? text.log.changed(answer.value.changed) : text.shell.callFailed);
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

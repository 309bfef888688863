import { useEffect, useState } from 'react';
import type { StoreId } from '../../../src-preload/contract/ids';
import { call } from '../../desk';
import { announce } from '../../parts/announcer';
import { chosenStatus, useDesk } from '../../shell/desk-state';
import { text } from '../../text';
import { exportLog } from './export-log';
import { countHelp } from './count-help';
import type { Help } from './count-help';
import { useLog } from './log-state';

/** The foot of the log: the act of the worst group, retry all, and the export. */
export function LogActs() {
  const status = useDesk(chosenStatus);
  const turn = useLog((state) => state.turn);
  const [help, setHelp] = useState<Help>({ retry: 0, confirm: 0 });
  const storeId = status?.storeId;
  const rejected = status?.counts.rejected ?? 0;
  useEffect(() => {
    let gone = false;
    if (storeId !== undefined) {
      void countHelp(storeId, rejected).then((found) => (gone ? undefined : setHelp(found)));
    }
    return () => {
      gone = true;
    };
  }, [storeId, rejected, turn]);
  return (
    <div className="foot-bar">
      <ExportButton />
      <p className="grow">{status ? text.log.band(sum(status.counts), status.counts.succeeded) : null}</p>
      <button
        type="button"
        className={help.confirm > 0 ? 'button large' : 'button large primary'}
        data-testid="retry-all-button"
        disabled={help.retry === 0 || storeId === undefined}
        onClick={() => (storeId === undefined ? undefined : void actOnAll(storeId, 'retry'))}
      >
        {text.log.retryAll(help.retry)}
      </button>
      {help.confirm > 0 && storeId !== undefined ? (
        <button
          type="button"
          className="button large primary"
          data-testid="confirm-all-button"
          onClick={() => void actOnAll(storeId, 'confirm-then-dispatch')}
        >
          {text.log.confirmAll(help.confirm)}
        </button>
      ) : null}
    </div>
  );
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, each) => total + each, 0);
}

async function actOnAll(storeId: StoreId, action: 'retry' | 'confirm-then-dispatch'): Promise<void> {
  const answer = await call('log-act-all', { storeId, action });
  announce(answer.ok ? text.log.changed(answer.value.changed) : text.shell.callFailed);
}

function ExportButton() {
  const [progress, setProgress] = useState<{ done: number; total: number } | undefined>(undefined);
  return (
    <button
      type="button"
      className="button large"
      data-testid="log-export"
      disabled={progress !== undefined}
      onClick={() => {
        setProgress({ done: 0, total: 0 });
        void exportLog((done, total) => setProgress({ done, total })).then((jobs) => {
          setProgress(undefined);
          announce(jobs === undefined ? text.log.exportFailed : text.log.exported(jobs));
        });
      }}
    >
      {progress ? text.log.exporting(progress.done, progress.total) : text.log.export}
    </button>
  );
}

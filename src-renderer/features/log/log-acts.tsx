import { useEffect, useState } from 'react';
import type { StoreId } from '../../../src-preload/contract/ids';
import { call } from '../../desk';
import { announce } from '../../parts/announcer';
import { onePress } from '../../parts/one-press';
import { ByFileButton } from '../../shell/by-file-button';
import { chosenStatus, chosenStore, useDesk } from '../../shell/desk-state';
import { text } from '../../text';
import { exportLog } from './export-log';
import { countHelp } from './count-help';
import type { Help } from './count-help';
import { confirmFromNowOn } from './job-acts';
import { useLog } from './log-state';

/** The foot of the log: the act of the worst group, retry all, and the export. */
export function LogActs() {
  const status = useDesk(chosenStatus);
  const storeId = status?.storeId;
  const market = useDesk(chosenStore)?.market;
  const help = useHelp(storeId);
  return (
    <div className="foot-bar">
      <ExportButton />
      {market === 'naver' && storeId !== undefined ? <ByFileButton storeId={storeId} size="large" /> : null}
      <p className="grow">{status ? text.log.band(sum(status.counts), status.counts.succeeded) : null}</p>
      <button
        type="button"
        className={help.confirm > 0 ? 'button large' : 'button large primary'}
        data-testid="retry-all-button"
        disabled={help.retry === 0 || storeId === undefined}
        onClick={onePress(() => (storeId === undefined ? undefined : void actOnAll(storeId, 'retry')))}
      >
        {text.log.retryAll(help.retry)}
      </button>
      {help.confirm > 0 && storeId !== undefined ? (
        <button
          type="button"
          className="button large primary"
          data-testid="confirm-all-button"
          onClick={onePress(() => void confirmAll(storeId, help.asked))}
        >
          {text.log.confirmAll(help.confirm)}
        </button>
      ) : null}
    </div>
  );
}

/** Counted again whenever jobs of the store changed. */
function useHelp(storeId: StoreId | undefined): Help {
  const [help, setHelp] = useState<Help>({ retry: 0, confirm: 0, asked: false });
  useEffect(() => {
    let gone = false;
    async function count(): Promise<void> {
      if (storeId === undefined) return;
      const found = await countHelp(storeId);
      if (!gone) setHelp(found);
    }
    void count();
    const stop = useLog.subscribe((state, before) => (state.turn === before.turn ? undefined : void count()));
    return () => {
      gone = true;
      stop();
    };
  }, [storeId]);
  return help;
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, each) => total + each, 0);
}

async function confirmAll(storeId: StoreId, asked: boolean): Promise<void> {
  await actOnAll(storeId, 'confirm-then-dispatch');
  if (asked) await confirmFromNowOn(storeId);
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

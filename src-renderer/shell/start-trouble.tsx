import { useEffect, useState } from 'react';
import type { Backup } from '../../src-preload/contract/backup';
import type { StartTrouble } from '../../src-preload/contract/start-troubles';
import { call } from '../state/ipc-client';
import { AskDialog } from '../ui/ask-dialog';
import { exactTime } from '../ui/clock';
import { Icon } from '../ui/icons';
import { SupportReport } from '../ui/support-report';
import { text } from '../text';

const words = text.startTrouble;
const mostOffered = 3;

/** The app cannot use its file: what happened, what is safe, what to do. Instead of every other screen. */
export function StartTrouble({ trouble, detail }: { trouble: StartTrouble; detail: string | undefined }) {
  const said = words.troubles[trouble];
  const [working, setWorking] = useState(false);
  const [failed, setFailed] = useState(false);
  const [asking, setAsking] = useState<'begin' | 'without-backup' | undefined>(undefined);
  const [backups, setBackups] = useState<readonly Backup[] | undefined>(undefined);
  useEffect(() => {
    void call('backups-list', {}).then((answer) => setBackups(answer.ok ? answer.value : []));
  }, []);
  const offered = offeredOf(trouble, backups ?? []);
  const before = trouble === 'newer-schema' ? offered[0] : undefined;
  const hasNone = trouble === 'corrupt' && backups?.length === 0;

  /** Done, the main process loads the window again; where it is not, that is said. */
  async function run(work: () => Promise<{ ok: boolean }>): Promise<void> {
    setWorking(true);
    setFailed(false);
    const { ok } = await work();
    setWorking(false);
    setFailed(!ok);
  }

  /** Changes no file: the repairs can be pressed meanwhile. */
  async function openFolder(): Promise<void> {
    const { ok } = await call('diagnostics-open-folder', { of: 'data' });
    setFailed(!ok);
  }

  return (
    <main className="place start-trouble" data-testid="start-trouble" data-code={trouble}>
      <section className="card" aria-labelledby="start-trouble-title">
        <Icon name="octagon" size={28} />
        <h1 id="start-trouble-title">{said.title}</h1>
        <p>{said.safe}</p>
        <p>{hasNone ? words.withoutBackup : said.advice}</p>
        {before === undefined ? null : (
          <p data-testid="backup-before-update">{words.backups.beforeUpdate(before.name)}</p>
        )}
        <div className="acts">
          {offered.map((backup, index) => (
            <button
              key={backup.name}
              type="button"
              className={index === 0 && before === undefined ? 'button primary' : 'button'}
              data-testid="backup-restore"
              disabled={working}
              onClick={() => void run(() => call('backups-restore', { name: backup.name }))}
            >
              {`${restoreWords(trouble, index)} (${exactTime(backup.at)})`}
            </button>
          ))}
          {trouble === 'corrupt' ? (
            <button
              type="button"
              className={offered.length > 0 ? 'button' : 'button primary'}
              data-testid="begin-anew"
              disabled={working}
              onClick={() => setAsking('begin')}
            >
              {words.begin}
            </button>
          ) : (
            <button
              type="button"
              className={offered.length > 0 && before === undefined ? 'button' : 'button primary'}
              data-testid="start-again"
              disabled={working}
              onClick={() => void run(() => call('app-restart', {}))}
            >
              {words.again}
            </button>
          )}
          {trouble === 'no-backup' ? (
            <button
              type="button"
              className="button"
              data-testid="go-on-without-backup"
              disabled={working}
              onClick={() => setAsking('without-backup')}
            >
              {words.goOnWithout}
            </button>
          ) : null}
        </div>
        <div className="acts">
          <SupportReport className="button" />
          <button type="button" className="button" data-testid="open-data-folder" onClick={() => void openFolder()}>
            {words.openFolder}
          </button>
        </div>
        <p aria-live="polite">{working ? words.working : failed ? text.shell.callFailed : ''}</p>
        {detail === undefined ? null : (
          <details>
            <summary>{words.detail}</summary>
            <p className="faint">{detail}</p>
          </details>
        )}
      </section>
      <AskDialog
        open={asking === 'begin'}
        danger
        title={words.beginAsk}
        body={words.beginMore}
        yes={words.begin}
        no={words.stay}
        onNo={() => setAsking(undefined)}
        onYes={() => {
          setAsking(undefined);
          void run(() => call('app-restart', {}));
        }}
      />
      <AskDialog
        open={asking === 'without-backup'}
        danger
        title={words.goOnWithoutAsk}
        body={words.goOnWithoutMore}
        yes={words.goOnWithout}
        no={words.stay}
        onNo={() => setAsking(undefined)}
        onYes={() => {
          setAsking(undefined);
          void run(() => call('app-restart', { withoutBackup: true }));
        }}
      />
    </main>
  );
}

/** What can be gone back to: of a broken file several, because the newest may be broken, too; of a newer one what was before. */
function offeredOf(trouble: StartTrouble, backups: readonly Backup[]): readonly Backup[] {
  if (trouble === 'corrupt' || trouble === 'failed') return backups.slice(0, mostOffered);
  return trouble === 'newer-schema' ? backups.filter(({ isNewer }) => isNewer !== true).slice(0, 1) : [];
}

function restoreWords(trouble: StartTrouble, index: number): string {
  if (trouble === 'newer-schema') return words.backups.restoreBeforeUpdate;
  return index === 0 ? words.backups.restoreNewest : words.backups.restore;
}

import { useEffect, useState } from 'react';
import type { Backup, DeskTrouble } from '../../src-preload/contract/backup';
import { call } from '../desk';
import { AskDialog } from '../parts/ask-dialog';
import { exactTime } from '../parts/clock';
import { Mark } from '../parts/marks';
import { text } from '../text';

const words = text.startTrouble;

/** The app cannot use its file: what happened, what is safe, what to do. Instead of every other screen. */
export function StartTrouble({ trouble, detail }: { trouble: DeskTrouble; detail: string | undefined }) {
  const said = words.troubles[trouble];
  const [working, setWorking] = useState(false);
  const [asking, setAsking] = useState(false);
  const [backups, setBackups] = useState<readonly Backup[]>([]);
  useEffect(() => {
    void call('backups-list', {}).then((answer) => setBackups(answer.ok ? answer.value : []));
  }, []);
  const newest = trouble === 'corrupt' || trouble === 'failed' ? backups[0] : undefined;

  /** The window is loaded anew afterwards, by the main process. */
  async function act(work: () => Promise<unknown>): Promise<void> {
    setWorking(true);
    await work();
    setWorking(false);
  }

  return (
    <main className="place start-trouble" data-testid="start-trouble" data-code={trouble}>
      <section className="card" aria-labelledby="start-trouble-title">
        <Mark name="octagon" size={28} />
        <h1 id="start-trouble-title">{said.title}</h1>
        <p>{said.safe}</p>
        <p>{said.act}</p>
        <div className="acts">
          {newest ? (
            <button
              type="button"
              className="button primary"
              data-testid="backup-restore"
              disabled={working}
              onClick={() => void act(() => call('backups-restore', { name: newest.name }))}
            >
              {`${words.backups.restoreNewest} (${exactTime(newest.at)})`}
            </button>
          ) : null}
          {trouble === 'corrupt' ? (
            <button
              type="button"
              className={newest ? 'button' : 'button primary'}
              data-testid="begin-anew"
              disabled={working}
              onClick={() => setAsking(true)}
            >
              {words.begin}
            </button>
          ) : (
            <button
              type="button"
              className={newest ? 'button' : 'button primary'}
              data-testid="start-again"
              disabled={working}
              onClick={() => void act(() => call('desk-again', {}))}
            >
              {words.again}
            </button>
          )}
        </div>
        <p aria-live="polite">{working ? words.working : ''}</p>
        {detail === undefined ? null : (
          <details>
            <summary>{words.detail}</summary>
            <p className="faint">{detail}</p>
          </details>
        )}
      </section>
      <AskDialog
        open={asking}
        danger
        title={words.beginAsk}
        body={words.beginMore}
        yes={words.begin}
        no={words.stay}
        onNo={() => setAsking(false)}
        onYes={() => {
          setAsking(false);
          void act(() => call('desk-again', {}));
        }}
      />
    </main>
  );
}

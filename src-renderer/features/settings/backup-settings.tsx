import { useEffect, useState } from 'react';
import type { Backup } from '../../../src-preload/contract/backup';
import { call } from '../../state/ipc-client';
import { AskDialog } from '../../ui/ask-dialog';
import { exactTime } from '../../ui/clock';
import { text } from '../../text';

const words = text.startTrouble.backups;

/** 백업: what can be gone back to, one made now, and going back, which can itself be undone. */
export function BackupSettings() {
  const [backups, setBackups] = useState<readonly Backup[]>([]);
  const [chosen, setChosen] = useState<Backup | undefined>(undefined);
  const [working, setWorking] = useState(false);
  const [said, setSaid] = useState('');

  useEffect(() => {
    void listBackups().then(setBackups);
  }, []);

  async function make(): Promise<void> {
    setWorking(true);
    const answer = await call('backups-make', {});
    setWorking(false);
    setSaid(answer.ok ? words.made : words.notMade[answer.failure.code === 'full' ? 'full' : 'failed']);
    setBackups(await listBackups());
  }

  async function restore(backup: Backup): Promise<void> {
    setChosen(undefined);
    setWorking(true);
    const answer = await call('backups-restore', { name: backup.name });
    setWorking(false);
    if (!answer.ok) setSaid(words.failed);
  }

  return (
    <section className="card backup-settings" aria-label={words.title}>
      <div className="settings-head">
        <h2>{words.title}</h2>
        <button
          type="button"
          className="button"
          data-testid="backup-make"
          disabled={working}
          onClick={() => void make()}
        >
          {words.make}
        </button>
      </div>
      <p className="faint">{words.about}</p>
      <p aria-live="polite" data-testid="backup-said">
        {said}
      </p>
      {backups.length === 0 ? <p>{words.none}</p> : null}
      <ul className="backup-list">
        {backups.map((backup) => (
          <li key={backup.name} data-testid="backup-row" data-kind={backup.kind}>
            <span>{words.one(exactTime(backup.at), backup.kind, backup.bytes)}</span>
            <button
              type="button"
              className="button small"
              data-testid="backup-restore"
              disabled={working}
              onClick={() => setChosen(backup)}
            >
              {words.restore}
            </button>
          </li>
        ))}
      </ul>
      <AskDialog
        open={chosen !== undefined}
        danger
        title={words.ask(exactTime(chosen?.at ?? 0))}
        body={words.askMore}
        yes={words.restore}
        no={text.startTrouble.stay}
        onNo={() => setChosen(undefined)}
        onYes={() => (chosen ? void restore(chosen) : undefined)}
      />
    </section>
  );
}

async function listBackups(): Promise<readonly Backup[]> {
  const answer = await call('backups-list', {});
  return answer.ok ? answer.value : [];
}

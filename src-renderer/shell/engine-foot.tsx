import { useState } from 'react';
import { callOrSay } from '../state/call-or-say';
import { chosenStatus, useAppState } from '../state/app-state';
import { text } from '../text';
import { onePress } from '../ui/one-press';
import { LineIcon } from '../ui/shapes';
import { engineWords } from './engine-words';

/** The foot of the navigation: how far the outbox is, and the pause. */
export function EngineFoot() {
  return (
    <div className="engine">
      <SyncProgress />
      <PauseToggle />
    </div>
  );
}

function SyncProgress() {
  const status = useAppState(chosenStatus);
  const done = status?.progress.done ?? 0;
  const total = status?.progress.total ?? 0;
  const isIdle = total === 0 || done === total;
  return (
    <>
      <p className="engine-words">{status ? engineWords(status) : text.shell.engine.empty}</p>
      {status?.rateLimited === true && !isIdle ? <p className="engine-words">{text.shell.rateLimited}</p> : null}
      <div
        // Idle it is out of sight only: its figures stay to be asked for.
        className={isIdle ? 'hidden-words' : 'progress-track'}
        role="progressbar"
        data-testid="sync-progress"
        aria-label={text.shell.progress}
        aria-valuemin={0}
        aria-valuenow={done}
        aria-valuemax={total}
      >
        <div className="progress-fill" style={{ width: total === 0 ? '0%' : `${(100 * done) / total}%` }} />
      </div>
    </>
  );
}

function PauseToggle() {
  const status = useAppState(chosenStatus);
  const paused = status?.pause?.cause === 'seller';
  const [asked, setAsked] = useState(false);
  return (
    <button
      type="button"
      className="pause"
      data-testid="pause-toggle"
      aria-pressed={paused}
      disabled={!status}
      title={status ? undefined : text.shell.starting}
      onClick={onePress(() => {
        if (!status || asked) return;
        setAsked(true);
        void callOrSay('stores-pause', { storeId: status.storeId, paused: !paused }).finally(() => setAsked(false));
      })}
    >
      <LineIcon name={paused ? 'play' : 'pause'} />
      <span>{paused ? text.shell.goOn : text.shell.pause}</span>
    </button>
  );
}

import { useState } from 'react';
import type { Store } from '../../src-preload/contract/store';
import type { StoreNeed } from '../../src-preload/contract/store-need';
import { callOrSay } from '../state/call-or-say';
import { shortTime } from '../ui/clock';
import { Icon } from '../ui/icons';
import type { IconName } from '../ui/icons';
import { onePress } from '../ui/one-press';
import { needBeside } from '../../src-preload/contract/text/ko/needs';
import { text } from '../text';
import { badgeState } from '../state/badge-look';
import type { BadgeState } from '../state/badge-look';
import { chooseStore, chosenStatus, chosenStore, useAppState } from '../state/app-state';
import { storesInNeed } from './other-stores';

const styles: Record<BadgeState, { icon: IconName; tone: string }> = {
  online: { icon: 'dot', tone: 'tone-good' },
  untested: { icon: 'ring', tone: 'tone-calm' },
  offline: { icon: 'ring', tone: 'tone-warn' },
  silent: { icon: 'clock', tone: 'tone-warn' },
  clock: { icon: 'clock', tone: 'tone-warn' },
  trouble: { icon: 'triangle', tone: 'tone-bad' },
  quota: { icon: 'clock', tone: 'tone-warn' },
  seller: { icon: 'hand', tone: 'tone-accent' },
  'look-first': { icon: 'glass', tone: 'tone-accent' },
};

/** The store, its connection in words, progress, and the pause: visible on every screen. */
export function TopBar() {
  const stores = useAppState((state) => state.stores);
  const store = useAppState(chosenStore);
  const statuses = useAppState((state) => state.statuses);
  const isStarting = useAppState((state) => state.phase === 'starting');
  const needOf = new Map(storesInNeed(stores, statuses).map(({ store: { id }, need }) => [id, need]));
  return (
    <header className="top-bar">
      <label>
        <span className="hidden-words">{text.shell.store}</span>
        <select
          className="select store-pick"
          data-testid="store-select"
          value={store?.id ?? ''}
          disabled={stores.length === 0}
          onChange={(event) => {
            const next = stores.find((each) => each.id === event.target.value);
            if (next) void chooseStore(next.id);
          }}
        >
          {store ? null : <option value="">{isStarting ? text.shell.starting : text.shell.noStore}</option>}
          {stores.map((each) => (
            <option key={each.id} value={each.id}>
              {optionWords(each, each.id === store?.id ? undefined : needOf.get(each.id))}
            </option>
          ))}
        </select>
      </label>
      <ConnectionBadge />
      <SyncProgress />
      <PauseToggle />
    </header>
  );
}

/** The chosen store says what it needs in its badge. */
function optionWords({ label, practice }: Store, need: StoreNeed | undefined): string {
  const name = practice && !label.includes(text.shell.practiceMark) ? `${label} (${text.shell.practiceMark})` : label;
  return need === undefined ? name : needBeside(name, need);
}

function ConnectionBadge() {
  const store = useAppState(chosenStore);
  const status = useAppState(chosenStatus);
  const isStarting = useAppState((state) => state.phase === 'starting');
  if (!store || !status) {
    // Nothing is known yet, or there is nothing to know: neither is an outage.
    return (
      <span
        className="badge"
        data-testid="connection-badge"
        data-state={isStarting ? 'starting' : 'none'}
        role="status"
      >
        <span>{isStarting ? text.shell.starting : text.shell.noStore}</span>
      </span>
    );
  }
  const state = badgeState(status);
  const { provenAt } = status;
  const words =
    state === 'online' && provenAt !== undefined
      ? text.shell.badgeProven(store.label, shortTime(provenAt))
      : text.shell.badge(store.label, state);
  return (
    <span
      className={`badge ${styles[state].tone}`}
      data-testid="connection-badge"
      data-state={status.connection}
      role="status"
      title={words}
    >
      <Icon name={styles[state].icon} />
      <span>{words}</span>
    </span>
  );
}

function SyncProgress() {
  const status = useAppState(chosenStatus);
  const done = status?.progress.done ?? 0;
  const total = status?.progress.total ?? 0;
  const idle = total === 0 || done === total;
  return (
    <div className="sync">
      {status?.rateLimited === true && !idle ? <span>{text.shell.rateLimited}</span> : null}
      <span>{status ? (total === 0 ? text.shell.nothingUnderWay : text.shell.progressWords(done, total)) : null}</span>
      <div
        className="progress-track"
        role="progressbar"
        data-testid="sync-progress"
        aria-label={text.shell.progress}
        aria-valuemin={0}
        aria-valuenow={done}
        aria-valuemax={total}
      >
        <div className="progress-fill" style={{ width: total === 0 ? '0%' : `${(100 * done) / total}%` }} />
      </div>
    </div>
  );
}

function PauseToggle() {
  const status = useAppState(chosenStatus);
  const paused = status?.pause?.cause === 'seller';
  const [asked, setAsked] = useState(false);
  return (
    <button
      type="button"
      className="button"
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
      <Icon name={paused ? 'right' : 'hand'} />
      {paused ? text.shell.goOn : text.shell.pause}
    </button>
  );
}

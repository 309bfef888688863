import type { Store } from '../../src-preload/contract/store';
import type { StoreNeed } from '../../src-preload/contract/store-need';
import { needBeside } from '../../src-preload/contract/text/ko/needs';
import { badgeState } from '../state/badge-look';
import type { BadgeState } from '../state/badge-look';
import { chooseStore, chosenStatus, chosenStore, useAppState } from '../state/app-state';
import { text } from '../text';
import { shortTime } from '../ui/clock';
import { LineIcon, StateShape } from '../ui/shapes';
import type { StateName } from '../ui/shapes';
import { storesInNeed } from './other-stores';

const shapes: Record<BadgeState, StateName> = {
  online: 'done',
  untested: 'yet',
  offline: 'cut',
  silent: 'queue',
  clock: 'queue',
  barred: 'look',
  trouble: 'look',
  quota: 'queue',
  seller: 'paused',
  'look-first': 'ask',
};

/** The head of the navigation: the store, which is at the same time the choice of another, and its connection in a word. */
export function StoreHead() {
  return (
    <div className="store-place">
      <StorePick />
      <ConnectionBadge />
    </div>
  );
}

function StorePick() {
  const stores = useAppState((state) => state.stores);
  const store = useAppState(chosenStore);
  const statuses = useAppState((state) => state.statuses);
  const isStarting = useAppState((state) => state.phase === 'starting');
  const needOf = new Map(storesInNeed(stores, statuses).map(({ store: { id }, need }) => [id, need]));
  return (
    <div className="store-pick">
      {/* A select cannot break a long name: what is seen is this, and the select lies over it. */}
      <span className="store-name" aria-hidden="true">
        {store?.label ?? (isStarting ? text.shell.starting : text.shell.noStore)}
      </span>
      <select
        data-testid="store-select"
        aria-label={text.shell.store}
        title={store?.label}
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
      <LineIcon name="upDown" />
    </div>
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
      <p
        className="connection"
        data-testid="connection-badge"
        data-state={isStarting ? 'starting' : 'none'}
        role="status"
      >
        <StateShape name="yet" size={12} />
        <span>{isStarting ? text.shell.starting : text.shell.badges.untested}</span>
      </p>
    );
  }
  const state = badgeState(status);
  const words = text.shell.badges[state];
  const provenAt = state === 'online' ? status.provenAt : undefined;
  return (
    <p
      className="connection"
      data-testid="connection-badge"
      data-state={status.connection}
      data-proven={status.provenAt !== undefined}
      role="status"
      title={text.shell.badge(store.label, words)}
    >
      <StateShape name={shapes[state]} size={12} />
      <span>
        {words}
        {provenAt === undefined ? null : <time> {shortTime(provenAt)}</time>}
      </span>
    </p>
  );
}

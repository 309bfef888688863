import { supportPages } from '../../src-preload/contract/market-facts';
import type { Store } from '../../src-preload/contract/store';
import { call } from '../state/ipc-client';
import { announce } from '../ui/announcer';
import { exactTime, useSlowNow } from '../ui/clock';
import { Mark } from '../ui/icons';
import { PageButton } from '../ui/page-button';
import { text } from '../text';
import { useAppState } from '../state/app-state';

const words = text.settings.check;

/** Whether the seller should look after the application of a store by now. */
function isDue({ checkFrom }: Store, now: number): boolean {
  return checkFrom !== undefined && checkFrom <= now;
}

async function answer(store: Store, looked: boolean): Promise<void> {
  const said = await call('stores-checked', { storeId: store.id, looked });
  announce(said.ok ? (looked ? words.lookedSaid : words.laterSaid) : text.shell.callFailed);
}

/** One calm band, for the first store that is due. */
export function CheckReminder() {
  const stores = useAppState((state) => state.stores);
  const now = useSlowNow();
  // 설정 says it in the card of the store itself.
  const inSettings = useAppState((state) => state.place === 'settings');
  const store = stores.find((each) => isDue(each, now));
  if (!store || inSettings) return null;
  return (
    <section className="notice banner calm" aria-label={words.title(store.label)} data-testid="check-reminder">
      <Mark name="clock" size={18} />
      <p className="grow">
        <strong>{words.title(store.label)}</strong>
        {words.body}
      </p>
      <CheckActs store={store} />
    </section>
  );
}

/** In the card of a store: when it is to be looked after, and once that is now, the same acts. */
export function CheckLine({ store }: { store: Store }) {
  const now = useSlowNow();
  const { checkFrom } = store;
  if (checkFrom === undefined) return null;
  if (!isDue(store, now)) return <p className="faint">{words.next(exactTime(checkFrom).slice(0, 10))}</p>;
  return (
    <div className="notice" data-testid="check-due">
      <Mark name="clock" size={18} />
      <div>
        <p>
          <strong>{words.title(store.label)}</strong>
          {words.body}
        </p>
        <CheckActs store={store} />
      </div>
    </div>
  );
}

function CheckActs({ store }: { store: Store }) {
  return (
    <div className="acts">
      <PageButton small page={supportPages[store.market]} label={text.settings.openCenter[store.market]} />
      <button
        type="button"
        className="button small"
        data-testid="check-looked"
        onClick={() => void answer(store, true)}
      >
        {words.looked}
      </button>
      <button
        type="button"
        className="button small"
        data-testid="check-later"
        onClick={() => void answer(store, false)}
      >
        {words.later}
      </button>
    </div>
  );
}

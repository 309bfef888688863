import { supportPages } from '../../../src-preload/contract/market-facts';
import type { Store } from '../../../src-preload/contract/store';
import { call } from '../../state/ipc-client';
import { announce } from '../../state/announcements';
import { shortDay, useSlowNow } from '../../ui/clock';
import { Icon } from '../../ui/icons';
import { PageButton } from '../../ui/page-button';
import { text } from '../../text';

const words = text.settings.check;

/** Whether the seller should check the application of a store by now. */
export function isCheckDue({ checkFrom }: Store, now: number): boolean {
  return checkFrom !== undefined && checkFrom <= now;
}

async function answer(store: Store, checked: boolean): Promise<void> {
  const said = await call('stores-checked', { storeId: store.id, looked: checked });
  announce(said.ok ? (checked ? words.checkedAnswer : words.laterSaid) : text.shell.callFailed);
}

/** In the card of a store: when to check its application, and once that is due, the actions of the reminder. */
export function CheckLine({ store }: { store: Store }) {
  const now = useSlowNow();
  const { checkFrom } = store;
  if (checkFrom === undefined) return null;
  if (!isCheckDue(store, now)) return <p className="faint">{words.next(shortDay(checkFrom))}</p>;
  return (
    <div className="notice" data-testid="check-due">
      <Icon name="clock" size={18} />
      <div>
        <p>
          <strong>{words.title(store.label)}</strong>
          {words.body}
        </p>
        <CheckActions store={store} />
      </div>
    </div>
  );
}

/** What the seller answers: checked, or later. */
export function CheckActions({ store }: { store: Store }) {
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

import { supportPages } from '../../../src-preload/contract/market-facts';
import { koreanDay } from '../../../src-preload/contract/korean-time';
import { isAuthenticated } from '../../../src-preload/contract/secret-check';
import type { Store } from '../../../src-preload/contract/store';
import { call } from '../../state/ipc-client';
import { announce } from '../../state/announcements';
import { useSlowNow } from '../../ui/clock';
import { Icon } from '../../ui/icons';
import { PageButton } from '../../ui/page-button';
import { text } from '../../text';

const words = text.settings.check;

/** Whether the seller should check the application of a store by now. */
export function isCheckDue({ checkFrom }: Store, now: number): boolean {
  return checkFrom !== undefined && checkFrom <= now;
}

async function answer(store: Store, authenticatedOn: string | undefined, said: string): Promise<void> {
  const answered = await call('stores-checked', {
    storeId: store.id,
    ...(authenticatedOn === undefined ? {} : { authenticatedOn }),
  });
  announce(answered.ok ? said : text.shell.callFailed);
}

/** What the reminder of a store says first. */
export function checkTitle({ label, authenticatedUntil }: Store): string {
  return words.title(label, authenticatedUntil);
}

/** In the card of a store: when its authentication ends, the day it is counted from, and once due the reminder's actions. */
export function CheckLine({ store }: { store: Store }) {
  const now = useSlowNow();
  const { checkFrom, authenticatedUntil, authenticatedOn } = store;
  if (store.practice || !isAuthenticated(store.market)) return null;
  return (
    <>
      {isCheckDue(store, now) ? (
        <div className="notice" data-testid="check-due">
          <Icon name="clock" size={18} />
          <div>
            <p>
              <strong>{checkTitle(store)}</strong> {words.body}
            </p>
            <CheckActions store={store} />
          </div>
        </div>
      ) : checkFrom === undefined ? null : (
        <p className="faint" data-testid="check-until">
          {authenticatedUntil === undefined ? words.unknown(koreanDay(checkFrom)) : words.until(authenticatedUntil)}
        </p>
      )}
      <div className="inline-field">
        <label htmlFor={`authenticated-${store.id}`}>{words.day}</label>
        <input
          // What is typed stays until it is a day; the saved one takes its place.
          key={authenticatedOn ?? ''}
          id={`authenticated-${store.id}`}
          className="input small num"
          type="date"
          data-testid="check-day"
          max={koreanDay(now)}
          defaultValue={authenticatedOn ?? ''}
          onChange={({ target: { value, validity } }) => {
            if (value !== '' && validity.valid) void answer(store, value, words.saved);
          }}
        />
      </div>
    </>
  );
}

/** What the seller answers: authenticated again, or later. */
export function CheckActions({ store }: { store: Store }) {
  return (
    <div className="acts">
      <PageButton small page={supportPages[store.market]} label={text.settings.openCenter[store.market]} />
      <button
        type="button"
        className="button small"
        data-testid="check-looked"
        onClick={() => void answer(store, koreanDay(Date.now()), words.checkedAnswer)}
      >
        {words.looked}
      </button>
      <button
        type="button"
        className="button small"
        data-testid="check-later"
        onClick={() => void answer(store, undefined, words.laterSaid)}
      >
        {words.later}
      </button>
    </div>
  );
}

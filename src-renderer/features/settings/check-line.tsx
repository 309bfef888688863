import { supportPages } from '../../../src-preload/contract/market-facts';
import { koreanDay } from '../../../src-preload/contract/korean-time';
import { earliestAuthenticated, isAuthenticated, isUsableDay } from '../../../src-preload/contract/secret-check';
import type { Store } from '../../../src-preload/contract/store';
import { call } from '../../state/ipc-client';
import { announce } from '../../state/announcements';
import { useSlowNow } from '../../ui/clock';
import { Icon } from '../../ui/icons';
import { PageButton } from '../../ui/page-button';
import { text } from '../../text';
import type { Settled } from '../../ui/use-settled-text';
import { SettledInput } from './settled-input';

const words = text.settings.check;

/** Whether the seller should check the application of a store by now. */
export function isCheckDue({ checkFrom }: Store, now: number): boolean {
  return checkFrom !== undefined && checkFrom <= now;
}

async function answer(store: Store, authenticatedOn: string | undefined, said: string): Promise<boolean> {
  const answered = await call('stores-checked', {
    storeId: store.id,
    ...(authenticatedOn === undefined ? {} : { authenticatedOn }),
  });
  announce(answered.ok ? said : text.shell.callFailed);
  return answered.ok;
}

/** Takes over the day that was typed; one that cannot be meant gives way to the stored one. */
function settleDay(store: Store, day: string): Settled {
  const { authenticatedOn = '' } = store;
  if (day === authenticatedOn || day === '') return { shown: authenticatedOn };
  if (!isUsableDay(day, Date.now())) {
    announce(words.unusable);
    return { shown: authenticatedOn };
  }
  return { shown: day, storing: answer(store, day, words.saved) };
}

/** What the reminder of a store says. */
export function checkWords({ label, authenticatedUntil }: Store, now: number): { title: string; body: string } {
  const today = koreanDay(now);
  return { title: words.title(label, authenticatedUntil, today), body: words.body(authenticatedUntil, today) };
}

/** In the card of a store: when its authentication ends, the day it is counted from, and once due the reminder's actions. */
export function CheckLine({ store }: { store: Store }) {
  const now = useSlowNow();
  const { checkFrom, authenticatedUntil, authenticatedOn } = store;
  if (store.practice || !isAuthenticated(store.market)) return null;
  const today = koreanDay(now);
  const { title, body } = checkWords(store, now);
  return (
    <>
      {isCheckDue(store, now) ? (
        <div className="notice" data-testid="check-due">
          <Icon name="clock" size={18} />
          <div>
            <p>
              <strong>{title}</strong> {body}
            </p>
            <CheckActions store={store} />
          </div>
        </div>
      ) : checkFrom === undefined ? null : (
        <p className="faint" data-testid="check-until">
          {authenticatedUntil === undefined
            ? words.unknown(koreanDay(checkFrom), today)
            : words.until(authenticatedUntil, today)}
        </p>
      )}
      <div className="inline-field">
        <label htmlFor={`authenticated-${store.id}`}>{words.day}</label>
        <SettledInput
          key={store.id}
          id={`authenticated-${store.id}`}
          className="input small num"
          type="date"
          data-testid="check-day"
          min={earliestAuthenticated}
          max={today}
          saved={authenticatedOn ?? ''}
          settle={(day) => settleDay(store, day)}
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

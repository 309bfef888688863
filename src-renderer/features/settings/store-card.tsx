import { useState } from 'react';
import { canConfirm, confirmFirstChoices, supportPages } from '../../../src-preload/contract/market-facts';
import { oneOf } from '../../../src-preload/contract/one-of';
import type { Store, TestReport } from '../../../src-preload/contract/store';
import { AskDialog } from '../../ui/ask-dialog';
import { callOrSay } from '../../state/call-or-say';
import { shortTime, useSlowNow } from '../../ui/clock';
import { Icon } from '../../ui/icons';
import { PageButton } from '../../ui/page-button';
import { chooseStore, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { CheckLine } from './check-line';
import { clearSecrets, openForm, removeStore, testStore, useSettings } from './settings-state';
import { shownConnection } from './shown-ticks';
import { StoreTicks } from './store-ticks';
import { testWords } from './test-words';

const words = text.settings;

/** One store: who it is, whether its connection works, and what can be changed. The chosen one carries the handles. */
export function StoreCard({ store }: { store: Store }) {
  const chosen = useAppState((state) => state.chosen === store.id);
  const status = useAppState((state) => state.statuses.find(({ storeId }) => storeId === store.id));
  const testing = useSettings((state) => state.testing === store.id);
  const shown = shownConnection(testing || !status ? {} : status);
  const { at, report } = shown;
  const handle = (name: string): string | undefined => (chosen ? name : undefined);
  return (
    <section className={chosen ? 'card store-card chosen' : 'card store-card'} aria-label={store.label}>
      <div className="store-head">
        <h2 className="one-line" title={store.label}>
          {store.label}
        </h2>
        <span className="faint">
          {words.markets[store.market]}
          {store.practice ? ` · ${words.practice}` : ''}
        </span>
        {chosen ? (
          <span className="store-chosen">{words.chosen}</span>
        ) : (
          <button type="button" className="button small" onClick={() => void chooseStore(store.id)}>
            {words.choose}
          </button>
        )}
        <button
          type="button"
          className="button small"
          data-testid={handle('store-test')}
          disabled={testing}
          onClick={() => void testStore(store.id)}
        >
          {words.test}
        </button>
      </div>
      {store.practice ? <p className="faint">{words.practiceAbout}</p> : null}
      {store.testAddress === undefined ? null : <p className="faint">{words.testAddress(store.testAddress)}</p>}
      {store.practice ? null : <KeychainNote />}
      <StoreTicks store={store} shown={shown} />
      <div data-testid={handle('store-test-result')} data-code={report?.code ?? ''} aria-live="polite">
        {testing ? <p>{words.testing}</p> : <Tested at={at} />}
        {report ? <Report store={store} report={report} /> : null}
      </div>
      {store.practice ? null : (
        <div className="card-acts">
          <SecretActions store={store} handle={handle} />
        </div>
      )}
      <CheckLine store={store} />
      {canConfirm(store) ? <ConfirmFirst store={store} /> : null}
    </section>
  );
}

/** Where this store's secret lies, and names of its orders are sealed: what is wrong with that, in the words of the band. */
function KeychainNote() {
  const keychain = useAppState((state) => state.keychain);
  if (keychain === 'works') return null;
  const { title, body } = text.shell.keychain[keychain];
  return (
    <div className="notice" data-testid="store-keychain">
      <Icon name="triangle" size={18} />
      <div>
        <p>
          <b>{title}</b> {body}
        </p>
      </div>
    </div>
  );
}

/** When the ticks were found out: an old yes is no promise. */
function Tested({ at }: { at: number | undefined }) {
  const now = useSlowNow();
  // Each row has its time; for a reader of the screen one sentence has it, when a test has ended.
  return at === undefined ? (
    <p className="faint">{words.untested}</p>
  ) : (
    <p className="hidden-words">{words.testedAt(shortTime(at, now))}</p>
  );
}

function Report({ store, report }: { store: Store; report: TestReport }) {
  return (
    <div className={`notice ${report.code === 'ok' ? 'good' : 'bad'}`}>
      <Icon name={report.code === 'ok' ? 'check' : 'triangle'} size={18} />
      <div>
        <p>{testWords(store, report)}</p>
        {report.code === 'ok' || (report.marketCode ?? report.traceId) === undefined ? null : (
          <details>
            <summary>{text.shell.more}</summary>
            <p className="faint">{[report.marketCode, report.message, report.traceId].filter(Boolean).join(' · ')}</p>
          </details>
        )}
      </div>
    </div>
  );
}

function SecretActions({ store, handle }: { store: Store; handle(name: string): string | undefined }) {
  const [asking, setAsking] = useState<'clear' | 'remove' | undefined>(undefined);
  const said = words.byMarket[store.market].secret;
  return (
    <>
      <button type="button" className="button small" onClick={() => openForm(store.id)}>
        {said.change}
      </button>
      <button
        type="button"
        className="button small"
        data-testid={handle('store-clear')}
        disabled={!store.hasSecrets}
        onClick={() => setAsking('clear')}
      >
        {said.clear}
      </button>
      <PageButton small page={supportPages[store.market]} label={words.openCenter[store.market]} />
      <button
        type="button"
        className="button small"
        data-testid={handle('store-remove')}
        onClick={() => setAsking('remove')}
      >
        {words.remove}
      </button>
      {store.hasSecrets ? null : <p className="faint">{said.none}</p>}
      <AskDialog
        open={asking === 'clear'}
        danger
        title={said.clearAsk(store.label)}
        body={words.clearMore}
        yes={said.clear}
        no={words.keep}
        onNo={() => setAsking(undefined)}
        onYes={() => {
          setAsking(undefined);
          void clearSecrets(store.id);
        }}
      />
      <AskDialog
        open={asking === 'remove'}
        danger
        title={words.removeAsk(store.label)}
        body={words.removeMore}
        yes={words.removeYes}
        no={words.keep}
        onNo={() => setAsking(undefined)}
        onYes={() => {
          setAsking(undefined);
          void removeStore(store.id);
        }}
      />
    </>
  );
}

function ConfirmFirst({ store }: { store: Store }) {
  return (
    <div className="inline-field">
      <label htmlFor={`confirm-first-${store.id}`}>{words.confirmFirst}</label>
      <select
        id={`confirm-first-${store.id}`}
        className="select small"
        value={store.confirmFirst}
        onChange={(event) => {
          const confirmFirst = oneOf(confirmFirstChoices, event.target.value) ?? 'ask';
          void callOrSay('stores-set-confirm-first', { storeId: store.id, confirmFirst });
        }}
      >
        {confirmFirstChoices.map((choice) => (
          <option key={choice} value={choice}>
            {words.confirmFirstChoices[choice]}
          </option>
        ))}
      </select>
    </div>
  );
}

import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { markets, supportPages } from '../../../src-preload/contract/market-facts';
import type { Store } from '../../../src-preload/contract/store';
import { useAppState } from '../../state/app-state';
import { PageButton } from '../../ui/page-button';
import { text } from '../../text';
import { asksAddress, complaintOf, draftFor, fieldsOf, pairIn } from './store-draft';
import type { StoreDraft } from './store-draft';
import { openForm, saveStore } from './settings-state';

const words = text.settings;

/** A form that opens is where the seller goes on: in its first field, or for new secrets of a store in theirs. */
function takeFocus(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('select, input')?.focus();
}

function focusOnSecret(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('input[type=password]')?.focus();
}

/** Connects a store, or gives one new secrets. What is pasted is looked at at once, before any call. */
export function StoreForm({ store }: { store?: Store }) {
  const [draft, setDraft] = useState<StoreDraft>(() => draftFor(store, markets[0]));
  const [failure, setFailure] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const complaint = complaintOf(draft);
  const change = (next: Partial<StoreDraft>): void => {
    setFailure(undefined);
    setDraft((before) => ({ ...before, ...next }));
  };

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const said = await saveStore(draft, store);
    setBusy(false);
    setFailure(said);
  }

  return (
    <form
      ref={store ? focusOnSecret : takeFocus}
      onPaste={(event) => {
        const pair = pairIn(event.clipboardData.getData('text/plain'), draft.market);
        if (!pair) return;
        event.preventDefault();
        change(pair);
      }}
      className="card form store-form"
      onSubmit={(event) => void save(event)}
      aria-label={store ? words.byMarket[store.market].secret.change : words.add}
    >
      <h2>{store ? `${store.label} · ${words.byMarket[store.market].secret.change}` : words.add}</h2>
      <p className="faint">{store ? words.changeAbout : words.pasteBoth}</p>
      <div className="form-columns">
        {store ? null : (
          <div className="field">
            <label htmlFor="store-market">{words.market}</label>
            <select
              id="store-market"
              className="select"
              data-testid="store-market"
              value={draft.market}
              onChange={(event) => {
                const market = markets.find((each) => each === event.target.value);
                if (market) change({ market });
              }}
            >
              {markets.map((market) => (
                <option key={market} value={market}>
                  {words.markets[market]}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="field">
          <label htmlFor="store-label">{words.label}</label>
          <input
            id="store-label"
            className="input"
            data-testid="store-label"
            aria-describedby="store-label-hint"
            value={draft.label}
            maxLength={60}
            autoComplete="off"
            onChange={(event) => change({ label: event.target.value })}
          />
          <span id="store-label-hint" className="hint">
            {words.labelHint}
          </span>
        </div>
        {fieldsOf(draft.market).map(({ field, label, testId, secret }) => (
          <SecretInput
            key={field}
            label={label}
            testId={testId}
            secret={secret}
            value={draft[field]}
            complaint={complaint?.field === field ? complaint.words : undefined}
            onChange={(value) => change({ [field]: value })}
          />
        ))}
      </div>
      {failure === undefined ? null : (
        <p className="complaint" role="alert">
          {failure}
        </p>
      )}
      <div className="acts">
        <button type="button" className="button" onClick={() => openForm(undefined)}>
          {words.leave}
        </button>
        <button type="submit" className="button primary large" data-testid="store-save" disabled={busy}>
          {busy ? words.saving : words.save}
        </button>
      </div>
      <Steps market={draft.market} />
    </form>
  );
}

interface SecretInputProps {
  label: string;
  testId: string;
  secret: boolean;
  value: string;
  complaint: string | undefined;
  onChange(value: string): void;
}

function SecretInput({ label, testId, secret, value, complaint, onChange }: SecretInputProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="secret-input">
        <input
          id={id}
          className="input"
          data-testid={testId}
          type={secret && !shown ? 'password' : 'text'}
          aria-invalid={complaint !== undefined}
          aria-describedby={`${id}-said`}
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        {secret ? (
          <button type="button" className="button small" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? words.hide : words.show}
          </button>
        ) : null}
      </div>
      <span id={`${id}-said`} className={complaint === undefined ? 'hint' : 'complaint'} aria-live="polite">
        {complaint ?? (secret ? words.secretHint : '')}
      </span>
    </div>
  );
}

function addressWords(market: StoreDraft['market'], address: string | undefined): string {
  if (!asksAddress[market]) return '';
  return address === undefined ? words.addressUnknown : words.addressKnown(address);
}

/** What to do at the market's own pages, in their words, with this PC's address as far as a refusal has told it. */
function Steps({ market }: { market: StoreDraft['market'] }) {
  const address = useAppState((state) =>
    state.statuses.map(({ lastTest }) => lastTest?.report.address).find((each) => each !== undefined),
  );
  const { title, steps } = words.steps[market];
  return (
    <section className="steps" aria-label={title}>
      <h3>{title}</h3>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="faint">{addressWords(market, address)}</p>
      <PageButton small page={supportPages[market]} label={words.openCenter[market]} />
    </section>
  );
}

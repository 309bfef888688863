import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { markets } from '../../../src-preload/contract/market-facts';
import type { Store } from '../../../src-preload/contract/store';
import { text } from '../../text';
import { complaintOf, draftFor, fieldsOf } from './store-draft';
import type { StoreDraft } from './store-draft';
import { openForm, saveStore } from './settings-state';

const words = text.settings;

/** A form that opens is where the seller goes on, wherever the button stood that opened it. */
function takeFocus(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('select, input')?.focus();
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
      ref={takeFocus}
      className="card form store-form"
      onSubmit={(event) => void save(event)}
      aria-label={store ? words.byMarket[store.market].secret.change : words.add}
    >
      <h2>{store ? `${store.label} · ${words.byMarket[store.market].secret.change}` : words.add}</h2>
      {store ? <p className="faint">{words.changeAbout}</p> : null}
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
        <button type="submit" className="button primary" data-testid="store-save" disabled={busy}>
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

function Steps({ market }: { market: StoreDraft['market'] }) {
  const { title, steps } = words.steps[market];
  return (
    <details className="steps">
      <summary>{title}</summary>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </details>
  );
}

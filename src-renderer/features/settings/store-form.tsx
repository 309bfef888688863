import { useEffect, useId, useRef, useState } from 'react';
import type { ClipboardEvent, FormEvent } from 'react';
import { cleanText } from '../../../src-preload/contract/clean-text';
import { koreanDay } from '../../../src-preload/contract/korean-time';
import { markets } from '../../../src-preload/contract/market-facts';
import { earliestAuthenticated, isAuthenticated } from '../../../src-preload/contract/secret-check';
import type { Store } from '../../../src-preload/contract/store';
import { announce } from '../../state/announcements';
import { useSlowNow } from '../../ui/clock';
import { StateShape } from '../../ui/shapes';
import { text } from '../../text';
import { ConnectSteps } from './connect-steps';
import { complaintOf, draftFor, fieldsOf, fitsOf, isSecretOf, pairIn, secretsOf } from './store-draft';
import type { StoreDraft } from './store-draft';
import { openForm, saveStore, useSettings } from './settings-state';

const words = text.settings;

/** A form that opens is where the seller goes on: in its first field, or for new secrets of a store in theirs. */
function takeFocus(form: HTMLFormElement | null, isOfStore: boolean): void {
  const wanted = isOfStore ? 'input[type=password], .secret-input.secret input' : 'select, input';
  form?.querySelector<HTMLElement>(wanted)?.focus();
}

/** Connects a store, or gives one new secrets. What is pasted is looked at at once, before any call. */
export function StoreForm({ store }: { store?: Store }) {
  const [draft, setDraft] = useState<StoreDraft>(() => draftFor(store, markets[0]));
  const [failure, setFailure] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isOfStore = store !== undefined;
  useEffect(() => {
    takeFocus(form.current, isOfStore);
    return useSettings.subscribe(({ formAsks }, before) =>
      formAsks === before.formAsks ? undefined : takeFocus(form.current, isOfStore),
    );
  }, [isOfStore]);
  const complaint = complaintOf(draft);
  const isPair = secretsOf(draft) !== undefined && complaint === undefined;
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

  function onPaste(event: ClipboardEvent<HTMLFormElement>): void {
    const pasted = event.clipboardData.getData('text/plain');
    const pair = pairIn(pasted, draft.market) ?? misplaced(pasted, event.target);
    if (!pair) return;
    event.preventDefault();
    change(pair);
  }

  /** A secret that is pasted into the field of the account is put where it belongs. */
  function misplaced(pasted: string, target: EventTarget): Partial<StoreDraft> | undefined {
    const secret = fieldsOf(draft.market).find((each) => each.secret);
    const isInSecret = target instanceof HTMLInputElement && target.closest('.secret-input.secret') !== null;
    if (secret === undefined || isInSecret || !isSecretOf(draft.market, pasted)) return undefined;
    announce(words.movedSecret);
    return { [secret.field]: cleanText(pasted) };
  }

  const title = store ? `${store.label} · ${words.byMarket[store.market].secret.change}` : words.add;
  return (
    <form
      ref={form}
      onPaste={onPaste}
      className="card form store-form"
      onSubmit={(event) => void save(event)}
      aria-label={store ? words.byMarket[store.market].secret.change : words.add}
    >
      <div className="store-head">
        <h2>{title}</h2>
        <span className="faint">{store ? words.changeAbout : words.takes}</span>
        <button type="button" className="button small" onClick={() => openForm(undefined)}>
          {words.leave}
        </button>
      </div>
      <div className="connect">
        <ConnectSteps market={draft.market} isPair={isPair} />
        <div className="connect-fields">
          <p className="paste-both">
            <b>{words.pasteTitle}</b>
            {words.pasteBoth}
          </p>
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
              fits={fitsOf(draft, field)}
              onChange={(value) => change({ [field]: value })}
            />
          ))}
          {isAuthenticated(draft.market) ? (
            <AuthenticatedDay
              value={draft.authenticatedOn}
              onChange={(authenticatedOn) => change({ authenticatedOn })}
            />
          ) : null}
          {failure === undefined ? null : (
            <p className="complaint" role="alert">
              {failure}
            </p>
          )}
          <div className="form-foot">
            <span className="hint">{words.keptWhere}</span>
            <button type="submit" className="button primary large" data-testid="store-save" disabled={busy}>
              {busy ? words.saving : words.save}
            </button>
          </div>
        </div>
      </div>
    </form>
  );
}

/** The day the application was authenticated on, as far as the seller knows it. */
function AuthenticatedDay({ value, onChange }: { value: string; onChange(day: string): void }) {
  const now = useSlowNow();
  return (
    <div className="field">
      <label htmlFor="store-authenticated">{words.check.day}</label>
      <input
        id="store-authenticated"
        className="input num"
        type="date"
        data-testid="store-authenticated"
        aria-describedby="store-authenticated-hint"
        min={earliestAuthenticated}
        max={koreanDay(now)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id="store-authenticated-hint" className="hint">
        {words.check.dayHint}
      </span>
    </div>
  );
}

interface SecretInputProps {
  label: string;
  testId: string;
  secret: boolean;
  value: string;
  complaint: string | undefined;
  /** What stands in it has the form that the market gives out. */
  fits: boolean;
  onChange(value: string): void;
}

function SecretInput({ label, testId, secret, value, complaint, fits, onChange }: SecretInputProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className={secret ? 'secret-input secret' : 'secret-input'}>
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
        {complaint === undefined && fits ? (
          <>
            <StateShape name="done" size={12} /> {words.formFits}
          </>
        ) : (
          complaint
        )}
      </span>
    </div>
  );
}

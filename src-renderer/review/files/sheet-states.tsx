import { useState } from 'react';
import type { FormEvent } from 'react';
import { Icon } from '../../ui/icons';
import { text } from '../../text';
import { reviewControllers } from '../state/review-controller';
import type { ReviewState } from '../state/reviews-state';
import { pickFiles } from './sheet-input';
import { closeReview } from './take-files';

const words = text.send;

/** While a file is read: how far, and a way to stop. */
export function SheetReading({ review }: { review: ReviewState }) {
  return (
    <div className="sheet-state" role="status">
      <div className="progress-track busy" aria-hidden="true">
        <div className="progress-fill" />
      </div>
      <h2>{words.reading(review.fileName)}</h2>
      <p data-testid="rows-read">{words.readRows(review.rowsRead)}</p>
      <button
        type="button"
        className="button"
        data-testid="stop-reading"
        onClick={() => reviewControllers.get(review.key)?.stop()}
      >
        {words.stopReading}
      </button>
    </div>
  );
}

/** A locked file asks for its password; a wrong one can be tried again. */
export function SheetPassword({ review }: { review: ReviewState }) {
  const [password, setPassword] = useState('');
  const [remember, setRemember] = useState(false);
  const { title, label, hint, open, wrong } = words.password;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (password !== '') reviewControllers.get(review.key)?.openWith({ password, remember });
  }
  return (
    <form className="sheet-state form" onSubmit={submit}>
      <h2>{title}</h2>
      <p>{review.fileName}</p>
      <div className="field">
        <label htmlFor="sheet-password">{label}</label>
        <input
          id="sheet-password"
          className="input"
          data-testid="sheet-password"
          type="password"
          autoComplete="off"
          autoFocus
          aria-describedby="sheet-password-hint"
          aria-invalid={review.wrongPassword === true}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <span
          id="sheet-password-hint"
          className={review.wrongPassword === true ? 'complaint' : 'hint'}
          aria-live="polite"
        >
          {review.wrongPassword === true ? wrong : hint}
        </span>
      </div>
      <label className="tick-label">
        <input
          type="checkbox"
          data-testid="sheet-password-remember"
          checked={remember}
          onChange={(event) => setRemember(event.target.checked)}
        />
        {words.password.remember}
      </label>
      <button type="submit" className="button primary" data-testid="sheet-password-submit">
        {open}
      </button>
    </form>
  );
}

/** A file that cannot be used: why, that nothing changed, and what to do. */
export function SheetError({ review }: { review: ReviewState }) {
  const { failure } = review;
  if (failure?.code === 'stopped') return <SheetLeft review={review} />;
  return (
    <div
      className="sheet-state"
      role="alert"
      data-testid="sheet-error"
      data-file={review.fileName}
      data-code={failure?.code ?? 'internal'}
    >
      <Icon name="octagon" size={28} />
      <h2>{words.failures.title}</h2>
      <p className="strong">{review.fileName}</p>
      <p>
        {failureWords(failure)} {words.failures.nothingChanged}
      </p>
      <div className="row-acts">
        <button type="button" className="button primary" onClick={pickFiles}>
          {words.failures.tryAnother}
        </button>
        <Dismiss review={review} />
      </div>
    </div>
  );
}

/** The seller stopped the reading: no fault of the file, and one click reads it after all. */
function SheetLeft({ review }: { review: ReviewState }) {
  return (
    <div
      className="sheet-state"
      role="status"
      data-testid="sheet-error"
      data-file={review.fileName}
      data-code="stopped"
    >
      <h2>{words.refusals.stopped}</h2>
      <p className="strong">{review.fileName}</p>
      <p>{words.failures.nothingChanged}</p>
      <div className="row-acts">
        <button
          type="button"
          className="button primary"
          data-testid="read-again"
          onClick={() => void reviewControllers.get(review.key)?.open()}
        >
          {words.readAgain}
        </button>
        <Dismiss review={review} />
      </div>
    </div>
  );
}

function Dismiss({ review }: { review: ReviewState }) {
  return (
    <button type="button" className="button" onClick={() => closeReview(review.key)}>
      {words.failures.dismiss}
    </button>
  );
}

function failureWords(failure: ReviewState['failure']): string {
  if (!failure) return words.refusals.internal;
  const layout = failure.detail === undefined ? undefined : words.understood.layouts[failure.detail];
  if (failure.code === 'other-market' && layout !== undefined) return words.otherMarket(layout);
  if (failure.code === 'no-lines' && failure.detail !== undefined) return words.noLinesBesideSheet(failure.detail);
  const advice: Readonly<Record<string, string>> = words.otherFileAdvice;
  const kinds: Readonly<Record<string, string>> = words.otherFiles;
  const detail = failure.code === 'not-a-workbook' ? (failure.detail ?? '') : '';
  const kind = kinds[detail];
  if (advice[detail] !== undefined) return advice[detail];
  return kind === undefined ? words.refusals[failure.code] : words.otherFile(kind);
}

import type { ReactNode } from 'react';
import { useTabStop } from '../../../ui/tab-stop';
import { onePress } from '../../../ui/one-press';
import { text } from '../../../text';
import { mostPasted, pastedNumbers } from './pasted-numbers';

interface Props {
  title: string;
  /** Of the field where the numbers are pasted. */
  inputId: string;
  label: string;
  pasted: string;
  onPaste(pasted: string): void;
  /** What was pasted and is no number, as a sentence. */
  notNumbers(words: string): string;
  /** Of the button, and what it says for so many numbers. */
  actionId: string;
  action(count: number): string;
  onAction(numbers: readonly string[]): void;
  /** What became of it. */
  children?: ReactNode;
}

/** Where numbers are pasted, what of them cannot be used, and what can be done with the rest. */
export function NumbersCard({
  title,
  inputId,
  label,
  pasted,
  onPaste,
  notNumbers,
  actionId,
  action,
  onAction,
  children,
}: Props) {
  const { numbers, others, over } = pastedNumbers(pasted);
  const tabStop = useTabStop();
  return (
    <section className="card orders-card">
      <h2>{title}</h2>
      <div className="field">
        <label htmlFor={inputId}>{label}</label>
        <textarea
          id={inputId}
          className="input numbers-input"
          data-testid={inputId}
          tabIndex={tabStop}
          rows={4}
          spellCheck={false}
          aria-describedby={`${inputId}-hint`}
          value={pasted}
          onChange={(event) => onPaste(event.target.value)}
        />
        <p className="hint" id={`${inputId}-hint`}>
          {text.orders.hint}
        </p>
        {others.length === 0 ? null : <p className="complaint">{notNumbers(others.slice(0, 5).join(', '))}</p>}
        {over > 0 ? <p className="complaint">{text.orders.tooMany(mostPasted, over)}</p> : null}
      </div>
      <div className="card-acts">
        <button
          type="button"
          className="button lead"
          data-testid={actionId}
          tabIndex={tabStop}
          disabled={numbers.length === 0}
          onClick={onePress(() => onAction(numbers))}
        >
          {action(numbers.length)}
        </button>
      </div>
      {children}
    </section>
  );
}

import { text } from '../../text';
import { mostPasted } from './pasted-numbers';

interface Props {
  id: string;
  label: string;
  value: string;
  onChange(pasted: string): void;
  /** What was pasted and is no number, as a sentence. */
  odd: string | undefined;
  /** Numbers beyond what can be done at once. */
  over: number;
}

/** Where numbers are pasted, and what of them cannot be used. */
export function NumbersField({ id, label, value, onChange, odd, over }: Props) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input numbers-input"
        data-testid={id}
        rows={4}
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className="hint" id={`${id}-hint`}>
        {text.orders.hint}
      </p>
      {odd === undefined ? null : <p className="complaint">{odd}</p>}
      {over > 0 ? <p className="complaint">{text.orders.tooMany(mostPasted, over)}</p> : null}
    </div>
  );
}

/** The first few of what was pasted and is no number; undefined when there is none. */
export function firstOf(others: readonly string[]): string | undefined {
  return others.length === 0 ? undefined : others.slice(0, 5).join(', ');
}

import { text } from '../text';

interface Props {
  /** What the two buttons are about, for those who do not see where they stand. */
  label: string;
  /** undefined: not answered yet. */
  available: boolean | undefined;
  disabled?: boolean;
  onAnswer(available: boolean): void;
}

/** 가능 or 불가, in one click; pressed again it changes nothing. */
export function AnswerSwitch({ label, available, disabled, onAnswer }: Props) {
  return (
    <div className="answer-switch" role="group" aria-label={label}>
      {[true, false].map((answer) => (
        <button
          key={String(answer)}
          type="button"
          className={answer ? 'yes' : 'no'}
          data-testid={answer ? 'answer-available' : 'answer-unavailable'}
          aria-pressed={available === answer}
          disabled={disabled === true}
          onClick={() => (available === answer ? undefined : onAnswer(answer))}
        >
          {answer ? text.stock.available : text.stock.unavailable}
        </button>
      ))}
    </div>
  );
}

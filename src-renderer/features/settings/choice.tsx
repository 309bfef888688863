interface ChoiceProps {
  id: string;
  label: string;
  hint: string;
  value: number;
  choices: readonly number[];
  say(value: number): string;
  onChange(value: number): void;
}

/** A setting that is one of a few numbers; the stored one is among the choices even if it is none of them. */
export function Choice({ id, label, hint, value, choices, say, onChange }: ChoiceProps) {
  const all = [...new Set([...choices, value])].toSorted((one, other) => one - other);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="select"
        data-testid={id}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      >
        {all.map((each) => (
          <option key={each} value={each}>
            {say(each)}
          </option>
        ))}
      </select>
      <span className="hint">{hint}</span>
    </div>
  );
}

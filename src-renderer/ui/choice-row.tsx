interface Props<Value extends string | number> {
  /** Unique on the page: groups the choices. */
  name: string;
  label: string;
  hint: string;
  value: Value;
  choices: readonly { value: Value; label: string }[];
  onChoose(value: Value): void;
}

/** A few choices side by side, of which one holds: arrows move between them as between all radio buttons. */
export function ChoiceRow<Value extends string | number>(props: Props<Value>) {
  const { name, label, hint, value, choices, onChoose } = props;
  return (
    <fieldset className="choice-row">
      <legend>{label}</legend>
      <span className="hint">{hint}</span>
      <div className="segments">
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              name={name}
              data-testid={`${name}-${choice.value}`}
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

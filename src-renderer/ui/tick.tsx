import { useState } from 'react';

interface Props {
  checked: boolean;
  disabled?: boolean;
  label?: string;
  testId: string;
  /** Settles when it is known whether the wish came true. */
  onWish(checked: boolean): Promise<void>;
}

/** A tick box whose truth lies elsewhere: it shows the wish at once, and the truth as soon as that has answered. */
export function Tick({ checked, disabled, label, testId, onWish }: Props) {
  const [wish, setWish] = useState<boolean | undefined>(undefined);
  return (
    <input
      type="checkbox"
      aria-label={label}
      data-testid={testId}
      checked={wish ?? checked}
      disabled={disabled}
      onChange={(event) => {
        setWish(event.target.checked);
        void onWish(event.target.checked).finally(() => setWish(undefined));
      }}
    />
  );
}

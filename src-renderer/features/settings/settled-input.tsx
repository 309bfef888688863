import { useState } from 'react';
import type { InputHTMLAttributes } from 'react';

interface SettledInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> {
  /** What is stored; the field follows it, and keeps the keyboard while it does. */
  saved: string;
  /** Takes over what was typed; answers what the field shows from then on. */
  settle(typed: string): string;
}

/** A field that is taken over when it is left or Enter is pressed: what is half typed must not take effect. */
export function SettledInput({ saved, settle, ...attributes }: SettledInputProps) {
  const [draft, setDraft] = useState(saved);
  const [followed, setFollowed] = useState(saved);
  if (followed !== saved) {
    setFollowed(saved);
    setDraft(saved);
  }
  const leave = (): void => setDraft(settle(draft));
  return (
    <input
      {...attributes}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={leave}
      onKeyDown={(event) => (event.key === 'Enter' && !event.nativeEvent.isComposing ? leave() : undefined)}
    />
  );
}

import { useLayoutEffect, useRef, useState } from 'react';
import type { InputHTMLAttributes } from 'react';

/** What a field shows once its text was taken over; `storing`: whether it could be stored. */
export interface Settled {
  shown: string;
  storing?: Promise<boolean>;
}

interface SettledInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> {
  /** What is stored; the field follows it, and keeps the keyboard while it does. */
  saved: string;
  /** Takes over what was typed. What could not be stored gives way to what is. */
  settle(typed: string): Settled;
}

/**
 * A field that is taken over once, when it is left, goes away, or Enter is pressed: what is half typed must not take effect.
 * One field is of one store: where another can be chosen it needs a key.
 */
export function SettledInput({ saved, settle, ...attributes }: SettledInputProps) {
  const [draft, setDraft] = useState(saved);
  const [followed, setFollowed] = useState(saved);
  if (followed !== saved) {
    setFollowed(saved);
    setDraft(saved);
  }
  const newest = useRef(saved);
  // What leaving must take over is known only when it happens.
  const typed = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    newest.current = saved;
    typed.current = undefined;
  }, [saved]);

  async function leave(): Promise<void> {
    const text = typed.current;
    if (text === undefined) return;
    typed.current = undefined;
    const { shown, storing } = settle(text);
    setDraft(shown);
    if ((await storing) === false && typed.current === undefined) setDraft(newest.current);
  }
  const newestLeave = useRef(leave);
  useLayoutEffect(() => {
    newestLeave.current = leave;
  });
  // React tells of no blur where a field goes away with the keyboard in it.
  useLayoutEffect(() => () => void newestLeave.current(), []);

  return (
    <input
      {...attributes}
      value={draft}
      onChange={(event) => {
        typed.current = event.target.value;
        setDraft(event.target.value);
      }}
      onBlur={() => void leave()}
      onKeyDown={(event) => (event.key === 'Enter' && !event.nativeEvent.isComposing ? void leave() : undefined)}
    />
  );
}

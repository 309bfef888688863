import type { InputHTMLAttributes } from 'react';
import { useSettledText, type Settled } from '../../ui/use-settled-text';

interface SettledInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> {
  /** What is stored; the field follows it, and keeps the keyboard while it does. */
  saved: string;
  /** Takes over what was typed. What could not be stored gives way to what is. */
  settle(typed: string): Settled;
}

/** A field that is taken over once, when it is left, goes away, or Enter is pressed. */
export function SettledInput({ saved, settle, ...attributes }: SettledInputProps) {
  const { draft, type, leave } = useSettledText(saved, settle);
  return (
    <input
      {...attributes}
      value={draft}
      onChange={(event) => type(event.target.value)}
      onBlur={leave}
      onKeyDown={(event) => (event.key === 'Enter' && !event.nativeEvent.isComposing ? leave() : undefined)}
    />
  );
}

import { useLayoutEffect, useRef, useState } from 'react';

/** What a field shows once its text was taken over; `storing`: whether it could be stored. */
export interface Settled {
  shown: string;
  storing?: Promise<boolean>;
}

/**
 * The text of a field that is taken over once, when it is left or goes away: what is half typed must not take effect.
 * `saved`: what is stored; the field follows it. One field is of one store, or row: where another can be chosen it needs
 * a key. What could not be stored gives way to what is.
 */
export function useSettledText(
  saved: string,
  settle: (typed: string) => Settled,
): { draft: string; type(text: string): void; leave(): void } {
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

  return {
    draft,
    type(text) {
      typed.current = text;
      setDraft(text);
    },
    leave: () => void leave(),
  };
}

import { useState } from 'react';

/**
 * True from the first time `open` is true. A menu or a dialog that was never opened is not drawn: it would make the
 * first drawing of its screen longer. Once it was open it stays, so that closing it can give the keyboard back.
 */
export function useOnceOpen(open: boolean): boolean {
  const [wasOpen, setWasOpen] = useState(open);
  if (open && !wasOpen) setWasOpen(true);
  return open || wasOpen;
}

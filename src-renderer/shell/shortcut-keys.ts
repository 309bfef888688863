import { useEffect } from 'react';
import { runsOnce } from '../../src-preload/contract/shortcuts';
import { listen } from '../state/ipc-client';
import { isOverlaid } from '../ui/key-owner';
import { runAct } from './run-act';
import { takenAct } from './taken-act';

/** Hears the keys of the window's acts (contract/shortcuts.ts), after everything that takes a key for itself. */
export function useShortcutKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const act = takenAct(event);
      if (act === undefined) return;
      const isHeld = event.repeat && runsOnce(act);
      if (isHeld || runAct(act)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    // A key that a dialog has for itself goes on to the menu of macOS, which asks for its act all the same.
    const stop = listen('act-asked', ({ act }) => (isOverlaid() ? undefined : void runAct(act)));
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      stop();
    };
  }, []);
}

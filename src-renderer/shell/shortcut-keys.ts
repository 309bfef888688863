import { useEffect } from 'react';
import { listen } from '../state/ipc-client';
import { runAct } from './run-act';
import { takenAct } from './taken-act';

/** Hears the keys of the window's acts (contract/shortcuts.ts), after everything that takes a key for itself. */
export function useShortcutKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const act = takenAct(event);
      if (act === undefined || !runAct(act)) return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    const stop = listen('act-asked', ({ act }) => void runAct(act));
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      stop();
    };
  }, []);
}

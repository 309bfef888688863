import { create } from 'zustand';
import type { Updates } from '../../src-preload/contract/updates';
import { call, listen } from './ipc-client';

interface UpdatesShown extends Updates {
  /** The dialog with what changed lies over the window. */
  isOpen: boolean;
}

/** How far the search for a newer version is. The main process holds the truth. */
export const useUpdates = create<UpdatesShown>()(() => ({
  state: { is: 'idle' },
  isAutomatic: true,
  isOpen: false,
}));

function show({ state, isAutomatic, lookedAt }: Updates): void {
  // A version that is ready no longer is not asked about either, nor at once when it is ready again.
  useUpdates.setState(({ isOpen }) => ({ state, isAutomatic, lookedAt, isOpen: isOpen && state.is === 'ready' }));
}

/** Reads it and follows its changes; answers the function that stops that. */
export function followUpdates(): () => void {
  const stop = listen('updates-changed', show);
  void call('updates-get', {}).then((answer) => (answer.ok ? show(answer.value) : undefined));
  return stop;
}

/** Opens or closes the dialog with what changed. */
export function openUpdate(isOpen: boolean): void {
  useUpdates.setState({ isOpen });
}

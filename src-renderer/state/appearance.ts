import { create } from 'zustand';
import { standardAppearance } from '../../src-preload/contract/appearance';
import type { Appearance } from '../../src-preload/contract/appearance';
import { call, listen } from './ipc-client';

/** How the window looks. The main process holds the truth: keys and the wheel change it, too. */
export const useAppearance = create<Appearance>()(() => standardAppearance);

/** A chosen theme holds whatever the system says, and whoever speaks for it (a print preview, a test's browser). */
useAppearance.subscribe(({ theme }) => {
  document.documentElement.dataset['theme'] = theme;
});

/** Reads it and follows its changes; answers the function that stops that. */
export function followAppearance(): () => void {
  void call('appearance-get', {}).then((answer) => (answer.ok ? useAppearance.setState(answer.value) : undefined));
  return listen('appearance-changed', (appearance) => useAppearance.setState(appearance));
}

/** Changes it at once, and for the next start. */
export async function changeAppearance(change: Partial<Appearance>): Promise<void> {
  const answer = await call('appearance-set', change);
  if (answer.ok) useAppearance.setState(answer.value);
}

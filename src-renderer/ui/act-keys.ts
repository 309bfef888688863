import { ariaKeys, chordsOf } from '../../src-preload/contract/shortcuts';
import type { Act } from '../../src-preload/contract/shortcuts';

/** Whether keys are written and meant as on macOS. */
export const isMac = /mac/i.test(navigator.userAgent);

/** The keys of an act for `aria-keyshortcuts` of whatever carries it. */
export function keysOf(act: Act): string {
  return chordsOf(act)
    .map((chord) => ariaKeys(chord, isMac))
    .join(' ');
}

import { ariaKeys, chordsOf } from '../../src-preload/contract/shortcuts';
import type { Act, Chord } from '../../src-preload/contract/shortcuts';
import { chordWords } from '../../src-preload/contract/text/ko/shortcuts';

/** Whether keys are written and meant as on macOS. */
export const isMac = /mac/i.test(navigator.userAgent);

/** The keys of an act for `aria-keyshortcuts` of whatever carries it. */
export function keysOf(act: Act): string {
  return chordsOf(act)
    .map((chord) => ariaKeys(chord, isMac))
    .join(' ');
}

/** Keys as they are printed next to what they do. */
export function keyWords(chord: Chord): string {
  return chordWords(chord, isMac);
}

/** Keys that are pressed at once. `mod` is Ctrl, and Cmd on macOS; `ctrl` is Control everywhere. */
export interface Chord {
  /** As `KeyboardEvent.key` has it, a letter in lower case. */
  key: string;
  mod?: true;
  ctrl?: true;
  alt?: true;
  shift?: true;
  /** The same key with another sign on it: it works, and is not listed. */
  alias?: true;
}

/** What a keyboard event says of the keys. */
export interface Press {
  key: string;
  /** The place on the keyboard: what a letter is known by while the keyboard writes Hangul. */
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** Acts of the window's frame, run by src-renderer/shell; text size is run by the main process. Each does something, and all are listed. */
export const acts = [
  'place-1',
  'place-2',
  'place-3',
  'place-4',
  'place-5',
  'place-6',
  'open-file',
  'next-file',
  'previous-file',
  'close-file',
  'side-sheet',
  'find',
  'primary',
  'print',
  'palette',
  'keys',
  'undo',
  'zoom-in',
  'zoom-out',
  'zoom-reset',
] as const;
export type Act = (typeof acts)[number];

/** Keys of a table and of its rows: handled there, said here. */
export const tableActs = [
  'move',
  'extend',
  'edit',
  'commit',
  'tick',
  'tick-all',
  'clear',
  'exclude',
  'copy',
  'paste',
  'fill',
  'undo-edit',
  'redo-edit',
  'find-next',
  'widen',
  'next-remark',
  'mends',
] as const;
export type TableAct = (typeof tableActs)[number];

export interface Shortcut<Name extends string> {
  act: Name;
  chords: readonly [Chord, ...Chord[]];
}

const mod = true;
const shift = true;
const ctrl = true;

/** The one table of keys: the handlers, the menu of macOS and the list behind F1 are made of it. */
export const shortcuts: readonly Shortcut<Act>[] = [
  { act: 'place-1', chords: [{ mod, key: '1' }] },
  { act: 'place-2', chords: [{ mod, key: '2' }] },
  { act: 'place-3', chords: [{ mod, key: '3' }] },
  { act: 'place-4', chords: [{ mod, key: '4' }] },
  { act: 'place-5', chords: [{ mod, key: '5' }] },
  { act: 'place-6', chords: [{ mod, key: '6' }] },
  { act: 'open-file', chords: [{ mod, key: 'o' }] },
  { act: 'next-file', chords: [{ ctrl, key: 'Tab' }] },
  { act: 'previous-file', chords: [{ ctrl, shift, key: 'Tab' }] },
  { act: 'close-file', chords: [{ mod, key: 'w' }] },
  { act: 'side-sheet', chords: [{ mod, key: ',' }] },
  { act: 'find', chords: [{ mod, key: 'f' }] },
  { act: 'primary', chords: [{ mod, key: 'Enter' }] },
  { act: 'print', chords: [{ mod, key: 'p' }] },
  { act: 'palette', chords: [{ mod, key: 'k' }] },
  { act: 'keys', chords: [{ key: 'F1' }, { key: '?' }] },
  { act: 'undo', chords: [{ key: 'Escape' }] },
  {
    act: 'zoom-in',
    chords: [
      { mod, key: '=' },
      { mod, key: '+', alias: true },
    ],
  },
  {
    act: 'zoom-out',
    chords: [
      { mod, key: '-' },
      { mod, key: '_', alias: true },
    ],
  },
  { act: 'zoom-reset', chords: [{ mod, key: '0' }] },
];

/** The fixes of a panel in their order: a reason why an item cannot be delivered is one of five. */
const fixChords: Shortcut<TableAct>['chords'] = [
  { alt: true, key: '1' },
  { alt: true, key: '2' },
  { alt: true, key: '3' },
  { alt: true, key: '4' },
  { alt: true, key: '5' },
];
/** As many fixes of a panel have a key of their own. */
export const mostFixKeys = fixChords.length;

/** What the tables do with keys, for the list alone. */
export const tableShortcuts: readonly Shortcut<TableAct>[] = [
  { act: 'move', chords: [{ key: 'Arrow' }, { key: 'Home' }, { key: 'End' }, { key: 'PageUp' }, { key: 'PageDown' }] },
  { act: 'extend', chords: [{ shift, key: 'Arrow' }] },
  { act: 'edit', chords: [{ key: 'F2' }] },
  { act: 'commit', chords: [{ key: 'Enter' }, { key: 'Tab' }] },
  { act: 'tick', chords: [{ key: ' ' }] },
  { act: 'tick-all', chords: [{ mod, key: 'a' }] },
  { act: 'clear', chords: [{ key: 'Delete' }] },
  { act: 'exclude', chords: [{ mod, key: 'Delete' }] },
  { act: 'copy', chords: [{ mod, key: 'c' }] },
  { act: 'paste', chords: [{ mod, key: 'v' }] },
  { act: 'fill', chords: [{ mod, key: 'd' }] },
  { act: 'undo-edit', chords: [{ mod, key: 'z' }] },
  {
    act: 'redo-edit',
    chords: [
      { mod, key: 'y' },
      { mod, shift, key: 'z' },
    ],
  },
  { act: 'find-next', chords: [{ key: 'F3' }] },
  { act: 'widen', chords: [{ alt: true, key: 'Arrow' }] },
  { act: 'next-remark', chords: [{ key: 'F8' }] },
  { act: 'mends', chords: fixChords },
];

/** Signs that need Shift on one keyboard and not on another: there the sign counts and not Shift. */
const signs = /^[^\p{L}\p{N}]$/u;

/** The act of a press; undefined: none of ours. */
export function actOf(press: Press, isMac: boolean): Act | undefined {
  return shortcuts.find(({ chords }) => chords.some((chord) => isPressed(chord, press, isMac)))?.act;
}

const onceActs: readonly Act[] = ['open-file', 'close-file', 'primary', 'print', 'palette', 'keys', 'undo'];

/** Whether a key that is held down runs the act once: what it would run again is another button by then. */
export function runsOnce(act: Act): boolean {
  return onceActs.includes(act);
}

/** The chords of an act. */
export function chordsOf(act: Act): readonly Chord[] {
  return shortcuts.find((each) => each.act === act)?.chords ?? [];
}

function isPressed(chord: Chord, press: Press, isMac: boolean): boolean {
  const control = chord.ctrl === true || (chord.mod === true && !isMac);
  const command = chord.mod === true && isMac;
  if (press.ctrlKey !== control || press.metaKey !== command || press.altKey !== (chord.alt ?? false)) return false;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (signs.test(chord.key)) return key === chord.key;
  if (press.shiftKey !== (chord.shift ?? false)) return false;
  return key === chord.key || (/^[a-z0-9]$/u.test(chord.key) && letterOf(press.code) === chord.key);
}

/** `KeyO` and `Digit1` as what they write on a Latin keyboard. */
function letterOf(code: string): string | undefined {
  return /^(?:Key([A-Z])|Digit([0-9]))$/u.exec(code)?.slice(1).find(Boolean)?.toLowerCase();
}

/** A chord as `aria-keyshortcuts` writes it. */
export function ariaKeys({ key, mod: hasMod, ctrl: hasCtrl, alt, shift: hasShift }: Chord, isMac: boolean): string {
  const parts = [
    hasMod ? (isMac ? 'Meta' : 'Control') : undefined,
    hasCtrl ? 'Control' : undefined,
    alt ? 'Alt' : undefined,
    hasShift ? 'Shift' : undefined,
    key.length === 1 ? key.toUpperCase() : key,
  ];
  return parts.filter((each) => each !== undefined).join('+');
}

/** A chord as a menu of Electron takes it. */
export function acceleratorOf({ key, mod: hasMod, ctrl: hasCtrl, alt, shift: hasShift }: Chord): string {
  const parts = [
    hasMod ? 'CommandOrControl' : undefined,
    hasCtrl ? 'Control' : undefined,
    alt ? 'Alt' : undefined,
    hasShift ? 'Shift' : undefined,
    key.length === 1 ? key.toUpperCase() : key,
  ];
  return parts.filter((each) => each !== undefined).join('+');
}

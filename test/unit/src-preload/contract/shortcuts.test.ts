import { describe, expect, it } from 'vitest';
import {
  acceleratorOf,
  actOf,
  acts,
  ariaKeys,
  chordsOf,
  runsOnce,
  shortcuts,
  tableActs,
  tableShortcuts,
} from '../../../../src-preload/contract/shortcuts';
import { chordWords } from '../../../../src-preload/contract/text/ko/shortcuts';

const plain = { key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const ctrl = (key: string, more: object = {}) => ({ ...plain, key, ctrlKey: true, ...more });

describe('the table of keys', () => {
  it('has every act once, and no keys twice on either kind of keyboard', () => {
    expect(shortcuts.map(({ act }) => act).toSorted()).toEqual([...acts].toSorted());
    expect(tableShortcuts.map(({ act }) => act).toSorted()).toEqual([...tableActs].toSorted());
    for (const isMac of [false, true]) {
      const keys = shortcuts.flatMap(({ chords }) => chords.map((chord) => ariaKeys(chord, isMac)));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it.each([
    ['1', 'place-1'],
    ['6', 'place-6'],
    ['o', 'open-file'],
    ['f', 'find'],
    ['k', 'palette'],
    ['w', 'close-file'],
    [',', 'side-sheet'],
    ['Enter', 'primary'],
    ['Tab', 'next-file'],
    ['=', 'zoom-in'],
    ['0', 'zoom-reset'],
  ] as const)('Ctrl+%s is %s', (key, act) => {
    expect(actOf(ctrl(key), false)).toBe(act);
  });

  it('knows F1, ? with its Shift, Escape, and Ctrl+Shift+Tab', () => {
    expect(actOf({ ...plain, key: 'F1' }, false)).toBe('keys');
    expect(actOf({ ...plain, key: '?', shiftKey: true }, false)).toBe('keys');
    expect(actOf({ ...plain, key: 'Escape' }, false)).toBe('undo');
    expect(actOf(ctrl('Tab', { shiftKey: true }), false)).toBe('previous-file');
  });

  it('is Cmd on macOS, but for the tabs, which are Control there, too', () => {
    expect(actOf(ctrl('k'), true)).toBeUndefined();
    expect(actOf({ ...plain, key: 'k', metaKey: true }, true)).toBe('palette');
    expect(actOf(ctrl('Tab'), true)).toBe('next-file');
    expect(actOf({ ...plain, key: 'k', metaKey: true }, false)).toBeUndefined();
  });

  it('knows a letter by its place while the keyboard writes Hangul', () => {
    expect(actOf(ctrl('ㅏ', { code: 'KeyK' }), false)).toBe('palette');
    expect(actOf(ctrl('ㅏ', { code: 'KeyJ' }), false)).toBeUndefined();
  });

  it('leaves other keys alone: bare letters, a further Shift or Alt, AltGr', () => {
    expect(actOf({ ...plain, key: 'k' }, false)).toBeUndefined();
    expect(actOf(ctrl('K', { shiftKey: true }), false)).toBeUndefined();
    expect(actOf(ctrl('k', { altKey: true }), false)).toBeUndefined();
    expect(actOf(ctrl('z'), false)).toBeUndefined();
  });

  it('runs once what a held key would run again on the next button, and walks on with the others', () => {
    expect(acts.filter(runsOnce)).toEqual(['open-file', 'close-file', 'primary', 'print', 'palette', 'keys', 'undo']);
  });

  it('is written for eyes, for readers of the screen and for the menu', () => {
    const [first] = chordsOf('place-1');
    const [back] = chordsOf('previous-file');
    if (!first || !back) throw new Error('no chord');
    expect([chordWords(first, false), chordWords(first, true)]).toEqual(['Ctrl+1', '⌘1']);
    expect([ariaKeys(first, false), ariaKeys(first, true)]).toEqual(['Control+1', 'Meta+1']);
    expect([acceleratorOf(first), acceleratorOf(back)]).toEqual(['CommandOrControl+1', 'Control+Shift+Tab']);
  });
});

import type { KeyboardEvent } from 'react';
import { extendByKey, selectAll, selectCell } from './selection';
import type { Selection } from './selection';
import { moveSpot } from './grid-moves';
import type { Bounds } from './grid-moves';

/** What a key does with the selection of a grid whose active cell is not edited; undefined: nothing. */
export function selectionAfter(
  { key, shift, ctrl, letter }: { key: string; shift: boolean; ctrl: boolean; letter: string | undefined },
  selection: Selection | undefined,
  bounds: Bounds,
  /** More than one cell can be selected. */
  ranges: boolean,
): Selection | undefined {
  const first = selectCell({ row: 0, column: 0 });
  if (ranges && ctrl && letter === 'a') return selectAll(selection ?? first, bounds);
  if (ranges && shift && selection) return extendByKey(selection, key, ctrl, bounds);
  const from = selection?.active ?? first.active;
  const to = moveSpot(from, key, ctrl, bounds);
  // The first key goes to the first cell, from which the next ones walk.
  return to && selectCell(selection ? to : from);
}

/** The letter of a shortcut, Latin in a Korean layout too; undefined for any other key, or without Ctrl (Cmd). */
export function shortcutLetter({
  ctrlKey,
  metaKey,
  altKey,
  key,
  code,
}: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey' | 'key' | 'code'>): string | undefined {
  if ((!ctrlKey && !metaKey) || altKey) return undefined;
  if (/^[a-z]$/iu.test(key)) return key.toLowerCase();
  return /^Key[A-Z]$/u.test(code) ? code.slice(3).toLowerCase() : undefined;
}

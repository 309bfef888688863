import type { CheckedLine } from '../../src-preload/contract/line';
import type { GroupRow, SheetCalls } from './protocol';

/** Up to this many lines a folded group is in the page all the same, as a folded passage is: nothing is gained by leaving it out. */
const keptFolded = 200;

/** What a tab shows, in its order: rows of the sheet and the heads of groups. */
export interface ShownRows {
  items: readonly (number | GroupRow)[];
  /** How many of the last items are folded away. */
  away: number;
}

interface Lines {
  /** Rows that are the seller's to look at. */
  open: readonly number[];
  /** Rows that are dealt with already. */
  handled: readonly number[];
}

/**
 * All lines of a sheet: first what is to be looked at, then two calm groups, lines dealt with and lines of other malls.
 * They are folded until they are opened; where there is nothing but dealt lines, those are what is to be looked at.
 */
export function groupRows(
  { open, handled }: Lines,
  { others, unfolded }: Pick<SheetCalls['page']['input'], 'others' | 'unfolded'>,
): ShownRows {
  const otherMalls: GroupRow[] =
    others > 0
      ? [{ group: 'others', lines: others, unfolded: unfolded.others ?? open.length + handled.length === 0 }]
      : [];
  if (handled.length === 0) return { items: [...open, ...otherMalls], away: 0 };
  const isUnfolded = unfolded.done ?? open.length === 0;
  const head: GroupRow = { group: 'done', lines: handled.length, unfolded: isUnfolded };
  if (isUnfolded) return { items: [...open, head, ...handled, ...otherMalls], away: 0 };
  const away = open.length + handled.length > keptFolded ? [] : handled;
  return { items: [...open, head, ...otherMalls, ...away], away: away.length };
}

/**
 * The lines of rows as they are shown, from one place to another and at most so many. Heads of groups are no lines, and
 * what is folded away is not walked.
 */
export function linesBetween(
  shown: ShownRows | undefined,
  lineOf: (row: number) => CheckedLine | undefined,
  { top, bottom, most = Number.POSITIVE_INFINITY }: { top: number; bottom: number; most?: number | undefined },
): { index: number; checked: CheckedLine }[] {
  const { items = [], away = 0 } = shown ?? {};
  const found: { index: number; checked: CheckedLine }[] = [];
  const last = Math.min(bottom, items.length - away - 1);
  for (let index = top; index <= last && found.length < most; index += 1) {
    const item = items[index];
    const checked = typeof item === 'number' ? lineOf(item) : undefined;
    if (checked) found.push({ index, checked });
  }
  return found;
}

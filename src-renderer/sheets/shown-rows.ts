import { isTickGroup } from '../../src-preload/contract/check/remark-codes';
import type { CheckedLine } from '../../src-preload/contract/line';
import type { MarketRules } from '../../src-preload/contract/market-rules';
import { placeKinds } from './line-place';
import type { BoxSpot, Place, PlaceKind } from './line-place';
import type { GroupRow, SheetCalls } from './protocol';
import { sortLines } from './sort-lines';

/** Up to this many lines a folded group is in the page all the same, as a folded passage is: nothing is gained by leaving it out. */
const keptFolded = 200;
/** Sentences that differ only in a value stand in groups of their own up to this many; beyond it they are one. */
const mostOfOneCode = 8;

/** Lines that belong together: in the order of the sheet but with those of one box next to each other, or sorted. */
export interface ShownGroup {
  place: Place;
  rows: readonly number[];
  unfolded: boolean;
}

/** Lines of other malls are no lines of the review: their head alone is a row. */
export type OthersHead = Pick<GroupRow, 'group' | 'kind' | 'lines' | 'unfolded'>;

/** What a tab shows, in its order: heads of groups and rows of the sheet. */
export interface ShownRows {
  items: readonly (number | ShownGroup | OthersHead)[];
  groups: readonly ShownGroup[];
  boxes: ReadonlyMap<number, BoxSpot>;
  /** How many of the last items are folded away. */
  foldedCount: number;
}

interface Placed {
  checked: CheckedLine;
  place: Place;
}

/**
 * The lines of a tab in groups: what a person must look at first, by remark, then what is not there yet, what goes, and
 * at the end what was left out, was dealt with, or is of other malls. The last two are folded until they are opened;
 * where there is nothing else, those are what is looked at. Sorting orders the lines within their groups, and takes
 * those of a box apart where the column has them apart. Linear in the lines, but for sorting.
 */
export function groupRows(
  lines: Iterable<Placed>,
  { others, unfolded, sort }: Pick<SheetCalls['page']['input'], 'others' | 'unfolded' | 'sort'>,
  rules: MarketRules,
): ShownRows {
  const gathered = gather(lines);
  const boxes = new Map<number, BoxSpot>();
  const total = gathered.reduce((sum, { lines: all }) => sum + all.length, 0);
  const isOnlyDone = gathered.every(({ place }) => place.kind === 'done');
  const groups = gathered.map(({ place, lines: all }): ShownGroup => {
    const isUnfolded = unfolded[place.key] ?? (place.kind !== 'done' || isOnlyDone);
    const rows = sort ? sorted(sortLines(all, sort, rules), boxes) : boxesTogether(all, boxes);
    return { place, rows, unfolded: isUnfolded };
  });
  const othersHead: OthersHead[] =
    others > 0 ? [{ group: 'others', kind: 'others', lines: others, unfolded: unfolded['others'] ?? total === 0 }] : [];
  const items: (number | ShownGroup | OthersHead)[] = [];
  let folded: readonly number[] = [];
  for (const group of groups) {
    items.push(group);
    if (group.unfolded) for (const row of group.rows) items.push(row);
    else if (group.place.kind === 'done' && total <= keptFolded) folded = group.rows;
  }
  items.push(...othersHead);
  for (const row of folded) items.push(row);
  return { items, groups, boxes, foldedCount: folded.length };
}

interface Gathered {
  place: Place;
  lines: CheckedLine[];
}

function gather(lines: Iterable<Placed>): Gathered[] {
  const byKey = new Map<string, Gathered>();
  const sentences = new Map<string, Set<string>>();
  for (const { checked, place } of lines) {
    const group = byKey.get(place.key);
    if (group) group.lines.push(checked);
    else {
      byKey.set(place.key, { place, lines: [checked] });
      if (place.code !== undefined) sentences.set(place.code, (sentences.get(place.code) ?? new Set()).add(place.key));
    }
  }
  for (const [code, keys] of sentences) {
    // A tick is for all lines of its code: it stands over all of them.
    if (keys.size > (isTickGroup(code) ? 1 : mostOfOneCode)) mergeOfCode(byKey, code, keys);
  }
  const kinds = new Map<PlaceKind, Gathered[]>();
  for (const group of byKey.values()) {
    const same = kinds.get(group.place.kind);
    if (same) same.push(group);
    else kinds.set(group.place.kind, [group]);
  }
  // What cannot be delivered stands before what can: it is the shorter list, and the one to read.
  kinds
    .get('ready')
    ?.sort((one, other) => Number(one.place.key === 'available') - Number(other.place.key === 'available'));
  return placeKinds.flatMap((kind) => kinds.get(kind) ?? []);
}

/** One group for all sentences of a code, without a sentence of its own. */
function mergeOfCode(byKey: Map<string, Gathered>, code: string, keys: ReadonlySet<string>): void {
  let merged: Gathered | undefined;
  for (const key of keys) {
    const group = byKey.get(key);
    if (!group) continue;
    if (merged) {
      for (const line of group.lines) merged.lines.push(line);
      byKey.delete(key);
    } else {
      const { title: _, ...place } = group.place;
      merged = { place: { ...place, key: code }, lines: group.lines };
      byKey.set(key, merged);
    }
  }
  merged?.lines.sort((one, other) => one.line.row - other.line.row);
}

/** The rows in their order, those of a box moved up to its first; most lines are in a box of their own and cost one look. */
function boxesTogether(lines: readonly CheckedLine[], boxes: Map<number, BoxSpot>): number[] {
  const together = new Map<string, number[]>();
  const order: (number | number[])[] = [];
  for (const checked of lines) {
    const { row } = checked.line;
    const key = boxOf(checked);
    const box = key === undefined ? undefined : together.get(key);
    if (box) box.push(row);
    else if (key === undefined) order.push(row);
    else {
      const rows = [row];
      together.set(key, rows);
      order.push(rows);
    }
  }
  for (const rows of together.values()) if (rows.length > 1) markBox(rows, boxes);
  return order.flat();
}

/** The rows in their order; lines of one box are shown as such where they have come to stand next to each other. */
function sorted(lines: readonly CheckedLine[], boxes: Map<number, BoxSpot>): number[] {
  const rows = lines.map(({ line }) => line.row);
  const keys = lines.map(boxOf);
  let first = 0;
  for (let at = 1; at <= rows.length; at += 1) {
    if (at < rows.length && keys[at] !== undefined && keys[at] === keys[first]) continue;
    if (at - first > 1) markBox(rows.slice(first, at), boxes);
    first = at;
  }
  return rows;
}

function markBox(rows: readonly number[], boxes: Map<number, BoxSpot>): void {
  const last = rows.length - 1;
  for (const [at, row] of rows.entries())
    boxes.set(row, { at: at === 0 ? 'first' : at === last ? 'last' : 'middle', lines: rows.length });
}

/** Names the box of a line whose number others of the sheet have too; undefined for one that is alone in its box. */
function boxOf({ remarks, job }: CheckedLine): string | undefined {
  if (!remarks.some(({ code }) => code === 'same-number' || code === 'same-number-orders')) return undefined;
  if (job?.values.kind !== 'dispatch') return undefined;
  const { deliveryCompanyCode = '', trackingNumber } = job.values.dispatch;
  return trackingNumber === undefined ? undefined : `${deliveryCompanyCode} ${trackingNumber}`;
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
  const { items = [], foldedCount = 0 } = shown ?? {};
  const found: { index: number; checked: CheckedLine }[] = [];
  const last = Math.min(bottom, items.length - foldedCount - 1);
  for (let index = top; index <= last && found.length < most; index += 1) {
    const item = items[index];
    const checked = typeof item === 'number' ? lineOf(item) : undefined;
    if (checked) found.push({ index, checked });
  }
  return found;
}

import { penaltyPoints } from '../../../src-preload/contract/book/rules';
import type { BookHead, BookItem } from '../../../src-preload/contract/book/list';
import type { BookRow } from '../../../src-preload/contract/book/row';
import { dayMs, koreanDay, koreanDayIndex } from '../../../src-preload/contract/korean-time';
import type { DuePart } from '../../database/book/book-port';

/** Of more moments of one day than these, the day has one head. */
const mostMoments = 4;
/** A due time in the last minute of a day is the day itself. */
const lastMinuteMs = 60_000;

/**
 * The heads of a list by due date, in its order: what is late, each moment of today that comes before its end, the rest of
 * today, what comes later, what has no date. Pure.
 * @param parts in order of their due dates
 * @param endOfToday ms UTC
 */
export function headsOf(parts: readonly DuePart[], now: number, endOfToday: number): BookHead[] {
  const late = parts.filter((part) => part.due === 'late');
  const moments = parts.filter((part) => part.due === 'until');
  const early = moments.filter(({ at }) => at < endOfToday - lastMinuteMs);
  const isFew = early.length <= mostMoments;
  const rest = isFew ? moments.filter(({ at }) => at >= endOfToday - lastMinuteMs) : moments;
  const today = koreanDay(now);
  return [
    ...headOf('late', late, {
      points: late.reduce((sum, { day, mustSend }) => sum + mustSend * penaltyPoints(koreanDayOf(day), today), 0),
      daysLate: koreanDayIndex(now) - Math.min(...late.map(({ day }) => day)),
    }),
    ...(isFew ? early.flatMap((part) => headOf('until', [part], { until: part.at })) : []),
    ...headOf('today', rest),
    ...headOf(
      'later',
      parts.filter(({ due }) => due === 'later'),
    ),
    ...headOf(
      'no-date',
      parts.filter(({ due }) => due === 'no-date'),
    ),
  ];
}

/** The heads of a list of sent ones, in its order: what no courier has scanned, and what is on its way. Pure. */
export function sentHeads({ notScanned, scanned }: { notScanned: number; scanned: number }): BookHead[] {
  const head = (due: BookHead['due'], count: number): BookHead[] =>
    count === 0 ? [] : [{ is: 'head', key: due, due, count, points: 0, daysLate: 0 }];
  return [...head('not-scanned', notScanned), ...head('scanned', scanned)];
}

function headOf(
  due: BookHead['due'],
  parts: readonly DuePart[],
  more: Partial<Pick<BookHead, 'until' | 'points' | 'daysLate'>> = {},
): BookHead[] {
  if (parts.length === 0) return [];
  const key = more.until === undefined ? due : `${due}:${more.until}`;
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  return [{ is: 'head', key, due, count, points: 0, daysLate: 0, ...more }];
}

function koreanDayOf(index: number): string {
  return new Date(index * dayMs).toISOString().slice(0, 10);
}

/** What of the list a page shows: heads, and runs of its rows. */
export type ListPart = { is: 'head'; head: BookHead } | { is: 'rows'; offset: number; limit: number };

/**
 * The parts of a list that lie on a page of it; rows under a folded head are no items. Pure.
 * @param heads of the whole list, in order; none: a list without heads
 * @param orders how many rows the list has
 * @param offset and limit: in items, heads counted
 */
export function partsOnPage(
  heads: readonly BookHead[],
  orders: number,
  folded: readonly string[],
  { offset, limit }: { offset: number; limit: number },
): { parts: ListPart[]; total: number } {
  const parts: ListPart[] = [];
  const end = offset + limit;
  let item = 0;
  let row = 0;
  const addRows = (count: number, isFolded: boolean): void => {
    if (!isFolded) {
      const from = Math.max(offset, item);
      const to = Math.min(end, item + count);
      if (from < to) parts.push({ is: 'rows', offset: row + from - item, limit: to - from });
      item += count;
    }
    row += count;
  };
  for (const head of heads) {
    if (item >= offset && item < end) parts.push({ is: 'head', head });
    item += 1;
    addRows(head.count, folded.includes(head.key));
  }
  if (heads.length === 0) addRows(orders, false);
  return { parts, total: item };
}

/** Rows as items: those that go in one box and follow each other hang together. Pure. */
export function itemsOfRows(rows: readonly BookRow[]): BookItem[] {
  const boxes = rows.map(boxOf);
  return rows.map((row, index) => {
    const box = boxes[index];
    const isOne = (at: number): boolean => box !== undefined && boxes[at] === box;
    let first = index;
    while (isOne(first - 1)) first -= 1;
    let last = index;
    while (isOne(last + 1)) last += 1;
    if (first === last) return { is: 'order', row };
    const at = index === first ? 'first' : index === last ? 'last' : 'between';
    return { is: 'order', row, inBox: { at, count: last - first + 1 } };
  });
}

/** What tells a box from others: its number, or the market's own number of the package; undefined: nothing does. */
function boxOf({ pendingNumber, packageNumber }: BookRow): string | undefined {
  if (pendingNumber !== undefined) return `number ${pendingNumber}`;
  return packageNumber === undefined ? undefined : `package ${packageNumber}`;
}

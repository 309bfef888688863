import { describe, expect, it } from 'vitest';
import { headsOf, itemsOfRows, partsOnPage, sentHeads } from '../../../../src-main/services/book/list-heads';
import type { BookHead } from '../../../../src-preload/contract/book/list';
import type { BookRow } from '../../../../src-preload/contract/book/row';
import { endOfKoreanDay } from '../../../../src-preload/contract/book/rules';
import { koreanDayIndex } from '../../../../src-preload/contract/korean-time';

/** Friday 27 November 2026, 16:48 in Korea. */
const now = Date.parse('2026-11-27T07:48:00Z');
const endOfToday = endOfKoreanDay(now);
const hour = 3_600_000;
const counts = { count: 2, mustSend: 1 };

describe('the heads of the list', () => {
  it('say what is late with its points, each hour of today, the rest of today and what comes later', () => {
    const heads = headsOf(
      [
        { due: 'late', day: koreanDayIndex(now) - 1, count: 3, mustSend: 2 },
        { due: 'until', at: now + 12 * 60_000, ...counts },
        { due: 'until', at: endOfToday - 999, ...counts },
        { due: 'later', ...counts },
        { due: 'no-date', ...counts },
      ],
      now,
      endOfToday,
    );
    expect(heads).toEqual([
      { is: 'head', key: 'late', due: 'late', count: 3, points: 2, daysLate: 1 },
      {
        is: 'head',
        key: `until:${now + 12 * 60_000}`,
        due: 'until',
        until: now + 12 * 60_000,
        count: 2,
        points: 0,
        daysLate: 0,
      },
      { is: 'head', key: 'today', due: 'today', count: 2, points: 0, daysLate: 0 },
      { is: 'head', key: 'later', due: 'later', count: 2, points: 0, daysLate: 0 },
      { is: 'head', key: 'no-date', due: 'no-date', count: 2, points: 0, daysLate: 0 },
    ]);
  });

  it('are one for a day with more than four moments', () => {
    const moments = [1, 2, 3, 4, 5].map((n) => ({ due: 'until' as const, at: now + n * hour, ...counts }));
    expect(headsOf(moments, now, endOfToday).map(({ key, count }) => [key, count])).toEqual([['today', 10]]);
    expect(headsOf(moments.slice(1), now, endOfToday)).toHaveLength(4);
    const others = headsOf(
      [{ due: 'late', day: koreanDayIndex(now) - 1, ...counts }, ...moments, { due: 'later', ...counts }],
      now,
      endOfToday,
    );
    expect(others.map(({ key, count }) => [key, count])).toEqual([
      ['late', 2],
      ['today', 10],
      ['later', 2],
    ]);
  });

  it('count the points of all that is late, and the days since the oldest', () => {
    const late = [9, 1].map((days) => ({
      due: 'late' as const,
      day: koreanDayIndex(now) - days,
      count: 2,
      mustSend: 2,
    }));
    expect(headsOf(late, now, endOfToday)).toMatchObject([{ key: 'late', count: 4, points: 8, daysLate: 9 }]);
  });

  it('put a moment in the last minute of the day under the day', () => {
    const at = endOfToday - 60_000;
    expect(headsOf([{ due: 'until', at, ...counts }], now, endOfToday)).toMatchObject([{ key: 'today' }]);
    expect(headsOf([{ due: 'until', at: at - 1, ...counts }], now, endOfToday)).toMatchObject([{ until: at - 1 }]);
  });

  it('of what was sent are what no courier has scanned, and what is on its way', () => {
    expect(sentHeads({ notScanned: 2, scanned: 1 })).toEqual([
      { is: 'head', key: 'not-scanned', due: 'not-scanned', count: 2, points: 0, daysLate: 0 },
      { is: 'head', key: 'scanned', due: 'scanned', count: 1, points: 0, daysLate: 0 },
    ]);
    expect(sentHeads({ notScanned: 0, scanned: 1 }).map(({ key }) => key)).toEqual(['scanned']);
    expect(sentHeads({ notScanned: 0, scanned: 0 })).toEqual([]);
  });
});

describe('a page of the list', () => {
  const head = (key: string, count: number): BookHead => ({
    is: 'head',
    key,
    due: 'later',
    count,
    points: 0,
    daysLate: 0,
  });
  const heads = [head('a', 3), head('b', 2), head('c', 4)];

  /** What an item by item list would show. */
  function allItems(folded: readonly string[]): string[] {
    let row = 0;
    return heads.flatMap(({ key, count }) => {
      const rows = Array.from({ length: count }, (_, n) => `row ${row + n}`);
      row += count;
      return [key, ...(folded.includes(key) ? [] : rows)];
    });
  }

  it.each([[[]], [['a']], [['b']], [['a', 'b', 'c']]])('shows what lies on it with %j folded', (folded) => {
    const all = allItems(folded);
    for (let offset = 0; offset <= all.length; offset += 1) {
      for (const limit of [1, 2, 5, 20]) {
        const { parts, total } = partsOnPage(heads, 9, folded, { offset, limit });
        const shown = parts.flatMap((part) =>
          part.is === 'head' ? [part.head.key] : Array.from({ length: part.limit }, (_, n) => `row ${part.offset + n}`),
        );
        expect(shown).toEqual(all.slice(offset, offset + limit));
        expect(total).toBe(all.length);
      }
    }
  });

  it('is a run of rows where there are no heads', () => {
    expect(partsOnPage([], 9, [], { offset: 4, limit: 10 })).toEqual({
      parts: [{ is: 'rows', offset: 4, limit: 5 }],
      total: 9,
    });
  });
});

it('hangs rows of one box together that follow each other', () => {
  const row = (box: Partial<BookRow>): BookRow => ({
    productOrderId: '1',
    stage: 'waiting',
    isLate: false,
    points: 0,
    hasNumber: false,
    badges: [],
    memoNamesDay: false,
    isUntracked: false,
    pullOut: [],
    isWatched: false,
    readAt: now,
    ...box,
  });
  const rows = [
    { pendingNumber: '1' },
    { pendingNumber: '1', packageNumber: '9' },
    { packageNumber: '9' },
    {},
    {},
    { packageNumber: '7' },
    { packageNumber: '7' },
    { packageNumber: '7' },
    { packageNumber: '8' },
    { pendingNumber: '3' },
    { pendingNumber: '4' },
  ].map(row);
  expect(itemsOfRows(rows).map((item) => (item.is === 'order' ? item.inBox : 'head'))).toEqual([
    { at: 'first', count: 2 },
    { at: 'last', count: 2 },
    undefined,
    undefined,
    undefined,
    { at: 'first', count: 3 },
    { at: 'between', count: 3 },
    { at: 'last', count: 3 },
    undefined,
    undefined,
    undefined,
  ]);
});

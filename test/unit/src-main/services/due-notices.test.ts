import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDueNotices } from '../../../../src-main/services/book/due-notices';
import { dueToday } from '../../../../src-main/services/book/due-today';
import { createPullOutNotices } from '../../../../src-main/services/book/pull-out-notices';
import { endOfKoreanDay } from '../../../../src-preload/contract/book/rules';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { bookOrder } from '../../../support/outbox/book-order';
import { addStore, dispatchRow, openTestDatabase } from '../../../support/outbox/test-database';
import type { TestDatabase } from '../../../support/outbox/test-database';
import { createVirtualTime } from '../../../support/outbox/virtual-time';

const minute = 60_000;
/** 12:00 in Korea. */
const noon = Date.UTC(2026, 2, 2, 3);
let desk: TestDatabase;
let storeId: StoreId;
beforeEach(async () => {
  desk = await openTestDatabase();
  storeId = await addStore(desk.database);
});
afterEach(() => desk.dispose());

const id = (n: number): string => String(2026030200000000 + n);

it('two hours before something is due say how many, once, and how many have no number', async () => {
  const { database } = desk;
  const time = createVirtualTime(noon);
  const at = noon + 180 * minute;
  await database.transaction(({ book, jobs }) => {
    for (const n of [1, 2, 3]) book.put(storeId, bookOrder(id(n), { dueAt: at }));
    book.put(storeId, bookOrder(id(4), { dueAt: endOfKoreanDay(noon) }));
    jobs.add(dispatchRow(storeId, id(1)));
  });
  const told: { title: string; body: string }[] = [];
  const notices = createDueNotices({
    timers: time.timersOf({}),
    now: time.now,
    look: () => dueToday(database, time.now()),
    notify: (notice) => told.push(notice),
    report: (problem) => expect(problem).toBeUndefined(),
  });
  notices.start();
  await time.advance(90 * minute);
  // Of a book that was never read nothing is known.
  expect(told).toEqual([]);
  await database.book.setFeed(storeId, { through: noon, next: undefined, filledAt: noon });
  await time.advance(40 * minute);
  expect(told).toHaveLength(1);
  expect(told[0]?.title).toBe('15:00까지 3건이 남았어요');
  expect(told[0]?.body).toContain('3건은 송장번호가 없어요');
  await time.advance(10 * 60 * minute);
  expect(told.map(({ title }) => title)).toEqual(['15:00까지 3건이 남았어요', '24:00까지 1건이 남았어요']);
  notices.stop();
});

it('say nothing earlier than two hours before', async () => {
  const time = createVirtualTime(noon);
  const told: string[] = [];
  const notices = createDueNotices({
    timers: time.timersOf({}),
    now: time.now,
    look: async () => [
      { storeId, label: '가게', today: 1, late: 0, withoutNumber: 0, next: { at: noon + 130 * minute, count: 1 } },
      { storeId, label: '가게', today: 0, late: 0, withoutNumber: 0, next: undefined },
    ],
    notify: ({ title }) => told.push(title),
    report: (problem) => expect(problem).toBeUndefined(),
  });
  notices.start();
  await time.advance(9 * minute);
  expect(told).toEqual([]);
  await time.advance(minute);
  expect(told).toEqual(['14:10까지 1건이 남았어요']);
  notices.stop();
});

it('are said soon after the book has changed, before the minute is over, and not after the end', async () => {
  const { database } = desk;
  const time = createVirtualTime(noon);
  await database.book.put(storeId, bookOrder(id(1), { dueAt: noon + 90 * minute }));
  await database.book.setFeed(storeId, { through: noon, next: undefined, filledAt: noon });
  const told: string[] = [];
  const notices = createDueNotices({
    timers: time.timersOf({}),
    now: time.now,
    look: () => dueToday(database, time.now()),
    notify: ({ title }) => told.push(title),
    report: (problem) => expect(problem).toBeUndefined(),
  });
  notices.start();
  notices.lookSoon();
  notices.lookSoon();
  await time.advance(5_000);
  expect(told).toEqual(['13:30까지 1건이 남았어요']);
  notices.stop();
  await database.book.put(storeId, bookOrder(id(2), { dueAt: noon + 60 * minute }));
  notices.lookSoon();
  await time.advance(5 * minute);
  expect(told).toHaveLength(1);
});

it('for boxes that came to the list say how many there are, and nothing of those that stood there', async () => {
  const { database } = desk;
  const told: string[] = [];
  const look = createPullOutNotices({ database, notify: ({ title }) => told.push(title) });
  const change = async (n: number) => {
    await database.transaction(({ book }) => {
      book.put(storeId, bookOrder(id(n)));
      book.addChange(storeId, id(n), { what: 'cancel-requested', at: noon, foundAt: noon, pullOut: true });
    });
  };
  await change(1);
  await look(storeId);
  expect(told).toEqual([]);
  await change(2);
  await look(storeId);
  await look(storeId);
  expect(told).toEqual(['뺄 상자가 2개 있어요']);
});

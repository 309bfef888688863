import { afterEach, beforeEach, expect, it } from 'vitest';
import type { BookOrder } from '../../../../../src-main/database/book/book-port';
import { endOfKoreanDay } from '../../../../../src-preload/contract/book/rules';
import type { StoreId } from '../../../../../src-preload/contract/ids';
import { koreanDayIndex } from '../../../../../src-preload/contract/korean-time';
import { bookOrder } from '../../../../support/outbox/book-order';
import { addStore, dispatchRow, monday, openTestDatabase, newStoreId } from '../../../../support/outbox/test-database';
import type { TestDatabase } from '../../../../support/outbox/test-database';

let desk: TestDatabase;
let storeId: StoreId;

beforeEach(async () => {
  desk = await openTestDatabase();
  storeId = await addStore(desk.database);
});
afterEach(() => desk.dispose());

const id = (n: number): string => String(2026030200000000 + n);
const hour = 3_600_000;
const put = (...orders: BookOrder[]) =>
  desk.database.transaction(({ book }) => {
    for (const order of orders) book.put(storeId, order);
  });

it('names what can be confirmed: new, its due date running, and not in the queue for it', async () => {
  const fresh = { stage: 'new', mustSend: true } as const;
  await put(
    bookOrder(id(1), { ...fresh, dueAt: monday + 2 }),
    bookOrder(id(2), { ...fresh, dueAt: monday + 1 }),
    bookOrder(id(3), { stage: 'new', mustSend: false }),
    bookOrder(id(4)),
  );
  expect(await desk.database.book.toConfirm(storeId)).toEqual([id(2), id(1)]);
  await desk.database.transaction(({ jobs }) => {
    jobs.add({ ...dispatchRow(storeId, id(2)), kind: 'confirm', values: { kind: 'confirm', confirm: {} } });
  });
  expect(await desk.database.book.toConfirm(storeId)).toEqual([id(1)]);
  expect(await desk.database.book.dueCounts(storeId, monday, monday)).toMatchObject({ toConfirm: 1 });
});

it('counts how many of a list are due when, as they are listed', async () => {
  const dues = [-30 * hour, -hour, hour, hour, 30 * hour, undefined];
  await put(...dues.map((due, n) => bookOrder(id(n), { dueAt: due === undefined ? undefined : monday + due })));
  const given = { storeId, now: monday, endOfToday: endOfKoreanDay(monday) };
  const late = koreanDayIndex(monday - 30 * hour);
  expect(await desk.database.book.bookDues(given)).toEqual([
    { due: 'late', day: late, count: 1, mustSend: 1 },
    { due: 'late', day: koreanDayIndex(monday - hour), count: 1, mustSend: 1 },
    { due: 'until', at: monday + hour, count: 2, mustSend: 2 },
    { due: 'later', count: 1, mustSend: 1 },
    { due: 'no-date', count: 1, mustSend: 1 },
  ]);
  expect(await desk.database.book.bookDues({ ...given, filter: 'today' })).toHaveLength(1);
});

it('has orders of 오늘출발 due by their hour, and by the market again without one', async () => {
  const day = (attribute: string, dueAt: number) =>
    ({
      dueAt,
      facts: { finding: { at: monday, deliveryAttributeType: attribute }, marketDueAt: dueAt },
    }) satisfies Partial<BookOrder>;
  const end = endOfKoreanDay(monday);
  const { book } = desk.database;
  await put(
    bookOrder(id(1), day('TODAY', end)),
    bookOrder(id(2), day('NORMAL', end)),
    bookOrder(id(3), day('OPTION_TODAY', end)),
  );
  const dues = async () => (await Promise.all([1, 2, 3].map((n) => book.get(storeId, id(n))))).map((one) => one?.dueAt);
  const at17 = end + 1 - 7 * hour;
  await book.setTodayHour(storeId, 17 * 60);
  expect(await dues()).toEqual([at17, end, at17]);
  expect(await book.dueCounts(storeId, at17 - 1, end)).toMatchObject({ next: { at: at17, count: 2 }, today: 3 });
  expect(await book.dueCounts(storeId, at17 + 1, end)).toMatchObject({ today: 1, late: [{ count: 2 }] });
  // Another store's hour is its own.
  await book.setTodayHour(newStoreId(), 9 * 60);
  expect(await dues()).toEqual([at17, end, at17]);
  await book.setTodayHour(storeId, 18 * 60);
  expect(await dues()).toEqual([at17 + hour, end, at17 + hour]);
  await book.setTodayHour(storeId, undefined);
  expect(await dues()).toEqual([end, end, end]);
});

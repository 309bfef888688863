import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BookQuestion } from '../../../../../src-main/database/book/book-port';
import type { BookOrder } from '../../../../../src-main/database/book/book-port';
import { sealingWith } from '../../../../../src-main/secrets/personal';
import { endOfKoreanDay } from '../../../../../src-preload/contract/book/rules';
import type { BookTab } from '../../../../../src-preload/contract/book/tabs';
import { importIdSchema } from '../../../../../src-preload/contract/ids';
import type { StoreId } from '../../../../../src-preload/contract/ids';
import { bookOrder } from '../../../../support/outbox/book-order';
import { addStore, dispatchRow, monday, openTestDatabase } from '../../../../support/outbox/test-database';
import type { TestDatabase } from '../../../../support/outbox/test-database';

let desk: TestDatabase;
let storeId: StoreId;
const keys = (first: number, ...more: number[]) => {
  const [key = Buffer.alloc(32), ...others] = [first, ...more].map((n) => Buffer.alloc(32, n));
  return sealingWith({ key, all: [key, ...others], lasts: true, state: 'works' }, randomBytes);
};
const noKey = sealingWith({ key: randomBytes(32), all: [], lasts: false, state: 'locked' }, randomBytes);

beforeEach(async () => {
  desk = await openTestDatabase({ personal: keys(1) });
  storeId = await addStore(desk.database);
});
afterEach(() => desk.dispose());

const id = (n: number): string => String(2026030200000000 + n);
const hour = 3_600_000;
const put = (...orders: BookOrder[]) =>
  desk.database.transaction(({ book }) => {
    for (const order of orders) book.put(storeId, order);
  });
const ask = async (more: Partial<BookQuestion> = {}) => {
  const given = { storeId, now: monday, endOfToday: endOfKoreanDay(monday), offset: 0, limit: 50, ...more };
  const { orders, total } = await desk.database.book.bookPage(given);
  return { ids: orders.map(({ productOrderId }) => productOrderId), total, orders };
};
const person = (recipient: string, phone = '010-1234-5678') => ({ personal: { recipient, phones: [phone] } });

describe('the book', () => {
  it('answers what was put into it, the newest of each, and all of an order', async () => {
    const first = bookOrder(id(1), { dueAt: monday, lastFeedRow: { at: 5, type: 'PAYED' }, ...person('김하늘') });
    await put(first, bookOrder(id(2), { orderId: 'other' }));
    expect(await desk.database.book.get(storeId, id(1))).toMatchObject(first);
    await put({ ...first, dueAt: monday + 1, personal: { recipient: '이바다' } });
    expect(await desk.database.book.get(storeId, id(1))).toMatchObject({
      dueAt: monday + 1,
      personal: { recipient: '이바다' },
    });
    expect(await desk.database.book.ofOrder(storeId, first.orderId ?? '')).toHaveLength(1);
  });

  it('lists each tab by due date, what has none last', async () => {
    await put(
      bookOrder(id(1), { dueAt: monday + 2 * hour }),
      bookOrder(id(2)),
      bookOrder(id(3), { dueAt: monday + hour }),
      bookOrder(id(4), { stage: 'new', mustSend: true }),
      bookOrder(id(5), { stage: 'closed' }),
    );
    expect(await ask({ tab: 'waiting' })).toMatchObject({ ids: [id(3), id(1), id(2)], total: 3 });
    expect(await ask({ tab: 'waiting', offset: 1, limit: 1 })).toMatchObject({ ids: [id(1)], total: 3 });
    expect(await ask({ tab: 'waiting', filter: 'today' })).toMatchObject({ ids: [id(3), id(1)], total: 2 });
    expect(await ask({ tab: 'waiting', filter: 'late', now: monday + hour + 1 })).toMatchObject({ ids: [id(3)] });
    expect(await desk.database.book.tabCounts(storeId)).toEqual({
      new: 1,
      waiting: 3,
      'pull-out': 0,
      sent: 0,
      untracked: 0,
    });
  });

  it('tells what has a number, in the queue or in a draft, from what has none', async () => {
    await put(...[1, 2, 3].map((n) => bookOrder(id(n), { dueAt: monday + n })));
    const importId = importIdSchema.parse('6f1de1a2-3c44-4c1f-9d07-3f2f3b0f7a10');
    const draft = { id: importId, fileName: 'a.xlsx', digest: '1', operation: 'dispatch', createdAt: monday } as const;
    await desk.database.transaction(({ jobs, imports, drafts }) => {
      jobs.add(dispatchRow(storeId, id(1)));
      imports.add({ ...draft, storeId });
      drafts.put(importId, [
        { row: 2, cells: { productOrderId: id(2), trackingNumber: '640000000001' } },
        { row: 3, cells: { productOrderId: id(3) } },
      ]);
    });
    expect(await ask({ filter: 'without-number' })).toMatchObject({ ids: [id(3)], total: 1 });
    expect(await ask({ filter: 'not-registered' })).toMatchObject({ ids: [id(1), id(2)], total: 2 });
    expect((await ask()).orders.map(({ pending }) => pending?.number)).toEqual([
      `9${id(1)}`,
      '640000000001',
      undefined,
    ]);
    expect(await desk.database.book.dueCounts(storeId, monday, endOfKoreanDay(monday))).toMatchObject({
      today: 3,
      withoutNumber: 1,
      notRegistered: 2,
      next: { at: monday + 1, count: 1 },
    });
  });

  it('lists a box to pull out until the seller has looked, and notes a change once', async () => {
    await put(bookOrder(id(1)), bookOrder(id(2)));
    const change = { what: 'address-changed', at: monday, foundAt: monday + 1, pullOut: true } as const;
    const note = () => desk.database.book.addChange(storeId, id(1), { ...change, from: '서울 1', to: '서울 2' });
    expect([await note(), await note()]).toEqual([true, false]);
    await desk.database.book.addChange(storeId, id(2), { ...change, pullOut: false });
    expect(await ask({ tab: 'pull-out' })).toMatchObject({ ids: [id(1)], total: 1 });
    expect(await desk.database.book.noteSeen(storeId, id(1), monday + 2)).toBe(1);
    expect(await ask({ tab: 'pull-out' })).toMatchObject({ total: 0 });
    expect(await desk.database.book.changesOf(storeId, id(1))).toEqual([
      { ...change, seenAt: monday + 2, from: '서울 1', to: '서울 2' },
    ]);
  });
});

describe('a search', () => {
  beforeEach(() =>
    put(
      bookOrder(id(1), person('김하늘', '010-1234-5678')),
      bookOrder(id(2), { ...person('김하 나', '02-987-5678'), stage: 'closed' }),
      bookOrder(id(3), person('Kim Ha', '010-1111-2222')),
      bookOrder(id(4), person('남궁다라마바', '010-0000-0000')),
    ),
  );

  it.each<[string, number[]]>([
    ['김하', [1, 2]],
    [' 김 하늘 ', [1]],
    ['김하나', [2]],
    ['kim h', [3]],
    ['남궁다라마', [4]],
    ['남궁다라바', []],
    ['김', []],
    ['5678', [1, 2]],
    ['010-1234-5678', [1]],
    ['02 987 5678', [2]],
    ['678', []],
    [id(3), [3]],
    [`${id(3).slice(0, -1)}7`, [1, 2, 3, 4]],
    ['20260302', [1, 2, 3, 4]],
    ['', []],
  ])('for %j finds %j', async (search, found) => {
    const { ids, total } = await ask({ search });
    expect([ids, total]).toEqual([found.map(id), found.length]);
  });

  it('stays within a tab, and within a store', async () => {
    expect((await ask({ search: '김하', tab: 'waiting' })).ids).toEqual([id(1)]);
    const other = await addStore(desk.database);
    expect((await ask({ search: '김하', storeId: other })).ids).toEqual([]);
  });
});

describe('what identifies a person', () => {
  const everything = () => readFileSync(desk.file, 'latin1') + readFileSync(`${desk.file}-wal`, 'latin1');
  const inBytes = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

  it('stands in the file only sealed, and goes some days after an order has settled', async () => {
    const personal = {
      recipient: '홍길동',
      phones: ['010-8765-4321'],
      address: '세종로 1',
      memo: '문 앞',
      product: '현미',
    };
    await put(bookOrder(id(1), { personal, settledAt: monday }), bookOrder(id(2), { personal }));
    for (const text of ['홍길동', '홍길', '8765-4321', '4321"', '세종로', '문 앞', '현미']) {
      expect(everything()).not.toContain(inBytes(text));
    }
    expect(await desk.database.book.forgetPersonal(monday, 100)).toBe(0);
    expect(await desk.database.book.forgetPersonal(monday + 1, 100)).toBe(1);
    expect(await desk.database.book.get(storeId, id(1))).toMatchObject({ personal: undefined });
    expect((await ask({ search: '홍길동' })).ids).toEqual([id(2)]);
  });

  it('goes from the history, too, of an order that is over and keeps nothing of the person', async () => {
    const moved = {
      what: 'address-changed',
      at: monday,
      foundAt: monday,
      pullOut: true,
      from: '서울',
      to: '부산',
    } as const;
    await put(bookOrder(id(1), person('홍길동')), bookOrder(id(2), person('홍길동')));
    for (const n of [1, 2]) await desk.database.book.addChange(storeId, id(n), moved);
    await put(
      bookOrder(id(1), { stage: 'closed', settledAt: monday }),
      bookOrder(id(2), { stage: 'closed', settledAt: monday, ...person('홍길동') }),
    );
    const { from: _from, to: _to, ...erased } = moved;
    expect(await desk.database.book.changesOf(storeId, id(1))).toEqual([erased]);
    expect(await desk.database.book.changesOf(storeId, id(2))).toEqual([moved]);
  });

  it('without a key is there for this run only, and found all the same', async () => {
    await desk.dispose();
    desk = await openTestDatabase({ personal: noKey });
    storeId = await addStore(desk.database);
    await put(bookOrder(id(1), person('홍길동')), bookOrder(id(2), person('고길동')));
    expect((await ask({ search: '홍길' })).orders).toMatchObject([{ personal: { recipient: '홍길동' } }]);
    expect((await ask({ search: '5678' })).total).toBe(2);
    expect(everything()).not.toContain(inBytes('길동'));
  });

  it('is found under an earlier key, too', async () => {
    await put(bookOrder(id(1), person('홍길동')));
    const { folder } = desk;
    await desk.database.close();
    desk = await openTestDatabase({ folder, personal: keys(2, 1) });
    await put(bookOrder(id(2), person('홍길순')));
    expect((await ask({ search: '홍길' })).ids).toEqual([id(1), id(2)]);
  });
});

it('counts as a look at every product order does', async () => {
  const stage = fc.constantFrom('new', 'waiting', 'sent', 'closed', 'unpaid');
  const orderArbitrary = fc.record({
    stage,
    mustSend: fc.boolean(),
    untracked: fc.boolean(),
    due: fc.option(fc.integer({ min: -100, max: 60 })),
    hasJob: fc.boolean(),
    pullOut: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(orderArbitrary, { maxLength: 25 }), async (given) => {
      const store = await addStore(desk.database);
      await desk.database.transaction(({ book, jobs }) => {
        for (const [n, { due, hasJob, pullOut, ...flags }] of given.entries()) {
          book.put(store, bookOrder(id(n), { ...flags, dueAt: due === null ? undefined : monday + due * hour }));
          if (hasJob) jobs.add(dispatchRow(store, id(n)));
          if (pullOut) book.addChange(store, id(n), { what: 'cancel-requested', at: 1, foundAt: 1, pullOut: true });
        }
      });
      const endOfToday = endOfKoreanDay(monday);
      const at = (due: number | null): number => (due === null ? Number.POSITIVE_INFINITY : monday + due * hour);
      const isIn: Record<BookTab, (order: (typeof given)[number]) => boolean> = {
        new: (order) => order.stage === 'new',
        waiting: (order) => order.stage === 'waiting',
        'pull-out': (order) => order.pullOut,
        sent: (order) => order.stage === 'sent',
        untracked: (order) => order.untracked,
      };
      const counts = await desk.database.book.tabCounts(store);
      for (const [tab, rule] of Object.entries(isIn)) {
        const expected = given.filter(rule).length;
        expect(Object.entries(counts)).toContainEqual([tab, expected]);
      }
      const due = await desk.database.book.dueCounts(store, monday, endOfToday);
      const open = given.filter(({ mustSend, due: hours }) => mustSend && at(hours) <= endOfToday);
      expect(due.today).toBe(open.filter((order) => at(order.due) >= monday).length);
      expect(due.withoutNumber).toBe(open.filter(({ hasJob }) => !hasJob).length);
      expect(due.late.reduce((sum, { count }) => sum + count, 0)).toBe(
        open.filter((order) => at(order.due) < monday).length,
      );
      for (const filter of ['today', 'late', 'without-number', 'not-registered'] as const) {
        const { total, ids } = await ask({ storeId: store, filter });
        expect(ids).toHaveLength(total);
      }
    }),
    { numRuns: 25 },
  );
});

describe('a row that cannot be read', () => {
  const inFile = (sql: string): void => {
    const db = new Database(desk.file);
    db.exec(sql);
    db.close();
  };

  it('is passed over and listed, until the market has been read again', async () => {
    await put(bookOrder(id(1)), bookOrder(id(2)));
    inFile(`UPDATE book_orders SET facts = '{' WHERE product_order_id = '${id(1)}'`);
    expect((await ask({ tab: 'waiting' })).ids).toEqual([id(2)]);
    expect(await desk.database.unread.list()).toMatchObject([{ source: 'order', storeId }]);
    expect(await desk.database.unread.raw()).toMatchObject([{ columns: { product_order_id: id(1), facts: '{' } }]);
    await put(bookOrder(id(1)));
    expect(await desk.database.unread.list()).toEqual([]);
  });

  it('of the history hides no other', async () => {
    const note = (at: number) =>
      desk.database.book.addChange(storeId, id(1), { what: 'option-changed', at, foundAt: at, pullOut: false });
    await put(bookOrder(id(1)));
    await note(1);
    await note(2);
    inFile(`UPDATE book_changes SET what = 'of a newer version' WHERE at = 1`);
    expect(await desk.database.book.changesOf(storeId, id(1))).toMatchObject([{ at: 2 }]);
    expect(await desk.database.unread.raw()).toMatchObject([{ source: 'history', columns: { at: 1 } }]);
  });
});

import { expect, it, onTestFinished, vi } from 'vitest';
import { createBookLists } from '../../../../src-main/services/book/book-lists';
import { bookOrder } from '../../../support/outbox/book-order';
import { addStore, monday, openTestDatabase } from '../../../support/outbox/test-database';

it.each([
  ['sent-today', 'sent', { due: 'not-scanned', count: 2 }],
  [undefined, undefined, { due: 'no-date', count: 1 }],
] as const)(
  'the heads of a list (%s) and how many orders it has come from one pass over its rows',
  async (...given) => {
    const [filter, tab, head] = given;
    const { database, dispose } = await openTestDatabase({ inMemory: true });
    onTestFinished(dispose);
    const storeId = await addStore(database);
    const { book } = await database.transaction((tables) => {
      const sent = { at: monday, productOrderStatus: 'DELIVERING', placeOrderStatus: 'OK' };
      for (const id of ['2026030200000001', '2026030200000002'])
        tables.book.put(storeId, bookOrder(id, { sentAt: monday, facts: { finding: sent } }));
      tables.book.put(storeId, bookOrder('2026030200000003', { dueAt: undefined }));
      return tables;
    });
    const passes = [vi.spyOn(book, 'bookDues'), vi.spyOn(book, 'sentParts')];
    const lists = createBookLists({ database, stateOf: () => ({ isUnderWay: false }), now: () => monday });
    const answer = await lists.list({ storeId, filter, tab, folded: [], offset: 0, limit: 10 });
    expect(answer).toMatchObject({ ok: true, value: { orders: head.count } });
    expect(answer.ok && answer.value.items[0]).toMatchObject({ is: 'head', ...head });
    expect(passes.reduce((sum, pass) => sum + pass.mock.calls.length, 0)).toBe(1);
  },
);

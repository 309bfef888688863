import fc from 'fast-check';
import { expect, it } from 'vitest';
import { endOfKoreanDay, isScanned, unscannedDeliveries } from '../../../../../src-preload/contract/book/rules';
import { sentPeriods } from '../../../../../src-preload/contract/book/tabs';
import { koreanDayIndex } from '../../../../../src-preload/contract/korean-time';
import { bookOrder } from '../../../../support/outbox/book-order';
import { addStore, monday, openTestDatabase } from '../../../../support/outbox/test-database';

/** 발송 처리됨 by its days, in two groups, against a look at every order by the rules. */

const hour = 3_600_000;
const order = fc.record({
  status: fc.constantFrom('DELIVERING', 'DELIVERING', 'DELIVERING', 'PAYED', 'DELIVERED'),
  delivery: fc.constantFrom(undefined, ...unscannedDeliveries, 'COLLECT_CARGO', 'DELIVERING', 'SOMETHING_NEW'),
  sentAgo: fc.option(fc.integer({ min: -20, max: 200 }), { nil: undefined }),
  pickedUp: fc.boolean(),
});
const daysAgo = (at: number): number => koreanDayIndex(monday) - koreanDayIndex(at);

it('lists what was sent on the chosen days, what no courier has scanned first, the newest of each first', async () => {
  const endOfToday = endOfKoreanDay(monday);
  await fc.assert(
    fc.asyncProperty(fc.array(order, { maxLength: 40 }), fc.constantFrom(...sentPeriods), async (given, filter) => {
      const desk = await openTestDatabase({ inMemory: true });
      try {
        const storeId = await addStore(desk.database);
        const all = given.map(({ status, delivery, sentAgo, pickedUp }, n) => {
          const finding = { at: monday, productOrderStatus: status, placeOrderStatus: 'OK' };
          const facts = {
            finding,
            ...(delivery === undefined ? {} : { deliveryStatus: delivery }),
            ...(pickedUp ? { pickedUpAt: monday } : {}),
          };
          const sentAt = sentAgo === undefined ? undefined : monday - sentAgo * hour;
          return { id: String(2026030200000000 + n), n, status, sentAt, facts };
        });
        await desk.database.transaction(({ book }) => {
          for (const { id, sentAt, facts } of all) book.put(storeId, bookOrder(id, { sentAt, facts }));
        });
        const [first, last] = filter === 'sent-today' ? [0, 0] : filter === 'sent-yesterday' ? [1, 1] : [6, 0];
        const listed = all
          .flatMap(({ status, sentAt, facts, id, n }) => {
            if (status !== 'DELIVERING' || sentAt === undefined) return [];
            const days = daysAgo(sentAt);
            return days > first || days < last ? [] : [{ id, n, sentAt, scanned: isScanned({ ...facts, at: monday }) }];
          })
          .toSorted((a, b) => Number(a.scanned) - Number(b.scanned) || b.sentAt - a.sentAt || b.n - a.n);
        const question = { storeId, tab: 'sent', filter, now: monday, endOfToday } as const;
        const { book } = desk.database;
        const page = await book.bookPage({ ...question, offset: 0, limit: 100 });
        expect(page.orders.map(({ productOrderId }) => productOrderId)).toEqual(listed.map(({ id }) => id));
        expect(page.total).toBe(listed.length);
        const scanned = listed.filter((one) => one.scanned).length;
        expect(await book.sentParts(question)).toEqual({ scanned, notScanned: listed.length - scanned });
      } finally {
        await desk.dispose();
      }
    }),
    { numRuns: 40 },
  );
});

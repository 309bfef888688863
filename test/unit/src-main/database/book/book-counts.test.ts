import fc from 'fast-check';
import { expect, it } from 'vitest';
import { endOfKoreanDay, isUntracked, stageOf } from '../../../../../src-preload/contract/book/rules';
import { mustBeSent } from '../../../../../src-preload/contract/markets/naver/can-be-sent';
import { koreanDayIndex } from '../../../../../src-preload/contract/korean-time';
import { bookOrder } from '../../../../support/outbox/book-order';
import { addStore, dispatchRow, monday, openTestDatabase } from '../../../../support/outbox/test-database';

/** The counts of the band and of the tabs, whatever is in the book, against a count of every order by the rules. */

const hour = 3_600_000;
const order = fc.record({
  status: fc.constantFrom('PAYED', 'PAYED', 'PAYED', 'DELIVERING', 'DELIVERED', 'CANCELED', 'PAYMENT_WAITING'),
  placed: fc.constantFrom('OK', 'NOT_YET'),
  claim: fc.constantFrom(undefined, undefined, 'CANCEL_REQUEST', 'CANCEL_REJECT'),
  delivery: fc.constantFrom(undefined, 'DELIVERING', 'NOT_TRACKING', 'COLLECT_REQUEST'),
  due: fc.option(fc.integer({ min: -100, max: 100 }), { nil: undefined }),
  has: fc.constantFrom(undefined, undefined, 'dispatch', 'confirm'),
});

it('equal a count of every order', async () => {
  const end = endOfKoreanDay(monday);
  await fc.assert(
    fc.asyncProperty(fc.array(order, { maxLength: 40 }), async (given) => {
      const desk = await openTestDatabase({ inMemory: true });
      try {
        const storeId = await addStore(desk.database);
        const all = given.map(({ status, placed, claim, delivery, due, has }, n) => {
          const finding = {
            at: monday,
            productOrderStatus: status,
            placeOrderStatus: placed,
            ...(claim === undefined ? {} : { claimStatus: claim }),
          };
          const dueAt = due === undefined ? undefined : monday + due * hour;
          const facts = { finding, ...(delivery === undefined ? {} : { deliveryStatus: delivery }) };
          const productOrderId = String(2026030200000000 + n);
          return {
            row: bookOrder(productOrderId, { dueAt, facts }),
            has,
            dueAt,
            stage: stageOf(finding),
            mustSend: mustBeSent(finding),
            untracked: isUntracked(finding, { ...facts, at: monday }),
          };
        });
        await desk.database.transaction(({ book, jobs }) => {
          for (const { row, has } of all) {
            book.put(storeId, row);
            const job = dispatchRow(storeId, row.productOrderId);
            if (has === 'dispatch') jobs.add(job);
            if (has === 'confirm') jobs.add({ ...job, kind: 'confirm', values: { kind: 'confirm', confirm: {} } });
          }
        });
        const due = await desk.database.book.dueCounts(storeId, monday, end);
        const toSend = all.filter((one) => one.mustSend);
        const isLate = ({ dueAt }: (typeof all)[number]): boolean => dueAt !== undefined && dueAt < monday;
        const isToday = ({ dueAt }: (typeof all)[number]): boolean =>
          dueAt !== undefined && dueAt >= monday && dueAt <= end;
        expect(due.today).toBe(toSend.filter(isToday).length);
        expect(due.withoutNumber).toBe(
          toSend.filter((one) => (isLate(one) || isToday(one)) && one.has !== 'dispatch').length,
        );
        expect(due.notRegistered).toBe(toSend.filter(({ has }) => has === 'dispatch').length);
        expect(due.toConfirm).toBe(toSend.filter(({ stage, has }) => stage === 'new' && has !== 'confirm').length);
        const perDay = new Map<number, number>();
        for (const { dueAt = 0 } of toSend.filter(isLate)) {
          perDay.set(koreanDayIndex(dueAt), (perDay.get(koreanDayIndex(dueAt)) ?? 0) + 1);
        }
        expect(new Map(due.late.map(({ day, count }) => [day, count]))).toEqual(perDay);
        expect(await desk.database.book.tabCounts(storeId)).toMatchObject({
          new: all.filter(({ stage }) => stage === 'new').length,
          waiting: all.filter(({ stage }) => stage === 'waiting').length,
          sent: all.filter(({ stage }) => stage === 'sent').length,
          untracked: all.filter(({ untracked }) => untracked).length,
        });
      } finally {
        await desk.dispose();
      }
    }),
    { numRuns: 40 },
  );
});

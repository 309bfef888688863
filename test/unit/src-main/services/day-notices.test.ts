import { expect, it } from 'vitest';
import { createDayNotices } from '../../../../src-main/services/day-notices';
import { dueToday } from '../../../../src-main/services/book/due-today';
import { askBeforeClosing } from '../../../../src-main/electron/closing';
import { bookOrder } from '../../../support/outbox/book-order';
import { monday } from '../../../support/outbox/test-database';
import { createWorld } from '../../../support/outbox/world';

/** What someone about to close the app is told, by the book itself. */
async function closeWith(due: readonly number[]) {
  const world = await createWorld({ start: false });
  const notices: { title: string; body: string }[] = [];
  try {
    const { database } = world.desk;
    await database.transaction(({ book }) => {
      book.setFeed(world.storeId, { through: monday, next: undefined, filledAt: monday });
      for (const [n, dueAt] of due.entries()) {
        book.put(world.storeId, bookOrder(String(2026030200000000 + n), { dueAt }));
      }
    });
    const { unfinished } = createDayNotices({
      timers: world.time.timersOf({}),
      now: world.time.now,
      stores: async () => [],
      statuses: async () => [],
      due: () => dueToday(database, monday),
      notify: (notice) => notices.push(notice),
      report: (problem) => world.faults.push(problem),
    });
    // Nothing is asked, so the stand-in for the window is never touched.
    const answer = await askBeforeClosing(Object.create(null), unfinished);
    return { answer, notices };
  } finally {
    await world.end();
  }
}

it('closing with orders due says how many are left, late ones too, and how many have no number', async () => {
  const hour = 3_600_000;
  const { answer, notices } = await closeWith([-hour, 1, 2, hour, hour, 48 * hour].map((ms) => monday + ms));
  expect(answer).toBe('leave');
  expect(notices).toEqual([{ title: '아직 5건이 남았어요', body: expect.stringContaining('5건은 송장번호가 없어요') }]);
});

it('closing with nothing due says nothing', async () => {
  expect((await closeWith([monday + 48 * 3_600_000])).notices).toEqual([]);
});

import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyReading } from '../../../../src-main/outbox/write/apply-reading';
import { createJobTransactions } from '../../../../src-main/outbox/write/job-transaction';
import { delayLine, endOfDay } from '../../../support/outbox/delay-line';
import { createFeedDay, feedStep } from '../../../support/outbox/feed-day';

/** So many in every run; `npm run bench -- faults` asks for more. */
const programs = Number(process.env['BOOK_PROGRAMS'] ?? 40);
const seed = process.env['OUTBOX_SEED'] === undefined ? {} : { seed: Number(process.env['OUTBOX_SEED']) };

it('no job is sent against a finding of the feed that is newer than the one it was decided on', async () => {
  const all = { dispatch: 0, delay: 0, refund: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(feedStep, { minLength: 5, maxLength: 30 }),
      fc.infiniteStream(fc.integer({ min: 1, max: 120 })),
      fc.constantFrom(0, 0, 7, 40),
      fc.constantFrom(1, 10),
      async (steps, ways, databaseMs, perSecond) => {
        const { desk, begin, act, wrong, sent } = await createFeedDay(() => ways.next().value ?? 20, databaseMs);
        desk.world.fake.rate = { replenishPerSecond: perSecond, burst: perSecond };
        try {
          await begin();
          for (const one of steps) await act(one);
          await desk.world.time.advance(120_000);
          expect(desk.problems).toEqual([]);
          expect(desk.world.faults).toEqual([]);
          expect(wrong).toEqual([]);
          for (const kind of ['dispatch', 'delay', 'refund'] as const) all[kind] += sent[kind];
        } finally {
          await desk.dispose();
        }
      },
    ),
    { numRuns: programs, ...seed },
  );
  expect(all.dispatch, 'days on which nothing goes out prove nothing').toBeGreaterThan(15);
  expect(all.delay).toBeGreaterThan(2);
  expect(all.refund).toBeGreaterThan(0);
});

/** Delays, which this market takes one a second; `next` was read and waits for its turn. */
async function withDelays() {
  const day = await createFeedDay(() => 20, 0);
  const { desk, begin } = day;
  await begin();
  desk.world.fake.rate = { replenishPerSecond: 1, burst: 1 };
  const ids = [...desk.orders.keys()].slice(0, 5);
  const until = endOfDay(desk.world.time.now() + 20 * 86_400_000);
  await desk.world.add(ids.map((id) => delayLine(id, { until })));
  for (let n = 0; n < 200; n += 1) {
    await desk.world.time.advance(50);
    const live = await Promise.all(ids.map((id) => desk.world.desk.database.jobs.live(desk.storeId, 'delay', id)));
    const next = live.find((job) => job?.state === 'queued' && job.readAt !== undefined);
    if (next !== undefined) return { ...day, next };
  }
  throw new Error('none was read and waits');
}

it('a delay that was read and waits for its turn is judged again by what the feed tells', async () => {
  const { desk, act, next, wrong } = await withDelays();
  desk.happen(next.target, { status: 'CANCELED' }, 'CLAIM_COMPLETED');
  await act({ do: 'read', forMs: 200 });
  await desk.world.time.advance(60_000);
  expect(await desk.world.job(next.target)).toMatchObject({ state: 'rejected', code: 'closed', attempts: 0 });
  expect(wrong).toEqual([]);
  await desk.dispose();
});

it('a reading that began before the book was read is no ground to send', async () => {
  const { desk, next: job } = await withDelays();
  const { world, storeId } = desk;
  const { database } = world.desk;
  const at = world.time.now() + 50;
  const store = await database.stores.get(storeId);
  const inBook = await database.book.get(storeId, job.target);
  if (store === undefined || inBook === undefined) throw new Error('they are there');
  const ready = async (bookReadAt: number) => {
    await database.book.put(storeId, { ...inBook, readAt: bookReadAt });
    const transactions = createJobTransactions({
      database,
      now: () => at,
      newId: randomUUID,
      onChange: () => undefined,
    });
    const finding = { at: at - 30, productOrderStatus: 'PAYED', placeOrderStatus: 'OK' };
    const context = { callId: 'read', call: { startedAt: at - 30, endedAt: at }, market: world.fake.market, store };
    return transactions.run(
      (journal) =>
        applyReading(journal, [job], () => ({ is: 'found', finding, judgement: { is: 'open' } }), {
          ...context,
          random: 0.5,
        }).ready,
    );
  };
  expect(await ready(at - 10)).toEqual([]);
  // The same reading, an earlier one, and one from before the clock was set back stand against nothing.
  for (const bookReadAt of [at - 30, at - 100, at + 3_600_000]) expect(await ready(bookReadAt)).toEqual([job.id]);
  await desk.dispose();
});

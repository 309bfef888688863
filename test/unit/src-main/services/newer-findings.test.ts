import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideBeforeSending } from '../../../../src-main/outbox/decide/before-sending';
import { judge } from '../../../../src-main/markets/naver/judge';
import { obstacles } from '../../../../src-main/markets/naver/special-orders';
import { applyReading } from '../../../../src-main/outbox/write/apply-reading';
import { createJobTransactions } from '../../../../src-main/outbox/write/job-transaction';
import { isShipped } from '../../../../src-main/practice/product-order';
import type { JobRow } from '../../../../src-main/database/rows';
import type { Session } from '../../../../src-main/markets/market';
import type { Finding } from '../../../../src-preload/contract/job';
import { createBookWorld } from '../../../support/outbox/book-world';
import type { BookWorld } from '../../../support/outbox/book-world';
import { delayLine, endOfDay } from '../../../support/outbox/delay-line';
import type { Fault } from '../../../support/outbox/fake-market';
import { dispatchLine } from '../../../support/outbox/world';

const count = 6;
const order = fc.nat(count - 1);
const does = <What extends string>(what: What) => fc.constant(what);
const buyerDoes = fc.constantFrom(
  ...(['asks-cancel', 'withdraws', 'cancelled', 'moves', 'takes-other-option', 'wants-other-day'] as const),
);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: does('buyer'), order, what: buyerDoes }) },
  { weight: 4, arbitrary: fc.record({ do: does('add'), order, boxOf: fc.nat(2), undoMs: fc.constantFrom(0, 3000) }) },
  { weight: 1, arbitrary: fc.record({ do: does('delay'), order }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: does('act'),
      which: fc.nat(50),
      action: fc.constantFrom('approve' as const, 'decline', 'refund', 'retry', 'exclude'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: does('tick'), order, by: fc.constantFrom('box' as const, 'address') }) },
  { weight: 6, arbitrary: fc.record({ do: does('read'), forMs: fc.integer({ min: 1, max: 400 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: does('fault'),
      fault: fc.constantFrom<Fault>('cut-before', 'cut-after', 'rate', 'market', 'refuse-whole'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: does('kill') }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: does('wait'),
      ms: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 300, max: 30_000 })),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** What the book was told of a product order: its newest finding, and when that was in the book (ms UTC). */
type Told = Map<string, { finding: Finding; at: number }>;

/** Days in which the feed tells of what buyers do while jobs wait, rest and are in flight. */
async function createDay(wayMs: () => number, databaseMs: number) {
  const desk = await createBookWorld({ inMemory: true });
  const { world, storeId } = desk;
  const ids = desk.sow(count, 1);
  for (const id of ids) patch(id, { placeOrderStatus: 'OK' });
  const told: Told = new Map();
  const wrong: string[] = [];
  const sent = { dispatch: 0, delay: 0, refund: 0 };
  desk.wayMs = wayMs;
  /** Only while time passes: what a step asks for is answered without. */
  const pass = async (ms: number): Promise<void> => {
    world.databaseMs = databaseMs;
    await world.time.advance(ms);
    world.databaseMs = 0;
  };

  function patch(id: string, more: Parameters<BookWorld['happen']>[1]): void {
    const known = desk.orders.get(id);
    if (known !== undefined) desk.orders.set(id, { ...known, ...more });
  }

  const listen = (): void => {
    const { directReads } = world.outbox;
    const { readProductOrders } = directReads;
    directReads.readProductOrders = async (...given) => {
      const answer = await readProductOrders(...given);
      if (answer.is !== 'answered' || answer.answer.type !== 'answered') return answer;
      for (const [id, finding] of answer.answer.findings) told.set(id, { finding, at: world.time.now() });
      return answer;
    };
  };
  listen();

  /** Nothing that the book had been told before the job was taken into its call stands against it. */
  const check = async (job: JobRow): Promise<void> => {
    const newer = told.get(job.target);
    const store = await world.desk.database.stores.get(storeId);
    if (store === undefined) throw new Error('the store is there');
    if (newer !== undefined && newer.at < job.changedAt && newer.finding.at > (job.finding?.at ?? 0)) {
      const { finding } = newer;
      const decided = decideBeforeSending(
        job,
        { finding, judgement: judge(job.values, finding), obstacles: obstacles(job.values, finding, world.time.now()) },
        { flaggedAt: undefined, store },
      );
      if (decided !== 'send') wrong.push(`${job.kind} ${job.target}: ${JSON.stringify(decided)}`);
    }
    if (job.kind !== 'dispatch') return;
    const box = await world.desk.database.transaction(({ jobs }) => jobs.parcel(job));
    const live = box.filter(({ state, kind }) => kind === 'dispatch' && state !== 'cancelled' && state !== 'rejected');
    for (const target of new Set([job.target, ...live.map((one) => one.target)])) {
      for (const change of await world.desk.database.book.changesOf(storeId, target)) {
        if (!change.pullOut || change.seenAt !== undefined || change.foundAt >= job.changedAt) continue;
        // A cancel request is judged by the finding; withdrawn, it stands against nothing.
        if (change.what === 'cancel-requested') continue;
        wrong.push(`${job.target}: ${change.what} of ${target} was found ${job.changedAt - change.foundAt} ms before`);
      }
      const mate = told.get(target);
      if (target === job.target || mate === undefined || mate.at >= job.changedAt) continue;
      const seen = live.find((one) => one.target === target);
      // What was known before it got its number is judged with its own turn.
      if (seen === undefined || seen.state === 'succeeded' || mate.at < seen.createdAt) continue;
      if (mate.finding.at <= (seen.finding?.at ?? 0)) continue;
      const judgement = judge(job.values, mate.finding);
      if (judgement.is === 'cancel-requested' && !job.approved.includes(judgement.claimId)) {
        wrong.push(`${job.target}: ${target} of its box has a cancel request`);
      }
    }
  };

  const open = world.fake.open;
  world.fake.open = (account): Session => {
    const session = open(account);
    return {
      ...session,
      async send(kind, jobs) {
        for (const { target } of jobs) {
          const job = await world.desk.database.jobs.live(storeId, kind, target);
          if (job !== undefined) await check(job);
          const { status, claim, hopeDeliveryYmd } = desk.orders.get(target) ?? {};
          world.fake.orders.set(target, {
            status: status === 'PAYED' ? 'PAYED' : status === 'CANCELED' ? 'CANCELED' : 'DELIVERING',
            placed: 'OK',
            ...(claim?.status === 'CANCEL_REQUEST' ? { claimId: claim.id } : {}),
            ...(hopeDeliveryYmd === undefined ? {} : { more: { hopeDeliveryYmd } }),
          });
          if (kind === 'dispatch' || kind === 'delay' || kind === 'refund') sent[kind] += 1;
        }
        const before = world.fake.ledger.length;
        const answer = await session.send(kind, jobs);
        for (const done of world.fake.ledger.slice(before)) shipped(done.target, done.what, done.number);
        return answer;
      },
    };
  };

  function shipped(id: string, what: string, trackingNumber: string | undefined): void {
    const known = desk.orders.get(id);
    if (known === undefined) return;
    const at = world.time.now();
    if (what === 'refund') desk.happen(id, { status: 'CANCELED' }, 'CLAIM_COMPLETED');
    if (what !== 'dispatch' || trackingNumber === undefined) return;
    const shipment = { at, traceId: 't', deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'CJGLS' } as const;
    const dispatches = [{ ...shipment, trackingNumber, dispatchDate: at }];
    const { claim: _answered, ...rest } = known;
    desk.orders.set(id, { ...rest, status: 'DELIVERING', dispatches });
    desk.happen(id, {}, 'DISPATCHED');
  }

  let claims = 0;
  const buyer = (id: string, what: typeof buyerDoes extends fc.Arbitrary<infer One> ? One : never): void => {
    const known = desk.orders.get(id);
    if (known === undefined || isShipped(known) || known.status !== 'PAYED') return;
    claims += 1;
    const { claim, ...rest } = known;
    switch (what) {
      case 'asks-cancel': {
        const asked = { id: `C${claims}`, type: 'CANCEL', status: 'CANCEL_REQUEST', requestedAt: 1 } as const;
        return desk.happen(id, { claim: asked }, 'CLAIM_REQUESTED');
      }
      case 'withdraws':
        if (claim === undefined) return;
        desk.orders.set(id, rest);
        return desk.happen(id, {}, 'CLAIM_REJECTED');
      case 'cancelled':
        return desk.happen(id, { status: 'CANCELED' }, 'CLAIM_COMPLETED');
      case 'moves': {
        const recipient = { ...known.recipient, detailedAddress: `${claims}층` };
        return desk.happen(id, { recipient, addressChangedAt: world.time.now() }, 'DELIVERY_ADDRESS_CHANGED');
      }
      case 'takes-other-option':
        return desk.happen(id, { productOption: `${claims}번` }, 'EXCHANGE_OPTION');
      case 'wants-other-day':
        return desk.happen(id, { hopeDeliveryYmd: '20260309' }, 'HOPE_DELIVERY_INFO_CHANGED');
    }
  };

  const act = async (what: Step): Promise<void> => {
    const { time } = world;
    switch (what.do) {
      case 'buyer':
        return buyer(ids[what.order] ?? '', what.what);
      case 'add':
        await world.add([dispatchLine(ids[what.order] ?? '', `64000000000${what.boxOf}`)], { undoMs: what.undoMs });
        return;
      case 'delay':
        await world.add([delayLine(ids[what.order] ?? '', { until: endOfDay(time.now() + 20 * 86_400_000) })]);
        return;
      case 'act': {
        const log = await world.log();
        const job = log[what.which % Math.max(1, log.length)];
        if (job === undefined) return;
        const { action } = what;
        const jobs = [job.id];
        await world.outbox.act(action === 'refund' ? { action, jobs, others: 'send' } : { action, jobs });
        return;
      }
      case 'tick': {
        const id = ids[what.order] ?? '';
        if (what.by === 'box') await desk.book.pullOuts.seen(storeId, id, time.now());
        else await desk.addresses.seen(storeId, id);
        return;
      }
      case 'read':
        await desk.book.keeper.refresh(storeId);
        return pass(what.forMs);
      case 'fault': {
        const left = [what.fault];
        world.fake.fault = () => left.shift();
        return;
      }
      case 'kill':
        await world.restart();
        await desk.restart();
        listen();
        return;
      case 'wait':
        return pass(what.ms);
    }
  };
  const begin = async (): Promise<void> => {
    await desk.read();
    await world.outbox.setPaused(storeId, false);
  };
  return { desk, begin, act, wrong, sent };
}

it('no job is sent against a finding of the feed that is newer than the one it was decided on', async () => {
  const all = { dispatch: 0, delay: 0, refund: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 30 }),
      fc.infiniteStream(fc.integer({ min: 1, max: 120 })),
      fc.constantFrom(0, 0, 7, 40),
      fc.constantFrom(1, 10),
      async (steps, ways, databaseMs, perSecond) => {
        const { desk, begin, act, wrong, sent } = await createDay(() => ways.next().value ?? 20, databaseMs);
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
    { numRuns: 40, endOnFailure: true },
  );
  expect(all.dispatch, 'days on which nothing goes out prove nothing').toBeGreaterThan(15);
  expect(all.delay).toBeGreaterThan(2);
}, 120_000);

/** Delays, which this market takes one a second; `next` was read and waits for its turn. */
async function withDelays() {
  const day = await createDay(() => 20, 0);
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
  const order = await database.book.get(storeId, job.target);
  if (store === undefined || order === undefined) throw new Error('they are there');
  const ready = async (bookReadAt: number) => {
    await database.book.put(storeId, { ...order, readAt: bookReadAt });
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

import fc from 'fast-check';
import { approvedClaim } from '../../../src-main/outbox/decide/approved-claim';
import { decideBeforeSending } from '../../../src-main/outbox/decide/before-sending';
import { judge } from '../../../src-main/markets/naver/judge';
import { obstacles } from '../../../src-main/markets/naver/special-orders';
import { isShipped } from '../../../src-main/practice/product-order';
import type { JobRow } from '../../../src-main/database/rows';
import type { Session } from '../../../src-main/markets/market';
import type { Finding } from '../../../src-preload/contract/job';
import { createBookWorld } from './book-world';
import type { BookWorld } from './book-world';
import { delayLine, endOfDay } from './delay-line';
import type { Fault } from './fake-market';
import { dispatchLine } from './world';

const count = 6;
const which = fc.nat(count - 1);
const does = <What extends string>(what: What) => fc.constant(what);
const buyerDoes = fc.constantFrom(
  ...(['asks-cancel', 'withdraws', 'cancelled', 'moves', 'takes-other-option', 'wants-other-day'] as const),
);
/** Something that happens on such a day. */
export const feedStep = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: does('buyer'), order: which, what: buyerDoes }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: does('add'), order: which, boxOf: fc.nat(2), undoMs: fc.constantFrom(0, 3000) }),
  },
  { weight: 2, arbitrary: fc.record({ do: does('delay'), order: which }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: does('act'),
      which: fc.nat(50),
      action: fc.constantFrom('approve' as const, 'decline', 'refund', 'retry', 'exclude'),
    }),
  },
  // By chance alone a choice hardly ever meets a box that is held for a cancel request.
  { weight: 2, arbitrary: fc.record({ do: does('approve-cancel'), order: which, boxOf: fc.nat(2) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: does('tick'), order: which, by: fc.constantFrom('box' as const, 'address') }),
  },
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
type Step = typeof feedStep extends fc.Arbitrary<infer One> ? One : never;

/** What the book was told of a product order: its newest finding, and when that was in the book (ms UTC). */
type Told = Map<string, { finding: Finding; at: number }>;

/**
 * A day on which the feed tells of what buyers do while jobs wait, rest and are in flight. `wrong` names each job that was
 * sent against something the book had been told before.
 * @param wayMs of a reading, to the market and back; ms
 * @param databaseMs how much later the outbox hears of the database
 */
export async function createFeedDay(wayMs: () => number, databaseMs: number) {
  const desk = await createBookWorld();
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
      if (judgement.is === 'cancel-requested' && !job.approved.includes(approvedClaim(target, judgement.claimId))) {
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
        const { action } = what;
        const log = await world.log();
        const job = log[what.which % Math.max(1, log.length)];
        if (job === undefined) return;
        const jobs = [job.id];
        await world.outbox.act(action === 'refund' ? { action, jobs, others: 'send' } : { action, jobs });
        return;
      }
      case 'approve-cancel': {
        const id = ids[what.order] ?? '';
        buyer(id, 'asks-cancel');
        await world.add([dispatchLine(id, `64000000000${what.boxOf}`)]);
        await pass(3000);
        const held = (await world.log()).find(({ target, state }) => target === id && state === 'held');
        if (held !== undefined) await world.outbox.act({ action: 'refund', jobs: [held.id], others: 'send' });
        return;
      }
      case 'tick': {
        const id = ids[what.order] ?? '';
        if (what.by === 'box') await desk.book.pullOuts.seen(storeId, [{ productOrderId: id, through: time.now() }]);
        else await desk.addresses.seen(storeId, id, (await world.desk.database.flags.of(storeId, [id])).get(id) ?? 0);
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

import { randomUUID } from 'node:crypto';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { Job } from '../../../src-preload/contract/job';
import type { JobState } from '../../../src-preload/contract/job-states';
import { createOutbox } from '../../../src-main/outbox/create-outbox';
import type { NewJob, Outbox, OutboxChange } from '../../../src-main/outbox/outbox-port';
import type { Session } from '../../../src-main/markets/market';
import type { AppDatabase } from '../../../src-main/database/tables';
import { addStore, monday, openTestDatabase } from './test-database';
import type { TestDatabase } from './test-database';
import { createFakeMarket } from './fake-market';
import type { FakeMarket, Fault } from './fake-market';
import type { FakeOrder } from './fake-order';
import { createVirtualTime } from './virtual-time';
import type { VirtualTime } from './virtual-time';

export interface World {
  time: VirtualTime;
  desk: TestDatabase;
  fake: FakeMarket;
  storeId: StoreId;
  outbox: Outbox;
  changes: OutboxChange[];
  faults: unknown[];
  online: boolean;
  /** How the outbox opens a session; of the fake market unless a story says otherwise. */
  openSession(id: StoreId): Promise<Session | undefined>;
  /** The outbox hears of the database so much later: answers of the market come in between. */
  databaseMs: number;
  /** What was written is on the disk so much later than it was asked for: another program holds the file. */
  commitMs: number;
  /** Adds PAYED, confirmed orders to the market and answers their lines. */
  orders(count: number, more?: Partial<FakeOrder>): NewJob[];
  add(jobs: readonly NewJob[], more?: { undoMs?: number; replace?: boolean }): ReturnType<Outbox['add']>;
  log(): Promise<Job[]>;
  job(target: string): Promise<Job>;
  states(): Promise<Partial<Record<JobState, number>>>;
  /** The process dies: nothing of it happens any more. The market lives on. */
  kill(): void;
  /** A new process over the same file. */
  restart(): Promise<void>;
  /** Calls that were to change something, oldest first. */
  sends(): FakeMarket['calls'];
  /** The next calls that write meet these faults, one each. */
  failWrites(...faults: readonly Fault[]): void;
  /** The next call that writes is cut before anything is applied, and readings no longer return its orders. */
  cutAndHide(): void;
  /** The next calls that read meet these faults, one each. */
  failReads(...faults: readonly Fault[]): void;
  /** An order of the fake market. */
  orderOf(target: string): FakeOrder;
  dispose(): Promise<void>;
  /** Ends a story: throws when the outbox met a fault of its own, or its counts are not what the jobs say. */
  end(): Promise<void>;
}

/** A line of a courier's sheet for an order of the fake market. */
export function dispatchLine(target: string, trackingNumber = `6${target}`): NewJob {
  return {
    target,
    values: {
      kind: 'dispatch',
      dispatch: { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'CJGLS', trackingNumber },
    },
  };
}

/** An outbox over a real SQLite database and a fake market, on virtual time. */
export async function createWorld(
  given: {
    confirmFirst?: 'ask' | 'always' | 'never';
    random?: () => number;
    reads?: boolean;
    start?: boolean;
    /** False: in a real file, for a test that looks into it. */
    inMemory?: boolean;
  } = {},
): Promise<World> {
  const time = createVirtualTime(monday);
  const desk = await openTestDatabase({ now: time.now, inMemory: given.inMemory ?? true });
  const storeId = await addStore(desk.database, { confirmFirst: given.confirmFirst ?? 'ask' });
  const fake = createFakeMarket(time, given.reads === undefined ? {} : { reads: given.reads });
  let made = 0;
  let process = newProcess();
  function newProcess() {
    const life = { dead: false };
    const outbox = createOutbox({
      database: mortal(desk.database, life, {
        before: () => (world?.databaseMs ? time.sleep(world.databaseMs) : undefined),
        after: () => (world?.commitMs ? time.sleep(world.commitMs) : undefined),
      }),
      now: time.now,
      random: given.random ?? (() => 0.5),
      newId: randomUUID,
      timers: time.timersOf(life),
      openSession: (id) => world.openSession(id),
      market: () => fake.market,
      isSystemOnline: () => world?.online ?? true,
      onChange: (change) => world?.changes.push(change),
      onFault: (error) => world?.faults.push(error),
      yieldToEventLoop: async () => undefined,
    });
    return { life, outbox };
  }
  const world: World = {
    time,
    desk,
    fake,
    storeId,
    outbox: process.outbox,
    changes: [],
    faults: [],
    online: true,
    openSession: async (id) => fake.open(id),
    databaseMs: 0,
    commitMs: 0,
    orders(count, more = {}) {
      return Array.from({ length: count }, () => {
        made += 1;
        const target = String(2026030200000000 + made);
        fake.orders.set(target, { status: 'PAYED', placed: 'OK', ...more });
        return dispatchLine(target);
      });
    },
    add: (jobs, more = {}) =>
      world.outbox.add({ storeId, undoMs: more.undoMs ?? 0, replace: more.replace ?? false, jobs }),
    async log() {
      const all: Job[] = [];
      for (;;) {
        const { jobs } = await desk.database.log.page({ storeId }, all.length, 200);
        all.push(...jobs);
        if (jobs.length < 200) return all;
      }
    },
    async job(target) {
      const found = (await world.log()).find((job) => job.target === target);
      if (found === undefined) throw new Error(`no job for ${target}`);
      return found;
    },
    async states() {
      const counts = await desk.database.counts.of(storeId);
      return Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0));
    },
    kill() {
      process.life.dead = true;
      for (const call of fake.calls) if (call.sure === undefined) call.orphan = true;
      time.dropAll(process.life);
    },
    async restart() {
      world.kill();
      process = newProcess();
      world.outbox = process.outbox;
      await world.outbox.start();
    },
    sends: () => fake.calls.filter(({ kind }) => kind !== 'read'),
    failWrites: (...faults) => failNext(faults, (kind) => kind !== 'read'),
    cutAndHide() {
      fake.fault = ({ kind, targets }) => {
        if (kind === 'read') return undefined;
        for (const target of targets) world.orderOf(target).hidden = true;
        fake.fault = () => undefined;
        return 'cut-before';
      };
    },
    failReads: (...faults) => failNext(faults, (kind) => kind === 'read'),
    orderOf(target) {
      const order = fake.orders.get(target);
      if (order === undefined) throw new Error(`no order ${target}`);
      return order;
    },
    async dispose() {
      world.kill();
      await desk.dispose();
    },
    async end() {
      const countsAgree = await desk.database.counts.verify();
      await world.dispose();
      if (world.faults.length > 0) throw new AggregateError(world.faults, 'the outbox met faults of its own');
      if (!countsAgree) throw new Error('the counts are not what the jobs say');
    },
  };
  function failNext(faults: readonly Fault[], hits: (kind: FakeMarket['calls'][number]['kind']) => boolean): void {
    const left = [...faults];
    fake.fault = ({ kind }) => (hits(kind) ? left.shift() : undefined);
  }
  if (given.start !== false) await world.outbox.start();
  return world;
}

/** The database as a process sees it: after its death nothing reaches the file, and nothing is answered. */
export function mortal(
  database: AppDatabase,
  life: { dead: boolean },
  delays: { before: () => Promise<void> | undefined; after: () => Promise<void> | undefined },
): AppDatabase {
  const never = new Promise<never>(() => undefined);
  const guard = <Table extends object>(table: Table): Table =>
    new Proxy(table, {
      get(target, name, receiver) {
        const member: unknown = Reflect.get(target, name, receiver);
        if (typeof member === 'function')
          return (...input: unknown[]) => {
            if (life.dead) return never;
            const waited = delays.before();
            const run = (): unknown => (life.dead ? never : Reflect.apply(member, target, input));
            const ran = waited === undefined ? run() : waited.then(run);
            const written = delays.after();
            return written === undefined ? ran : Promise.all([ran, written]).then(([answer]) => answer);
          };
        return typeof member === 'object' && member !== null ? guard(member) : member;
      },
    });
  return guard(database);
}

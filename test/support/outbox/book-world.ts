import { createAddresses } from '../../../src-main/services/addresses';
import { createOrderBook } from '../../../src-main/services/book/order-book';
import type { OrderBook } from '../../../src-main/services/book/order-book';
import { changesOutcome, changesPath, feedQuestion } from '../../../src-main/markets/naver/changes';
import { queryBody, queryOutcome } from '../../../src-main/markets/naver/query';
import type { Session } from '../../../src-main/markets/market';
import { lastChanged } from '../../../src-main/practice/naver-changes';
import { query } from '../../../src-main/practice/naver-reads';
import type { Change, ProductOrder } from '../../../src-main/practice/product-order';
import { readSwitches } from '../../../src-main/practice/switches';
import type { SwitchesPatch } from '../../../src-main/practice/switches';
import { toProductOrder } from '../../../src-main/practice/sheet-order';
import { makeSheetOrders } from '../../../src-main/practice/made-orders';
import type { StoreId } from '../../../src-preload/contract/ids';
import { answerOf } from '../http/scripted-request';
import type { Scripted } from '../http/scripted-request';
import { createWorld, mortal } from './world';
import type { World } from './world';

/** A world whose market is read as the practice market would answer, with the real client's questions. */
export interface BookWorld {
  world: World;
  storeId: StoreId;
  book: OrderBook;
  addresses: ReturnType<typeof createAddresses>;
  switches: ReturnType<typeof readSwitches>;
  set(patch: SwitchesPatch): void;
  orders: Map<string, ProductOrder>;
  /** Adds paid orders that were confirmed, or not. */
  sow(count: number, seed: number): string[];
  /** Something happens to an order at the market, and its feed tells of it. */
  happen(id: string, patch: Partial<ProductOrder>, type: Change['type']): void;
  /** What the market answers instead, once, by what is asked. */
  fail: (kind: 'read' | 'changes') => Scripted | undefined;
  asked: ('read' | 'changes')[];
  /** How long the way to the market takes, and the way back; ms. */
  wayMs: () => number;
  changes: number;
  problems: unknown[];
  /** Reads the feed to its end. */
  read(): Promise<void>;
  /** The process of the book dies, and another one begins over the same file. */
  restart(): Promise<void>;
  dispose(): Promise<void>;
}

export async function createBookWorld(given: { inMemory?: boolean } = {}): Promise<BookWorld> {
  const world = await createWorld({ start: false, ...given });
  const { time, storeId, desk } = world;
  const orders = new Map<string, ProductOrder>();
  const told: Change[] = [];
  const ledger = { order: (id: string) => orders.get(id), changes: () => told };
  let life = { dead: false };

  const open = world.fake.open;
  const answering = async (kind: 'read' | 'changes', answer: () => Scripted) => {
    self.asked.push(kind);
    const startedAt = time.now();
    await time.sleep(self.wayMs());
    const scripted = self.fail(kind) ?? answer();
    await time.sleep(self.wayMs());
    const httpAnswer = { ...answerOf(scripted, startedAt), endedAt: time.now() };
    const rate = { replenishPerSecond: 10, burst: 20, remaining: 15 };
    return { httpAnswer, call: { startedAt, endedAt: time.now(), rate } };
  };
  const toScripted = ({ status, body }: { status: number; body: unknown }): Scripted => ({
    status,
    body: Object(body),
  });
  world.fake.open = (account): Session => ({
    ...open(account),
    async read(targets) {
      const moment = { now: time.now(), traceId: 't' };
      const { httpAnswer, call } = await answering('read', () =>
        toScripted(query(ledger, self.switches, moment, queryBody(targets))),
      );
      return { outcome: queryOutcome(targets, httpAnswer), call };
    },
    async readChanges(position) {
      const now = time.now();
      const question = feedQuestion(position, now);
      const parameters = new URL(changesPath(question), 'http://market').searchParams;
      const { httpAnswer, call } = await answering('changes', () =>
        toScripted(lastChanged(ledger, self.switches, { now, traceId: 't' }, parameters)),
      );
      return { outcome: changesOutcome(question, httpAnswer, now), call };
    },
  });
  await world.outbox.start();

  const openBook = (): Pick<BookWorld, 'book' | 'addresses'> => {
    const own = life;
    const nothing = () => undefined;
    const database = mortal(desk.database, own, { before: nothing, after: nothing });
    const addresses = createAddresses({ database, outbox: world.outbox });
    const book = createOrderBook({
      database,
      outbox: world.outbox,
      chosenStore: async () => storeId,
      timers: time.timersOf(own),
      now: time.now,
      onChange: () => {
        self.changes += 1;
      },
      report: (problem) => self.problems.push(problem),
    });
    return { book, addresses };
  };
  const self: BookWorld = {
    world,
    storeId,
    switches: readSwitches({}),
    set(patch) {
      self.switches = readSwitches({ ...self.switches, ...patch });
    },
    orders,
    sow(count, seed) {
      const made = makeSheetOrders({
        count,
        seed,
        perOrder: [1, 2],
        specials: { 'not-confirmed': Math.ceil(count / 3) },
      });
      for (const sheet of made) {
        const { order, changes } = toProductOrder(sheet, time.now());
        orders.set(order.productOrderId, order);
        told.push(...changes);
      }
      return made.map(({ productOrderId }) => productOrderId);
    },
    happen(id, patch, type) {
      const order = orders.get(id);
      if (order === undefined) throw new Error(`no order ${id}`);
      orders.set(id, { ...order, ...patch });
      told.push({ at: time.now(), productOrderId: id, type });
    },
    fail: () => undefined,
    asked: [],
    wayMs: () => 20,
    changes: 0,
    problems: [],
    async read() {
      await self.book.keeper.refresh(storeId);
      for (let n = 0; n < 600 && self.book.keeper.stateOf(storeId).isUnderWay; n += 1) await time.advance(100);
      if (self.book.keeper.stateOf(storeId).isUnderWay) throw new Error('the book is still being read');
    },
    async restart() {
      life.dead = true;
      time.dropAll(life);
      life = { dead: false };
      Object.assign(self, openBook());
    },
    async dispose() {
      life.dead = true;
      time.dropAll(life);
      await world.end();
    },
    ...openBook(),
  };
  return self;
}

import type { StoreId } from '../../src-preload/contract/ids';
import type { AppDatabase } from '../database/tables';
import type { Outbox, Timers } from '../outbox/outbox-port';
import type { ChangedOrder, OrdersService } from './orders';
import { watchedInBook } from './watched-in-book';

/** Watched orders of a store that changed. */
export interface WatchedChange {
  storeId: StoreId;
  orders: readonly ChangedOrder[];
}

interface Options {
  database: AppDatabase;
  outbox: Outbox;
  orders: OrdersService;
  timers: Timers;
  now(): number;
  onChange(change: WatchedChange): void;
  report(problem: unknown): void;
}

const shortestMs = 30_000;
const stepMs = 1_000;
/** Looks per second before the market's first word on its rate: half of the slowest one it publishes. */
const unknownPerSecond = 1;

/** How long an order rests between two looks: 30 s, or as long as all of them take at half the market's rate. */
export function watchIntervalMs(watched: number, perSecond: number | undefined): number {
  return Math.max(shortestMs, (watched / ((perSecond ?? unknownPerSecond) / 2)) * 1000);
}

/** Looks of one step: half the rate, so that the other half is always free for what is to be sent. */
function looksPerStep(perSecond: number | undefined): number {
  return Math.max(1, Math.floor((((perSecond ?? unknownPerSecond) / 2) * stepMs) / 1000));
}

/**
 * Looks at watched orders one after the other, each at its interval, after everything that sends. A paused store rests;
 * which orders are watched stands in the database, so a restart goes on where it was. An order the market does not
 * answer for is looked at again at its interval like any other, so it holds up none; and no store holds up another. Of
 * orders in the book its feed tells; the market is asked only about the others.
 */
export function createWatch({ database, outbox, orders, timers, now, onChange, report }: Options) {
  let timer: unknown;
  let running: Promise<void> | undefined;
  let stopped = false;

  /** Orders of a store whose interval is over, those not looked at for longest first. */
  const dueOf = async (storeId: StoreId, toldOf: ReadonlySet<string>): Promise<string[]> => {
    const watched = (await database.orders.watched(storeId)).filter(({ orderId }) => !toldOf.has(orderId));
    const perSecond = outbox.directReads.rateOf(storeId);
    const restMs = watchIntervalMs(watched.length, perSecond);
    return watched
      .filter(({ watchedAt }) => {
        // A clock set back must not leave an order unwatched until it is caught up with.
        const since = watchedAt === undefined ? Number.POSITIVE_INFINITY : Math.abs(now() - watchedAt);
        return since >= restMs;
      })
      .slice(0, looksPerStep(perSecond))
      .map(({ orderId }) => orderId);
  };

  /** @returns the product orders that came or went; `wait` when the store cannot be asked now */
  const lookUpOrder = async (storeId: StoreId, orderId: string): Promise<ChangedOrder | 'wait' | undefined> => {
    try {
      const answer = await outbox.directReads.lookUpOrder(storeId, orderId);
      if (answer.is === 'busy' || answer.is === 'resting') return 'wait';
      // Whatever the market said, or did not say: the order has had its turn.
      await database.orders.recordRead(storeId, orderId, now());
      if (answer.is === 'no-answer' || !Array.isArray(answer.answer)) return undefined;
      const changes = await database.orders.found(storeId, orderId, answer.answer, now());
      return { orderId, count: answer.answer.length, changes };
    } catch (problem) {
      if (!stopped) await database.orders.recordRead(storeId, orderId, now());
      throw problem;
    }
  };

  const watchStore = async (storeId: StoreId): Promise<void> => {
    const seen: ChangedOrder[] = [];
    const { inFeed, changed: changedInBook } = await watchedInBook(database, storeId, now());
    if (changedInBook.length > 0) onChange({ storeId, orders: changedInBook });
    for (const orderId of await dueOf(storeId, inFeed)) {
      if (stopped) return;
      const answer = await lookUpOrder(storeId, orderId);
      if (answer === 'wait') break;
      if (answer !== undefined) seen.push(answer);
    }
    if (seen.length === 0 || stopped) return;
    const reading = await orders.read(
      storeId,
      seen.map(({ orderId }) => orderId),
      true,
    );
    const changed = seen.flatMap((one): ChangedOrder[] => {
      const read = reading.changes.filter(({ orderId }) => orderId === one.orderId);
      const changes = [...one.changes, ...read.flatMap((each) => each.changes)];
      return changes.length === 0 ? [] : [{ ...one, changes }];
    });
    if (changed.length > 0) onChange({ storeId, orders: changed });
  };

  const round = async (): Promise<void> => {
    const stores = (await database.stores.list()).filter(({ pause }) => pause === undefined);
    await Promise.all(
      stores.map(({ id }) =>
        watchStore(id).catch((problem: unknown) => {
          if (!stopped) report(problem);
        }),
      ),
    );
  };

  const plan = (): void => {
    if (stopped) return;
    timer = timers.set(() => {
      running = round()
        .catch((problem: unknown) => {
          if (!stopped) report(problem);
        })
        .finally(plan);
    }, stepMs);
  };

  return {
    start: plan,
    async stop() {
      stopped = true;
      timers.clear(timer);
      await running;
    },
  };
}

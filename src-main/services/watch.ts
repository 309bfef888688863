import type { StoreId } from '../../src-preload/contract/ids';
import type { DeskDatabase } from '../database/tables';
import type { Outbox, Timers } from '../outbox/outbox-port';
import type { OrdersService } from './orders';

interface Options {
  database: DeskDatabase;
  outbox: Outbox;
  orders: OrdersService;
  timers: Timers;
  now(): number;
  /** Watched orders that changed. */
  onChange(change: { storeId: StoreId; orderIds: string[] }): void;
  report(problem: unknown): void;
}

const shortestMs = 30_000;
/** One look at most in this time: it is what half of the market's slowest published rate allows. */
const stepMs = 1_000;

/** How long an order rests between two looks: 30 s, or as long as all of them take at half the market's rate. */
export function watchIntervalMs(watched: number, perSecond: number | undefined): number {
  return Math.max(shortestMs, (watched / ((perSecond ?? 1) / 2)) * 1000);
}

/**
 * Looks at watched orders one after the other, each at its interval, after everything that sends. A paused store rests;
 * which orders are watched stands in the database, so a restart goes on where it was.
 */
export function createWatch({ database, outbox, orders, timers, now, onChange, report }: Options) {
  let timer: unknown;
  let running: Promise<void> | undefined;
  let stopped = false;

  const lookAt = async (storeId: StoreId, orderId: string): Promise<void> => {
    const looked = await outbox.looks.lookUp(storeId, orderId);
    if (looked.is !== 'answered') return;
    const before = (await database.orders.changes(storeId, orderId))[0];
    if (Array.isArray(looked.answer)) await orders.found(storeId, orderId, looked.answer);
    const outcome = await orders.read(storeId, [orderId], true);
    if (outcome !== 'read') return;
    await database.orders.looked(storeId, orderId, now());
    const after = (await database.orders.changes(storeId, orderId))[0];
    if (JSON.stringify(before) !== JSON.stringify(after)) onChange({ storeId, orderIds: [orderId] });
  };

  const round = async (): Promise<void> => {
    for (const { id, pause } of await database.stores.list()) {
      if (stopped || pause !== undefined) continue;
      const watched = await database.orders.watched(id);
      const [next] = watched;
      if (next === undefined) continue;
      const restMs = watchIntervalMs(watched.length, outbox.looks.rateOf(id));
      // A clock set back must not leave an order unwatched until it is caught up with.
      const since = next.watchedAt === undefined ? Number.POSITIVE_INFINITY : Math.abs(now() - next.watchedAt);
      if (since >= restMs) await lookAt(id, next.orderId);
    }
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

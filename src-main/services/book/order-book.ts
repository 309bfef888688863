import { randomUUID } from 'node:crypto';
import type { BookSettings } from '../../../src-preload/contract/book/settings';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { AppDatabase } from '../../database/tables';
import type { Outbox, Timers } from '../../outbox/outbox-port';
import { createBook } from './book';
import { createBookLists } from './book-lists';
import { createBookSettings } from './book-settings';
import { createTodayHours } from './today-hour';
import { importedKey } from './imported-at';
import { takeExport } from './take-export';
import { failure, success } from '../../../src-preload/contract/result';
import type { ExportedOrder } from '../../../src-preload/contract/book/exported-order';
import { createPullOutNotices } from './pull-out-notices';
import { createCourierForms } from './courier-forms';
import { createFormLayouts } from './form-layouts';
import { createJoinSheet } from './join-sheet';
import { createPullOuts } from './pull-outs';

/** The order book as a whole: what keeps it, what is seen of it, and how it is kept. */
export function createOrderBook(given: {
  database: AppDatabase;
  outbox: Outbox;
  chosenStore(): Promise<StoreId | undefined>;
  timers: Timers;
  now(): number;
  onChange(storeId: StoreId): void;
  /** Shows a notice of the system. */
  notify?(notice: { title: string; body: string; topic: string }): void;
  report(problem: unknown): void;
}) {
  const { database, now } = given;
  const settings = createBookSettings(database);
  const hours = createTodayHours({
    database,
    directReads: given.outbox.directReads,
    settings,
    now,
    onChange: given.onChange,
  });
  const lookAtPullOuts = createPullOutNotices({ database, notify: given.notify ?? (() => undefined) });
  const keeper = createBook({
    ...given,
    settings,
    hours,
    onChange(storeId) {
      given.onChange(storeId);
      void lookAtPullOuts(storeId).catch(given.report);
    },
  });
  return {
    keeper,
    lists: createBookLists({ database, stateOf: keeper.stateOf, now }),
    pullOuts: createPullOuts({ database, outbox: given.outbox, now, onChange: given.onChange }),
    joins: createJoinSheet({ database, now, giveTurn: () => new Promise((resolve) => setImmediate(resolve)) }),
    forms: createCourierForms({ database, now }),
    formLayouts: createFormLayouts({ database, newId: () => `own-${randomUUID()}` }),
    settings,
    /** The hour of 오늘출발 as the market tells it. */
    todayHour: hours.of,
    /** Takes the market's own export of orders in. */
    async importOrders(storeId: StoreId, orders: readonly ExportedOrder[]) {
      if ((await database.stores.get(storeId)) === undefined) return failure('not-found');
      const { todayMinutes } = await hours.settingsOf(storeId);
      const at = now();
      const added = await database.transaction((tables) => {
        tables.settings.set(importedKey(storeId), JSON.stringify(at));
        return takeExport(tables, storeId, orders, { at, todayMinutes });
      });
      given.onChange(storeId);
      return success({ added });
    },
    /** Everything that is due by the hour of 오늘출발 is due by the new one at once. */
    async changeSettings(next: BookSettings): Promise<void> {
      const { todayMinutes } = await settings.get();
      await settings.set(next);
      if (next.todayMinutes === todayMinutes) return;
      await hours.byHandChanged();
    },
  };
}

export type OrderBook = ReturnType<typeof createOrderBook>;

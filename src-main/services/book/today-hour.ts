import { z } from 'zod';
import { instantSchema } from '../../../src-preload/contract/ids';
import type { StoreId } from '../../../src-preload/contract/ids';
import { todayHourSchema } from '../../../src-preload/contract/book/today-hour';
import type { TodayHour } from '../../../src-preload/contract/book/today-hour';
import type { BookSettings } from '../../../src-preload/contract/book/settings';
import { dayMs } from '../../../src-preload/contract/korean-time';
import { withoutUndefined } from '../../../src-preload/contract/without-undefined';
import { readStored } from '../../database/stored-json';
import type { AppDatabase } from '../../database/tables';
import type { TodayHourAnswer } from '../../markets/market';
import type { DirectReads } from '../../outbox/outbox-port';
import type { BookSettingsService } from './book-settings';

const keptSchema = z.strictObject({ at: instantSchema, hour: todayHourSchema });

/** What a store has set changes seldom; a market that was not reached is asked again sooner. */
const againAfterMs = dayMs;
const afterTroubleMs = 60 * 60_000;

/**
 * The hour of 오늘출발 of each store: the market's own where the application may read it, otherwise the one the seller has
 * set by hand. Asked once a day.
 */
export function createTodayHours(given: {
  database: AppDatabase;
  directReads: Pick<DirectReads, 'readTodayHour'>;
  settings: BookSettingsService;
  now(): number;
  onChange(storeId: StoreId): void;
}) {
  const { database, directReads, settings, now } = given;
  const triedAt = new Map<StoreId, number>();
  const keyOf = (storeId: StoreId): string => `today-hour:${storeId}`;
  const kept = async (storeId: StoreId) => readStored(keptSchema, await database.settings.get(keyOf(storeId)));

  const of = async (storeId: StoreId): Promise<TodayHour> => (await kept(storeId))?.hour ?? { is: 'not-read' };
  const minutesOf = async (storeId: StoreId): Promise<number | undefined> => {
    const hour = await of(storeId);
    return hour.is === 'known' ? hour.minutes : (await settings.get()).todayMinutes;
  };

  return {
    of,
    /** The settings of the book as they hold for this store. */
    async settingsOf(storeId: StoreId): Promise<BookSettings> {
      const { daysBack, everyMinutes, keepPersonalDays, keepChosen } = await settings.get();
      const todayMinutes = await minutesOf(storeId);
      return { daysBack, everyMinutes, keepPersonalDays, keepChosen, ...withoutUndefined({ todayMinutes }) };
    },

    /** The seller has set another hour by hand: open orders of stores without one of their own are due by it. */
    async byHandChanged(): Promise<void> {
      for (const { id } of await database.stores.list()) {
        await database.book.setTodayHour(id, await minutesOf(id));
        given.onChange(id);
      }
    },

    /** Asks the market where that is a day ago. Nothing that sends waits for it, and its failure stops nothing. */
    async readIfDue(storeId: StoreId): Promise<void> {
      const at = now();
      const last = (await kept(storeId))?.at;
      // A clock set back leaves a moment of the future: that says nothing.
      if (last !== undefined && last <= at && at - last < againAfterMs) return;
      const tried = triedAt.get(storeId);
      if (tried !== undefined && Math.abs(at - tried) < afterTroubleMs) return;
      triedAt.set(storeId, at);
      const read = await directReads.readTodayHour(storeId);
      if (read?.is !== 'answered') return;
      const { answer } = read;
      const before = await minutesOf(storeId);
      const hour = hourOf(answer);
      await database.settings.set(keyOf(storeId), JSON.stringify({ at, hour }));
      const after = await minutesOf(storeId);
      if (after === before) return;
      await database.book.setTodayHour(storeId, after);
      given.onChange(storeId);
    },
  };
}

function hourOf(answer: TodayHourAnswer): TodayHour {
  if (answer.type === 'unavailable') return { is: 'unavailable' };
  const { minutes, closedWeekday, closedDays } = answer;
  return { is: 'known', minutes, closedDays: [...closedDays], ...withoutUndefined({ closedWeekday }) };
}

export type TodayHours = ReturnType<typeof createTodayHours>;

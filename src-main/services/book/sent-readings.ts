import { businessDayAfter, lastBusinessDays } from '../../../src-preload/contract/book/business-days';
import { scannedWithinDays } from '../../../src-preload/contract/book/rules';
import type { CallOutput } from '../../../src-preload/contract/calls';
import type { StoreId } from '../../../src-preload/contract/ids';
import { dayMs, koreanDay, koreanDayIndex, koreanMidnight } from '../../../src-preload/contract/korean-time';
import type { AppDatabase } from '../../database/tables';

/** Dispatches of so many business days are looked at: within them a number has to be scanned. */
const readDays = 3;
/** Hours in Korea: once in the morning, when couriers have scanned what they took the day before, and once after noon. */
const hours = [9, 13] as const;
const hourMs = 60 * 60_000;

/**
 * The latest moment at which what was sent was to be read.
 * @param now ms UTC
 */
function latestTurn(now: number): number {
  const midnight = koreanMidnight(koreanDayIndex(now));
  const turns = hours.flatMap((hour) => [midnight - dayMs + hour * hourMs, midnight + hour * hourMs]);
  return Math.max(...turns.filter((turn) => turn <= now));
}

/** Since when dispatches are looked at: the midnight with which the first of these business days begins. */
function firstMoment(now: number): number {
  const [first = koreanDay(now)] = lastBusinessDays(koreanDay(now), readDays);
  return Date.parse(`${first}T00:00:00+09:00`);
}

/**
 * Looks twice a day whether couriers have scanned what was dispatched on the last three business days, and what was not
 * tracked before: 300 a call. How far that is, is kept, so that a start does not read it again.
 * @param readSome reads product orders into the book; undefined: all were asked
 */
export function createSentReadings<Ended extends string>(given: {
  database: AppDatabase;
  now(): number;
  readSome(storeId: StoreId, productOrderIds: readonly string[]): Promise<Ended | undefined>;
}) {
  const { database, now } = given;
  const keyOf = (storeId: StoreId): string => `scans-read ${storeId}`;
  const readAt = async (storeId: StoreId): Promise<number | undefined> => {
    const text = await database.settings.get(keyOf(storeId));
    return text === undefined || !/^\d+$/u.test(text) ? undefined : Number(text);
  };

  return {
    /** Reads them where their turn has come. */
    async readIfDue(storeId: StoreId): Promise<Ended | undefined> {
      const at = now();
      const last = await readAt(storeId);
      // A clock set back leaves a moment of the future: that says nothing.
      if (last !== undefined && last >= latestTurn(at) && last <= at) return undefined;
      const ids = await database.book.sentSince(storeId, firstMoment(at));
      const ended = ids.length === 0 ? undefined : await given.readSome(storeId, ids);
      if (ended === undefined) await database.settings.set(keyOf(storeId), String(at));
      return ended;
    },

    /** What the window shows of it: the days, and when it was read last. */
    async days(storeId: StoreId): Promise<CallOutput<'book-scans'>> {
      const at = now();
      const sums = await database.book.sentDays(storeId, firstMoment(at));
      const last = await readAt(storeId);
      const days = lastBusinessDays(koreanDay(at), readDays);
      const listed = [...new Set([...days, ...sums.map(({ day }) => day)])].toSorted();
      return {
        days: listed.map((day) => {
          const { sent = 0, scanned = 0, untracked = 0 } = sums.find((each) => each.day === day) ?? {};
          return { day, until: businessDayAfter(day, scannedWithinDays), sent, scanned, untracked };
        }),
        ...(last === undefined ? {} : { readAt: last }),
      };
    },
  };
}

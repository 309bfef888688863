import { bookSettingsSchema } from '../../../src-preload/contract/book/settings';
import type { BookSettings } from '../../../src-preload/contract/book/settings';
import { readStored } from '../../database/stored-json';
import type { AppDatabase } from '../../database/tables';

const key = 'book';
const standard: BookSettings = { daysBack: 7, everyMinutes: 10, keepPersonalDays: 90, keepChosen: false };

/** How the order book is kept; what was never chosen, or can no longer be read, has its standard value. */
export function createBookSettings(database: AppDatabase) {
  return {
    async get(): Promise<BookSettings> {
      return readStored(bookSettingsSchema, await database.settings.get(key)) ?? standard;
    },
    async set(settings: BookSettings): Promise<void> {
      await database.settings.set(key, JSON.stringify(settings));
    },
  };
}

export type BookSettingsService = ReturnType<typeof createBookSettings>;

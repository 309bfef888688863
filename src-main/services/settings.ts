import type { z } from 'zod';
import { settingsSchema } from '../../src-preload/contract/settings';
import type { Settings } from '../../src-preload/contract/settings';
import { storeIdSchema } from '../../src-preload/contract/ids';
import type { StoreId } from '../../src-preload/contract/ids';
import type { AppDatabase } from '../database/tables';

const standard: Settings = { undoSeconds: 5, keepPersonalDays: 90, rememberCouriers: true };
const chosenKey = 'chosen-store';
const settingsKey = 'settings';

/** The seller's settings; what was never set, or can no longer be read, has its standard value. */
export function createSettings(database: AppDatabase) {
  const table = database.settings;
  const read = <Schema extends z.ZodType>(key: string, schema: Schema): Promise<z.output<Schema> | undefined> =>
    database.transaction(({ settings }) => settings.read(key, schema));
  return {
    async get(): Promise<Settings> {
      const kept = await read(settingsKey, settingsSchema.partial());
      return kept === undefined ? standard : { ...standard, ...withoutGaps(kept) };
    },
    async set(settings: Settings): Promise<void> {
      await table.set(settingsKey, JSON.stringify(settings));
    },
    async chosenStore(): Promise<StoreId | undefined> {
      return read(chosenKey, storeIdSchema);
    },
    async chooseStore(storeId: StoreId): Promise<void> {
      await table.set(chosenKey, JSON.stringify(storeId));
    },
  };
}

function withoutGaps(given: Partial<{ [Key in keyof Settings]: Settings[Key] | undefined }>): Partial<Settings> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

export type SettingsService = ReturnType<typeof createSettings>;

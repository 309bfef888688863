import { z } from 'zod';
import { instantSchema } from '../../src-preload/contract/ids';
import type { StoreId } from '../../src-preload/contract/ids';
import { isUsableDay } from '../../src-preload/contract/secret-check';
import type { CheckAnswer } from '../../src-preload/contract/secret-check';
import type { AppDatabase } from '../database/tables';

const answerSchema = z.strictObject({ savedAt: instantSchema, at: instantSchema, looked: z.boolean() });

const keyOf = (storeId: StoreId): string => `secret-check:${storeId}`;

const dayKeyOf = (storeId: StoreId): string => `authenticated:${storeId}`;

/** When a store's application was authenticated, and what the seller answered when reminded of it. */
export function createSecretChecks(database: AppDatabase, now: () => number) {
  return {
    async answerOf(storeId: StoreId): Promise<CheckAnswer | undefined> {
      return database.transaction(({ settings }) => settings.read(keyOf(storeId), answerSchema));
    },
    /** yyyy-MM-dd in Korea; undefined: the seller named none, or what is stored cannot be meant. */
    async authenticatedOn(storeId: StoreId): Promise<string | undefined> {
      const day = z.iso.date().safeParse(await database.settings.get(dayKeyOf(storeId))).data;
      return day !== undefined && isUsableDay(day, now()) ? day : undefined;
    },
    async authenticated(storeId: StoreId, day: string): Promise<void> {
      await database.settings.set(dayKeyOf(storeId), day);
    },
    async answer(storeId: StoreId, answer: CheckAnswer): Promise<void> {
      await database.settings.set(keyOf(storeId), JSON.stringify(answer));
    },
  };
}

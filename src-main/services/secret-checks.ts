import { z } from 'zod';
import { instantSchema } from '../../src-preload/contract/ids';
import type { StoreId } from '../../src-preload/contract/ids';
import type { CheckAnswer } from '../../src-preload/contract/secret-check';
import type { AppDatabase } from '../database/tables';

const answerSchema = z.strictObject({ savedAt: instantSchema, at: instantSchema, looked: z.boolean() });

const keyOf = (storeId: StoreId): string => `secret-check:${storeId}`;

/** What the seller answered when reminded to look after a store's application. */
export function createSecretChecks(database: AppDatabase) {
  return {
    async answerOf(storeId: StoreId): Promise<CheckAnswer | undefined> {
      return database.transaction(({ settings }) => settings.read(keyOf(storeId), answerSchema));
    },
    async answer(storeId: StoreId, answer: CheckAnswer): Promise<void> {
      await database.settings.set(keyOf(storeId), JSON.stringify(answer));
    },
  };
}

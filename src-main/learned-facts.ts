import { z } from 'zod';
import type { StoreId } from '../src-preload/contract/ids';
import { readStored } from './database/stored-json';
import type { AppDatabase } from './database/tables';
import { describeProblem } from './diagnostics/describe-problem';
import type { Logger } from './diagnostics/log-events';
import type { LearnedFacts } from './markets/market';

const codesSchema = z.record(z.string(), z.string());

/** What a market's client has learnt about a store, kept among the settings: losing it costs one refused call. */
export async function learnedFacts(database: AppDatabase, logger: Logger, storeId: StoreId): Promise<LearnedFacts> {
  const key = `company-codes ${storeId}`;
  return {
    companyCodes: readStored(codesSchema, await database.settings.get(key)) ?? {},
    remember(companyCodes) {
      // On a disk that is full it is learnt again at the next start; the log says so.
      database.settings
        .set(key, JSON.stringify(companyCodes))
        .catch((error: unknown) => logger.log('problem', { place: 'learned-facts', ...describeProblem(error) }));
    },
  };
}

import { endOfKoreanDay } from '../../../src-preload/contract/book/rules';
import { hasOrders } from '../../../src-preload/contract/market-facts';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { DueCounts } from '../../database/book/book-port';
import { filledAt } from './imported-at';
import type { AppDatabase } from '../../database/tables';

/** What of a store is due today. */
export interface DueOfStore extends Pick<DueCounts, 'today' | 'withoutNumber' | 'next'> {
  storeId: StoreId;
  label: string;
  /** Due before now, and not sent. */
  late: number;
}

/**
 * What is due today in each store whose book was filled. Practice is no one's duty, and of a book that was never read
 * nothing is known.
 * @param now ms UTC
 */
export async function dueToday(database: AppDatabase, now: number): Promise<DueOfStore[]> {
  const stores = (await database.stores.list()).filter((store) => !store.practice && hasOrders(store));
  return database.transaction(({ book, settings }) =>
    stores.flatMap(({ id: storeId, label }) => {
      if (filledAt({ book, settings }, storeId) === undefined) return [];
      const { today, withoutNumber, late, next } = book.dueCounts(storeId, now, endOfKoreanDay(now));
      return [{ storeId, label, today, withoutNumber, next, late: late.reduce((sum, { count }) => sum + count, 0) }];
    }),
  );
}

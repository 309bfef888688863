import type { StoreId } from '../../../src-preload/contract/ids';
import { dueNotices as words } from '../../../src-preload/contract/text/ko/due-notices';
import type { AppDatabase } from '../../database/tables';

/**
 * A notice of the system for boxes that came to 뺄 상자 since the book was looked at last; what stood there when the app
 * started is said by the window. Practice shakes no one.
 * @returns what to call whenever the book of a store has changed
 */
export function createPullOutNotices(given: {
  database: AppDatabase;
  notify(notice: { title: string; body: string; topic: string }): void;
}): (storeId: StoreId) => Promise<void> {
  const { database, notify } = given;
  const known = new Map<StoreId, ReadonlySet<string>>();
  return async (storeId) => {
    const store = await database.stores.get(storeId);
    if (store === undefined || store.practice) return;
    const open = await database.book.openPullOuts(storeId);
    const before = known.get(storeId);
    const now = new Set(open.map(({ productOrderId }) => productOrderId));
    known.set(storeId, now);
    const fresh = before === undefined ? 0 : [...now].filter((id) => !before.has(id)).length;
    if (fresh === 0) return;
    // The next one counts these as well.
    const topic = `pull-outs ${storeId}`;
    notify({ title: words.pullOutTitle(now.size), body: words.pullOutBody(store.label), topic });
  };
}

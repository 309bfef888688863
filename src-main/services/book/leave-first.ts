import { endOfKoreanDay } from '../../../src-preload/contract/book/rules';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { AppDatabase } from '../../database/tables';
import type { NewJob } from '../../outbox/outbox-port';

/** Looked up in one piece: ten thousand at once would hold the main thread. */
const atOnce = 100;

/**
 * The targets of these jobs that are due today or late, by the book.
 * @param now ms UTC
 */
export async function targetsToLeaveFirst(
  database: AppDatabase,
  storeId: StoreId,
  jobs: readonly NewJob[],
  now: number,
): Promise<Set<string>> {
  const until = endOfKoreanDay(now);
  const due = new Set<string>();
  const targets = jobs.flatMap(({ target, values }) => (values.kind === 'dispatch' ? [target] : []));
  if ((await database.book.feed(storeId)) === undefined) return due;
  for (let from = 0; from < targets.length; from += atOnce) {
    const some = targets.slice(from, from + atOnce);
    const found = await database.transaction(({ book }) =>
      some.filter((target) => {
        const order = book.get(storeId, target);
        return order?.mustSend === true && order.dueAt !== undefined && order.dueAt <= until;
      }),
    );
    for (const target of found) due.add(target);
  }
  return due;
}

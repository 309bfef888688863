import type { StoreId } from '../../src-preload/contract/ids';
import type { AppDatabase, Tables } from '../database/tables';
import type { OrderRecord } from '../database/orders-table';
import type { ChangedOrder } from './orders';

/** A book whose feed came to its end no longer ago than this is relied on for its orders; of others the market is asked. */
const feedFreshForMs = 10 * 60_000;

/**
 * What the order book says of watched orders: which of them its feed covers, so that the market need not be asked about
 * each, and what it has read of them that their histories do not have yet.
 * @param now ms UTC
 */
export async function watchedInBook(
  database: AppDatabase,
  storeId: StoreId,
  now: number,
): Promise<{ inFeed: ReadonlySet<string>; changed: ChangedOrder[] }> {
  return database.transaction(({ book, orders }) => {
    const inFeed = new Set<string>();
    const filledAt = book.feed(storeId)?.filledAt;
    if (filledAt === undefined || Math.abs(now - filledAt) > feedFreshForMs) return { inFeed, changed: [] };
    const changed = orders.watched(storeId).flatMap((record): ChangedOrder[] => {
      const read = book.readTimesOf(storeId, record.orderId);
      if (read.length === 0) return [];
      inFeed.add(record.orderId);
      const known = new Set(record.productOrders.map(({ id }) => id));
      const isNew = read.some(({ productOrderId }) => !known.has(productOrderId));
      const isNewer = read.some(({ readAt }) => readAt > (record.readAt ?? 0));
      return isNew || isNewer ? takeFromBook({ book, orders }, storeId, record, now) : [];
    });
    return { inFeed, changed };
  });
}

function takeFromBook(
  { book, orders }: Pick<Tables, 'book' | 'orders'>,
  storeId: StoreId,
  { orderId, productOrders, readAt }: OrderRecord,
  now: number,
): ChangedOrder[] {
  const inBook = new Map(book.ofOrder(storeId, orderId).map((each) => [each.productOrderId, each]));
  const ids = [...new Set([...productOrders.map(({ id }) => id), ...inBook.keys()])];
  const added = ids.length > productOrders.length ? orders.found(storeId, orderId, ids, now) : [];
  const before = new Map(productOrders.map((each) => [each.id, each]));
  const after = ids.map((id) => {
    const each = inBook.get(id);
    const known = before.get(id) ?? { id };
    // One that the seller has had read since says more than the book.
    const isOlder = each !== undefined && (known.finding?.at ?? 0) > each.facts.finding.at;
    return each === undefined || isOlder ? known : { id, finding: each.facts.finding };
  });
  const lastRead = Math.max(readAt ?? 0, ...[...inBook.values()].map((each) => each.readAt));
  const changes = [...added, ...orders.read(storeId, orderId, after, lastRead)];
  return changes.length === 0 ? [] : [{ orderId, count: ids.length, changes }];
}

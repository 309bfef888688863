import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { StoreId } from '../../src-preload/contract/ids';
import { changesBetween } from '../../src-preload/contract/order-changes';
import { orderChangeSchema, productOrderSchema } from '../../src-preload/contract/orders';
import type { OrderChange, ProductOrder } from '../../src-preload/contract/orders';
import { shapeSchema, storedShape } from './stored-shape';
import { keyOf } from './unread-rows';
import type { UnreadRows } from './unread-rows';

/** An order number that was looked up or is watched. */
export interface OrderRecord {
  orderId: string;
  productOrders: ProductOrder[];
  foundAt: number | undefined;
  readAt: number | undefined;
  watchedSince: number | undefined;
  /** When a watched order was asked about last. */
  watchedAt: number | undefined;
}

export interface OrdersTable {
  get(storeId: StoreId, orderId: string): OrderRecord | undefined;
  /**
   * A lookup answered: these are its product orders now. What was read of those that stay is kept. Answers what changed
   * in an order that is watched; its history has it then.
   */
  found(storeId: StoreId, orderId: string, ids: readonly string[], at: number): OrderChange[];
  /** Product orders as a reading showed them; answers what changed, as `found` does. */
  read(storeId: StoreId, orderId: string, productOrders: readonly ProductOrder[], at: number): OrderChange[];
  /** Since when it is watched; undefined: no longer. When it was looked at last stays known. */
  watch(storeId: StoreId, orderId: string, since: number | undefined): void;
  /** Longest not asked about first. */
  watched(storeId: StoreId): OrderRecord[];
  recordRead(storeId: StoreId, orderId: string, at: number): void;
  /** Newest first, at most 50. */
  changes(storeId: StoreId, orderId: string): OrderChange[];
}

const record = z
  .object({
    order_id: z.string(),
    product_orders: z.string(),
    found_at: z.int().nullable(),
    read_at: z.int().nullable(),
    watched_since: z.int().nullable(),
    watched_at: z.int().nullable(),
    shape: shapeSchema,
  })
  .transform((row): OrderRecord => ({
    orderId: row.order_id,
    productOrders: z.array(productOrderSchema).parse(JSON.parse(row.product_orders)),
    foundAt: row.found_at ?? undefined,
    readAt: row.read_at ?? undefined,
    watchedSince: row.watched_since ?? undefined,
    watchedAt: row.watched_at ?? undefined,
  }));

const changeSchema = z.object({ change: z.string(), shape: shapeSchema });
const parseChange = (row: unknown): OrderChange => orderChangeSchema.parse(JSON.parse(changeSchema.parse(row).change));

/** Order numbers, their product orders, and which are watched. */
export function ordersTable(db: Database.Database, unread: UnreadRows): OrdersTable {
  const parseOrder = (row: unknown): OrderRecord | undefined =>
    unread.row('order', keyOf(row, 'store_id', 'order_id'), row, (each) => record.parse(each));
  const one = db.prepare('SELECT * FROM orders WHERE store_id = ? AND order_id = ?');
  const put = db.prepare(
    `INSERT INTO orders (store_id, order_id, product_orders, found_at, shape) VALUES (?, ?, ?, ?, ${storedShape})
     ON CONFLICT (store_id, order_id) DO UPDATE SET product_orders = excluded.product_orders, found_at = excluded.found_at`,
  );
  const putProduct = db.prepare(
    `INSERT INTO product_orders (store_id, product_order_id, order_id) VALUES (?, ?, ?)
     ON CONFLICT (store_id, product_order_id) DO UPDATE SET order_id = excluded.order_id`,
  );
  const putRead = db.prepare('UPDATE orders SET product_orders = ?, read_at = ? WHERE store_id = ? AND order_id = ?');
  const putWatch = db.prepare('UPDATE orders SET watched_since = ? WHERE store_id = ? AND order_id = ?');
  const putWatchRead = db.prepare('UPDATE orders SET watched_at = ? WHERE store_id = ? AND order_id = ?');
  const allWatched = db.prepare(
    'SELECT * FROM orders WHERE store_id = ? AND watched_since IS NOT NULL ORDER BY watched_at, order_id',
  );
  const putChange = db.prepare(
    `INSERT INTO order_changes (store_id, order_id, change, shape) VALUES (?, ?, ?, ${storedShape})`,
  );
  const someChanges = db.prepare(
    'SELECT n, store_id, order_id, change, shape FROM order_changes WHERE store_id = ? AND order_id = ? ORDER BY n DESC LIMIT 50',
  );

  const get = (storeId: StoreId, orderId: string): OrderRecord | undefined => {
    const row = one.get(storeId, orderId);
    return row === undefined ? undefined : parseOrder(row);
  };
  const isThere = (storeId: StoreId, orderId: string): boolean => one.get(storeId, orderId) !== undefined;
  /** A line in the history of a watched order for each thing that changed. */
  const note = (
    storeId: StoreId,
    before: OrderRecord | undefined,
    after: readonly ProductOrder[],
    at: number,
  ): OrderChange[] => {
    if (before?.watchedSince === undefined) return [];
    const changes = changesBetween(before.productOrders, after, at);
    for (const change of changes) putChange.run(storeId, before.orderId, JSON.stringify(change));
    return changes;
  };
  return {
    get,
    found(storeId, orderId, ids, at) {
      const before = get(storeId, orderId);
      // What cannot be read stays as it is, also under a newer reading.
      if (before === undefined && isThere(storeId, orderId)) return [];
      const known = new Map(before?.productOrders.map((each) => [each.id, each]));
      const productOrders = [...new Set(ids)].map((id) => known.get(id) ?? { id });
      put.run(storeId, orderId, JSON.stringify(productOrders), at);
      // One that left the order stays listed: it is asked for by its number, and the order says whether it has it.
      for (const { id } of productOrders) putProduct.run(storeId, id, orderId);
      return note(storeId, before, productOrders, at);
    },
    read(storeId, orderId, productOrders, at) {
      const before = get(storeId, orderId);
      if (before === undefined) return [];
      putRead.run(JSON.stringify(productOrders), at, storeId, orderId);
      return note(storeId, before, productOrders, at);
    },
    watch(storeId, orderId, since) {
      if (get(storeId, orderId) !== undefined) putWatch.run(since ?? null, storeId, orderId);
    },
    watched: (storeId) => allWatched.all(storeId).flatMap((row) => parseOrder(row) ?? []),
    recordRead(storeId, orderId, at) {
      putWatchRead.run(at, storeId, orderId);
    },
    changes: (storeId, orderId) =>
      someChanges
        .all(storeId, orderId)
        .flatMap((row) => unread.row('history', `change ${keyOf(row, 'n')}`, row, parseChange) ?? []),
  };
}

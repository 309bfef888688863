import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { BookFeedsTable } from './book-port';

const feedSchema = z.object({
  through: z.int(),
  next_from: z.int().nullable(),
  next_to: z.int().nullable(),
  next_sequence: z.string().nullable(),
  filled_at: z.int().nullable(),
});
const leftOutSchema = z
  .object({ product_order_id: z.string(), since: z.int() })
  .transform(({ product_order_id, since }) => ({ productOrderId: product_order_id, since }));

/** Where each store's feed is read on, and what is to be asked for once more. */
export function bookFeeds(db: Database.Database): BookFeedsTable {
  const get = db.prepare('SELECT * FROM book_feeds WHERE store_id = ?');
  const put = db.prepare(
    `INSERT INTO book_feeds (store_id, through, next_from, next_to, next_sequence, filled_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (store_id) DO UPDATE SET through = excluded.through, next_from = excluded.next_from,
       next_to = excluded.next_to, next_sequence = excluded.next_sequence, filled_at = excluded.filled_at`,
  );
  const note = db.prepare('INSERT OR IGNORE INTO book_left_out (store_id, product_order_id, since) VALUES (?, ?, ?)');
  const clear = db.prepare('DELETE FROM book_left_out WHERE store_id = ? AND product_order_id = ?');
  const some = db.prepare(
    'SELECT product_order_id, since FROM book_left_out WHERE store_id = ? ORDER BY since, product_order_id LIMIT ?',
  );
  return {
    feed(storeId) {
      // A place that cannot be read is as good as none: the feed is read from its beginning, and every row is known by then.
      const row = feedSchema.safeParse(get.get(storeId)).data;
      if (row === undefined) return undefined;
      const { next_from: from, next_to: to, next_sequence: sequence } = row;
      return {
        through: row.through,
        next: from === null || to === null ? undefined : { from, to, ...(sequence === null ? {} : { sequence }) },
        filledAt: row.filled_at ?? undefined,
      };
    },
    setFeed(storeId, { through, next, filledAt }) {
      put.run(storeId, through, next?.from ?? null, next?.to ?? null, next?.sequence ?? null, filledAt ?? null);
    },
    noteLeftOut(storeId, productOrderIds, at) {
      for (const id of productOrderIds) note.run(storeId, id, at);
    },
    clearLeftOut(storeId, productOrderIds) {
      for (const id of productOrderIds) clear.run(storeId, id);
    },
    leftOut: (storeId, limit) =>
      some.all(storeId, limit).flatMap((record) => leftOutSchema.safeParse(record).data ?? []),
  };
}

import type Database from 'better-sqlite3';
import { z } from 'zod';
import { bookFactsSchema } from '../../../src-preload/contract/book/facts';
import { orderPersonalSchema } from '../../../src-preload/contract/book/personal';
import type { OrderPersonal } from '../../../src-preload/contract/book/personal';
import { bookStages, dispatchUntil } from '../../../src-preload/contract/book/rules';
import { wordsOfPerson } from '../../../src-preload/contract/book/search';
import type { StoreId } from '../../../src-preload/contract/ids';
import { noDueDate } from './book-due';
import { bookChanges } from './book-changes';
import { bookFeeds } from './book-feeds';
import { wordDigests } from './book-words';
import { bookPages } from './book-pages';
import { bookSent } from './book-sent';
import type { BookTable, BookOrder, NumberedOrder } from './book-port';
import { readStored } from '../stored-json';
import type { Personal } from '../tables';
import { keyOf } from '../unread-rows';
import { shapeSchema, storedShape } from '../stored-shape';
import type { UnreadRows } from '../unread-rows';

const hourSchema = z.object({ n: z.int(), due_at: z.int(), facts: z.string() });
// Made once: making a schema takes ten times as long as checking a row with it.
const wholeNumber = z.int();
const readTimesSchema = z.array(z.object({ productOrderId: z.string(), readAt: z.int() }));
const whole = z.int().nullable();
const recordSchema = z.object({
  n: z.int(),
  product_order_id: z.string(),
  order_id: z.string().nullable(),
  stage: z.enum(bookStages),
  due_at: z.int(),
  must_send: z.int(),
  untracked: z.int(),
  sent_at: whole,
  settled_at: whole,
  feed_at: whole,
  feed_type: z.string().nullable(),
  read_at: z.int(),
  facts: z.string(),
  personal: z.instanceof(Uint8Array<ArrayBufferLike>).nullable(),
  shape: shapeSchema,
});

/** The order book of each store, with what changed in it and how far its feed has been read. */
export function bookTable(db: Database.Database, personal: Personal, unread: UnreadRows): BookTable {
  /** Without a key that lasts: what identifies a person, for this run only. */
  const inMemory = new Map<number, OrderPersonal>();
  const one = db.prepare('SELECT * FROM book_orders WHERE store_id = ? AND product_order_id = ?');
  const idOf = db.prepare('SELECT n FROM book_orders WHERE store_id = ? AND product_order_id = ?').pluck();
  const lastRead = db
    .prepare('SELECT read_at FROM book_orders WHERE store_id = ? AND product_order_id = ? AND read_at > 0')
    .pluck();
  const readTimes = db.prepare(
    'SELECT product_order_id AS productOrderId, read_at AS readAt FROM book_orders WHERE store_id = ? AND order_id = ?',
  );
  const some = db.prepare('SELECT * FROM book_orders WHERE store_id = ? AND order_id = ? ORDER BY product_order_id');
  const put = db
    .prepare(
      `INSERT INTO book_orders (store_id, product_order_id, order_id, stage, due_at, must_send, untracked, sent_at,
         settled_at, feed_at, feed_type, read_at, facts, personal, shape)
       VALUES (@store_id, @product_order_id, @order_id, @stage, @due_at, @must_send, @untracked, @sent_at, @settled_at,
         @feed_at, @feed_type, @read_at, @facts, @personal, ${storedShape})
       ON CONFLICT (store_id, product_order_id) DO UPDATE SET order_id = excluded.order_id, stage = excluded.stage,
         due_at = excluded.due_at, must_send = excluded.must_send, untracked = excluded.untracked,
         sent_at = excluded.sent_at, settled_at = excluded.settled_at, feed_at = excluded.feed_at,
         feed_type = excluded.feed_type, read_at = excluded.read_at, facts = excluded.facts,
         personal = excluded.personal, shape = excluded.shape
       RETURNING n`,
    )
    .pluck();
  const stale = db.prepare('UPDATE book_orders SET read_at = 0 WHERE store_id = ? AND product_order_id = ?');
  const oldest = db
    .prepare(
      `SELECT product_order_id FROM book_orders WHERE store_id = ? AND stage IN ('new', 'waiting') AND read_at < ?
       ORDER BY read_at LIMIT ?`,
    )
    .pluck();
  const dropWords = db.prepare('DELETE FROM book_words WHERE n = ?');
  const addWord = db.prepare('INSERT OR IGNORE INTO book_words (digest, n) VALUES (?, ?)');
  const settled = db
    .prepare('SELECT n FROM book_orders WHERE personal IS NOT NULL AND settled_at < ? ORDER BY settled_at LIMIT ?')
    .pluck();
  const erase = db.prepare('UPDATE book_orders SET personal = NULL WHERE n = ?');
  const eraseChanges = db.prepare(
    `UPDATE book_changes SET detail = NULL WHERE detail IS NOT NULL AND (store_id, product_order_id) =
       (SELECT store_id, product_order_id FROM book_orders WHERE n = ?)`,
  );
  const today = db.prepare(
    `SELECT n, due_at, facts FROM book_orders WHERE store_id = ? AND stage IN ('new', 'waiting') AND due_at < ${noDueDate}
       AND shape <= ${storedShape} AND json_valid(facts) AND facts ->> '$.finding.deliveryAttributeType' LIKE '%TODAY'`,
  );
  const setDue = db.prepare('UPDATE book_orders SET due_at = ? WHERE n = ?');
  const numbers = z.array(z.int());

  const parse = (record: unknown): NumberedOrder => {
    const row = recordSchema.parse(record);
    return {
      n: row.n,
      productOrderId: row.product_order_id,
      orderId: row.order_id ?? undefined,
      stage: row.stage,
      dueAt: row.due_at === noDueDate ? undefined : row.due_at,
      mustSend: row.must_send === 1,
      untracked: row.untracked === 1,
      sentAt: row.sent_at ?? undefined,
      settledAt: row.settled_at ?? undefined,
      lastFeedRow: row.feed_at === null ? undefined : { at: row.feed_at, type: row.feed_type ?? '' },
      readAt: row.read_at,
      facts: bookFactsSchema.parse(JSON.parse(row.facts)),
      personal: openPersonal(row.personal) ?? inMemory.get(row.n),
    };
  };
  const openPersonal = (sealed: Uint8Array | null): OrderPersonal | undefined => {
    const text = sealed === null ? undefined : personal.open(sealed);
    return text === undefined ? undefined : orderPersonalSchema.parse(JSON.parse(text));
  };
  const read = (record: unknown): NumberedOrder | undefined =>
    unread.row('order', `book ${keyOf(record, 'store_id', 'product_order_id')}`, record, parse);

  return {
    ...bookFeeds(db),
    ...bookSent(db),
    ...bookChanges(db, personal, unread),
    ...bookPages(db, personal, { read, inMemory }),
    get(storeId, productOrderId) {
      const record = one.get(storeId, productOrderId);
      return record === undefined ? undefined : read(record);
    },
    readTimesOf: (storeId, orderId) => readTimesSchema.parse(readTimes.all(storeId, orderId)),
    readAtOf: (storeId, productOrderId) => wholeNumber.safeParse(lastRead.get(storeId, productOrderId)).data,
    ofOrder: (storeId, orderId) => some.all(storeId, orderId).flatMap((record) => read(record) ?? []),
    put(storeId, order) {
      const text = order.personal === undefined ? undefined : JSON.stringify(order.personal);
      const sealed = text === undefined ? null : personal.seal(text);
      const before = idOf.get(storeId, order.productOrderId);
      const n = wholeNumber.parse(put.get(columnsOf(storeId, order, sealed)));
      if (before !== undefined) dropWords.run(n);
      inMemory.delete(n);
      unread.readAgain('order', `book ${storeId} ${order.productOrderId}`);
      if (order.personal === undefined) {
        // An order that is over and keeps nothing of the person keeps no address in its history either.
        if (order.settledAt !== undefined) eraseChanges.run(n);
        return;
      }
      if (sealed === null) inMemory.set(n, order.personal);
      else for (const word of wordsOfPerson(order.personal)) addWord.run(wordDigests(personal, storeId, word)[0], n);
    },
    setTodayHour(storeId, minutes) {
      for (const record of today.all(storeId)) {
        const { n, due_at: dueAt, facts } = hourSchema.parse(record);
        const stored = readStored(bookFactsSchema, facts);
        // One that cannot be read keeps the time it has, and the others theirs.
        if (stored === undefined) continue;
        const { finding, marketDueAt = dueAt } = stored;
        setDue.run(dispatchUntil(marketDueAt, finding.deliveryAttributeType, minutes), n);
      }
    },
    markStale(storeId, productOrderIds) {
      for (const id of productOrderIds) stale.run(storeId, id);
    },
    readBefore: (storeId, before, limit) => z.array(z.string()).parse(oldest.all(storeId, before, limit)),
    forgetPersonal(before, limit) {
      const rows = numbers.parse(settled.all(before, limit));
      for (const n of rows) {
        erase.run(n);
        eraseChanges.run(n);
        dropWords.run(n);
        inMemory.delete(n);
      }
      return rows.length;
    },
  };
}

function columnsOf(storeId: StoreId, order: BookOrder, sealed: Uint8Array | null): Record<string, unknown> {
  return {
    store_id: storeId,
    product_order_id: order.productOrderId,
    order_id: order.orderId ?? null,
    stage: order.stage,
    due_at: order.dueAt ?? noDueDate,
    must_send: order.mustSend ? 1 : 0,
    untracked: order.untracked ? 1 : 0,
    sent_at: order.sentAt ?? null,
    settled_at: order.settledAt ?? null,
    feed_at: order.lastFeedRow?.at ?? null,
    feed_type: order.lastFeedRow?.type ?? null,
    read_at: order.readAt,
    facts: JSON.stringify(order.facts),
    personal: sealed,
  };
}

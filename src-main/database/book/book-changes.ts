import type Database from 'better-sqlite3';
import { z } from 'zod';
import { pullOutReasonSchema } from '../../../src-preload/contract/book/facts';
import type { BookChange } from '../../../src-preload/contract/book/facts';
import { isNumbered } from './book-numbered';
import type { BookChangesTable } from './book-port';
import type { Personal } from '../tables';
import { keyOf } from '../unread-rows';
import type { UnreadRows } from '../unread-rows';

const wholeNumber = z.int();
const recordSchema = z.object({
  what: pullOutReasonSchema,
  at: z.int(),
  found_at: z.int(),
  pull_out: z.int(),
  seen_at: z.int().nullable(),
  pulled_at: z.int().nullable(),
  detail: z.instanceof(Uint8Array<ArrayBufferLike>).nullable(),
});
const openSchema = z
  .object({ productOrderId: z.string(), what: pullOutReasonSchema, at: z.int(), isPulled: z.int() })
  .transform(({ isPulled, ...change }) => ({ ...change, isPulled: isPulled === 1 }));
const detailSchema = z.object({ from: z.string().optional(), to: z.string().optional() });

/** What changed about product orders of the book. */
export function bookChanges(db: Database.Database, personal: Personal, unread: UnreadRows): BookChangesTable {
  const add = db.prepare(
    `INSERT OR IGNORE INTO book_changes (store_id, product_order_id, what, at, found_at, pull_out, seen_at, detail)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const last = db
    .prepare('SELECT MAX(at) FROM book_changes WHERE store_id = ? AND product_order_id = ? AND what = ?')
    .pluck();
  const all = db.prepare(
    'SELECT * FROM book_changes WHERE store_id = ? AND product_order_id = ? ORDER BY at DESC, n DESC LIMIT 100',
  );
  const see = db.prepare(
    `UPDATE book_changes SET seen_at = ? WHERE store_id = ? AND product_order_id = ? AND seen_at IS NULL
       AND found_at <= ? AND what NOT IN (SELECT value FROM json_each(?))`,
  );
  const unsee = db.prepare(
    'UPDATE book_changes SET seen_at = NULL WHERE store_id = ? AND product_order_id = ? AND seen_at = ?',
  );
  const pull = db.prepare(
    `UPDATE book_changes SET pulled_at = ? WHERE store_id = ? AND product_order_id = ? AND pull_out = 1 AND seen_at IS NULL`,
  );
  const open = db.prepare(
    `SELECT n, product_order_id AS productOrderId, what, at, pulled_at IS NOT NULL AS isPulled FROM book_changes
     INDEXED BY book_changes_open WHERE store_id = ? AND pull_out = 1 AND seen_at IS NULL ORDER BY at DESC, n DESC`,
  );
  const numbered = db.prepare(isNumbered).pluck();
  const parse = (record: unknown): BookChange => {
    const row = recordSchema.parse(record);
    const text = row.detail === null ? undefined : personal.open(row.detail);
    const { from, to } = text === undefined ? {} : detailSchema.parse(JSON.parse(text));
    return {
      what: row.what,
      at: row.at,
      foundAt: row.found_at,
      pullOut: row.pull_out === 1,
      ...(row.seen_at === null ? {} : { seenAt: row.seen_at }),
      ...(row.pulled_at === null ? {} : { pulledAt: row.pulled_at }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    };
  };
  return {
    addChange(storeId, productOrderId, change) {
      const { from, to } = change;
      const detail = from === undefined && to === undefined ? null : personal.seal(JSON.stringify({ from, to }));
      const { what, at, foundAt, pullOut, seenAt } = change;
      return add.run(storeId, productOrderId, what, at, foundAt, pullOut ? 1 : 0, seenAt ?? null, detail).changes > 0;
    },
    lastChange: (storeId, productOrderId, what) => wholeNumber.safeParse(last.get(storeId, productOrderId, what)).data,
    changesOf: (storeId, productOrderId) =>
      all
        .all(storeId, productOrderId)
        .flatMap((record) => unread.row('history', `book-change ${keyOf(record, 'n')}`, record, parse) ?? []),
    noteSeen: (storeId, productOrderId, at, { through = Number.MAX_SAFE_INTEGER, except = [] } = {}) =>
      see.run(at, storeId, productOrderId, through, JSON.stringify(except)).changes,
    forgetSeen: (storeId, productOrderId, at) => void unsee.run(storeId, productOrderId, at),
    notePulled: (storeId, productOrderId, at) => pull.run(at ?? null, storeId, productOrderId).changes,
    openPullOuts: (storeId) =>
      open
        .all(storeId)
        .flatMap(
          (record) =>
            unread.row('history', `book-change ${keyOf(record, 'n')}`, record, (row) => openSchema.parse(row)) ?? [],
        ),
    hasNumber: (storeId, productOrderId) => wholeNumber.parse(numbered.get({ storeId, id: productOrderId })) === 1,
  };
}

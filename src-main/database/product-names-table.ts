import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { StoreId } from '../../src-preload/contract/ids';
import { keepUnopened, openPieces } from './sealed-pieces';
import type { Personal, ProductNamesTable } from './tables';

const sealed = z.instanceof(Uint8Array<ArrayBufferLike>).optional();

/** The texts of the queries, so that the test can ask how SQLite answers them. */
export const productNameQueries = {
  one: 'SELECT name FROM product_names WHERE store_id = ? AND product_order_id = ?',
  forget: 'DELETE FROM product_names WHERE seen_at < ?',
} as const;

export function productNamesTable(db: Database.Database, personal: Personal): ProductNamesTable {
  const one = db.prepare(productNameQueries.one).pluck();
  const forget = db.prepare(productNameQueries.forget);
  const put = db.prepare(
    `INSERT INTO product_names (store_id, product_order_id, name, seen_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (store_id, product_order_id) DO UPDATE SET name = excluded.name, seen_at = excluded.seen_at`,
  );
  const nameOf = (storeId: StoreId, id: string): string | undefined => {
    return openPieces(personal, sealed.parse(one.get(storeId, id))).at(-1);
  };
  return {
    keep(storeId, names, at) {
      for (const [id, name] of names) {
        // Nearly every reading tells what is known already.
        if (nameOf(storeId, id) === name) continue;
        const bytes = personal.seal(name);
        if (bytes === null) continue;
        const before = sealed.parse(one.get(storeId, id));
        put.run(storeId, id, keepUnopened(personal, before, bytes), at);
      }
    },
    of: nameOf,
    forgetPersonal(before) {
      forget.run(before);
    },
  };
}

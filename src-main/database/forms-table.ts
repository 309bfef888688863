import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { FormSender } from '../../src-preload/contract/courier-forms/form-rows';
import type { StoreId } from '../../src-preload/contract/ids';
import type { FormFile, FormPlace, FormsTable } from './forms-port';
import { readStored } from './stored-json';
import type { Personal } from './tables';

const fileRow = z.object({ id: z.int(), made_at: z.int(), layout: z.string(), file_name: z.string() });
const placeRow = fileRow.extend({ row: z.int(), product_order_id: z.string() });
const senderSchema = z.strictObject({
  name: z.string(),
  phone: z.string(),
  postcode: z.string(),
  address: z.string(),
});
const ids = z.array(z.string());

/** What went out on which courier's form, and who sends. */
export function formsTable(db: Database.Database, personal: Personal): FormsTable {
  /** Without a key that lasts: for this run only. */
  const inMemory = new Map<StoreId, FormSender>();
  const addFile = db.prepare('INSERT INTO form_files (store_id, made_at, layout, file_name) VALUES (?, ?, ?, ?)');
  const addOrder = db.prepare(
    'INSERT OR IGNORE INTO form_orders (form_id, row, store_id, product_order_id) VALUES (?, ?, ?, ?)',
  );
  const files = db.prepare(
    'SELECT id, made_at, layout, file_name FROM form_files WHERE store_id = ? ORDER BY id DESC LIMIT ?',
  );
  const orders = db
    .prepare('SELECT product_order_id FROM form_orders WHERE form_id = ? ORDER BY row, product_order_id')
    .pluck();
  // Of each order the newest row alone; the index has them by form.
  const newest = db.prepare(
    `SELECT f.id, f.made_at, f.layout, f.file_name, o.row, o.product_order_id FROM json_each(@ids) i
     CROSS JOIN form_orders o ON o.store_id = @storeId AND o.product_order_id = i.value AND o.form_id =
       (SELECT MAX(form_id) FROM form_orders WHERE store_id = @storeId AND product_order_id = i.value)
     CROSS JOIN form_files f ON f.id = o.form_id`,
  );
  const sealedSender = db.prepare('SELECT sealed FROM form_senders WHERE store_id = ?').pluck();
  const putSender = db.prepare(
    `INSERT INTO form_senders (store_id, sealed) VALUES (?, ?) ON CONFLICT (store_id) DO UPDATE SET sealed = excluded.sealed`,
  );
  const dropSender = db.prepare('DELETE FROM form_senders WHERE store_id = ?');

  /** undefined: it cannot be read, and no sheet is known by it. */
  const fileOf = (record: unknown): FormFile | undefined => {
    const row = fileRow.safeParse(record).data;
    return row && { id: row.id, madeAt: row.made_at, layout: row.layout, fileName: row.file_name };
  };
  const ordersOf = (formId: number): string[] => ids.parse(orders.all(formId));

  return {
    add(storeId, { madeAt, layout, fileName }, rows) {
      const id = Number(addFile.run(storeId, madeAt, layout, fileName).lastInsertRowid);
      for (const [row, productOrderIds] of rows.entries())
        for (const productOrderId of productOrderIds) addOrder.run(id, row, storeId, productOrderId);
      return id;
    },
    list: (storeId, limit) =>
      files.all(storeId, limit).flatMap((record) => {
        const form = fileOf(record);
        return form === undefined ? [] : [{ form, productOrderIds: ordersOf(form.id) }];
      }),
    newestOf(storeId, productOrderIds) {
      const found = new Map<string, FormPlace>();
      for (const record of newest.all({ storeId, ids: JSON.stringify(productOrderIds) })) {
        const place = placeRow.safeParse(record).data;
        const form = fileOf(record);
        if (place !== undefined && form !== undefined) found.set(place.product_order_id, { form, row: place.row });
      }
      return found;
    },
    ordersOf,
    sender(storeId) {
      const sealed = z
        .instanceof(Uint8Array<ArrayBufferLike>)
        .optional()
        .parse(sealedSender.get(storeId));
      const text = sealed === undefined ? undefined : personal.open(sealed);
      // What cannot be read is asked for again, as if it had never been given.
      return text === undefined ? inMemory.get(storeId) : readStored(senderSchema, text);
    },
    setSender(storeId, sender) {
      const sealed = personal.seal(JSON.stringify(sender));
      if (sealed === null) {
        // What was given before would come back after a restart in place of this.
        dropSender.run(storeId);
        inMemory.set(storeId, sender);
      } else {
        putSender.run(storeId, sealed);
        inMemory.delete(storeId);
      }
    },
  };
}

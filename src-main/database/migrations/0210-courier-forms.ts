import type { Migration } from '../file/migrate';

/**
 * What went out on which courier's form: of each row its product orders, so that a sheet that comes back is known by them
 * and no order is put on two forms unsaid. Who sends is sealed: a small seller's address is a home.
 */
export const courierForms: Migration = {
  number: 210,
  name: 'courier-forms',
  up: (db) =>
    db.exec(`
CREATE TABLE form_files (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  store_id TEXT NOT NULL REFERENCES stores (id),
  made_at INTEGER NOT NULL,
  layout TEXT NOT NULL,
  file_name TEXT NOT NULL
) STRICT;
CREATE INDEX form_files_store ON form_files (store_id, id);

CREATE TABLE form_orders (
  form_id INTEGER NOT NULL REFERENCES form_files (id) ON DELETE CASCADE,
  row INTEGER NOT NULL,
  store_id TEXT NOT NULL,
  product_order_id TEXT NOT NULL,
  PRIMARY KEY (form_id, product_order_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX form_orders_order ON form_orders (store_id, product_order_id, form_id);

CREATE TABLE form_senders (
  store_id TEXT PRIMARY KEY REFERENCES stores (id),
  sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;
`),
};

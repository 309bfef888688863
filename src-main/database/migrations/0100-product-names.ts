import type { Migration } from '../file/migrate';

/**
 * What the market calls a product order, as its last reading told: a seller decides by names, not by numbers. Sealed
 * like the names of sheets, and forgotten with them.
 */
export const productNames: Migration = {
  number: 100,
  name: 'product-names',
  up(db) {
    db.exec(`
CREATE TABLE product_names (
  store_id TEXT NOT NULL REFERENCES stores (id),
  product_order_id TEXT NOT NULL,
  name BLOB NOT NULL,
  -- ms UTC
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (store_id, product_order_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX product_names_seen ON product_names (seen_at);
`);
  },
};

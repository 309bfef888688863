import type { Migration } from '../file/migrate';

/** Order numbers looked up: their product orders as last read, which of them are watched, and what changed in those. */
export const orders: Migration = {
  number: 20,
  name: 'orders',
  up(db) {
    db.exec(`
CREATE TABLE orders (
  store_id TEXT NOT NULL REFERENCES stores (id),
  order_id TEXT NOT NULL,
  product_orders TEXT NOT NULL,
  found_at INTEGER,
  read_at INTEGER,
  watched_since INTEGER,
  watched_at INTEGER,
  PRIMARY KEY (store_id, order_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX orders_watched ON orders (store_id, watched_at) WHERE watched_since IS NOT NULL;

CREATE TABLE order_changes (
  n INTEGER PRIMARY KEY,
  store_id TEXT NOT NULL REFERENCES stores (id),
  order_id TEXT NOT NULL,
  change TEXT NOT NULL
) STRICT;
CREATE INDEX order_changes_order ON order_changes (store_id, order_id);
`);
  },
};

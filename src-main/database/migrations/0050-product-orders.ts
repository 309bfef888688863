import type { Migration } from '../file/migrate';

/**
 * Which order a product order belongs to, by its number: the list inside `orders` cannot be asked for numbers that begin
 * alike, which is all that is left of one that Excel has shortened.
 */
export const productOrders: Migration = {
  number: 50,
  name: 'product-orders',
  up(db) {
    db.exec(`
CREATE TABLE product_orders (
  store_id TEXT NOT NULL REFERENCES stores (id),
  product_order_id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  PRIMARY KEY (store_id, product_order_id)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO product_orders (store_id, product_order_id, order_id)
  SELECT orders.store_id, listed.value ->> 'id', orders.order_id FROM orders, json_each(IIF(json_valid(orders.product_orders), orders.product_orders, '[]')) listed
  WHERE listed.value ->> 'id' IS NOT NULL;
`);
  },
};

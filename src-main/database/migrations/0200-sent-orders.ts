import type { Migration } from '../file/migrate';

/** What was dispatched on the last days, by when. */
export const sentOrders: Migration = {
  number: 200,
  name: 'sent-orders',
  up: (db) => db.exec('CREATE INDEX book_orders_sent ON book_orders (store_id, sent_at, n) WHERE sent_at IS NOT NULL;'),
};

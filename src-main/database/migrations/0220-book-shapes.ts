import type { Migration } from '../file/migrate';

/**
 * Rows of the book and of steps of editing say in which shape their JSON is, as others do since migration 160; and the
 * newest row of the feed that was taken in is named so.
 */
export const bookShapes: Migration = {
  number: 220,
  name: 'book-shapes',
  up: (db) =>
    db.exec(`
ALTER TABLE book_orders ADD COLUMN shape INTEGER NOT NULL DEFAULT 1;
ALTER TABLE edit_parts ADD COLUMN shape INTEGER NOT NULL DEFAULT 1;
ALTER TABLE book_orders RENAME COLUMN told_at TO feed_at;
ALTER TABLE book_orders RENAME COLUMN told_type TO feed_type;
`),
};

import type { Migration } from '../file/migrate';

/** When the seller pulled the box out that a change was about; ms UTC. */
export const pulledBoxes: Migration = {
  number: 190,
  name: 'pulled-boxes',
  up: (db) => db.exec('ALTER TABLE book_changes ADD COLUMN pulled_at INTEGER'),
};

import type { Migration } from '../file/migrate';

const tables = 'stores imports drafts jobs calls attempts decisions mappings settings orders order_changes'.split(' ');

/** Rows that hold texts of JSON say in which shape (stored-shape.ts): what was there is of the first. */
export const storedShapes: Migration = {
  number: 160,
  name: 'stored-shapes',
  up: (db) =>
    db.exec(tables.map((table) => `ALTER TABLE ${table} ADD COLUMN shape INTEGER NOT NULL DEFAULT 1;`).join('\n')),
};

import type { Migration } from '../file/migrate';

/** Forms of the seller's own. Sealed: a constant may be the sender's name or telephone. */
export const formLayouts: Migration = {
  number: 230,
  name: 'form-layouts',
  up: (db) =>
    db.exec(`
CREATE TABLE form_layouts (
  id TEXT PRIMARY KEY,
  sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;
`),
};

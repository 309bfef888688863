import type { Migration } from '../file/migrate';

/**
 * What the seller did to lines under review, step by step, to be taken back and done again. A step of many lines lies in
 * parts, as its lines crossed from the window. Numbers are never given twice: a step that is gone is not another one.
 */
export const editSteps: Migration = {
  number: 170,
  name: 'edit-steps',
  up: (db) =>
    db.exec(`
CREATE TABLE edit_steps (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import_id TEXT NOT NULL REFERENCES imports (id),
  label TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
CREATE INDEX edit_steps_import ON edit_steps (import_id, id);
CREATE INDEX edit_steps_undone ON edit_steps (import_id) WHERE undone = 1;

CREATE TABLE edit_parts (
  step_id INTEGER NOT NULL REFERENCES edit_steps (id) ON DELETE CASCADE,
  part INTEGER NOT NULL,
  patches TEXT NOT NULL,
  personal BLOB,
  PRIMARY KEY (step_id, part)
) STRICT, WITHOUT ROWID;
`),
};

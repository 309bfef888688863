import type { Migration } from '../file/migrate';

/** As it stands in migration 10. */
const before = `CHECK (kind IN ('dispatch', 'confirm', 'stock', 'lookup'))`;

/**
 * New kinds of jobs: the schema no longer lists them, the contract does. The text of the table alone changes, as SQLite
 * describes it for changes that touch no stored row ("Making Other Kinds Of Table Schema Changes"): a million jobs need not
 * be copied.
 */
export const anyKind: Migration = {
  number: 180,
  name: 'any-kind',
  up(db) {
    // Without it SQLite keeps its own tables from being written; all of it is in the migration's transaction.
    db.unsafeMode(true);
    try {
      db.pragma('writable_schema = ON');
      const changed = db
        .prepare(
          `UPDATE sqlite_schema SET sql = replace(sql, @before, 'CHECK (kind <> '''')')
           WHERE type = 'table' AND name = 'jobs' AND instr(sql, @before) > 0`,
        )
        .run({ before });
      if (changed.changes !== 1) throw new Error('the kinds of jobs are not listed as expected');
      const version = Number(db.pragma('schema_version', { simple: true }));
      db.pragma(`schema_version = ${version + 1}`);
      db.pragma('writable_schema = RESET');
    } finally {
      db.unsafeMode(false);
    }
    db.exec('ALTER TABLE stores ADD COLUMN refund_refused_at INTEGER');
  },
};

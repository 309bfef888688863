import Database from 'better-sqlite3';
import { migrate, newestOf } from '../../../src-main/database/file/migrate';
import type { Migration } from '../../../src-main/database/file/migrate';
import { migrations } from '../../../src-main/database/migrations/index';

let statements: string | undefined;

/** All migrations in one, for an empty file: going through each of them took half as long as a test. */
export const newestSchema: Migration = {
  number: newestOf(migrations),
  name: 'newest-schema',
  up(db) {
    statements ??= schemaOf(migrations);
    db.exec(statements);
  },
};

/**
 * What makes the tables and indexes that the migrations leave in an empty file.
 * @throws when they leave rows, too
 */
function schemaOf(steps: readonly Migration[]): string {
  const db = new Database(':memory:');
  try {
    migrate(db, steps);
    const ours = "FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*'";
    const tables = db.prepare(`SELECT name ${ours} AND type = 'table'`).pluck().all();
    const filled = tables.filter((name) => db.prepare(`SELECT 1 FROM "${String(name)}" LIMIT 1`).get() !== undefined);
    if (filled.length > 0) throw new Error(`migrations that write rows into an empty file must run: ${filled.join()}`);
    const made = db.prepare(`SELECT sql ${ours} ORDER BY rowid`).pluck().all();
    return made.join(';\n');
  } finally {
    db.close();
  }
}

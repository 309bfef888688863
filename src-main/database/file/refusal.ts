import type Database from 'better-sqlite3';
import type { StartTrouble } from '../../../src-preload/contract/start-troubles';
import { newestOf, schemaVersion } from './migrate';
import type { Migration } from './migrate';

/**
 * Why a file that hangs together must not be used; undefined: it may be. Nothing is written to find out, and whoever is
 * told leaves the file as it is.
 */
export function refusalOf(
  db: Database.Database,
  migrations: readonly Migration[],
): { code: Extract<StartTrouble, 'foreign-schema' | 'newer-schema'>; detail: string } | undefined {
  const foreign = foreignObjects(db);
  if (foreign.length > 0) return { code: 'foreign-schema', detail: foreign.join(', ') };
  const [is, newest] = [schemaVersion(db), newestOf(migrations)];
  return is > newest ? { code: 'newer-schema', detail: `${is} > ${newest}` } : undefined;
}

/**
 * Names of what lies in the schema and runs by itself when a table is read or written: triggers and views. No migration
 * of ours makes any, so whoever put them there is not us.
 */
export function foreignObjects(db: Database.Database): unknown[] {
  return db.prepare("SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY name").pluck().all();
}

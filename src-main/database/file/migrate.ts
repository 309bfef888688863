import type Database from 'better-sqlite3';

export interface Migration {
  number: number;
  name: string;
  up(db: Database.Database): void;
}

export type MigrateOutcome =
  | { ok: true; from: number; to: number }
  | { ok: false; code: 'broken-keys'; detail: string };

/** The schema's number in the file: 0 for an empty one. */
export function schemaVersion(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** The number of the newest schema this version knows. */
export function newestOf(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.number ?? 0;
}

/** True when `migrate` would change the file. */
export function hasPending(db: Database.Database, migrations: readonly Migration[]): boolean {
  const at = schemaVersion(db);
  return migrations.some((migration) => migration.number > at);
}

/**
 * Brings the schema up to date: all that is pending in one IMMEDIATE transaction, so that a crash leaves either the
 * old schema or the new one. Foreign keys are off meanwhile (SQLite, "Making Other Kinds Of Table Schema Changes") and
 * checked before the commit. A file from a newer version of the app is refused before (refusal.ts).
 */
export function migrate(db: Database.Database, migrations: readonly Migration[]): MigrateOutcome {
  const from = schemaVersion(db);
  const newest = newestOf(migrations);
  const pending = migrations.filter((migration) => migration.number > from);
  if (pending.length === 0) return { ok: true, from, to: from };

  db.pragma('foreign_keys = OFF');
  try {
    db.exec('BEGIN IMMEDIATE');
    for (const migration of pending) migration.up(db);
    const broken = db.pragma('foreign_key_check');
    if (Array.isArray(broken) && broken.length > 0) {
      db.exec('ROLLBACK');
      return { ok: false, code: 'broken-keys', detail: `${broken.length} rows` };
    }
    db.pragma(`user_version = ${newest}`);
    db.exec('COMMIT');
    return { ok: true, from, to: newest };
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK');
    db.pragma('foreign_keys = ON');
  }
}

import { existsSync, renameSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { makeBackup, newestSoundBackup } from './backup';
import { createDeskDatabase } from './desk-database';
import { kstStamp } from './kst';
import { hasPending, migrate, schemaVersion } from './migrate';
import type { Migration } from './migrate';
import { migrations as allMigrations } from './migrations/index';
import { isSound, openFile, troubleOf } from './sqlite-file';
import type { FileTrouble } from './sqlite-file';
import type { DeskDatabase, Personal } from './tables';
import type { Rhythm } from './turns';

export interface OpenOptions {
  file: string;
  /** Folder for backups; made when the first one is. */
  backups: string;
  now: () => number;
  personal: Personal;
  migrations?: readonly Migration[];
  /** For tests of a full disk: pages of 4 KB. */
  maxPages?: number;
  /** For tests under a clock of their own. */
  rhythm?: Rhythm;
}

export type OpenOutcome =
  | { ok: true; database: DeskDatabase; backUp: () => Promise<string> }
  | {
      ok: false;
      code: FileTrouble;
      detail: string;
      /** corrupt: where the file went. Nothing is deleted. */
      keptAs?: string;
      /** corrupt: the newest backup that hangs together. */
      backup?: string;
    };

/** A larger file is checked page by page only after an unclean end: quick_check reads all of it. */
const checkedAlwaysBelowBytes = 64 * 1024 * 1024;

/**
 * Opens, checks, backs up and migrates the file, in this order (design.md, "Data"). A corrupt file is renamed and
 * never deleted; a newer schema is refused untouched.
 */
export async function openDatabase(options: OpenOptions): Promise<OpenOutcome> {
  const { file, now } = options;
  const isNew = !existsSync(file) || statSync(file).size === 0;
  const wasUnclean = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
  let db: Database.Database | undefined;
  try {
    db = openFile(file, options.maxPages);
    const mustCheck = !isNew && (wasUnclean || statSync(file).size < checkedAlwaysBelowBytes);
    if (mustCheck && !isSound(db)) {
      db.close();
      return setAside(options, 'quick_check');
    }
    const migrations = options.migrations ?? allMigrations;
    if (schemaVersion(db) > 0 && hasPending(db, migrations)) await makeBackup(db, options.backups, now());
    const migrated = migrate(db, migrations);
    if (!migrated.ok) {
      db.close();
      const code = migrated.code === 'newer-schema' ? 'newer-schema' : 'failed';
      return { ok: false, code, detail: migrated.detail };
    }
    const opened = db;
    return {
      ok: true,
      database: createDeskDatabase(opened, options.personal, options.rhythm),
      backUp: () => makeBackup(opened, options.backups, now()),
    };
  } catch (error) {
    // Everything SQLite throws while opening has a code and a screen; the rest is `failed` with its message.
    if (db?.open) db.close();
    const code = troubleOf(error);
    const detail = error instanceof Error ? error.message : String(error);
    return code === 'corrupt' ? setAside(options, detail) : { ok: false, code, detail };
  }
}

function setAside({ file, now, backups }: OpenOptions, detail: string): OpenOutcome {
  const keptAs = `${file}.corrupt-${kstStamp(now())}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(`${file}${suffix}`)) renameSync(`${file}${suffix}`, `${keptAs}${suffix}`);
  }
  const backup = newestSoundBackup(backups);
  return { ok: false, code: 'corrupt', detail, keptAs, ...(backup === undefined ? {} : { backup }) };
}

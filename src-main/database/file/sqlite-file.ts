import Database from 'better-sqlite3';
import type { StartTrouble } from '../../../src-preload/contract/start-troubles';

/** Why the file cannot be used; each has a screen. */
export type FileTrouble = StartTrouble;

/**
 * Milliseconds for which SQLite itself, and with it the main thread, waits for the lock of another program (a virus
 * scanner, a backup). Whoever can wait without the thread (write-scheduler.ts, open.ts) waits longer.
 */
const busyTimeoutMs = 4;

/**
 * Opens the file with the pragmas of resources/docs/domain.md, "Data". synchronous=FULL because a job marked as sending
 * must be on the disk before the first byte goes out; fullfsync because macOS otherwise only hands it to the drive's
 * cache.
 * @param maxPages for tests of a full disk
 */
export function openFile(file: string, maxPages?: number): Database.Database {
  const db = new Database(file, { timeout: busyTimeoutMs });
  try {
    setPragmas(db, maxPages);
  } catch (problem) {
    // Left open it could not be renamed on Windows, and a broken file could never be set aside.
    db.close();
    throw problem;
  }
  return db;
}

function setPragmas(db: Database.Database, maxPages: number | undefined): void {
  db.pragma('synchronous = FULL');
  db.pragma('fullfsync = ON');
  db.pragma('checkpoint_fullfsync = ON');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('temp_store = MEMORY');
  // 32 MB: the indexes new lines fall into stay in memory next to a million settled jobs.
  db.pragma('cache_size = -32000');
  // 16 MB between two checkpoints, so that adding a large sheet is not a dozen of them.
  db.pragma('wal_autocheckpoint = 4000');
  if (maxPages !== undefined) db.pragma(`max_page_count = ${maxPages}`);
}

/** Apart from the other pragmas: it is kept in the file itself, and one that is refused stays as it was. */
export function writeAhead(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
}

/** What an error of SQLite means for the file. */
export function troubleOf(error: unknown): FileTrouble {
  if (!(error instanceof Database.SqliteError)) return 'failed';
  const code = error.code;
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return 'corrupt';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'locked';
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_PERM')
    return 'read-only';
  // The second: no room for the few pages of shared memory next to the file.
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE') return 'full';
  return 'failed';
}

/** What quick_check says of a single value: that row is passed over when it is read (unread-rows.ts). */
const ofOneRow = /^(?:CHECK constraint failed in |(?:NULL|NUMERIC|TEXT|BLOB|INT|REAL|non-\w+) value in )/u;
const mostWords = 1000;

/**
 * True when the pages hang together, whatever single values say: one damaged row must not take all others away. Reads the
 * whole file: about 1 s for 500 MB.
 */
export function isSound(db: Database.Database): boolean {
  const words = db.prepare(`PRAGMA quick_check(${mostWords})`).pluck().all();
  return words.every((said) => said === 'ok' || (typeof said === 'string' && ofOneRow.test(said)));
}

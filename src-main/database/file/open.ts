import { existsSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { keepPrivate } from '../../files/keep-private';
import { moveFile } from '../../files/move-file';
import { makeBackup, newestSoundBackup } from './backup';
import { countsTable } from '../counts-table';
import { createAppDatabase } from '../app-database';
import { koreanStamp } from '../../../src-preload/contract/korean-time';
import { hasPending, migrate, schemaVersion } from './migrate';
import type { Migration } from './migrate';
import { migrations as allMigrations } from '../migrations/index';
import { isSound, openFile, troubleOf, writeAhead } from './sqlite-file';
import { refusalOf } from './refusal';
import type { FileTrouble } from './sqlite-file';
import type { AppDatabase, Personal } from '../tables';
import type { OnUnread } from '../unread-rows';
import type { LockWatch, Rhythm } from '../write-scheduler';
import { endUnfinishedRestore, moveOut } from './unfinished-restore';

export interface OpenOptions {
  file: string;
  /** Folder for backups; made when the first one is. */
  backups: string;
  now: () => number;
  personal: Personal;
  migrations?: readonly Migration[];
  /** The seller agreed that the file is migrated although no backup of it could be made. */
  withoutBackup?: boolean;
  /** For tests of a full disk: pages of 4 KB. */
  maxPages?: number;
  /** For tests under a clock of their own. */
  rhythm?: Rhythm;
  /** Hears of locks that other programs hold on the open file. */
  lockWatch?: LockWatch;
  /** Called with each row that this version cannot read, once. */
  onUnread?: OnUnread;
  /** For tests of renames that fail or never end. */
  move?: typeof moveFile;
}

export type OpenOutcome =
  | {
      ok: true;
      database: AppDatabase;
      /** Numbers of the schema as it was found and as it is now. */
      schema: { from: number; to: number };
      backUp: () => Promise<string>;
      /** A restore that was cut off was ended first: put in place, or taken back. */
      endedRestore?: 'finished' | 'undone';
    }
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

/** So long a lock of another program is waited for, in looks of `lookAgainMs`, before the seller is asked to help. */
const longestLockMs = 5000;
const lookAgainMs = 100;

/**
 * Opens, checks, backs up and migrates the file, in this order (resources/docs/domain.md, "Data"). A corrupt file is
 * renamed and never deleted; a newer schema is refused untouched.
 */
export async function openDatabase(options: OpenOptions): Promise<OpenOutcome> {
  const { file, move = moveFile } = options;
  const since = performance.now();
  const endedRestore = await endUnfinishedRestore(file, move);
  for (;;) {
    const outcome = await tryToOpen(options);
    if (outcome.ok) return { ...outcome, ...(endedRestore === undefined ? {} : { endedRestore }) };
    if (outcome.code !== 'locked' || performance.now() - since >= longestLockMs) return outcome;
    await sleep(lookAgainMs);
  }
}

async function tryToOpen(options: OpenOptions): Promise<OpenOutcome> {
  const { file } = options;
  const isNew = !existsSync(file) || statSync(file).size === 0;
  const wasUnclean = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
  let db: Database.Database | undefined;
  try {
    db = openFile(file, options.maxPages);
    // What SQLite puts next to the file takes over its rights.
    // Of a database in memory there is no file to shut.
    if (file !== ':memory:') shutToOthers(file);
    const mustCheck = !isNew && (wasUnclean || statSync(file).size < checkedAlwaysBelowBytes);
    if (mustCheck && !isSound(db)) {
      db.close();
      return await setAside(options, 'quick_check');
    }
    const migrations = options.migrations ?? allMigrations;
    const refusal = refusalOf(db, migrations);
    if (refusal !== undefined) {
      db.close();
      return { ok: false, ...refusal };
    }
    writeAhead(db);
    if (schemaVersion(db) > 0 && hasPending(db, migrations) && options.withoutBackup !== true) {
      const why = await backUpFirst(db, options);
      if (why !== undefined) {
        db.close();
        return { ok: false, code: 'no-backup', detail: why };
      }
    }
    const migrated = migrate(db, migrations);
    if (!migrated.ok) {
      db.close();
      return { ok: false, code: 'failed', detail: migrated.detail };
    }
    const opened = db;
    // Of a large file that was closed in order the counts are believed, as its pages are.
    if (mustCheck) countAgain(opened);
    return {
      ok: true,
      database: createAppDatabase(opened, options.personal, options),
      schema: { from: migrated.from, to: migrated.to },
      backUp: () => makeBackup(opened, options.backups, options.now()),
    };
  } catch (error) {
    // Everything SQLite throws while opening has a code and a screen; the rest is `failed` with its message.
    if (db?.open) db.close();
    const code = troubleOf(error);
    const detail = error instanceof Error ? error.message : String(error);
    return code === 'corrupt' ? await setAside(options, detail) : { ok: false, code, detail };
  }
}

/** The file and its log, which after an unclean end has the rights it had then. */
function shutToOthers(file: string): void {
  for (const path of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(path)) keepPrivate(path, 'file');
}

/** Counts that do not agree with the rows (a hand, an older fault) would be shown, and waited for, for ever. */
function countAgain(db: Database.Database): void {
  const counts = countsTable(db);
  if (!counts.verify()) db.transaction(() => counts.recount()).immediate();
}

/**
 * The backup before a migration. Without one nothing is changed before the seller agreed to it.
 * @returns why it could not be made; undefined when it was
 * @throws SQLite's error where it is the file itself that cannot be read
 */
async function backUpFirst(db: Database.Database, { backups, now }: OpenOptions): Promise<string | undefined> {
  try {
    await makeBackup(db, backups, now());
    return undefined;
  } catch (problem) {
    if (troubleOf(problem) === 'corrupt') throw problem;
    return problem instanceof Error ? problem.message : String(problem);
  }
}

async function setAside({ file, now, backups, move = moveFile }: OpenOptions, detail: string): Promise<OpenOutcome> {
  const keptAs = `${file}.corrupt-${koreanStamp(now())}`;
  await moveOut(file, keptAs, move);
  const backup = newestSoundBackup(backups);
  return { ok: false, code: 'corrupt', detail, keptAs, ...(backup === undefined ? {} : { backup }) };
}

import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { keepPrivate } from '../../files/keep-private';
import { isHeld, moveFile } from '../../files/move-file';
import { koreanDayNumber, koreanStamp } from '../../../src-preload/contract/korean-time';
import { foreignObjects } from './refusal';
import { isSound } from './sqlite-file';

/** desk-20251121-083015.sqlite: the time is KST, so that a seller reads it right in a file window. */
const backupName = /^desk-(\d{8})-(\d{6})\.sqlite$/;

const keptOfToday = 3;
const keptInAll = 10;

/**
 * Which backups may go: kept are the newest three of today, the newest of each earlier day, ten in all.
 * @param today KST day as yyyymmdd
 */
export function surplusBackups(names: readonly string[], today: string): string[] {
  const newestFirst = names
    .filter((name) => backupName.test(name))
    .toSorted()
    .toReversed();
  const perDay = new Map<string, number>();
  const kept = newestFirst.filter((name) => {
    const day = name.slice(5, 13);
    const already = perDay.get(day) ?? 0;
    perDay.set(day, already + 1);
    return already < (day === today ? keptOfToday : 1);
  });
  const keep = new Set(kept.slice(0, keptInAll));
  return newestFirst.filter((name) => !keep.has(name));
}

/** Backups in the folder, newest first, as full paths. */
export function listBackups(folder: string): string[] {
  // Made with the first backup.
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => backupName.test(name))
    .toSorted()
    .toReversed()
    .map((name) => join(folder, name));
}

/**
 * Makes a backup with SQLite's own backup (a copied file would miss what is in the WAL), then rotates.
 * It is written under another name first, so that a half one is never taken for a backup.
 * @returns the new backup's path
 */
export async function makeBackup(db: Database.Database, folder: string, now: number): Promise<string> {
  mkdirSync(folder, { recursive: true });
  keepPrivate(folder, 'folder');
  const path = join(folder, `desk-${koreanStamp(now)}.sqlite`);
  const unfinished = `${path}.part`;
  rmSync(unfinished, { force: true });
  await db.backup(unfinished);
  keepPrivate(unfinished, 'file');
  await moveFile(unfinished, path);
  for (const name of surplusBackups(readdirSync(folder), koreanDayNumber(now))) removeLater(join(folder, name));
  return path;
}

/** Removes a backup that is not needed any more; one that another program holds goes with a later rotation. */
function removeLater(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (problem) {
    if (!isHeld(problem)) throw problem;
  }
}

/** The newest backup that opens, hangs together and is ours; undefined when there is none. */
export function newestSoundBackup(folder: string): string | undefined {
  return listBackups(folder).find((path) => {
    try {
      const db = new Database(path, { readonly: true, fileMustExist: true });
      try {
        return isSound(db) && foreignObjects(db).length === 0;
      } finally {
        db.close();
      }
    } catch {
      // Not a database any more: the next older one is looked at.
      return false;
    }
  });
}

import { copyFileSync, existsSync, rmSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { moveFile } from '../../files/move-file';
import { countsTable } from '../counts-table';
import { koreanStamp } from '../../../src-preload/contract/korean-time';
import { openDatabase } from './open';
import type { OpenOptions, OpenOutcome } from './open';
import { migrations as allMigrations } from '../migrations/index';
import { unsettled } from '../predicates';
import { refusalOf } from './refusal';
import { openFile, troubleOf } from './sqlite-file';
import { schemaVersion } from './migrate';
import { fileSuffixes, incomingOf, replaceDatabase, replacedName } from './unfinished-restore';

/**
 * Puts a backup in the place of the file and opens it. The file that was there is kept next to it, so that this can be
 * undone by restoring that one. What was sent after the backup was made is in neither, so nothing unsettled is
 * believed: dispatches and confirms are read first, stock answers are held, every store waits until the seller looked.
 * The old database must be closed.
 *
 * The copy is made ready under another name, nothing of it believed, before anything is moved; what was moved goes back
 * when a step fails, and a step that was cut off is ended by the next start (unfinished-restore.ts).
 * @returns as openDatabase; `keptAs` is where the file that was there went. When it is not ok, the file is as it was.
 */
export async function restoreBackup(
  options: OpenOptions & { backup: string },
): Promise<OpenOutcome & { keptAs?: string }> {
  const { file, now, move = moveFile } = options;
  const keptAs = replacedName(file, koreanStamp(now()));
  const wasThere = existsSync(file);
  try {
    const refusal = await prepare(options, incomingOf(file));
    if (refusal !== undefined) return { ok: false, ...refusal };
    await replaceDatabase(file, keptAs, move);
  } catch (problem) {
    rmSync(incomingOf(file), { force: true });
    return {
      ok: false,
      code: troubleOf(problem),
      detail: problem instanceof Error ? problem.message : String(problem),
    };
  }
  const opened = await openDatabase(options);
  return wasThere ? { ...opened, keptAs } : opened;
}

/**
 * Copies the backup and marks in the copy what it cannot know. It has its name only once it is complete.
 * @returns why the backup must not be used: a trigger in it would run with the first mark, and what no start would open
 * must not replace what one does
 */
async function prepare(
  { backup, now, migrations = allMigrations, move = moveFile }: OpenOptions & { backup: string },
  incoming: string,
): Promise<ReturnType<typeof refusalOf>> {
  const part = `${incoming}.part`;
  const clear = (): void => {
    for (const suffix of fileSuffixes) rmSync(`${part}${suffix}`, { force: true });
  };
  // What an attempt that a full disk ended has left would be read as the newest part of this copy.
  clear();
  // A full disk must not leave us with neither.
  copyFileSync(backup, part);
  const db = openFile(part);
  let refusal: ReturnType<typeof refusalOf>;
  try {
    refusal = refusalOf(db, migrations);
    if (refusal === undefined && schemaVersion(db) > 0) distrust(db, now());
  } finally {
    db.close();
  }
  if (refusal === undefined) await move(part, incoming);
  else clear();
  return refusal;
}

/**
 * Marks what a file from the past cannot know (resources/docs/domain.md, "Data"). One transaction; states change in
 * bulk only here.
 */
function distrust(db: Database.Database, now: number): void {
  const cleared = `due_at = NULL, planned_at = NULL, wait = NULL, call_id = NULL, read_at = NULL, changed_at = @now`;
  const replacedByBehind = `EXISTS (SELECT 1 FROM jobs newer WHERE newer.store_id = jobs.store_id
    AND newer.kind = jobs.kind AND newer.target = jobs.target AND newer.state = 'waiting' AND newer.wait = 'in-flight')`;
  const run = db.transaction(() => {
    db.prepare(
      `UPDATE jobs SET state = 'cancelled', code = 'replaced', hold_reason = NULL, ${cleared}
       WHERE kind = 'stock' AND state <> 'waiting' AND ${unsettled} AND ${replacedByBehind}`,
    ).run({ now });
    db.prepare(
      `UPDATE jobs SET state = 'held', hold_reason = 'restored', code = 'restored', ${cleared}
       WHERE kind = 'stock' AND ${unsettled}`,
    ).run({ now });
    db.prepare(
      `UPDATE jobs SET state = 'unknown', code = 'restored', hold_reason = NULL, ${cleared}, due_at = @now, planned_at = @now
       WHERE kind IN ('dispatch', 'confirm', 'delay', 'refund') AND ${unsettled}`,
    ).run({ now });
    db.prepare('UPDATE stores SET pause = ? WHERE removed_at IS NULL').run(
      JSON.stringify({ cause: 'look-first', since: now }),
    );
    countsTable(db).recount();
  });
  run.immediate();
}

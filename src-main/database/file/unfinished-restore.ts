import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { moveFile } from '../../files/move-file';

/** A database lies in up to three files; only together are they whole. */
export const fileSuffixes = ['', '-wal', '-shm'] as const;

/** The prepared copy of a backup, complete once it has this name. */
export function incomingOf(file: string): string {
  return `${file}.incoming`;
}

/** Where the file goes that a restore replaces. @param stamp KST, as in the names of backups */
export function replacedName(file: string, stamp: string): string {
  return `${file}.before-restore-${stamp}`;
}

/**
 * Moves a database away from its place, the main file first: a place without it is seen to be unfinished, while a main
 * file without its log would be opened without its last commits.
 */
export function moveOut(file: string, to: string, move: typeof moveFile): Promise<void> {
  return moveParts(file, to, fileSuffixes, move);
}

/** Moves a database into its place, the main file last, for the same reason. */
function moveBack(from: string, file: string, move: typeof moveFile): Promise<void> {
  return moveParts(from, file, fileSuffixes.toReversed(), move);
}

/** Moves the parts that are there; those moved already go back, the last first, when one cannot follow. */
async function moveParts(
  from: string,
  to: string,
  suffixes: readonly (typeof fileSuffixes)[number][],
  move: typeof moveFile,
): Promise<void> {
  const moved: string[] = [];
  try {
    for (const suffix of suffixes) {
      if (!existsSync(`${from}${suffix}`)) continue;
      await move(`${from}${suffix}`, `${to}${suffix}`);
      moved.push(suffix);
    }
  } catch (problem) {
    for (const suffix of moved.toReversed()) await move(`${to}${suffix}`, `${from}${suffix}`);
    throw problem;
  }
}

/** Puts the prepared copy in the place of the file, which goes to `keptAs`; on a failure everything is as it was. */
export async function replaceDatabase(file: string, keptAs: string, move: typeof moveFile): Promise<void> {
  await moveOut(file, keptAs, move);
  try {
    await move(incomingOf(file), file);
  } catch (problem) {
    await moveBack(keptAs, file, move);
    throw problem;
  }
}

/**
 * Ends a restore that was cut off between its renames, before anything else opens the file: where the old file is gone
 * and the new one stands ready it is put in place, where only the old one is left it comes back. An empty file is never
 * begun next to either. A file that was set aside as corrupt later than the last restore is another matter.
 * @returns what was done; undefined when there was nothing to end
 */
export async function endUnfinishedRestore(
  file: string,
  move: typeof moveFile,
): Promise<'finished' | 'undone' | undefined> {
  const incoming = incomingOf(file);
  for (const suffix of fileSuffixes) rmSync(`${incoming}.part${suffix}`, { force: true });
  if (existsSync(file)) {
    // It had not begun to replace anything: the copy is of no use any more.
    rmSync(incoming, { force: true });
    return undefined;
  }
  const replaced = newest(file, 'before-restore');
  const corrupt = newest(file, 'corrupt');
  const left = stampOf(corrupt) >= stampOf(replaced) ? corrupt : replaced;
  // A log that its main file left behind follows it: SQLite would take it for the log of whatever comes here next.
  if (left !== undefined) await moveOut(file, left, move);
  if (existsSync(incoming)) {
    await move(incoming, file);
    return 'finished';
  }
  if (replaced === undefined || left !== replaced) return undefined;
  await moveBack(replaced, file, move);
  return 'undone';
}

/** The newest file of this kind next to the database, by the time in its name. */
function newest(file: string, kind: 'before-restore' | 'corrupt'): string | undefined {
  if (!existsSync(dirname(file))) return undefined;
  const prefix = `${basename(file)}.${kind}-`;
  const name = readdirSync(dirname(file))
    .filter((each) => each.startsWith(prefix) && /\d{6}$/u.test(each))
    .toSorted()
    .at(-1);
  return name === undefined ? undefined : join(dirname(file), name);
}

/** The time in such a name, yyyymmdd-hhmmss; empty for none, which comes before all. */
function stampOf(path: string | undefined): string {
  return path === undefined ? '' : (/\d{8}-\d{6}$/u.exec(path)?.[0] ?? '');
}

import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup } from '../../src-preload/contract/backup';
import { migrations } from '../database/migrations';

/** Where a desk's database and its backups lie. */
export interface DataFiles {
  file: string;
  backups: string;
}

/** The files of the desk in a data folder. */
export function dataFiles(dataDir: string): DataFiles {
  return { file: join(dataDir, 'desk.db'), backups: join(dataDir, 'backups') };
}

/** The time in both kinds of name is Korean, as backup.ts and restore.ts write it. */
const backupName = /^desk-(\d{8})-(\d{6})\.sqlite$/;
const replacedName = /^desk\.db\.before-restore-(\d{8})-(\d{6})$/;
/** As many as the window lists; older ones of a folder no one tidied stay on the disk. */
const mostListed = 200;

/** What can be gone back to, newest first: backups, and what earlier restores put aside. */
export async function listBackups(dataDir: string): Promise<Backup[]> {
  const found = await Promise.all([
    listed(join(dataDir, 'backups'), backupName, 'backup'),
    listed(dataDir, replacedName, 'replaced'),
  ]);
  return found
    .flat()
    .toSorted((one, other) => other.at - one.at)
    .slice(0, mostListed);
}

/** Where a file of the list lies; undefined for any other name, so that the window can name no file of its own. */
export async function pathOfBackup(dataDir: string, name: string): Promise<string | undefined> {
  const known = (await listBackups(dataDir)).find((backup) => backup.name === name);
  if (known === undefined) return undefined;
  return join(known.kind === 'backup' ? dataFiles(dataDir).backups : dataDir, name);
}

async function listed(folder: string, pattern: RegExp, kind: Backup['kind']): Promise<Backup[]> {
  const names = await readdir(folder).catch((problem: unknown) => {
    // No folder yet: nothing to go back to. One that cannot be read is another matter.
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return [];
    throw problem;
  });
  const found = names.map(async (name): Promise<Backup | undefined> => {
    const [, day, time] = pattern.exec(name) ?? [];
    if (day === undefined || time === undefined) return undefined;
    const of = await stat(join(folder, name));
    // Opening a named pipe would wait for ever.
    if (!of.isFile()) return undefined;
    const isNewer = (await schemaOf(join(folder, name))) > (migrations.at(-1)?.number ?? 0);
    return { name, kind, at: instantOf(day, time), bytes: of.size, ...(isNewer ? { isNewer } : {}) };
  });
  return (await Promise.all(found)).filter((backup) => backup !== undefined);
}

/** The schema of a database file by its header (user_version, https://sqlite.org/fileformat.html); 0 for any other file. */
async function schemaOf(path: string): Promise<number> {
  const file = await open(path);
  try {
    const header = Buffer.alloc(64);
    const { bytesRead } = await file.read(header, 0, header.length, 0);
    const isDatabase = bytesRead === header.length && header.toString('latin1', 0, 15) === 'SQLite format 3';
    return isDatabase ? header.readUInt32BE(60) : 0;
  } finally {
    await file.close();
  }
}

function instantOf(day: string, time: string): number {
  const iso = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}+09:00`;
  return Date.parse(iso);
}

import { stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import type { KeptFileId } from '../../../src-preload/contract/ids';
import { readRegularFile } from '../../files/read-regular-file';

/** What a courier hands over; anything else on the command line is not ours. */
export const sheetEndings: ReadonlySet<string> = new Set([
  '.xlsx',
  '.xls',
  '.csv',
  '.tsv',
  '.txt',
  '.html',
  '.htm',
  '.ods',
  '.xlsb',
  '.xlsm',
]);
/** The window refuses larger files with a sentence; here they are only not read into memory. */
export const largestSheetBytes = 50 * 1024 * 1024;
/** Of one hand-over; a seller has a handful. */
export const mostHandedIn = 20;

/** Keeps a file, to be read again when it changes. */
type Keep = (path: string) => Promise<KeptFileId | undefined>;

export interface HandedInFile {
  /** To ask for it again by. */
  id?: KeptFileId;
  name: string;
  bytes: Uint8Array;
}

/** Paths of sheets among the arguments of a start, without switches and the program itself. */
export function sheetPaths(argv: readonly string[], workingFolder: string): string[] {
  return argv
    .slice(1)
    .filter((word) => !word.startsWith('-') && sheetEndings.has(extname(word).toLowerCase()))
    .map((word) => resolve(workingFolder, word));
}

/**
 * Reads the first twenty files the system handed us. The window gets name and bytes, never the path. Unreadable ones are
 * reported, and so is what is no regular file: reading a named pipe would never end, and four of them would stop every
 * other reading of this process.
 */
export async function readHandedIn(
  paths: readonly string[],
  keep: Keep,
  report: (problem: unknown) => void,
): Promise<HandedInFile[]> {
  const files: HandedInFile[] = [];
  if (paths.length > mostHandedIn) report(`${paths.length - mostHandedIn} files beyond the first ${mostHandedIn}`);
  for (const path of paths.slice(0, mostHandedIn)) {
    try {
      if (!(await stat(path)).isFile()) {
        report(`${basename(path)} is no regular file`);
        continue;
      }
      const read = await readRegularFile(path, largestSheetBytes);
      if (read === undefined) continue;
      const id = await keep(path);
      const bytes = read === 'large' ? new Uint8Array() : read;
      files.push({ name: basename(path), bytes, ...(id === undefined ? {} : { id }) });
    } catch (problem) {
      // Gone between the double click and now, or not ours to read.
      report(problem);
    }
  }
  return files;
}

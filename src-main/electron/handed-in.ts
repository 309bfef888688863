import { readFile, stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';

/** What a courier hands over; anything else on the command line is not ours. */
const sheetEndings: ReadonlySet<string> = new Set([
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
const largestBytes = 50 * 1024 * 1024;

export interface HandedInFile {
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

/** Reads files the system handed us. The window gets name and bytes, never the path. Unreadable ones are reported. */
export async function readHandedIn(
  paths: readonly string[],
  report: (problem: unknown) => void,
): Promise<HandedInFile[]> {
  const files: HandedInFile[] = [];
  for (const path of paths) {
    try {
      const { size } = await stat(path);
      const bytes = size > largestBytes ? new Uint8Array() : new Uint8Array(await readFile(path));
      files.push({ name: basename(path), bytes });
    } catch (problem) {
      // Gone between the double click and now, or not ours to read.
      report(problem);
    }
  }
  return files;
}

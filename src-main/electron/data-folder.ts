import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';

/** Why nothing can be written into the data folder, and the system's own words on it. */
export interface FolderTrouble {
  code: 'read-only' | 'full';
  detail: string;
}

/**
 * Tries the data folder before anything is asked of it: where not even the lock of a single instance can be written,
 * Electron takes itself for a second instance and ends without a word. Permissions do not tell it (root, Windows, a
 * folder mounted read-only), so an empty folder is made in it and taken away again.
 */
export function folderTrouble(folder: string): FolderTrouble | undefined {
  try {
    mkdirSync(folder, { recursive: true });
    rmdirSync(mkdtempSync(join(folder, 'probe-')));
    return undefined;
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? problem.code : undefined;
    return {
      code: code === 'ENOSPC' || code === 'EDQUOT' ? 'full' : 'read-only',
      detail: problem instanceof Error ? problem.message : String(problem),
    };
  }
}

import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { keepPrivate } from '../files/keep-private';
import { folderTrouble } from './data-folder';
import type { FolderTrouble } from './data-folder';

/**
 * Gives Chromium and the lock of a single instance their place in the data folder, shut to other accounts. Where nothing
 * can be written there, the screen that says so needs another place; the data folder is not touched meanwhile.
 * @returns why nothing can be written into it
 */
export function placeUserData(dataDir: string, report: (problem: unknown) => void): FolderTrouble | undefined {
  const unwritable = folderTrouble(dataDir);
  app.setPath('userData', unwritable ? mkdtempSync(join(app.getPath('temp'), 'balsong-unwritable-')) : dataDir);
  if (unwritable) return unwritable;
  try {
    keepPrivate(dataDir, 'folder');
  } catch (problem) {
    report(problem);
  }
  return undefined;
}

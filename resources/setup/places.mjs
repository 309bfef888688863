import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The project's own folder. */
export const root = resolve(import.meta.dirname, '../..');

/**
 * The user's cache folder: what took long to fetch or to build is kept there, so that a second clone does neither.
 * @param {NodeJS.Platform} platform
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} home
 */
export function cacheFolder(platform = process.platform, env = process.env, home = homedir()) {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'balsong-desk', 'cache');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'balsong-desk');
  return join(env['XDG_CACHE_HOME'] || join(home, '.cache'), 'balsong-desk');
}

/**
 * Gives what was made next to its place its name, so that no one ever sees half of it. When the set-up of another clone
 * was faster, theirs stays: both made the same.
 * @param {string} made on the same disk
 * @param {string} place
 */
export async function putInPlace(made, place) {
  try {
    await rename(made, place);
  } catch (problem) {
    await rm(made, { recursive: true, force: true });
    if (!existsSync(place)) throw problem;
  }
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readlink } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * One SHA-256 (hex) of everything in a folder: names, kinds, whether a file may be run, contents. A file more, less or
 * other is another digest.
 * @param {string} folder
 * @returns {Promise<string>}
 */
export async function treeDigest(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  const whole = createHash('sha256');
  for (const path of paths) {
    const name = relative(folder, path).replaceAll(sep, '/');
    whole.update(`${JSON.stringify(name)} ${await contentOf(path)}\n`);
  }
  return whole.digest('hex');
}

/** @param {string} path */
async function contentOf(path) {
  const found = await lstat(path);
  if (found.isDirectory()) return 'folder';
  if (found.isSymbolicLink()) return `link ${JSON.stringify(await readlink(path))}`;
  if (!found.isFile()) return 'other';
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return `${(found.mode & 0o100) === 0 ? 'file' : 'program'} ${hash.digest('hex')}`;
}

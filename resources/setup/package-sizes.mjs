import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const megabyte = 1024 * 1024;

/**
 * MB that each kind of file in dist/ may have, and an unpacked folder: what Electron 45 is without us, and a quarter more.
 * A package that grows beyond it has taken something along that no one asked for.
 */
export const limits = [
  { kind: /\.exe$/u, most: 130 },
  { kind: /\.(?:dmg|zip|AppImage)$/u, most: 150 },
  // Folders: electron-builder puts the app of macOS into mac or mac-arm64.
  { kind: /-unpacked$|^mac(?:-arm64)?$/u, most: 330 },
];

/**
 * The size of each package in a folder, one line each against its limit.
 * @param {string} folder
 * @returns {Promise<{ lines: string[], tooLarge: boolean }>}
 */
export async function packageSizes(folder) {
  const lines = [];
  let tooLarge = false;
  for (const name of (await readdir(folder)).toSorted()) {
    const limit = limits.find(({ kind }) => kind.test(name));
    if (limit === undefined) continue;
    const size = Math.round((await sizeOf(join(folder, name))) / megabyte);
    tooLarge ||= size > limit.most;
    lines.push(`${name}: ${size} MB of at most ${limit.most} MB${size > limit.most ? ': TOO LARGE' : ''}`);
  }
  return { lines, tooLarge };
}

/** @param {string} path of a file or a folder @returns {Promise<number>} bytes */
async function sizeOf(path) {
  const found = await stat(path);
  if (!found.isDirectory()) return found.size;
  const inner = await readdir(path, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    inner.filter((each) => each.isFile()).map(async (each) => (await stat(join(each.parentPath, each.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

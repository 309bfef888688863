import { createWriteStream } from 'node:fs';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

const symlinkMode = 0o120000;
const kindMask = 0o170000;

/**
 * Unpacks a zip with the modes of its files.
 * @param {string} archive
 * @param {string} folder
 * @param {(name: string) => string | undefined} nameOf where an entry goes below `folder`; undefined leaves it out
 */
export async function unzipTo(archive, folder, nameOf) {
  const zip = await openPromise(archive);
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry.fileName);
      if (name === undefined || name.endsWith('/')) continue;
      const file = resolve(folder, name);
      if (!file.startsWith(resolve(folder) + sep))
        throw new Error(`an entry leads out of the folder: ${entry.fileName}`);
      await mkdir(dirname(file), { recursive: true });
      const mode = entry.externalFileAttributes >>> 16;
      const stream = await zip.openReadStreamPromise(entry);
      if ((mode & kindMask) === symlinkMode) {
        await symlink((await stream.toArray()).join(''), join(folder, name));
      } else {
        await pipeline(stream, createWriteStream(file));
        if ((mode & 0o777) !== 0) await chmod(file, mode & 0o777);
      }
    }
  } finally {
    zip.close();
  }
}

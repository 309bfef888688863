import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/**
 * The bytes of a file that is one: opened once, so that what was looked at is what is read, and without waiting, since a
 * named pipe that took its place would never be opened, and with it every other reading of this process would stop.
 * @param most bytes; a larger file is not read
 * @returns undefined: it is no regular file
 */
export async function readRegularFile(path: string, most: number): Promise<Uint8Array | 'large' | undefined> {
  // Windows knows no such flag, and no such pipe in a folder.
  const withoutWaiting: number | undefined = constants.O_NONBLOCK;
  const file = await open(path, constants.O_RDONLY | (withoutWaiting ?? 0));
  try {
    const found = await file.stat();
    if (!found.isFile()) return undefined;
    if (found.size > most) return 'large';
    const bytes = new Uint8Array(found.size);
    let length = 0;
    // No further than it was: one that is being written into could grow as fast as it is read.
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return length === bytes.length ? bytes : bytes.slice(0, length);
  } finally {
    await file.close();
  }
}

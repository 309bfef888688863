import { realpath } from 'node:fs/promises';
import { resolve, sep } from 'node:path';

/** The page each of our origins begins with. */
const firstPages: ReadonlyMap<string, string> = new Map([
  ['desk', '/index.html'],
  ['reader', '/sheet-reader.html'],
]);

/** Where a request leads: a file below `root`, or the status that refuses it. */
export function locateFile(root: string, method: string, address: string): { file: string } | { status: number } {
  const url = new URL(address);
  const firstPage = firstPages.get(url.host);
  if (firstPage === undefined) return { status: 403 };
  if (method !== 'GET') return { status: 405 };
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    // A malformed percent escape names no file.
    return { status: 400 };
  }
  const file = resolve(root, `.${path === '/' ? firstPage : path}`);
  return file.startsWith(root + sep) ? { file } : { status: 403 };
}

/** Whether a file exists and lies below `root` by its real place: a link that leads out of it is not followed. */
export async function isBelow(root: string, file: string): Promise<boolean> {
  try {
    const [from, to] = await Promise.all([realpath(root), realpath(file)]);
    return to.startsWith(from + sep);
  } catch {
    // There is no such file: whoever asks is answered 404.
    return false;
  }
}

import { resolve, sep } from 'node:path';

/** Where a request leads: a file below `root`, or the status that refuses it. */
export function locateFile(root: string, method: string, address: string): { file: string } | { status: number } {
  const url = new URL(address);
  if (url.host !== 'desk') return { status: 403 };
  if (method !== 'GET') return { status: 405 };
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    // A malformed percent escape names no file.
    return { status: 400 };
  }
  const file = resolve(root, `.${path === '/' ? '/index.html' : path}`);
  return file.startsWith(root + sep) ? { file } : { status: 403 };
}

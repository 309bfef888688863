import { chmodSync } from 'node:fs';

/**
 * Shuts a folder or a file to the other accounts of this computer: names of customers are encrypted, their orders are
 * not. On Windows the data folder lies in the profile of its user, and what is made in it inherits those rights. Throws
 * what the system says where the path is not ours to shut.
 */
export function keepPrivate(path: string, kind: 'folder' | 'file', platform: NodeJS.Platform = process.platform): void {
  if (platform !== 'win32') chmodSync(path, kind === 'folder' ? 0o700 : 0o600);
}

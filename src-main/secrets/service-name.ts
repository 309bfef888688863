import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

interface System {
  /** process.platform */
  platform: string;
  /** The folder behind links, as the disk spells it. Throws where there is none. */
  realpath(path: string): string;
}

const thisSystem: System = { platform: process.platform, realpath: (path) => realpathSync.native(path) };

/**
 * The name under which a data folder's items stand in the keychain. Two data folders (a second profile, a test) do not
 * share secrets: the name carries a digest of the folder. Another spelling of the same folder is the same: separators at
 * its end, links on the way, and capitals and composed letters where the system's disks do not tell them apart.
 */
export function serviceName(dataDir: string, { platform, realpath }: System = thisSystem): string {
  const folder = realFolder(resolve(dataDir), realpath);
  const foldsCase = platform === 'win32' || platform === 'darwin';
  return nameOf(foldsCase ? folder.normalize('NFC').toLowerCase() : folder);
}

/** The name that earlier versions gave: of the folder as it was spelled. */
export function spelledServiceName(dataDir: string): string {
  return nameOf(resolve(dataDir));
}

function nameOf(folder: string): string {
  return `balsong-desk/${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
}

/** A folder that is not there yet lies in one that is: the part that exists is what links and capitals can be in. */
function realFolder(folder: string, realpath: System['realpath']): string {
  try {
    return realpath(folder);
  } catch (problem) {
    const parent = dirname(folder);
    if (!isMissing(problem) || parent === folder) return folder;
    return join(realFolder(parent, realpath), basename(folder));
  }
}

function isMissing(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && problem.code === 'ENOENT';
}

import { closeSync, fsyncSync, openSync, readFileSync, realpathSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { serviceName, spelledServiceName } from './service-name';

const fileName = 'keychain.json';
const idBytes = 16;

const folderIdSchema = z.strictObject({
  /** Made once, at random: what the folder is called may change, its items stay where they are. */
  id: z.string().regex(/^[0-9a-f]{32}$/u),
  /** Where the folder lay, and its number on its disk: in a copy both are others. */
  path: z.string(),
  folder: z.string(),
  /** Names an earlier version kept the items under: digests of the folder's path. */
  earlier: z.array(z.string()),
  /** SHA-256 of each key that sealed names in this folder, the oldest first. Of 32 random bytes it tells nothing. */
  keys: z.array(z.string()),
});
type Kept = z.infer<typeof folderIdSchema>;

export interface FolderId {
  /** The name of the folder's items in the keychain. */
  service: string;
  earlier: readonly string[];
  keys: readonly string[];
  /** false: nothing can be written in the folder now, and it goes by the name earlier versions gave it. */
  isKept: boolean;
  /** Remembers the digest of a key. Answers false when it could not be written. */
  noteKey(digest: string): boolean;
}

/**
 * Reads the id under which a data folder's items stand in the keychain, and makes it where there is none. A copied
 * folder gets one of its own: it must neither use nor delete what its origin keeps. A folder that was moved on its
 * disk, or put back in its place, is the same. Never throws.
 */
export function openFolderId(dataDir: string, randomBytes: (size: number) => Buffer): FolderId {
  const file = join(dataDir, fileName);
  const spelled = [...new Set([serviceName(dataDir), spelledServiceName(dataDir)])];
  const withoutFile = (): FolderId => ({
    service: serviceName(dataDir),
    earlier: spelled.slice(1),
    keys: [],
    isKept: false,
    noteKey: () => false,
  });
  try {
    const now = { path: realpathSync(dataDir), folder: String(statSync(dataDir, { bigint: true }).ino) };
    const before = readKept(file);
    const isCopy = before !== undefined && before.path !== now.path && before.folder !== now.folder;
    const newId = (): string => randomBytes(idBytes).toString('hex');
    let kept: Kept =
      before === undefined
        ? { id: newId(), ...now, earlier: spelled, keys: [] }
        : isCopy
          ? { id: newId(), ...now, earlier: [], keys: before.keys }
          : { ...before, ...now };
    if (before === undefined || before.path !== now.path || before.folder !== now.folder) writeKept(file, kept);
    return {
      service: `balsong-desk/${kept.id}`,
      earlier: kept.earlier,
      keys: kept.keys,
      isKept: true,
      noteKey(digest) {
        if (kept.keys.includes(digest)) return true;
        try {
          const next = { ...kept, keys: [...kept.keys, digest] };
          writeKept(file, next);
          kept = next;
          return true;
        } catch {
          // A full disk: whoever asks must not rely on the key being found again.
          return false;
        }
      },
    };
  } catch {
    // No folder, no room, no rights: the items of this run stand where the next one looks for them, too.
    return withoutFile();
  }
}

/** undefined where there is none. One that is no id is put aside: what it stood for cannot be found through it any more. */
function readKept(file: string): Kept | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return undefined;
    throw problem;
  }
  const parsed = folderIdSchema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  renameSync(file, `${file}.damaged`);
  return undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Cut or changed from outside: as good as no id.
    return undefined;
  }
}

/** Whole or not at all: without it the folder's secrets are not found again. */
function writeKept(file: string, kept: Kept): void {
  const part = `${file}.part`;
  const handle = openSync(part, 'w', 0o600);
  try {
    writeSync(handle, JSON.stringify(kept));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(part, file);
}

import { createHash } from 'node:crypto';
import type { KeychainState } from '../../src-preload/contract/keychain-states';
import type { FolderId } from './folder-id';
import type { Items } from './items';

/** Keys for personal.ts, 32 bytes each. */
export interface EncryptionKeys {
  /** Seals. */
  key: Buffer;
  /** All that are at hand, for opening what was sealed before. */
  all: readonly Buffer[];
  /** false: it ends with this run, and what identifies a person must not be written to the database. */
  lasts: boolean;
  /** `lost`: a key that sealed names in this folder is not there any more. */
  state: KeychainState;
}

const firstAccount = 'encryption-key';
const keyBytes = 32;

/** A key that no one will have after this run. */
export function keysOfThisRun(randomBytes: (size: number) => Buffer, state: KeychainState): EncryptionKeys {
  return { key: randomBytes(keyBytes), all: [], lasts: false, state };
}

/**
 * Finds the keys of a data folder; makes one where there is none, or where none that sealed its names is left. A new one
 * gets an account of its own: nothing is ever overwritten, so that a key that comes back opens its names again. Rejects
 * when the keychain fails.
 */
export async function openKeys(
  items: Items,
  folder: Pick<FolderId, 'keys' | 'isKept' | 'noteKey'>,
  randomBytes: (size: number) => Buffer,
): Promise<EncryptionKeys> {
  const first = await items.read(firstAccount);
  const found = new Map<string, Buffer>();
  keep(found, first);
  for (const digest of folder.keys) {
    if (!found.has(digest)) keep(found, await items.read(accountOf(digest)));
  }
  const all = [...found.values()];
  const [only] = found;
  if (folder.keys.length === 0 && only !== undefined) {
    folder.noteKey(only[0]);
    return { key: only[1], all, lasts: true, state: 'works' };
  }
  const key = found.get(folder.keys.findLast((digest) => found.has(digest)) ?? '');
  if (key !== undefined) {
    return { key, all, lasts: true, state: folder.keys.every((digest) => found.has(digest)) ? 'works' : 'lost' };
  }

  const fresh = randomBytes(keyBytes);
  const text = fresh.toString('base64');
  const digest = digestOf(fresh);
  const isFirst = folder.keys.length === 0 && first === undefined;
  const state = isFirst ? 'works' : 'lost';
  const forThisRun = { key: fresh, all: [fresh, ...all], lasts: false, state } as const;
  // An account that is not written down would not be found again.
  if (!isFirst && !folder.isKept) return forThisRun;
  const account = isFirst ? firstAccount : accountOf(digest);
  await items.write(account, text);
  if ((await items.read(account)) !== text) return { ...forThisRun, state: 'damaged' };
  const isNoted = folder.noteKey(digest);
  return isNoted || isFirst ? { ...forThisRun, lasts: true } : forThisRun;
}

function keep(found: Map<string, Buffer>, text: string | undefined): void {
  const key = Buffer.from(text ?? '', 'base64');
  // What is no key is left as it lies: overwriting it would give up what it sealed for good.
  if (key.length === keyBytes) found.set(digestOf(key), key);
}

function digestOf(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex');
}

function accountOf(digest: string): string {
  return `${firstAccount}/${digest.slice(0, 16)}`;
}

import { failure, success } from '../../src-preload/contract/result';
import type { Result } from '../../src-preload/contract/result';
import { secretsSchema } from '../../src-preload/contract/store';
import type { Secrets } from '../../src-preload/contract/store';
import { keychainTimeoutMs, loadKeytar, within } from './keychain';
import type { Keychain } from './keychain';
import { serviceName, spelledServiceName } from './service-name';
import { createSheetPasswordItems } from './sheet-password-items';

/**
 * Where stores' secrets live: the OS keychain, one item a store. Without a usable keychain they live in memory and
 * end with the run; they are never written anywhere else. Errors are codes: a keychain's own message is not passed
 * on, since nobody knows what it repeats.
 */
export interface SecretStore {
  /** false: no usable keychain; what is set lasts for this run only, and the window says so. */
  readonly usable: boolean;
  /** Done only when reading back gives the same. */
  set(storeId: string, secrets: Secrets): Promise<Result<undefined, 'keychain-failed'>>;
  get(storeId: string): Promise<Result<Secrets | undefined, 'keychain-failed'>>;
  has(storeId: string): Promise<Result<boolean, 'keychain-failed'>>;
  /** Done also when there was nothing. */
  clear(storeId: string): Promise<Result<undefined, 'keychain-failed'>>;
  /** Of locked sheets, by the form of their names; all can be forgotten at once. */
  readonly sheetPasswords: {
    /** undefined also when the keychain failed: the seller types it then. */
    read(form: string): Promise<string | undefined>;
    write(form: string, password: string): Promise<Result<undefined, 'keychain-failed'>>;
    clear(): Promise<Result<undefined, 'keychain-failed'>>;
  };
  /**
   * 32 bytes for personal.ts. `lasts: false` means that they end with this run (or that the keychain failed just
   * now): what identifies a person must then not be written to the database.
   */
  encryptionKey(): Promise<{ key: Buffer; lasts: boolean }>;
}

const keyAccount = 'encryption-key';
const probeAccount = 'round-trip';

/** Opens the store and proves the keychain by writing, reading and deleting an item. Never rejects. */
export async function openSecretStore(options: {
  dataDir: string;
  randomBytes: (size: number) => Buffer;
  load?: () => Promise<Keychain>;
  timeoutMs?: number;
}): Promise<SecretStore> {
  const timeoutMs = options.timeoutMs ?? keychainTimeoutMs;
  const service = serviceName(options.dataDir);
  const proven = await prove(options.load ?? loadKeytar, service, options.randomBytes(16).toString('hex'), timeoutMs);
  const earlier = spelledServiceName(options.dataDir);
  const names = earlier === service ? { service } : { service, earlier };
  const items = proven === undefined ? memoryItems() : keychainItems(proven, names, timeoutMs);
  return build(items, proven !== undefined, options.randomBytes);
}

async function prove(
  load: () => Promise<Keychain>,
  service: string,
  word: string,
  timeoutMs: number,
): Promise<Keychain | undefined> {
  try {
    return await within(
      timeoutMs,
      load().then(async (keychain) => {
        await keychain.setPassword(service, probeAccount, word);
        const read = await keychain.getPassword(service, probeAccount);
        await keychain.deletePassword(service, probeAccount);
        return read === word ? keychain : undefined;
      }),
    );
  } catch {
    // Missing library, no session bus, locked, refused, silent: for the seller all of these are "no keychain".
    return undefined;
  }
}

/** Both kinds of store: `undefined` is "no such item", a rejection "the keychain failed". */
interface Items {
  read(account: string): Promise<string | undefined>;
  write(account: string, value: string): Promise<void>;
  remove(account: string): Promise<void>;
}

interface Names {
  service: string;
  /** Where an earlier version kept the items of this folder; what is found there moves over when it is read. */
  earlier?: string;
}

function keychainItems(keychain: Keychain, { service, earlier }: Names, timeoutMs: number): Items {
  const get = async (name: string, account: string): Promise<string | undefined> =>
    (await within(timeoutMs, keychain.getPassword(name, account))) ?? undefined;
  const write = (account: string, value: string): Promise<void> =>
    within(timeoutMs, keychain.setPassword(service, account, value));
  const remove = async (name: string, account: string): Promise<void> => {
    await within(timeoutMs, keychain.deletePassword(name, account));
  };
  return {
    async read(account) {
      const found = await get(service, account);
      if (found !== undefined || earlier === undefined) return found;
      const before = await get(earlier, account);
      if (before === undefined) return undefined;
      await write(account, before);
      await remove(earlier, account);
      return before;
    },
    write,
    remove: (account) => remove(service, account),
  };
}

function memoryItems(): Items {
  const kept = new Map<string, string>();
  return {
    read: async (account) => kept.get(account),
    write: async (account, value) => void kept.set(account, value),
    remove: async (account) => void kept.delete(account),
  };
}

function build(items: Items, usable: boolean, randomBytes: (size: number) => Buffer): SecretStore {
  const account = (storeId: string): string => `store/${storeId}`;

  const attempt = async <Value>(work: () => Promise<Value>): Promise<Result<Value, 'keychain-failed'>> => {
    try {
      return success(await work());
    } catch {
      // The message may repeat what was to be written.
      return failure('keychain-failed');
    }
  };

  const get = (storeId: string): Promise<Result<Secrets | undefined, 'keychain-failed'>> =>
    attempt(async () => {
      const text = await items.read(account(storeId));
      // An item that cannot be read as secrets counts as none: the seller pastes them again.
      return text === undefined ? undefined : parseSecrets(text);
    });

  const passwords = createSheetPasswordItems(items);
  let key: Promise<{ key: Buffer; lasts: boolean }> | undefined;

  return {
    usable,
    get,
    set: async (storeId, secrets) => {
      const text = JSON.stringify(secretsSchema.parse(secrets));
      const written = await attempt(async () => {
        await items.write(account(storeId), text);
        return (await items.read(account(storeId))) === text;
      });
      return written.ok && written.value ? success(undefined) : failure('keychain-failed');
    },
    has: async (storeId) => {
      const found = await get(storeId);
      return found.ok ? success(found.value !== undefined) : found;
    },
    clear: (storeId) =>
      attempt(async () => {
        // Some keychains fail when deleting what is not there.
        if ((await items.read(account(storeId))) !== undefined) await items.remove(account(storeId));
        return undefined;
      }),
    sheetPasswords: {
      async read(form) {
        const kept = await attempt(() => passwords.read(form));
        return kept.ok ? kept.value : undefined;
      },
      write: (form, password) => attempt(() => passwords.write(form, password).then(() => undefined)),
      clear: () => attempt(() => passwords.clear().then(() => undefined)),
    },
    encryptionKey: () => (key ??= openKey(items, usable, randomBytes)),
  };
}

async function openKey(
  items: Items,
  usable: boolean,
  randomBytes: (size: number) => Buffer,
): Promise<{ key: Buffer; lasts: boolean }> {
  const forThisRun = { key: randomBytes(32), lasts: false };
  if (!usable) return forThisRun;
  try {
    const stored = await items.read(keyAccount);
    if (stored !== undefined) {
      const key = Buffer.from(stored, 'base64');
      // Damaged: overwriting it would give up every sealed value for good, so it is left as it is.
      return key.length === 32 ? { key, lasts: true } : forThisRun;
    }
    const text = forThisRun.key.toString('base64');
    await items.write(keyAccount, text);
    return { key: forThisRun.key, lasts: (await items.read(keyAccount)) === text };
  } catch {
    // Locked in between: nothing personal is written in this run.
    return forThisRun;
  }
}

function parseSecrets(text: string): Secrets | undefined {
  try {
    const parsed = secretsSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    // Not JSON: written by something else.
    return undefined;
  }
}

import { z } from 'zod';
import { failure, success } from '../../src-preload/contract/result';
import type { Result } from '../../src-preload/contract/result';
import type { KeychainState } from '../../src-preload/contract/keychain-states';
import { secretsSchema } from '../../src-preload/contract/store';
import type { Secrets } from '../../src-preload/contract/store';
import { noMessageBus } from '../../src-preload/contract/text/system-words.ko';
import { keysOfThisRun, openKeys } from './encryption-keys';
import type { EncryptionKeys } from './encryption-keys';
import type { ProxyCredentials } from '../../src-preload/contract/proxy-credentials';
import { openFolderId } from './folder-id';
import type { FolderId } from './folder-id';
import { keychainItems, memoryItems } from './items';
import type { Items } from './items';
import { keychainTimeoutMs, loadKeytar, within } from './keychain';
import type { Keychain } from './keychain';
import { createSheetPasswordItems } from './sheet-password-items';

/**
 * Where stores' secrets live: the OS keychain, one item a store. Without a usable keychain they live in memory and
 * end with the run; they are never written anywhere else. Errors are codes: a keychain's own message is not passed
 * on, since no one knows what it repeats.
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
  /** User and password of proxies, by host and port. */
  readonly proxySignIn: {
    /** false: they end with the run. */
    readonly lasts: boolean;
    /** undefined also when the keychain failed: the seller is asked then. */
    read(proxy: string): Promise<ProxyCredentials | undefined>;
    write(proxy: string, credentials: ProxyCredentials): Promise<Result<undefined, 'keychain-failed'>>;
  };
  /** For personal.ts, and what the keychain is to this run. Never rejects. */
  encryptionKeys(): Promise<EncryptionKeys>;
}

const proxyCredentialsSchema: z.ZodType<ProxyCredentials> = z.strictObject({ user: z.string(), password: z.string() });

const probeAccount = 'round-trip';

/** Opens the store and proves the keychain by writing, reading and deleting an item. Never rejects. */
export async function openSecretStore(options: {
  dataDir: string;
  randomBytes: (size: number) => Buffer;
  load?: () => Promise<Keychain>;
  timeoutMs?: number;
}): Promise<SecretStore> {
  const timeoutMs = options.timeoutMs ?? keychainTimeoutMs;
  const folder = openFolderId(options.dataDir, options.randomBytes);
  const word = options.randomBytes(16).toString('hex');
  const proven = await prove(options.load ?? loadKeytar, folder.service, word, timeoutMs);
  const items = typeof proven === 'string' ? memoryItems() : keychainItems(proven, folder, timeoutMs);
  return build(items, typeof proven === 'string' ? proven : undefined, folder, options.randomBytes);
}

type Unusable = Exclude<KeychainState, 'works' | 'lost'>;

/** A keychain that keeps what it is given, or why there is none. */
async function prove(
  load: () => Promise<Keychain>,
  service: string,
  word: string,
  timeoutMs: number,
): Promise<Keychain | Unusable> {
  let keychain: Keychain;
  try {
    keychain = await within(timeoutMs, load());
  } catch {
    // The library it needs is not on this system.
    return 'missing';
  }
  try {
    const read = await within(
      timeoutMs,
      keychain.setPassword(service, probeAccount, word).then(async () => {
        const kept = await keychain.getPassword(service, probeAccount);
        await keychain.deletePassword(service, probeAccount);
        return kept;
      }),
    );
    return read === word ? keychain : 'damaged';
  } catch (problem) {
    return isMissing(problem) ? 'missing' : 'locked';
  }
}

/**
 * What libsecret says where no keychain answers, or no collection is there to keep anything in; the rest is a lock. What
 * GLib says of it is in the language of the system.
 */
const missingWords = /org\.freedesktop\.secrets was not|d-?bus|message bus|could not connect|object does not exist/iu;

function isMissing(problem: unknown): boolean {
  if (!(problem instanceof Error)) return false;
  return missingWords.test(problem.message) || noMessageBus.some((words) => problem.message.includes(words));
}

function build(
  items: Items,
  unusable: Unusable | undefined,
  folder: FolderId,
  randomBytes: (size: number) => Buffer,
): SecretStore {
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
      return text === undefined ? undefined : parsed(secretsSchema, text);
    });

  const passwords = createSheetPasswordItems(items);
  const findKeys = async (): Promise<EncryptionKeys> => {
    if (unusable !== undefined) return keysOfThisRun(randomBytes, unusable);
    try {
      return await openKeys(items, folder, randomBytes);
    } catch {
      // Locked in between: nothing personal is written in this run.
      return keysOfThisRun(randomBytes, 'locked');
    }
  };
  let keys: Promise<EncryptionKeys> | undefined;

  return {
    usable: unusable === undefined,
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
        await items.remove(account(storeId));
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
    proxySignIn: {
      lasts: unusable === undefined,
      async read(proxy) {
        const kept = await attempt(() => items.read(`proxy/${proxy}`));
        return kept.ok && kept.value !== undefined ? parsed(proxyCredentialsSchema, kept.value) : undefined;
      },
      write: (proxy, credentials) =>
        attempt(() => items.write(`proxy/${proxy}`, JSON.stringify(credentials)).then(() => undefined)),
    },
    encryptionKeys: () => (keys ??= findKeys()),
  };
}

function parsed<Value>(schema: z.ZodType<Value>, text: string): Value | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    // Not JSON: written by something else.
    return undefined;
  }
}

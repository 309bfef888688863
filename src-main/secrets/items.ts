import { within } from './keychain';
import type { Keychain } from './keychain';

/** Items of one data folder: `undefined` is "no such item", a rejection "the keychain failed". */
export interface Items {
  read(account: string): Promise<string | undefined>;
  write(account: string, value: string): Promise<void>;
  /** Done also when there was nothing. */
  remove(account: string): Promise<void>;
}

/**
 * Items in the system's keychain. What an earlier version kept under another name moves over when it is read: written
 * and read back under the new name before it is deleted under the old one, so that a cut in between leaves it in both.
 */
export function keychainItems(
  keychain: Keychain,
  { service, earlier }: { service: string; earlier: readonly string[] },
  timeoutMs: number,
): Items {
  const get = async (name: string, account: string): Promise<string | undefined> =>
    (await within(timeoutMs, keychain.getPassword(name, account))) ?? undefined;
  const write = (account: string, value: string): Promise<void> =>
    within(timeoutMs, keychain.setPassword(service, account, value));
  const remove = async (name: string, account: string): Promise<void> => {
    // Some keychains fail when deleting what is not there.
    if ((await get(name, account)) !== undefined) await within(timeoutMs, keychain.deletePassword(name, account));
  };
  return {
    async read(account) {
      const found = await get(service, account);
      if (found !== undefined) return found;
      for (const name of earlier) {
        const before = await get(name, account);
        if (before === undefined) continue;
        await write(account, before);
        if ((await get(service, account)) !== before) throw new Error('an item that moves was not kept');
        try {
          await remove(name, account);
        } catch {
          // It stays under both names, and the new one is read first.
        }
        return before;
      }
      return undefined;
    },
    write,
    async remove(account) {
      // Under the old names first: what is left there would come back.
      for (const name of [...earlier, service]) await remove(name, account);
    },
  };
}

/** Items that end with the run, where no keychain can be used. */
export function memoryItems(): Items {
  const kept = new Map<string, string>();
  return {
    read: async (account) => kept.get(account),
    write: async (account, value) => void kept.set(account, value),
    remove: async (account) => void kept.delete(account),
  };
}

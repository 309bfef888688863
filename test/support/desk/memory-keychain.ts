import type { Keychain } from '../../../src-main/secrets/keychain';

/** A keychain that lives as long as the test: one for all cores that are to share a computer. */
export function memoryKeychain(): () => Promise<Keychain> {
  const items = new Map<string, string>();
  const keychain: Keychain = {
    getPassword: async (service, account) => items.get(key(service, account)) ?? null,
    async setPassword(service, account, password) {
      items.set(key(service, account), password);
    },
    deletePassword: async (service, account) => items.delete(key(service, account)),
  };
  return async () => keychain;
}

function key(service: string, account: string): string {
  return `${service}/${account}`;
}

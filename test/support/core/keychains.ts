import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Keychain } from '../../../src-main/secrets/keychain';

const kept = z.record(z.string(), z.string());

/** A keychain that outlives processes, as the system's does: secrets of a practice market only, in a file of the test. */
export function fileKeychain(file: string): () => Promise<Keychain> {
  const read = (): Record<string, string> => {
    return existsSync(file) ? kept.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  };
  const change = (work: (items: Record<string, string>) => void): void => {
    const items = read();
    work(items);
    // Whole or not at all: a process may be killed right here.
    writeFileSync(`${file}.part`, JSON.stringify(items));
    renameSync(`${file}.part`, file);
  };
  return async () => ({
    getPassword: async (service, account) => read()[key(service, account)] ?? null,
    setPassword: async (service, account, password) =>
      change((items) => {
        items[key(service, account)] = password;
      }),
    async deletePassword(service, account) {
      change((items) => {
        delete items[key(service, account)];
      });
      return true;
    },
  });
}

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

import { randomBytes } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Keychain } from '../../../../src-main/secrets/keychain';
import { openSecretStore } from '../../../../src-main/secrets/secret-store';
import { serviceName, spelledServiceName } from '../../../../src-main/secrets/service-name';

const secrets = { market: 'brightmall', vendorId: '01EXAMPLE', apiKey: 'bm_EXAMPLE' } as const;
let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(realpathSync(tmpdir()), 'balsong-id-'));
  folder = join(root, 'desk');
  mkdirSync(folder);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A keychain whose n-th change from now fails, before it is done or after: as when the app is killed right there. */
function keychain() {
  const items = new Map<string, string>();
  const state: { cutAt: number | undefined; isDone: boolean } = { cutAt: undefined, isDone: false };
  const change = (work: () => void): void => {
    const isCut = state.cutAt === 0;
    if (state.cutAt !== undefined) state.cutAt -= 1;
    if (isCut && !state.isDone) throw new Error('killed');
    work();
    if (isCut) throw new Error('killed');
  };
  const chain: Keychain = {
    getPassword: async (service, account) => items.get(`${service}|${account}`) ?? null,
    setPassword: async (service, account, value) => change(() => items.set(`${service}|${account}`, value)),
    deletePassword: async (service, account) => {
      change(() => items.delete(`${service}|${account}`));
      return true;
    },
  };
  return { chain, items, state };
}
const open = (os: { chain: Keychain }, dataDir = folder) =>
  openSecretStore({ dataDir, randomBytes, load: async () => os.chain });

describe('the id of a data folder in the keychain', () => {
  it('is made once, at random, and has nothing of the folder’s name', async () => {
    const os = keychain();
    await (await open(os)).set('a', secrets);
    await (await open(os)).set('b', secrets);
    const services = new Set([...os.items.keys()].map((each) => each.split('|')[0]));
    expect([...services]).toEqual([expect.stringMatching(/^balsong-desk\/[0-9a-f]{32}$/u)]);
    const kept = statSync(join(folder, 'keychain.json'));
    if (process.platform !== 'win32') expect(kept.mode & 0o777).toBe(0o600);
    mkdirSync(join(root, 'other'));
    expect(await (await open(os, join(root, 'other'))).get('a')).toEqual({ ok: true, value: undefined });
  });

  it('goes with a folder that is moved or reached in another way', async () => {
    const os = keychain();
    await (await open(os)).set('a', secrets);
    symlinkSync(folder, join(root, 'link'));
    expect(await (await open(os, join(root, 'link'))).get('a')).toEqual({ ok: true, value: secrets });
    const moved = join(root, '옮긴 폴더');
    renameSync(folder, moved);
    expect(await (await open(os, moved)).get('a')).toEqual({ ok: true, value: secrets });
  });

  it('is another one in a copy, which neither uses nor deletes what its origin keeps, nor takes its key', async () => {
    const os = keychain();
    const origin = await open(os);
    await origin.set('a', secrets);
    const { key } = await origin.encryptionKeys();
    const before = new Map(os.items);
    const copy = join(root, 'copy');
    cpSync(folder, copy, { recursive: true });
    const store = await open(os, copy);
    expect(await store.get('a')).toEqual({ ok: true, value: undefined });
    const other = await store.encryptionKeys();
    expect(other).toMatchObject({ lasts: true, state: 'lost' });
    expect(other.key.equals(key)).toBe(false);
    await store.clear('a');
    for (const [name, value] of before) expect(os.items.get(name)).toBe(value);
    const again = await open(os);
    expect(await again.get('a')).toEqual({ ok: true, value: secrets });
    expect(await again.encryptionKeys()).toMatchObject({ key, state: 'works' });
  });

  it('that was damaged is put aside, not written over', async () => {
    const os = keychain();
    await open(os);
    writeFileSync(join(folder, 'keychain.json'), '{"id":');
    await (await open(os)).set('a', secrets);
    expect(readFileSync(join(folder, 'keychain.json.damaged'), 'utf8')).toBe('{"id":');
    expect(await (await open(os)).get('a')).toEqual({ ok: true, value: secrets });
    expect(readdirSync(folder).toSorted()).toEqual(['keychain.json', 'keychain.json.damaged']);
  });
});

describe('items that an earlier version kept under a digest of the folder', () => {
  const accounts = ['encryption-key', 'store/a', 'sheet-passwords'] as const;
  const fill = (os: ReturnType<typeof keychain>, name: string) => {
    os.items.set(`${name}|encryption-key`, Buffer.alloc(32, 7).toString('base64'));
    os.items.set(`${name}|store/a`, JSON.stringify(secrets));
    os.items.set(`${name}|sheet-passwords`, '{"form":"1234"}');
  };
  const readAll = async (os: ReturnType<typeof keychain>, dataDir = folder) => {
    const store = await open(os, dataDir);
    const { key } = await store.encryptionKeys();
    return [key, await store.get('a'), await store.sheetPasswords.read('form')];
  };
  const whole = [Buffer.alloc(32, 7), { ok: true, value: secrets }, '1234'];

  it.each([serviceName, spelledServiceName])('move over', async (nameOf) => {
    const os = keychain();
    const link = join(root, 'link');
    symlinkSync(folder, link);
    fill(os, nameOf(link));
    expect(await readAll(os, link)).toEqual(whole);
    expect([...os.items.keys()].filter((each) => each.startsWith(`${nameOf(link)}|`))).toEqual([]);
    // By its own name, and after a move, the folder has the same items.
    expect(await readAll(os)).toEqual(whole);
    renameSync(folder, join(root, 'moved'));
    expect(await readAll(os, join(root, 'moved'))).toEqual(whole);
  });

  it('are found, too, when the folder moves before they did', async () => {
    const os = keychain();
    await open(os);
    fill(os, serviceName(folder));
    renameSync(folder, join(root, 'moved'));
    expect(await readAll(os, join(root, 'moved'))).toEqual(whole);
  });

  it('are never lost, wherever the moving is cut off', async () => {
    for (const isDone of [false, true]) {
      for (let cutAt = 0; cutAt < 2 * accounts.length; cutAt += 1) {
        const os = keychain();
        fill(os, serviceName(folder));
        const store = await open(os);
        Object.assign(os.state, { cutAt, isDone });
        await Promise.all([store.encryptionKeys(), store.get('a'), store.sheetPasswords.read('form')]);
        os.state.cutAt = undefined;
        expect(await readAll(os)).toEqual(whole);
        rmSync(join(folder, 'keychain.json'));
      }
    }
  });

  it('do not come back after they were cleared, also when they lay under both names', async () => {
    const os = keychain();
    fill(os, serviceName(folder));
    const store = await open(os);
    Object.assign(os.state, { cutAt: 1, isDone: false });
    expect(await store.get('a')).toEqual({ ok: true, value: secrets });
    os.state.cutAt = undefined;
    expect([...os.items.keys()].filter((each) => each.endsWith('|store/a'))).toHaveLength(2);
    await store.clear('a');
    expect(await (await open(os)).get('a')).toEqual({ ok: true, value: undefined });
  });
});

describe('a key of names that was lost', () => {
  const withoutKeys = (os: ReturnType<typeof keychain>) => {
    for (const name of os.items.keys()) if (name.includes('|encryption-key')) os.items.delete(name);
  };

  it('is said; new names get a new one, and when it comes back both are at hand', async () => {
    const os = keychain();
    const first = await (await open(os)).encryptionKeys();
    expect(first.state).toBe('works');
    const before = new Map(os.items);
    withoutKeys(os);
    const second = await (await open(os)).encryptionKeys();
    expect(second).toMatchObject({ lasts: true, state: 'lost' });
    expect(second.all).toEqual([second.key]);
    expect(await (await open(os)).encryptionKeys()).toEqual(second);
    for (const [name, value] of before) os.items.set(name, value);
    const back = await (await open(os)).encryptionKeys();
    expect(back).toMatchObject({ key: second.key, lasts: true, state: 'works' });
    expect(back.all).toEqual([first.key, second.key]);
  });

  it('counts as lost when another one lies in its place, and that one is not overwritten', async () => {
    for (const other of ['c2hvcnQ=', Buffer.alloc(32, 9).toString('base64')]) {
      const os = keychain();
      await (await open(os)).encryptionKeys();
      const [name = ''] = os.items.keys();
      os.items.set(name, other);
      expect(await (await open(os)).encryptionKeys()).toMatchObject({ lasts: true, state: 'lost' });
      expect(os.items.get(name)).toBe(other);
    }
  });

  it('is not taken for lost while the keychain is locked', async () => {
    const os = keychain();
    const { key } = await (await open(os)).encryptionKeys();
    const before = new Map(os.items);
    os.state.cutAt = 0;
    expect(await (await open(os)).encryptionKeys()).toMatchObject({ lasts: false, state: 'locked' });
    expect(os.items).toEqual(before);
    expect(await (await open(os)).encryptionKeys()).toMatchObject({ key, state: 'works' });
  });
});

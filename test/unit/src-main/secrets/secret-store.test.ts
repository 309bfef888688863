import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Keychain } from '../../../../src-main/secrets/keychain';
import { openSecretStore } from '../../../../src-main/secrets/secret-store';
import { serviceName } from '../../../../src-main/secrets/service-name';

const naver = { market: 'naver', clientId: 'desk-app', clientSecret: '$2a$04$abcdefghijklmnopqrstuu' } as const;
const brightmall = { market: 'brightmall', vendorId: '01EXAMPLE', apiKey: 'bm_EXAMPLE' } as const;

type Fault = 'rejects' | 'forgets' | 'silent' | 'absent';

/** A keychain in memory that can be made to fail like real ones do. */
function keychain(fault?: Fault) {
  const items = new Map<string, string>();
  const state: { fault: Fault | undefined } = { fault };
  const act = async <Value>(work: () => Value): Promise<Value> => {
    if (state.fault === 'rejects') throw new Error(`locked, wanted ${naver.clientSecret}`);
    if (state.fault === 'absent')
      throw new Error('The name org.freedesktop.secrets was not provided by any .service files');
    if (state.fault === 'silent') return new Promise<Value>(() => undefined);
    return work();
  };
  const chain: Keychain = {
    getPassword: (service, account) => act(() => items.get(`${service}|${account}`) ?? null),
    setPassword: (service, account, value) =>
      act(() => {
        if (state.fault !== 'forgets') items.set(`${service}|${account}`, value);
      }),
    deletePassword: (service, account) => act(() => items.delete(`${service}|${account}`)),
  };
  return { chain, items, state };
}

const open = (os: { chain: Keychain }, dataDir = '/data/one') =>
  openSecretStore({ dataDir, randomBytes, load: async () => os.chain, timeoutMs: 50 });

describe('a store of secrets with a keychain', () => {
  it('keeps one item a store and forgets it when cleared', async () => {
    const os = keychain();
    const store = await open(os);
    expect(store.usable).toBe(true);
    expect(await store.set('a', naver)).toMatchObject({ ok: true });
    expect(await store.set('b', brightmall)).toMatchObject({ ok: true });
    expect(os.items.size).toBe(2);
    expect(await store.get('a')).toEqual({ ok: true, value: naver });
    await store.clear('a');
    expect(await store.has('a')).toEqual({ ok: true, value: false });
    expect(await store.has('b')).toEqual({ ok: true, value: true });
    expect(await store.clear('never-there')).toMatchObject({ ok: true });
  });

  it('still has them after a restart, and leaves nothing of its own round trip behind', async () => {
    const os = keychain();
    await (await open(os)).set('a', naver);
    expect([...os.items.keys()]).toEqual([`${serviceName('/data/one')}|store/a`]);
    expect(await (await open(os)).get('a')).toEqual({ ok: true, value: naver });
  });

  it('does not share them between data folders', async () => {
    const os = keychain();
    await (await open(os)).set('a', naver);
    expect(await (await open(os, '/data/two')).get('a')).toEqual({ ok: true, value: undefined });
  });

  it('counts an item it cannot read as none', async () => {
    const os = keychain();
    const store = await open(os);
    for (const text of ['not json', '{"market":"naver"}']) {
      await os.chain.setPassword(serviceName('/data/one'), 'store/a', text);
      expect(await store.get('a')).toEqual({ ok: true, value: undefined });
    }
  });

  it('answers a code, never the words of a keychain that fails later', async () => {
    const os = keychain();
    const store = await open(os);
    os.state.fault = 'rejects';
    const answers = [await store.set('a', naver), await store.get('a'), await store.has('a'), await store.clear('a')];
    for (const answer of answers) expect(answer).toEqual({ ok: false, failure: { code: 'keychain-failed' } });
  });

  it('does not say done when reading back gives something else', async () => {
    const os = keychain();
    const store = await open(os);
    os.state.fault = 'forgets';
    expect(await store.set('a', naver)).toEqual({ ok: false, failure: { code: 'keychain-failed' } });
  });

  it('hands out one encryption key for good', async () => {
    const os = keychain();
    const store = await open(os);
    const [first, second] = await Promise.all([store.encryptionKeys(), store.encryptionKeys()]);
    expect(first.lasts).toBe(true);
    expect(first.key).toHaveLength(32);
    expect(second.key).toEqual(first.key);
    expect((await (await open(os)).encryptionKeys()).key).toEqual(first.key);
  });

  it('never overwrites, without a folder to note a new one in, an encryption key it cannot read', async () => {
    const os = keychain();
    const item = `${serviceName('/data/one')}|encryption-key`;
    os.items.set(item, 'c2hvcnQ=');
    expect((await (await open(os)).encryptionKeys()).lasts).toBe(false);
    expect(os.items.get(item)).toBe('c2hvcnQ=');
  });
});

describe('a store of secrets without a usable keychain', () => {
  it.each([
    ['rejects', 'locked'],
    ['silent', 'locked'],
    ['forgets', 'damaged'],
    ['absent', 'missing'],
  ] as const)('works for this run when the keychain %s, and says that it is %s', async (fault, state) => {
    const os = keychain(fault);
    const store = await open(os);
    expect(store.usable).toBe(false);
    expect(await store.set('a', naver)).toMatchObject({ ok: true });
    expect(await store.get('a')).toEqual({ ok: true, value: naver });
    expect(await store.encryptionKeys()).toMatchObject({ lasts: false, state });
    expect(os.items.size).toBe(0);
    expect(await (await open(os)).get('a')).toEqual({ ok: true, value: undefined });
  });

  it('lives through a missing library', async () => {
    const store = await openSecretStore({
      dataDir: '/data/one',
      randomBytes,
      load: () => Promise.reject(new Error('libsecret-1.so.0: cannot open shared object file')),
    });
    expect(store.usable).toBe(false);
    expect((await store.encryptionKeys()).state).toBe('missing');
  });

  it('says that it is locked when it locks between the proof and the key', async () => {
    const os = keychain();
    const store = await open(os);
    os.state.fault = 'rejects';
    expect(await store.encryptionKeys()).toMatchObject({ lasts: false, state: 'locked' });
  });
});

import { expect, it } from 'vitest';
import type { NetworkFault } from '../../../../src-preload/contract/network-fault';
import { success, failure } from '../../../../src-preload/contract/result';
import { createProxySignIn } from '../../../../src-main/services/proxy-sign-in';

const proxy = 'p.example:8080';
const kim = { user: 'kim', password: 'right' };

function world({ lasts = true, fails = false } = {}) {
  const kept = new Map<string, typeof kim>();
  const signIn = createProxySignIn({
    proxySignIn: {
      lasts,
      read: async (name) => kept.get(name),
      async write(name, credentials) {
        if (fails) return failure('keychain-failed');
        kept.set(name, credentials);
        return success(undefined);
      },
    },
  });
  return { kept, signIn };
}

it('keeps what the proxy took, and knows it after a restart', async () => {
  const { kept, signIn } = world();
  expect(await signIn.signIn(proxy, kim, async () => true)).toEqual(success({ is: 'accepted', kept: true }));
  expect(await signIn.credentialsOf(proxy)).toEqual(kim);
  expect(kept.get(proxy)).toEqual(kim);
});

it('tries what was given, and forgets what the proxy refused', async () => {
  const { kept, signIn } = world();
  const tried: unknown[] = [];
  const refused: NetworkFault = { is: 'proxy-sign-in', proxy, refused: true };
  const answer = await signIn.signIn(proxy, kim, async () => {
    tried.push(await signIn.credentialsOf(proxy));
    return refused;
  });
  expect(answer).toEqual(success({ is: 'refused' }));
  expect(tried).toEqual([kim]);
  expect(await signIn.credentialsOf(proxy)).toBeUndefined();
  expect(kept.size).toBe(0);
});

it('has nothing against them where the market is away behind the proxy', async () => {
  const { signIn } = world();
  expect(await signIn.signIn(proxy, kim, async () => false)).toEqual(success({ is: 'accepted', kept: true }));
});

it.each([{ lasts: false }, { fails: true }])('says that they end with the run (%o)', async (given) => {
  const { signIn } = world(given);
  expect(await signIn.signIn(proxy, kim, async () => true)).toEqual(success({ is: 'accepted', kept: false }));
  expect(await signIn.credentialsOf(proxy)).toEqual(kim);
});

import { expect, it } from 'vitest';
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
  const taken = async () => signIn.note(kim, 'taken');
  expect(await signIn.signIn(proxy, kim, taken)).toEqual(success({ is: 'accepted', kept: true }));
  expect(await signIn.signInOf(proxy)).toEqual({ credentials: kim, wereRefused: false });
  expect(kept.get(proxy)).toEqual(kim);
});

it('tries what was given, and forgets what the proxy refused', async () => {
  const { kept, signIn } = world();
  const tried: unknown[] = [];
  const answer = await signIn.signIn(proxy, kim, async () => {
    tried.push(await signIn.signInOf(proxy));
    signIn.note(kim, 'refused');
  });
  expect(answer).toEqual(success({ is: 'refused' }));
  expect(tried).toEqual([{ credentials: kim, wereRefused: false }]);
  expect(await signIn.signInOf(proxy)).toEqual({ wereRefused: false });
  expect(kept.size).toBe(0);
});

it('sends what a proxy has refused once only: some lock an account after a few', async () => {
  const { kept, signIn } = world();
  kept.set(proxy, kim);
  signIn.note((await signIn.signInOf(proxy)).credentials ?? kim, 'refused');
  expect(await signIn.signInOf(proxy)).toEqual({ wereRefused: true });
  const right = { user: 'kim', password: 'new' };
  await signIn.signIn(proxy, right, async () => signIn.note(right, 'taken'));
  expect(await signIn.signInOf(proxy)).toEqual({ credentials: right, wereRefused: false });
});

it('keeps nothing and says so where the proxy was not asked', async () => {
  const { kept, signIn } = world();
  expect(await signIn.signIn(proxy, kim, async () => undefined)).toEqual(success({ is: 'not-reached' }));
  expect(kept.size).toBe(0);
  expect(await signIn.signInOf(proxy)).toEqual({ wereRefused: false });
});

it.each([{ lasts: false }, { fails: true }])('says that they end with the run (%o)', async (given) => {
  const { signIn } = world(given);
  const taken = async () => signIn.note(kim, 'taken');
  expect(await signIn.signIn(proxy, kim, taken)).toEqual(success({ is: 'accepted', kept: false }));
  expect(await signIn.signInOf(proxy)).toEqual({ credentials: kim, wereRefused: false });
});

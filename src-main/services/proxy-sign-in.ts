import type { CallOutput } from '../../src-preload/contract/calls';
import { success } from '../../src-preload/contract/result';
import type { Result } from '../../src-preload/contract/result';
import type { ProxyCredentials } from '../../src-preload/contract/proxy-credentials';
import type { SecretStore } from '../secrets/secret-store';

/**
 * User and password of proxies that ask for them, by host and port: asked once, kept in the keychain, and neither logged
 * nor handed back to the window. Without a keychain they end with the run. What a proxy has refused is not sent to it
 * again: some lock an account after a few.
 */
export function createProxySignIn(secrets: Pick<SecretStore, 'proxySignIn'>) {
  const known = new Map<string, Promise<ProxyCredentials | undefined>>();
  const refused = new WeakSet<ProxyCredentials>();
  const taken = new WeakSet<ProxyCredentials>();
  const credentialsOf = (proxy: string): Promise<ProxyCredentials | undefined> => {
    const asked = known.get(proxy) ?? secrets.proxySignIn.read(proxy);
    known.set(proxy, asked);
    return asked;
  };
  return {
    /** What a connection signs in with. `wereRefused`: there was something, which the proxy has refused in this run. */
    async signInOf(proxy: string): Promise<{ credentials?: ProxyCredentials; wereRefused: boolean }> {
      const credentials = await credentialsOf(proxy);
      if (credentials === undefined) return { wereRefused: false };
      return refused.has(credentials) ? { wereRefused: true } : { credentials, wereRefused: false };
    },
    /** What a proxy made of them. */
    note(credentials: ProxyCredentials, verdict: 'taken' | 'refused'): void {
      if (verdict === 'refused') refused.add(credentials);
      else taken.add(credentials);
    },
    /**
     * Tries them, and keeps them once the proxy has taken them.
     * @param reach opens a connection the usual way; whether the proxy was asked on it, `note` is told
     */
    async signIn(
      proxy: string,
      given: ProxyCredentials,
      reach: () => Promise<unknown>,
    ): Promise<Result<CallOutput<'stores-proxy-sign-in'>, never>> {
      const before = await credentialsOf(proxy);
      known.set(proxy, Promise.resolve(given));
      await reach();
      if (taken.has(given) && !refused.has(given)) {
        const written = await secrets.proxySignIn.write(proxy, given);
        return success({ is: 'accepted', kept: written.ok && secrets.proxySignIn.lasts });
      }
      known.set(proxy, Promise.resolve(before));
      return success({ is: refused.has(given) ? 'refused' : 'not-reached' });
    },
  };
}

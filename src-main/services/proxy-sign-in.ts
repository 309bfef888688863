import { success } from '../../src-preload/contract/result';
import type { Result } from '../../src-preload/contract/result';
import type { NetworkFault } from '../../src-preload/contract/network-fault';
import type { SecretStore } from '../secrets/secret-store';

interface Credentials {
  user: string;
  password: string;
}

/** What became of what the seller typed. `kept`: whether it is there after a restart, too. */
type SignedIn = { is: 'accepted'; kept: boolean } | { is: 'refused' };

/**
 * User and password of proxies that ask for them, by host and port: asked once, kept in the keychain, and neither logged
 * nor handed back to the window. Without a keychain they end with the run.
 */
export function createProxySignIn(secrets: Pick<SecretStore, 'proxySignIn'>) {
  const known = new Map<string, Promise<Credentials | undefined>>();
  const credentialsOf = (proxy: string): Promise<Credentials | undefined> => {
    const asked = known.get(proxy) ?? secrets.proxySignIn.read(proxy);
    known.set(proxy, asked);
    return asked;
  };
  return {
    credentialsOf,
    /**
     * Tries them, and keeps them unless the proxy refuses them.
     * @param reach opens a connection through that proxy; a fault is why it did not come about
     */
    async signIn(
      proxy: string,
      given: Credentials,
      reach: () => Promise<boolean | NetworkFault>,
    ): Promise<Result<SignedIn, never>> {
      const before = await credentialsOf(proxy);
      known.set(proxy, Promise.resolve(given));
      const reached = await reach();
      if (typeof reached === 'object' && reached.is === 'proxy-sign-in' && reached.proxy === proxy) {
        known.set(proxy, Promise.resolve(before));
        return success({ is: 'refused' });
      }
      const written = await secrets.proxySignIn.write(proxy, given);
      return success({ is: 'accepted', kept: written.ok && secrets.proxySignIn.lasts });
    },
  };
}

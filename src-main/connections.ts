import { failure } from '../src-preload/contract/result';
import type { StoreId } from '../src-preload/contract/ids';
import type { Services } from './bridge/handlers';
import type { Session } from './markets/market';
import { createAgent } from './network/agent';
import type { HttpAgent } from './network/agent';
import { createConnector } from './network/connector';
import type { Connect } from './network/connector';
import type { SecretStore } from './secrets/secret-store';
import { createProxySignIn } from './services/proxy-sign-in';
import type { Surroundings } from './surroundings';

export interface Connections {
  /** Calls, probes and updates begin here: proxies, certificates. */
  connect: Connect;
  agent: HttpAgent;
  /** Another network: what was learnt of the proxies is learnt again, and calls open new connections. */
  renew(): void;
  /**
   * What the window's question about a proxy is answered with.
   * @param retry has everything that waited for the network tried again
   */
  signInWith(
    openSession: (storeId: StoreId) => Promise<Session | undefined>,
    retry: () => void,
  ): Services['signInToProxy'];
}

/** The ways out of this computer, over the proxies of the system. */
export function createConnections(
  secrets: Pick<SecretStore, 'proxySignIn'>,
  { resolveProxy, forgetProxies, certificates }: Pick<Surroundings, 'resolveProxy' | 'forgetProxies' | 'certificates'>,
): Connections {
  const proxySignIn = createProxySignIn(secrets);
  const connect = createConnector({
    ...(resolveProxy === undefined ? {} : { resolveProxy }),
    ...(certificates === undefined ? {} : { certificates }),
    credentialsOf: proxySignIn.credentialsOf,
  });
  const agent = createAgent({ now: () => Date.now(), connect });
  return {
    connect,
    agent,
    renew() {
      forgetProxies?.();
      agent.renew();
    },
    signInWith: (openSession, retry) => async (storeId, proxy, given) => {
      const session = await openSession(storeId);
      if (session === undefined) return failure('not-found');
      const answer = await proxySignIn.signIn(proxy, given, () => session.probe());
      retry();
      return answer;
    },
  };
}

import { failure } from '../src-preload/contract/result';
import type { StoreId } from '../src-preload/contract/ids';
import type { Services } from './bridge/handlers';
import type { Session } from './markets/market';
import { createAgent } from './network/agent';
import type { HttpAgent } from './network/agent';
import { trustedCertificates } from './network/certificates';
import { createConnector } from './network/connector';
import type { Connect } from './network/connector';
import type { SecretStore } from './secrets/secret-store';
import { createProxySignIn } from './services/proxy-sign-in';
import type { Surroundings } from './surroundings';

export interface Connections {
  /** Calls and probes begin here: proxies, certificates. */
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
  given: Pick<Surroundings, 'resolveProxy' | 'forgetProxies' | 'certificates' | 'logger'>,
): Connections {
  const { resolveProxy, forgetProxies, certificates, logger } = given;
  const proxySignIn = createProxySignIn(secrets);
  const connect = createConnector({
    ...(resolveProxy === undefined ? {} : { resolveProxy }),
    ...(certificates === undefined ? {} : { certificates }),
    signInOf: proxySignIn.signInOf,
    onSignIn: proxySignIn.note,
    onWayOut: (via, target) =>
      logger.log('way-out', { via, target, systemCertificates: trustedCertificates().hasSystem }),
  });
  const agent = createAgent({ now: () => Date.now(), connect });
  const renew = (): void => {
    forgetProxies?.();
    connect.forget();
    agent.renew();
  };
  return {
    connect,
    agent,
    renew,
    signInWith: (openSession, retry) => async (storeId, proxy, credentials) => {
      const session = await openSession(storeId);
      if (session === undefined) return failure('not-found');
      const answer = await proxySignIn.signIn(proxy, credentials, () => session.probe());
      renew();
      retry();
      return answer;
    },
  };
}

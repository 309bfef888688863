import type { Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { createTrustContext, trustedCertificates } from './certificates';
import { ConnectionError, codeOf } from './connection-error';
import { proxyName, readProxyList } from './proxy-list';
import type { Route } from './proxy-list';
import { openSocks } from './socks';
import { openTcp, secure } from './sockets';
import type { Place } from './sockets';
import { openTunnel } from './tunnel';
import type { ProxyCredentials } from './tunnel';

/** What the connections need of the world around; a test gives its own. */
export interface ConnectorOptions {
  /**
   * The proxies of an address as the system has them, in the words of a PAC file (proxy-list.ts). Asked before each new
   * connection, never for this computer itself; without it every connection is direct.
   */
  resolveProxy?: (url: string) => Promise<string>;
  /** What the seller gave for a proxy that asks for it. */
  credentialsOf?: (proxy: string) => Promise<ProxyCredentials | undefined>;
  /** PEM; those of the runtime and of the system unless told. */
  certificates?: readonly string[];
  now?: () => number;
}

/** Where a connection leads. `secure`: TLS, with the certificate checked against the host. */
export interface Destination extends Place {
  secure: boolean;
}

/**
 * Opens a connection on which nothing of a request was written yet: name, proxies, CONNECT, TLS. The proxies are tried in
 * the order of the list; only one that cannot be reached makes room for the next. Rejects with a ConnectionError.
 */
export type Connect = (to: Destination, withinMs: number) => Promise<Socket>;

/** A proxy that was not there is tried after the others for so long. */
const deadForMs = 60_000;
/** A PAC file that hangs must not hang the calls; the direct way is tried then. */
const resolveWithinMs = 5_000;

/** The one place where connections begin: calls, probes and updates take the same way. */
export function createConnector(options: ConnectorOptions = {}): Connect {
  const now = options.now ?? (() => Date.now());
  const dead = new Map<string, number>();
  let context: SecureContext | undefined;
  const trust = (): SecureContext =>
    (context ??= createTrustContext(options.certificates ?? trustedCertificates().certificates));

  const routesTo = async (to: Destination): Promise<Route[]> => {
    if (options.resolveProxy === undefined || isThisComputer(to.host)) return [{ via: 'direct' }];
    const host = to.host.includes(':') ? `[${to.host}]` : to.host;
    const asked = options.resolveProxy(`${to.secure ? 'https' : 'http'}://${host}:${to.port}/`);
    const routes = readProxyList(await withinTime(asked, resolveWithinMs));
    const isDead = (route: Route): boolean => route.via !== 'direct' && (dead.get(proxyName(route)) ?? 0) > now();
    return [...routes.filter((route) => !isDead(route)), ...routes.filter(isDead)];
  };

  const openProxy = async (route: Exclude<Route, { via: 'direct' }>, signal: AbortSignal): Promise<Socket> => {
    const proxy = proxyName(route);
    try {
      const socket = await openTcp(route, signal);
      dead.delete(proxy);
      return route.via === 'http' && route.secure ? await secure(socket, route.host, trust(), signal) : socket;
    } catch (error) {
      dead.set(proxy, now() + deadForMs);
      throw new ConnectionError(codeOf(error), { is: 'proxy-down', proxy });
    }
  };

  const openRoute = async (route: Route, to: Destination, signal: AbortSignal): Promise<Socket> => {
    if (route.via === 'direct') return openTcp(to, signal);
    const socket = await openProxy(route, signal);
    const proxy = proxyName(route);
    if (route.via === 'socks5') return openSocks(socket, to, { proxy, signal });
    const credentials = await options.credentialsOf?.(proxy);
    return openTunnel(socket, to, { proxy, credentials, signal });
  };

  const openOne = async (route: Route, to: Destination, withinMs: number): Promise<Socket> => {
    const end = new AbortController();
    const timer = setTimeout(() => end.abort(), withinMs);
    try {
      const socket = await openRoute(route, to, end.signal);
      return to.secure ? await secure(socket, to.host, trust(), end.signal) : socket;
    } catch (error) {
      throw error instanceof ConnectionError ? error : new ConnectionError(codeOf(error));
    } finally {
      clearTimeout(timer);
    }
  };

  return async (to, withinMs) => {
    let first: ConnectionError | undefined;
    for (const route of await routesTo(to)) {
      try {
        return await openOne(route, to, withinMs);
      } catch (error) {
        if (!(error instanceof ConnectionError)) throw error;
        if (error.fault?.is !== 'proxy-down') throw first?.fault === undefined ? error : (first ?? error);
        first ??= error;
      }
    }
    throw first ?? new ConnectionError('NO_ROUTE');
  };
}

/** The practice market and the servers of tests: no proxy has to do with them. */
function isThisComputer(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(host);
}

/** The list, or none where it does not come. */
async function withinTime(asked: Promise<string>, ms: number): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(''), ms);
  });
  try {
    return await Promise.race([asked.catch(() => ''), late]);
  } finally {
    clearTimeout(timer);
  }
}

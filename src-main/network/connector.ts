import type { Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { isThisComputer } from '../../src-preload/contract/this-computer';
import { createTrustContext, trustedCertificates } from './certificates';
import { ConnectionError, codeOf } from './connection-error';
import type { Destination } from './destination';
import { proxyName, readProxyList } from './proxy-list';
import type { Route } from './proxy-list';
import { openSocks } from './socks';
import { openTcp, startTls } from './sockets';
import { openTunnel } from './tunnel';
import type { ProxyCredentials } from '../../src-preload/contract/proxy-credentials';
import { raceSignal } from './race-signal';

/** What is known for signing in at a proxy. `wereRefused`: what was known is not sent again, the proxy has refused it. */
export interface ProxySignIn {
  credentials?: ProxyCredentials | undefined;
  wereRefused: boolean;
}

/** What the connections need of the world around; a test gives its own. */
export interface ConnectorOptions {
  /**
   * The proxies of an address as the system has them, in the words of a PAC file (proxy-list.ts). Asked before each new
   * connection, never for this computer itself; without it every connection is direct.
   */
  resolveProxy?: (url: string) => Promise<string>;
  /** What the seller gave for a proxy that asks for it. */
  signInOf?: (proxy: string) => Promise<ProxySignIn>;
  /** What a proxy made of credentials that were sent to it. */
  onSignIn?: (credentials: ProxyCredentials, verdict: 'taken' | 'refused') => void;
  /** A connection was opened this way to a host and port, after another way there or none. */
  onWayOut?: (via: Route['via'], target: string) => void;
  /** PEM; those of the runtime and of the system unless given. */
  certificates?: readonly string[];
  /** ms that only go up. */
  clock?: () => number;
}

/**
 * Opens a connection on which nothing of a request was written yet: name, proxies, CONNECT, TLS, all of it within a time.
 * The proxies are tried in the order of the list; only one that cannot be reached, or no proxy at all, makes room for the
 * next. Rejects with a ConnectionError.
 */
export type Connect = (to: Destination, withinMs: number) => Promise<Socket>;

export type Connector = Connect & {
  /** Another network: proxies that were not there may be there now. */
  forget(): void;
};

/** A proxy that was not there is tried after the others for so long. */
const deadForMs = 60_000;
/** A proxy that does not answer must leave time for the next one. */
const proxyWithinMs = 3_000;
/** A PAC file that hangs must not hang the calls; the direct way is tried then. */
const resolveWithinMs = 5_000;

/** The one place where connections begin: calls and probes take the same way. */
export function createConnector(options: ConnectorOptions = {}): Connector {
  const clock = options.clock ?? (() => performance.now());
  /** Until when (by `clock`) a proxy stands behind the others. */
  const dead = new Map<string, number>();
  let context: SecureContext | undefined;
  /** Of each target: this computer itself is reached directly, whatever the way to a market is. */
  const waysOut = new Map<string, Route['via']>();
  const trust = (): SecureContext =>
    (context ??= createTrustContext(options.certificates ?? trustedCertificates().certificates));

  const routesTo = async (to: Destination, signal: AbortSignal): Promise<Route[]> => {
    if (options.resolveProxy === undefined || isThisComputer(to.host)) return [{ via: 'direct' }];
    const host = to.host.includes(':') ? `[${to.host}]` : to.host;
    const asked = options.resolveProxy(`${to.secure ? 'https' : 'http'}://${host}:${to.port}/`);
    const within = AbortSignal.any([signal, AbortSignal.timeout(resolveWithinMs)]);
    const list = await raceSignal(asked, within).catch((error: unknown) => {
      if (signal.aborted) throw error;
      return '';
    });
    const routes = readProxyList(list);
    const isDead = (route: Route): boolean => route.via !== 'direct' && (dead.get(proxyName(route)) ?? 0) > clock();
    return [...routes.filter((route) => !isDead(route)), ...routes.filter(isDead)];
  };

  const openProxy = async (route: Exclude<Route, { via: 'direct' }>, signal: AbortSignal): Promise<Socket> => {
    const proxy = proxyName(route);
    try {
      const socket = await openTcp(route, AbortSignal.any([signal, AbortSignal.timeout(proxyWithinMs)]));
      dead.delete(proxy);
      return route.via === 'http' && route.secure ? await startTls(socket, route.host, trust(), signal) : socket;
    } catch (error) {
      dead.set(proxy, clock() + deadForMs);
      throw new ConnectionError(codeOf(error), { is: 'proxy-down', proxy });
    }
  };

  const openRoute = async (route: Route, to: Destination, signal: AbortSignal): Promise<Socket> => {
    if (route.via === 'direct') return openTcp(to, signal);
    const proxy = proxyName(route);
    if (route.via === 'socks5') return openSocks(await openProxy(route, signal), to, { proxy, signal });
    // Before the connection: a keychain may take its time, and an open connection would fail unheard meanwhile.
    const signIn = await raceSignal(signInOf(proxy), signal);
    return throughTunnel(await openProxy(route, signal), to, { proxy, signIn, signal });
  };
  const signInOf = async (proxy: string): Promise<ProxySignIn> =>
    (await options.signInOf?.(proxy)) ?? { wereRefused: false };

  const throughTunnel = async (
    socket: Socket,
    to: Destination,
    { proxy, signIn, signal }: { proxy: string; signIn: ProxySignIn; signal: AbortSignal },
  ): Promise<Socket> => {
    const { credentials, wereRefused } = signIn;
    const note = (verdict: 'taken' | 'refused'): void => {
      if (credentials !== undefined) options.onSignIn?.(credentials, verdict);
    };
    try {
      const tunnel = await openTunnel(socket, to, { proxy, credentials, signal });
      note('taken');
      return tunnel;
    } catch (error) {
      if (!(error instanceof ConnectionError) || error.proxyStatus === undefined) throw error;
      note(error.proxyStatus === 407 ? 'refused' : 'taken');
      if (error.fault?.is !== 'proxy-sign-in' || !wereRefused) throw error;
      throw new ConnectionError(error.code, { ...error.fault, refused: true });
    }
  };

  const openOne = async (route: Route, to: Destination, signal: AbortSignal): Promise<Socket> => {
    try {
      const socket = await openRoute(route, to, signal);
      const opened = to.secure ? await startTls(socket, to.host, trust(), signal) : socket;
      const target = `${to.host}:${to.port}`;
      if (waysOut.get(target) !== route.via) options.onWayOut?.(route.via, target);
      waysOut.set(target, route.via);
      return opened;
    } catch (error) {
      throw error instanceof ConnectionError ? error : new ConnectionError(codeOf(error));
    }
  };

  const openFirst = async (to: Destination, signal: AbortSignal): Promise<Socket> => {
    let failed: ConnectionError | undefined;
    for (const route of await routesTo(to, signal)) {
      try {
        return await openOne(route, to, signal);
      } catch (error) {
        if (!(error instanceof ConnectionError)) throw error;
        const makesRoom = error.fault === undefined ? route.via === 'direct' : error.fault.is === 'proxy-down';
        if (!makesRoom && error.fault !== undefined) throw error;
        // What is known to stand in between says more than that nothing came about.
        if (failed === undefined || (failed.fault === undefined && error.fault !== undefined)) failed = error;
        if (!makesRoom) throw failed;
      }
    }
    throw failed ?? new ConnectionError('NO_ROUTE');
  };

  const connect: Connect = async (to, withinMs) => {
    const end = new AbortController();
    const timer = setTimeout(() => end.abort(), withinMs);
    try {
      return await openFirst(to, end.signal);
    } finally {
      clearTimeout(timer);
    }
  };
  return Object.assign(connect, { forget: () => dead.clear() });
}

import { withoutBrackets } from './destination';

/** One way to a server: none in between, or a proxy. */
export type Route =
  | { via: 'direct' }
  /** `secure`: the connection to the proxy itself is TLS. */
  | { via: 'http'; host: string; port: number; secure: boolean }
  | { via: 'socks5'; host: string; port: number };

const direct: Route = { via: 'direct' };
const defaultPorts: Readonly<Record<string, number>> = { PROXY: 80, HTTP: 80, HTTPS: 443, SOCKS5: 1080 };

/**
 * The ways of a list as a PAC file and Chromium write it, in its order: `PROXY a:8080; HTTPS b; SOCKS5 c:1080; DIRECT`.
 * What is not known is left out, and a list that names nothing known is the direct way. Chromium knows SOCKS of
 * version 4 (`SOCKS`), this does not: a system with no other proxy goes past it.
 */
export function readProxyList(list: string): Route[] {
  const routes = list.split(';').flatMap((entry) => {
    const [kind = '', place = '', ...rest] = entry.trim().split(/\s+/u);
    return rest.length > 0 ? [] : readEntry(kind.toUpperCase(), place);
  });
  return routes.length === 0 ? [direct] : routes;
}

function readEntry(kind: string, place: string): Route[] {
  if (kind === 'DIRECT') return place === '' ? [direct] : [];
  const port = defaultPorts[kind];
  const address = `http://${place}`;
  if (port === undefined || place === '' || !URL.canParse(address)) return [];
  const url = new URL(address);
  if (url.pathname !== '/' || url.search !== '' || url.username !== '') return [];
  // A URL leaves out the port that is usual for its scheme.
  const written = /:(\d+)$/u.exec(place)?.[1];
  const at = { host: withoutBrackets(url.hostname), port: written === undefined ? port : Number(written) };
  return kind === 'SOCKS5' ? [{ via: 'socks5', ...at }] : [{ via: 'http', ...at, secure: kind === 'HTTPS' }];
}

/** How a proxy is named to the seller and in the keychain: host and port. */
export function proxyName({ host, port }: { host: string; port: number }): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

import type { Endpoint } from './sockets';

/** Where a connection leads. `secure`: TLS, with the certificate checked against the host. */
export interface Destination extends Endpoint {
  secure: boolean;
}

/** Where a URL of http or https leads. */
export function destinationOf(url: string): Destination {
  const { hostname, port, protocol } = new URL(url);
  const isSecure = protocol === 'https:';
  return {
    host: withoutBrackets(hostname),
    port: port === '' ? (isSecure ? 443 : 80) : Number(port),
    secure: isSecure,
  };
}

/** An IPv6 address stands in brackets in a URL, and without them in a socket. */
export function withoutBrackets(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/u, '$1');
}

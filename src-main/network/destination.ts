import type { Destination } from './connector';

/** Where a URL of http or https leads. */
export function destinationOf(url: string): Destination {
  const { hostname, port, protocol } = new URL(url);
  const isSecure = protocol === 'https:';
  return {
    host: hostname.replace(/^\[(.*)\]$/u, '$1'),
    port: port === '' ? (isSecure ? 443 : 80) : Number(port),
    secure: isSecure,
  };
}

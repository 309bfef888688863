import { connect } from 'node:net';
import { lookupPreferringIpv4 } from './prefer-ipv4';

/** A connect that takes longer is of no use to a call either. */
const probeTimeoutMs = 3_000;

/**
 * Opens a bare TCP connection to the host of a URL and closes it again without a byte: true when it was accepted.
 * Costs no call of the market's quota. Never throws.
 */
export function probeTcp(url: string, timeoutMs: number = probeTimeoutMs): Promise<boolean> {
  const { hostname, port, protocol } = new URL(url);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
      lookup: lookupPreferringIpv4,
    });
    const end = (reached: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(reached);
    };
    // A timer of its own: the socket's timeout does not run while the name is being looked up.
    const timer = setTimeout(() => end(false), timeoutMs);
    socket.once('connect', () => end(true));
    socket.on('error', () => end(false));
  });
}

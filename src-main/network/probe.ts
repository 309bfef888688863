import type { NetworkFault } from '../../src-preload/contract/network-fault';
import type { Connect } from './connector';
import { ConnectionError } from './connection-error';
import { destinationOf } from './destination';

/** `true`: reached. `false`: not. A fault: not, and that is why. */
export type Reached = boolean | NetworkFault;

/** A connect that takes longer is of no use to a call either. */
const probeTimeoutMs = 3_000;

/**
 * Opens a connection to the host of a URL the way a call would, up to the end of the TLS handshake, and closes it again
 * without a byte of a request. Costs no call of the market's quota. Never rejects.
 */
export function createProbe(connect: Connect, timeoutMs: number = probeTimeoutMs): (url: string) => Promise<Reached> {
  return async (url) => {
    try {
      const socket = await connect(destinationOf(url), timeoutMs);
      socket.on('error', () => undefined);
      socket.destroy();
      return true;
    } catch (error) {
      return (error instanceof ConnectionError ? error.fault : undefined) ?? false;
    }
  };
}

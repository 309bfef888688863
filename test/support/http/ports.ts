import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { Server } from 'node:net';

/** The port a listening server was given. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}

/** A loopback port at which connections are refused, and which the system gives to no other program meanwhile. */
export interface HeldPort {
  port: number;
  /** From here on somebody may listen at it again. */
  letGo(): Promise<void>;
}

/**
 * Holds a port that nothing listens on: `wanted`, or any free one. A port that was merely closed may be given to the next
 * server of another test, which then answers in place of the one that is away. So it is kept as the local end of a
 * connection to a listener of our own: bound, and refusing.
 * Rejects with EADDRINUSE while somebody listens at `wanted`.
 */
export async function holdPort(wanted = 0): Promise<HeldPort> {
  const listener = createServer((socket) => socket.on('error', () => socket.destroy()));
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const holder = connect({ port: portOf(listener), host: '127.0.0.1', localAddress: '127.0.0.1', localPort: wanted });
  try {
    await once(holder, 'connect');
  } catch (problem) {
    listener.close();
    throw problem;
  }
  return {
    port: holder.localPort ?? wanted,
    async letGo() {
      const gone = Promise.all([once(holder, 'close'), once(listener, 'close')]);
      // Reset: a connection closed in order would keep the port for a minute.
      holder.resetAndDestroy();
      listener.close();
      await gone;
    },
  };
}

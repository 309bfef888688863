import type { Socket } from 'node:net';
import { ConnectionError } from './connection-error';
import type { Endpoint } from './sockets';

/**
 * Asks a SOCKS proxy of version 5 for a connection to a host, without signing in; the proxy looks the name up (RFC 1928).
 * Rejects where it refuses. The socket is the tunnel afterwards.
 */
export async function openSocks(
  socket: Socket,
  { host, port }: Endpoint,
  { proxy, signal }: { proxy: string; signal: AbortSignal },
): Promise<Socket> {
  const refused = (code: string): ConnectionError => new ConnectionError(code, { is: 'proxy-refused', proxy });
  try {
    const read = createReader(socket, signal, () => new ConnectionError('SOCKS_CLOSED', { is: 'proxy-down', proxy }));
    socket.write(Buffer.from([5, 1, 0]));
    const [version, method] = await read(2);
    if (version !== 5 || method !== 0) throw refused('SOCKS_METHOD');
    const name = Buffer.from(host);
    socket.write(Buffer.concat([Buffer.from([5, 1, 0, 3, name.length]), name, Buffer.from([port >> 8, port & 255])]));
    const [, reply, , kind] = await read(4);
    if (reply !== 0) {
      // 2: a rule of the proxy; the others say that it does not reach the host either.
      throw reply === 2 ? refused('SOCKS_2') : new ConnectionError(`SOCKS_${reply ?? 'CLOSED'}`);
    }
    const [length = 0] = kind === 3 ? await read(1) : [kind === 4 ? 16 : 4];
    await read(length + 2);
    return socket;
  } catch (error) {
    socket.on('error', () => undefined);
    socket.destroy();
    throw error;
  }
}

/** Reads exactly so many bytes and leaves the rest in the socket. */
function createReader(
  socket: Socket,
  signal: AbortSignal,
  closed: () => ConnectionError,
): (bytes: number) => Promise<Buffer> {
  return (bytes) =>
    new Promise((resolve, reject) => {
      const end = (): void => {
        socket.off('readable', look);
        socket.off('end', fail);
        socket.off('error', fail);
        socket.off('close', fail);
        signal.removeEventListener('abort', abort);
      };
      const fail = (): void => {
        end();
        reject(closed());
      };
      const abort = (): void => {
        end();
        reject(new ConnectionError('CONNECT_TIMEOUT'));
      };
      const look = (): void => {
        const piece: unknown = socket.read(bytes);
        if (!(piece instanceof Buffer)) return;
        end();
        resolve(piece);
      };
      socket.on('readable', look);
      socket.once('end', fail);
      socket.once('error', fail);
      socket.once('close', fail);
      signal.addEventListener('abort', abort);
      if (signal.aborted) abort();
      else look();
    });
}

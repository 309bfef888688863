import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { portOf } from '../http/ports';

/** Bytes as they go out, and what becomes of the connection after them. */
export interface RawAnswer {
  bytes: Buffer;
  after: 'keep' | 'end' | 'destroy' | 'stall';
}

export interface RawServer {
  url: string;
  close(): Promise<void>;
}

/** A server that may break every rule of HTTP: it reads whole requests, and sends what it is given. */
export async function startRawServer(
  answer: (path: string, headers: string, body: string) => RawAnswer,
): Promise<RawServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let pending = Buffer.alloc(0);
    socket.on('close', () => sockets.delete(socket));
    // A client that has had enough closes its side while bytes are on their way.
    socket.on('error', () => socket.destroy());
    socket.on('data', (piece) => {
      pending = Buffer.concat([pending, Buffer.from(piece)]);
      const end = pending.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = pending.subarray(0, end).toString('latin1');
      const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
      if (pending.length < end + 4 + length) return;
      const body = pending.subarray(end + 4, end + 4 + length).toString('utf8');
      pending = pending.subarray(end + 4 + length);
      const { bytes, after } = answer(head.split(' ')[1] ?? '', head, body);
      socket.write(bytes, () => {
        if (after === 'end') socket.end();
        if (after === 'destroy') socket.destroy();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

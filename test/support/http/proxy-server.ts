import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, createServer as createTcpServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import type { MadeCertificate } from './make-certificate';
import { portOf } from './ports';

export interface TestProxy {
  /** Host and port. */
  name: string;
  /** What was asked for: host and port. */
  asked: string[];
  /** Resolves at the first question. */
  wasAsked: Promise<void>;
  /** `user:password` that it takes; undefined: it asks for none. */
  credentials: string | undefined;
  /** What it answers in place of a tunnel, head and body as they go over the line; `never`: nothing. */
  answer: string | undefined;
  close(): Promise<void>;
}

/**
 * A proxy on loopback that leads every tunnel to one server, whatever host it was asked for.
 * @param at its port; any unless given
 * @param certificate with which it speaks TLS itself
 */
export async function startProxy(to: number, at = 0, certificate?: MadeCertificate): Promise<TestProxy> {
  const sockets = new Set<Socket>();
  const server = certificate === undefined ? createServer() : createTlsServer(certificate);
  let note: () => void = () => undefined;
  const self: TestProxy = {
    name: '',
    asked: [],
    wasAsked: new Promise((resolve) => {
      note = resolve;
    }),
    credentials: undefined,
    answer: undefined,
    close: () => closeAll(server, sockets),
  };
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('connect', ({ url = '', headers }, socket) => {
    self.asked.push(url);
    note();
    socket.on('error', () => undefined);
    if (self.answer === 'never') return undefined;
    if (self.answer !== undefined) return socket.end(self.answer);
    const expected = `Basic ${Buffer.from(self.credentials ?? '').toString('base64')}`;
    if (self.credentials !== undefined && headers['proxy-authorization'] !== expected) {
      return socket.end('HTTP/1.1 407 Sign in\r\nProxy-Authenticate: Negotiate, Basic realm="p"\r\n\r\n');
    }
    const target = connect(to, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connected\r\n\r\n');
      target.pipe(socket).pipe(target);
    });
    sockets.add(target);
    target.on('error', () => socket.destroy());
    return undefined;
  });
  await new Promise<void>((done) => server.listen(at, '127.0.0.1', done));
  self.name = `127.0.0.1:${portOf(server)}`;
  return self;
}

/** The same for SOCKS of version 5, without signing in. `refuses`: the rule of the proxy it answers with. */
export async function startSocks(
  to: number,
  refuses?: number,
): Promise<Omit<TestProxy, 'credentials' | 'answer' | 'wasAsked'>> {
  const sockets = new Set<Socket>();
  const asked: string[] = [];
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(Buffer.from([5, 0]));
      socket.once('data', (request) => {
        const end = 5 + (request[4] ?? 0);
        asked.push(`${request.subarray(5, end).toString()}:${request.readUInt16BE(end)}`);
        socket.write(Buffer.from([5, refuses ?? 0, 0, 1, 0, 0, 0, 0, 0, 0]));
        if (refuses !== undefined) return;
        const target = connect(to, '127.0.0.1');
        sockets.add(target);
        target.on('error', () => socket.destroy());
        target.pipe(socket).pipe(target);
      });
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { name: `127.0.0.1:${portOf(server)}`, asked, close: () => closeAll(server, sockets) };
}

async function closeAll(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await new Promise<void>((done) => void server.close(() => done()));
}

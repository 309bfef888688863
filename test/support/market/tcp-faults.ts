import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';

/**
 * What happens to one connection on its way to a market, as data. Byte counts are of what the proxy has passed on in
 * that direction over the connection's life (keep-alive counts on); `towards: 'market'` counts the request,
 * `towards: 'client'` the answer.
 */
type TcpFault =
  /** Accepted and closed at once, no byte passed. */
  | { kind: 'drop' }
  /** Passes so many bytes that way, then closes both ends (FIN). */
  | { kind: 'cut'; towards: 'market' | 'client'; afterBytes: number }
  /** The same with RST. */
  | { kind: 'reset'; towards: 'market' | 'client'; afterBytes: number }
  /** Passes so many bytes that way, then nothing until release(). */
  | { kind: 'stall'; towards: 'market' | 'client'; afterBytes: number }
  /** Passes half of the first answer's body (by its Content-Length), then closes. */
  | { kind: 'halfBody' }
  | { kind: 'none' };

export interface TcpFaultProxy {
  port: number;
  url: string;
  /** Faults for the next connections, one each, in order; when they are used up, `otherwise` (default none). */
  plan(faults: readonly TcpFault[], otherwise?: TcpFault): void;
  /** From now on nobody listens at the port (ECONNREFUSED), and what was open is cut; until accept(). */
  refuse(): Promise<void>;
  accept(): Promise<void>;
  /** Stalled directions go on. */
  release(): void;
  /** Cuts every open connection, as an unplugged cable seen from a router that says so. */
  cutAll(): void;
  /** Connections taken so far. */
  taken(): number;
  /** Resolves when the nth connection (from 1) has been taken; at once if it has. */
  connection(nth: number): Promise<void>;
  /** Resolves when a planned fault of that kind has struck for the nth time. */
  struck(kind: TcpFault['kind'], nth?: number): Promise<void>;
  close(): Promise<void>;
}

/** A proxy on 127.0.0.1 in front of `target`; bytes are passed untouched until a fault strikes. */
export async function startTcpFaults(target: { port: number; host?: string }): Promise<TcpFaultProxy> {
  const sockets = new Set<Socket>();
  const stalled = new Set<() => void>();
  const milestones = openMilestones();
  let queue: TcpFault[] = [];
  let rest: TcpFault = { kind: 'none' };
  let taken = 0;

  const server = createServer({ allowHalfOpen: true }, (client) => {
    taken += 1;
    milestones.pass(`connection ${taken}`);
    const fault = queue.shift() ?? rest;
    track(client);
    if (fault.kind === 'drop') {
      milestones.strike('drop');
      client.destroy();
      return;
    }
    const market = connect({ port: target.port, host: target.host ?? '127.0.0.1', allowHalfOpen: true });
    track(market);
    const end = (how: 'cut' | 'reset'): void => {
      for (const socket of [client, market]) {
        if (how === 'reset') socket.resetAndDestroy();
        else socket.destroy();
      }
    };
    // One end gone is gone at the other: a proxy that kept it open would hide a broken line.
    for (const [one, other] of [
      [client, market],
      [market, client],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
    pass(client, market, limitOf(fault, 'market'), fault, end);
    pass(market, client, limitOf(fault, 'client'), fault, end);
  });

  const track = (socket: Socket): void => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };

  const pass = (
    from: Socket,
    to: Socket,
    limit: ((passed: Buffer, chunk: Buffer) => number) | undefined,
    fault: TcpFault,
    end: (how: 'cut' | 'reset') => void,
  ): void => {
    let head = Buffer.alloc(0);
    let isStalled = false;
    const held: Buffer[] = [];
    from.on('data', (chunk: Buffer) => {
      if (isStalled) return void held.push(chunk);
      const allowed = limit === undefined ? chunk.length : limit(head, chunk);
      if (limit !== undefined) head = Buffer.concat([head, chunk]);
      if (allowed > chunk.length || limit === undefined) return void to.write(chunk);
      const part = chunk.subarray(0, allowed);
      const strike = (): void => {
        milestones.strike(fault.kind);
        if (fault.kind === 'stall') {
          isStalled = true;
          held.push(chunk.subarray(allowed));
          stalled.add(() => {
            isStalled = false;
            limit = undefined;
            for (const later of held.splice(0)) to.write(later);
            if (from.readableEnded) to.end();
          });
        } else end(fault.kind === 'reset' ? 'reset' : 'cut');
      };
      if (part.length === 0) strike();
      else if (fault.kind === 'stall') {
        // What follows must not overtake: the direction stands still before this part has left.
        isStalled = true;
        to.write(part);
        strike();
      } else to.write(part, strike);
    });
    from.on('end', () => {
      if (!isStalled) to.end();
    });
  };

  const listen = (port: number): Promise<number> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : port);
      });
    });
  const cutAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const stopListening = (): Promise<void> =>
    new Promise((resolve) => {
      if (!server.listening) return resolve();
      server.close(() => resolve());
      cutAll();
    });

  const port = await listen(0);
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    plan(faults, otherwise = { kind: 'none' }) {
      queue = [...faults];
      rest = otherwise;
    },
    refuse: stopListening,
    async accept() {
      if (!server.listening) await listen(port);
    },
    release() {
      for (const go of stalled) go();
      stalled.clear();
    },
    cutAll,
    taken: () => taken,
    connection: (nth) => milestones.reached(`connection ${nth}`),
    struck: (kind, nth = 1) => milestones.reached(`${kind} ${nth}`),
    close: stopListening,
  };
}

/** How many bytes of `chunk` may still go that way; more than its length means all, and no strike yet. */
function limitOf(
  fault: TcpFault,
  towards: 'market' | 'client',
): ((passed: Buffer, chunk: Buffer) => number) | undefined {
  if (fault.kind === 'halfBody') {
    if (towards === 'market') return undefined;
    return (passed, chunk) => {
      const whole = Buffer.concat([passed, chunk]).toString('latin1');
      const headEnd = whole.indexOf('\r\n\r\n');
      const length = /^content-length: *(\d+)/im.exec(whole)?.[1];
      if (headEnd === -1 || length === undefined) return Infinity;
      const stop = headEnd + 4 + Math.floor(Number(length) / 2);
      return whole.length >= stop ? Math.max(0, stop - passed.length) : Infinity;
    };
  }
  if (!('towards' in fault) || fault.towards !== towards) return undefined;
  const { afterBytes } = fault;
  return (passed, chunk) =>
    passed.length + chunk.length >= afterBytes ? Math.max(0, afterBytes - passed.length) : Infinity;
}

function openMilestones(): {
  pass(name: string): void;
  strike(kind: string): void;
  reached(name: string): Promise<void>;
} {
  const passed = new Set<string>();
  const waiting = new Map<string, (() => void)[]>();
  const counts = new Map<string, number>();
  const pass = (name: string): void => {
    passed.add(name);
    for (const go of waiting.get(name) ?? []) go();
    waiting.delete(name);
  };
  return {
    pass,
    strike(kind) {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      pass(`${kind} ${count}`);
    },
    reached: (name) =>
      new Promise((resolve) => {
        if (passed.has(name)) resolve();
        else waiting.set(name, [...(waiting.get(name) ?? []), resolve]);
      }),
  };
}

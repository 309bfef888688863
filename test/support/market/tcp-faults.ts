import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { holdPort } from '../http/ports';
import type { HeldPort } from '../http/ports';

/**
 * What happens to one connection on its way to a market, as data. Byte counts are of what the proxy has passed on in
 * that direction over the connection's life (keep-alive counts on); `towards: 'market'` counts the request,
 * `towards: 'client'` the answer.
 */
export type TcpFault =
  /** Accepted and closed at once, no byte passed. */
  | { kind: 'drop' }
  /** Passes so many bytes that way, then closes both ends (FIN). */
  | { kind: 'cut'; towards: 'market' | 'client'; afterBytes: number }
  /** The same with RST. */
  | { kind: 'reset'; towards: 'market' | 'client'; afterBytes: number }
  /** Passes so many bytes that way, then nothing until release(). */
  | { kind: 'stall'; towards: 'market' | 'client'; afterBytes: number }
  /** Passes that way only so many bytes at a time, each piece a turn of the event loop later. */
  | { kind: 'slow'; towards: 'market' | 'client'; piece: number }
  /** Passes half of the first answer's body (by its Content-Length), then closes. */
  | { kind: 'halfBody' }
  | { kind: 'none' };

export interface TcpFaultProxy {
  port: number;
  url: string;
  /** Faults for the next connections, one each, in order; when they are used up, `otherwise` (default none). */
  plan(faults: readonly TcpFault[], otherwise?: TcpFault): void;
  /**
   * Faults for the next requests whose path ends so, one each, in order; byte counts begin again with each. A request
   * begins with a chunk of its own, as long as its sender does not pipeline.
   */
  planFor(path: string, faults: readonly TcpFault[]): void;
  /** From now on no one listens at the port (ECONNREFUSED), and what was open is cut; until accept(). */
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

/** One connection: the fault that acts on it now, and the direction that stands still. */
interface Line {
  fault: TcpFault;
  end: (how: 'cut' | 'reset') => void;
  stalled: 'market' | 'client' | undefined;
}

/** Writes a chunk in pieces, each a turn of the event loop after the one before. */
async function crumble(chunk: Buffer, piece: number, to: Socket): Promise<void> {
  to.setNoDelay(true);
  for (let at = 0; at < chunk.length; at += piece) {
    if (to.destroyed) return;
    to.write(chunk.subarray(at, at + piece));
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

/** A proxy on 127.0.0.1 in front of `target`; bytes are passed untouched until a fault strikes. */
export async function startTcpFaults(target: { port: number; host?: string }): Promise<TcpFaultProxy> {
  const sockets = new Set<Socket>();
  const stalled = new Set<() => void>();
  const milestones = openMilestones();
  const perRequest = new Map<string, TcpFault[]>();
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
    const line: Line = { fault, end, stalled: undefined };
    pass(client, market, line, 'market');
    pass(market, client, line, 'client');
  });

  const track = (socket: Socket): void => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };

  /** The fault planned for the request that begins with this chunk, if it begins one. */
  const faultFor = (chunk: Buffer): TcpFault | undefined => {
    const path = /^(?:GET|POST) ([^ ]*) HTTP/.exec(chunk.subarray(0, 2000).toString('latin1'))?.[1];
    if (path === undefined) return undefined;
    for (const [end, faults] of perRequest) if (path.endsWith(end)) return faults.shift();
    return undefined;
  };

  const pass = (from: Socket, to: Socket, line: Line, towards: 'market' | 'client'): void => {
    let of = line.fault;
    let head: Buffer = Buffer.alloc(0);
    const held: Buffer[] = [];
    let leaving = Promise.resolve();
    from.on('data', (chunk: Buffer) => {
      if (towards === 'market') line.fault = faultFor(chunk) ?? line.fault;
      const { fault } = line;
      if (fault !== of) [of, head] = [fault, Buffer.alloc(0)];
      if (line.stalled === towards) return void held.push(chunk);
      if (fault.kind === 'slow' && fault.towards === towards) {
        const first = leaving;
        leaving = first.then(() => crumble(chunk, fault.piece, to));
        if (head.length === 0) milestones.strike('slow');
        head = chunk;
        return;
      }
      const limit = limitOf(fault, towards);
      const allowed = limit === undefined ? chunk.length : limit(head, chunk);
      if (limit !== undefined) head = Buffer.concat([head, chunk]);
      if (allowed > chunk.length || limit === undefined) return void to.write(chunk);
      const part = chunk.subarray(0, allowed);
      const strike = (): void => {
        milestones.strike(fault.kind);
        if (fault.kind !== 'stall') return line.end(fault.kind === 'reset' ? 'reset' : 'cut');
        held.push(chunk.subarray(allowed));
        stalled.add(() => {
          line.stalled = undefined;
          line.fault = { kind: 'none' };
          for (const later of held.splice(0)) to.write(later);
          if (from.readableEnded) to.end();
        });
      };
      // What follows a stall must not overtake: the direction stands still before this part has left.
      if (fault.kind === 'stall') {
        line.stalled = towards;
        if (part.length > 0) to.write(part);
        strike();
      } else if (part.length === 0) strike();
      else to.write(part, strike);
    });
    from.on('end', () => {
      if (line.stalled !== towards) void leaving.then(() => to.end());
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
  // While it refuses, the port stays ours: another server of this machine must not answer there.
  let held: HeldPort | undefined;
  const letGo = async (): Promise<void> => {
    await held?.letGo();
    held = undefined;
  };
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    plan(faults, otherwise = { kind: 'none' }) {
      queue = [...faults];
      rest = otherwise;
    },
    planFor(path, faults) {
      perRequest.set(path, [...faults]);
    },
    async refuse() {
      await stopListening();
      held ??= await holdPort(port);
    },
    async accept() {
      await letGo();
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
    async close() {
      await letGo();
      await stopListening();
    },
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
  if (!('afterBytes' in fault) || fault.towards !== towards) return undefined;
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

import type { Socket } from 'node:net';
import type { Agent, Dispatcher } from 'undici';
import type { NetworkFault } from '../../src-preload/contract/network-fault';
import { ConnectionError, codeOf } from './connection-error';
import { createConnector } from './connector';
import type { Connect } from './connector';
import { decodeBody } from './decode-body';
import { withoutBrackets } from './destination';

export interface HttpRequest {
  method: 'GET' | 'POST';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
}

/** How one request ended. Times are local milliseconds UTC. */
export type HttpAnswer =
  | {
      type: 'response';
      status: number;
      /** Names in lower case; several values joined by ", ". */
      headers: Readonly<Record<string, string>>;
      text: string;
      startedAt: number;
      endedAt: number;
    }
  /** Certainly no byte of the request was written: DNS, connect, proxy, TLS. `fault`: what is known to stand in between. */
  | { type: 'not-written'; cause: string; fault?: NetworkFault; startedAt: number; endedAt: number }
  /** Bytes may have been written and no whole answer came. */
  | { type: 'cut'; cause: string; status?: number; startedAt: number; endedAt: number };

export type Request = (request: HttpRequest) => Promise<HttpAnswer>;

export interface HttpAgent {
  request: Request;
  /**
   * The next request opens a new connection; what is under way ends on its own. For a computer that slept or changed its
   * network: an old connection may be dead, and a write on it would be unknown until it times out.
   */
  renew(): void;
  /** Lets what is under way end, then closes the connections. */
  close(): Promise<void>;
  /** Cuts everything at once. */
  destroy(): Promise<void>;
}

/** Milliseconds. connect covers DNS, TCP, a proxy and TLS; headers runs from the last byte sent; body between two pieces. */
export const timeouts = { connect: 10_000, headers: 60_000, body: 30_000, whole: 180_000 } as const;
/** 300 product orders are about 1 MB; 20 MB is a fault, not an answer. */
export const maxResponseBytes = 20 * 1024 * 1024;

/**
 * The one HTTP client. Never throws and never repeats a request by itself: whether a write may be sent again is
 * the outbox's decision alone. "Not written" does not rest on error codes: undici calls onRequestStart right
 * before the first byte of a request goes to the socket, so an end without it proves that nothing was written,
 * and an end after it (a reset on a reused connection, too) is unknown.
 */
export function createAgent(options: {
  now: () => number;
  /** Opens the connections; directly unless told. */
  connect?: Connect;
  timeouts?: Partial<Record<keyof typeof timeouts, number>>;
  maxResponseBytes?: number;
}): HttpAgent {
  const limits = { ...timeouts, ...options.timeouts };
  const bytes = options.maxResponseBytes ?? maxResponseBytes;
  // Loaded with the first request: it is the largest part of the main process, and no start needs it.
  let loading: Promise<Agent> | undefined;
  const load = async (): Promise<Agent> => {
    const { Agent: DispatchingAgent } = await import('undici');
    return new DispatchingAgent(agentOptions(limits, bytes, options.connect ?? createConnector()));
  };
  let ended = false;
  const cuts: Cuts = { all: new Set(), isCut: false };
  // From the moment of renew() on: an end that follows at once must reach it, too.
  const leaving = new Set<Promise<Agent>>();
  const end = async (how: (agent: Agent) => Promise<void>): Promise<void> => {
    ended = true;
    const current = loading === undefined ? [] : [loading];
    await Promise.all([...current, ...leaving].map(async (agent) => how(await agent)));
  };
  const leave = async (before: Promise<Agent>): Promise<void> => {
    leaving.add(before);
    await (await before).close();
    leaving.delete(before);
  };
  return {
    async request(request) {
      const startedAt = options.now();
      if (ended) return { type: 'not-written', cause: 'CLOSED', startedAt, endedAt: startedAt };
      return ask(await (loading ??= load()), request, options.now, { wholeMs: limits.whole, bytes }, cuts);
    },
    renew() {
      const before = loading;
      loading = undefined;
      if (before !== undefined) void leave(before);
    },
    close: () => end((agent) => agent.close()),
    destroy() {
      // One by one: an agent that is closing no longer knows what is under way on its connections.
      cuts.isCut = true;
      for (const cut of cuts.all) cut();
      return end((agent) => agent.destroy());
    },
  };
}

function agentOptions(
  limits: Record<keyof typeof timeouts, number>,
  maxResponseSize: number,
  connect: Connect,
): Agent.Options {
  return {
    connect({ protocol, hostname, port }, done) {
      const secure = protocol === 'https:';
      const to = { host: withoutBrackets(hostname), port: Number(port) || (secure ? 443 : 80), secure };
      void connectFor(connect(to, limits.connect), done);
    },
    headersTimeout: limits.headers,
    bodyTimeout: limits.body,
    // Shorter than any server's idle limit we know: writing on a connection that is just being closed is an unknown.
    keepAliveTimeout: 4_000,
    pipelining: 1,
    allowH2: false,
    maxResponseSize,
  };
}

/** A connection, or why there is none, in the form undici waits for. */
async function connectFor(
  connecting: Promise<Socket>,
  done: (...ended: [null, Socket] | [Error, null]) => void,
): Promise<void> {
  let socket: Socket;
  try {
    socket = await connecting;
  } catch (error) {
    return done(error instanceof Error ? error : new ConnectionError('UNNAMED'), null);
  }
  return done(null, socket);
}

/** The requests under way, and whether all of them are cut by now. */
interface Cuts {
  all: Set<() => void>;
  isCut: boolean;
}

function ask(
  agent: Agent,
  request: HttpRequest,
  now: () => number,
  limits: { wholeMs: number; bytes: number },
  cuts: Cuts,
): Promise<HttpAnswer> {
  const startedAt = now();
  return new Promise((resolve) => {
    const url = new URL(request.url);
    const pieces: Buffer[] = [];
    let written = false;
    let status: number | undefined;
    let headers: Record<string, string> = {};
    let deadline: NodeJS.Timeout | undefined;
    let cut: (() => void) | undefined;
    const ends = (): void => {
      clearTimeout(deadline);
      if (cut !== undefined) cuts.all.delete(cut);
    };

    const fail = (error: unknown): void => {
      ends();
      const cause = codeOf(error);
      const endedAt = now();
      if (!written) {
        const fault = error instanceof ConnectionError ? error.fault : undefined;
        return resolve({ type: 'not-written', cause, ...(fault === undefined ? {} : { fault }), startedAt, endedAt });
      }
      return resolve({ type: 'cut', cause, ...(status === undefined ? {} : { status }), startedAt, endedAt });
    };

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(controller) {
        if (written) {
          // undici would send the request a second time: a write must never go out twice.
          controller.abort(new CodedError('SENT_TWICE'));
          return;
        }
        if (cuts.isCut) return void controller.abort(new CodedError('CLOSED'));
        written = true;
        cut = () => controller.abort(new CodedError('CLOSED'));
        cuts.all.add(cut);
        deadline = setTimeout(() => controller.abort(new CodedError('WHOLE_TIMEOUT')), limits.wholeMs);
      },
      onResponseStart(_controller, statusCode, received) {
        // 1xx come before the answer itself.
        if (statusCode < 200) return;
        status = statusCode;
        headers = joinHeaders(received);
      },
      onResponseData(_controller, piece) {
        pieces.push(piece);
      },
      onResponseEnd() {
        ends();
        if (status === undefined) return fail(new CodedError('NO_STATUS'));
        const answered = { type: 'response', status, headers, startedAt } as const;
        // undici takes the connection back one turn of the event loop later (client-h1, onMessageComplete); a next
        // request made before that would open another connection.
        setImmediate(() =>
          setImmediate(() => {
            const body = decodeBody(Buffer.concat(pieces), headers['content-encoding'], limits.bytes);
            void body.then((text) => resolve({ ...answered, text, endedAt: now() }), fail);
          }),
        );
        return undefined;
      },
      onResponseError(_controller, error) {
        fail(error);
      },
    };

    try {
      agent.dispatch(
        {
          origin: url.origin,
          path: `${url.pathname}${url.search}`,
          method: request.method,
          headers: { 'user-agent': 'balsong-desk', ...request.headers },
          body: request.body ?? null,
          // Without this undici may take a GET for repeatable; nothing here is repeated by the client.
          idempotent: false,
        },
        handler,
      );
    } catch (error) {
      // A closed agent or a header that cannot be written throws before anything is sent.
      fail(error);
    }
  });
}

/** Carries a code of ours where undici expects an Error. */
class CodedError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

function joinHeaders(received: Record<string, string | string[] | undefined>): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, value] of Object.entries(received)) {
    if (value === undefined) continue;
    joined[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return joined;
}

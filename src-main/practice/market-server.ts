import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, Moment } from './answer';
import { idsOf, locate } from './apis';
import type { Located } from './apis';
import type { FaultBook } from './faults';
import type { Gateway } from './gateway';
import type { Ledger } from './ledger';
import { playFault } from './play-fault';
import type { Ending } from './play-fault';
import type { Served, WholeRequest } from './market-routes';
import type { RequestLog, SeenRequest } from './request-log';

export interface MarketServerParts {
  ledger: Ledger;
  gateway: Gateway;
  faults: FaultBook;
  log: RequestLog;
  serve: (request: WholeRequest, moment: Moment) => Promise<Served>;
  /** A refusal of a whole call, in the shape of the market that was asked. */
  refuse: (located: Located, moment: Moment, status: number, code: string, message: string) => Answer;
  realNow: () => number;
  /** The market's clock. */
  marketNow: () => number;
  newTraceId: () => string;
  /** Answers what is not the market's (the control of a process of its own); undefined where it is the market's. */
  aside: (request: IncomingMessage, text: string) => Promise<Answer | undefined>;
}

export interface MarketServer {
  /** Resolves with the port, on 127.0.0.1 only. */
  listen(port: number): Promise<number>;
  /** Lets every stalled request go on. */
  release(): void;
  /** Stops listening and cuts what is open. */
  close(): Promise<void>;
}

// More than any documented call needs: 300 ids, or 100 confirmations with memos.
const mostBodyBytes = 1024 * 1024;

/** The wire: reads a request whole, lets faults play, and writes the answer only when the ledger is on the disk. */
export function openMarketServer(parts: MarketServerParts): MarketServer {
  const stalled = new Set<() => void>();
  const stallUntilReleased = (response: ServerResponse): Promise<void> =>
    new Promise((resolve) => {
      // Gone while the market still applied it: no event will say so again.
      if (response.destroyed) return resolve();
      const go = (): void => {
        stalled.delete(go);
        resolve();
      };
      stalled.add(go);
      response.once('close', go);
    });

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = await readBody(request);
    if (text === undefined) return cut(response);
    const other = await Promise.race([parts.aside(request, text), goneOf(response)]);
    if (other === 'gone') return;
    if (other !== undefined) return send(response, other, {});

    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const located = locate(request.method ?? 'GET', url.pathname);
    const json = parseJson(text);
    const moment: Moment = { now: parts.marketNow(), traceId: parts.newTraceId() };
    const seen = see(parts, request, located, idsIn(located, json), moment);
    const fault = parts.faults.match(located.api, seen.ids);
    if (fault !== undefined) seen.fault = fault.kind;
    parts.log.open(seen);

    const ending = await playFault(fault, {
      refuse: (status, code, message) => parts.refuse(located, moment, status, code, message),
      ids: seen.ids,
      async serve(forced) {
        const header = readerOf(request);
        const whole = { located, url, header, text, json, realNow: parts.realNow(), forced, remarks: seen.remarks };
        const served = await parts.serve(whole, moment);
        seen.reached = served.reached;
        await parts.ledger.flush();
        return served.answer;
      },
      released: () => stallUntilReleased(response),
      gone: () => response.destroyed,
      // The slow fault: here real time is the thing itself, a client shall meet an answer that lets it wait.
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
    finish(response, ending, located, seen);
    seen.endedAt = parts.realNow();
    parts.log.close(seen);
  };

  const finish = (response: ServerResponse, ending: Ending, located: Located, seen: SeenRequest): void => {
    if (ending.is === 'cut') return cut(response);
    const { answer } = ending;
    if (answer.code !== undefined) seen.code = answer.code;
    const headers = headersFor(parts, located, seen, response);
    if (ending.is === 'half') return sendHalf(response, answer, headers);
    seen.status = answer.status;
    send(response, answer, headers);
  };

  const underWay = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const work = handle(request, response).catch((problem: unknown) => {
      // A mistake of the practice market itself must not look like one of the client.
      process.emitWarning(problem instanceof Error ? problem : String(problem));
      cut(response);
    });
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  });
  // Longer than any pause between two calls of a batch: a client must not meet cut idle sockets by accident.
  server.keepAliveTimeout = 65_000;

  return {
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
          const address = server.address();
          resolve(typeof address === 'object' && address !== null ? address.port : port);
        });
      }),
    release() {
      for (const go of stalled) go();
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      // What was being applied is written to the end before the ledger closes.
      await Promise.all(underWay);
    },
  };
}

/** Who waits for a request that never comes must not keep the market from closing. */
function goneOf(response: ServerResponse): Promise<'gone'> {
  return new Promise((resolve) => response.once('close', () => resolve('gone')));
}

function see(
  parts: MarketServerParts,
  request: IncomingMessage,
  located: Located,
  ids: string[],
  moment: Moment,
): SeenRequest {
  return {
    n: parts.log.nextNumber(),
    api: located.api,
    method: request.method ?? 'GET',
    // A token call with its parameters in the URL would put a signature into the record.
    path: located.api === 'token' ? (request.url ?? '').replace(/\?.*/, '?…') : (request.url ?? ''),
    at: parts.realNow(),
    ids,
    traceId: moment.traceId,
    reached: false,
    remarks: [],
  };
}

function idsIn(located: Located, json: unknown): string[] {
  const id = located.orderId ?? located.productOrderId;
  return id === undefined ? idsOf(json) : [id];
}

function headersFor(
  parts: MarketServerParts,
  located: Located,
  seen: SeenRequest,
  response: ServerResponse,
): Record<string, string> {
  // The clock a client learns its skew from is the market's, not this machine's.
  response.sendDate = false;
  const date = { Date: new Date(parts.marketNow()).toUTCString() };
  if (located.market === 'brightmall') return date;
  const trace = { ...date, 'GNCP-GW-Trace-ID': seen.traceId };
  if (located.api === 'token') return trace;
  const took = Math.max(0, parts.realNow() - seen.at);
  return {
    ...trace,
    'GNCP-GW-HttpClient-ResponseTime': String(took),
    ...parts.gateway.headers(located.api, parts.realNow()),
  };
}

function send(response: ServerResponse, answer: Answer, headers: Record<string, string>): void {
  const { bytes, type } = encode(answer);
  response.writeHead(answer.status, {
    'Content-Type': type,
    'Content-Length': bytes.length,
    ...headers,
    ...answer.headers,
  });
  response.end(bytes);
}

function sendHalf(response: ServerResponse, answer: Answer, headers: Record<string, string>): void {
  const { bytes, type } = encode(answer);
  response.writeHead(answer.status, { 'Content-Type': type, 'Content-Length': bytes.length, ...headers });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => cut(response));
}

function cut(response: ServerResponse): void {
  response.destroy();
}

function encode(answer: Answer): { bytes: Buffer; type: string } {
  return typeof answer.body === 'string'
    ? { bytes: Buffer.from(answer.body), type: 'text/html;charset=UTF-8' }
    : { bytes: Buffer.from(JSON.stringify(answer.body)), type: 'application/json;charset=UTF-8' };
}

/** The body as text; undefined when it is too long or never came whole. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request) {
      const bytes = Buffer.from(chunk);
      length += bytes.length;
      if (length > mostBodyBytes) return undefined;
      chunks.push(bytes);
    }
  } catch (problem) {
    // The client went away in the middle of its request.
    if (problem instanceof Error) return undefined;
    throw problem;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (problem) {
    if (problem instanceof SyntaxError) return undefined;
    throw problem;
  }
}

function readerOf(request: IncomingMessage): (name: string) => string | undefined {
  return (name) => {
    const value = request.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };
}

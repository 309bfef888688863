import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { portOf } from './ports';

/** What the server does with one request. */
export type Step =
  | { do: 'answer'; status: number; headers?: Record<string, string>; body?: string | Buffer | object }
  /** Closes the socket before the request's body was read. */
  | { do: 'destroy-before-reading' }
  /** Reads everything, then closes without a byte of an answer. */
  | { do: 'destroy-after-reading' }
  /** Promises the whole body, sends half of it and closes. */
  | { do: 'half-body'; status: number; body: string }
  /** Reads everything and says nothing until the server is closed. */
  | { do: 'stall' }
  /** Sends status, headers and half of the body, then nothing more. */
  | { do: 'stall-in-body'; status: number; body: string };

export interface Received {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
  /** Number of the connection it came on, from 1. */
  connection: number;
}

export interface ScriptedServer {
  url: string;
  received: Received[];
  /** Steps for the next requests whose path contains `path`, in order. The last one given stays. */
  script(path: string, ...steps: Step[]): void;
  /** Closes idle and busy connections alike, from the server's side. */
  dropConnections(): void;
  close(): Promise<void>;
}

/** A market on loopback that does exactly what a test tells it; a request no one scripted is answered 599. */
export async function startScriptedServer(): Promise<ScriptedServer> {
  const scripts: { path: string; steps: Step[] }[] = [];
  const received: Received[] = [];
  const sockets = new Map<Socket, number>();
  let connections = 0;

  const stepFor = (url: string): Step => {
    // The longest path wins, so that a script for one endpoint is not taken by one for its prefix.
    const [script] = scripts.filter((one) => url.includes(one.path)).sort((a, b) => b.path.length - a.path.length);
    if (script === undefined) return { do: 'answer', status: 599, body: 'no one scripted this' };
    const [next, ...rest] = script.steps;
    if (rest.length > 0) script.steps = rest;
    return next ?? { do: 'answer', status: 599 };
  };

  const server = createServer((request, response) => {
    const url = request.url ?? '';
    const step = stepFor(url);
    const entry: Received = {
      method: request.method ?? '',
      url,
      headers: request.headers,
      body: '',
      connection: sockets.get(request.socket) ?? 0,
    };
    received.push(entry);
    if (step.do === 'destroy-before-reading') {
      request.socket.destroy();
      return;
    }
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      entry.body = Buffer.concat(pieces).toString('utf8');
      perform(step, response);
    });
  });
  server.on('connection', (socket) => {
    sockets.set(socket, ++connections);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    received,
    script: (path, ...steps) => {
      const known = scripts.find((one) => one.path === path);
      if (known) known.steps = steps;
      else scripts.push({ path, steps });
    },
    dropConnections: () => {
      for (const socket of sockets.keys()) socket.destroy();
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function perform(step: Step, response: ServerResponse): void {
  switch (step.do) {
    case 'answer': {
      const { body: given = '' } = step;
      const body = typeof given === 'string' || Buffer.isBuffer(given) ? given : JSON.stringify(given);
      // Node's own Date may be of the second before this one: a client that learns the time from it would be misled.
      const date = new Date().toUTCString();
      response.writeHead(step.status, { 'content-type': 'application/json', date, ...step.headers });
      response.end(body);
      return;
    }
    case 'destroy-before-reading':
    case 'destroy-after-reading':
      response.socket?.destroy();
      return;
    case 'half-body':
    case 'stall-in-body': {
      const bytes = Buffer.from(step.body, 'utf8');
      response.writeHead(step.status, { 'content-type': 'application/json', 'content-length': String(bytes.length) });
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => {
        if (step.do === 'half-body') response.socket?.destroy();
      });
      return;
    }
    case 'stall':
      return;
  }
}

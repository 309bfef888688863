import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { portOf } from '../http/ports';

export interface Release {
  version: string;
  file: string;
  bytes: Buffer;
  /** In the place of the right one; an empty text: none is said. */
  checksum?: string;
  notes?: string;
}

export function sha512Of(bytes: Buffer): string {
  return createHash('sha512').update(bytes).digest('base64');
}

/** A release as electron-builder describes it. */
export function describeRelease({ version, file, bytes, checksum = sha512Of(bytes), notes }: Release): string {
  const sum = checksum === '' ? [] : [`    sha512: ${checksum}`];
  const said = notes === undefined ? [] : ['releaseNotes: |', ...notes.split('\n').map((line) => `  ${line}`)];
  return [`version: ${version}`, 'files:', `  - url: ${file}`, ...sum, `    size: ${bytes.length}`, ...said, ''].join(
    '\n',
  );
}

/** Answers a file, or the part of it that was asked for. */
export function answerFile(request: IncomingMessage, response: ServerResponse, bytes: Buffer): void {
  const [, from, to] = /^bytes=(\d+)-(\d+)$/u.exec(request.headers.range ?? '') ?? [];
  if (from === undefined || to === undefined) {
    response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
    return;
  }
  const part = bytes.subarray(Number(from), Number(to) + 1);
  const range = `bytes ${from}-${to}/${bytes.length}`;
  response.writeHead(206, { 'content-length': part.length, 'content-range': range }).end(part);
}

export interface UpdateServer {
  url: string;
  /** Paths in the order they were asked for, with the part of a file where one was. */
  asked: string[];
  /** What it answers with from now on. */
  answers: RequestListener;
  close(): Promise<void>;
}

/** A server on loopback that hands out a release, whatever the system asking. */
export async function startUpdateServer(release: Release): Promise<UpdateServer> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    self.asked.push(request.headers.range === undefined ? path : `${path} ${request.headers.range}`);
    self.answers(request, response);
  });
  const self: UpdateServer = {
    url: '',
    asked: [],
    answers: releaseAnswers(release),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  self.url = `http://127.0.0.1:${portOf(server)}`;
  return self;
}

export function releaseAnswers(release: Release): RequestListener {
  return (request, response) => {
    const path = request.url ?? '';
    if (/\/latest[a-z-]*\.yml/u.test(path)) return void response.end(describeRelease(release));
    if (path.endsWith(`/${release.file}`)) return answerFile(request, response, release.bytes);
    return void response.writeHead(404).end();
  };
}

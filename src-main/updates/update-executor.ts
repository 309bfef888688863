import { createWriteStream } from 'node:fs';
import type { IncomingMessage, OutgoingHttpHeaders, RequestOptions } from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DigestTransform, HttpExecutor, configureRequestUrl } from 'builder-util-runtime';
import type { DownloadOptions } from 'builder-util-runtime';
import type { UpdateFailureReason } from '../../src-preload/contract/updates';
import { UpdateFailure, reasonOf } from './update-failure';
import { UpdateRequest } from './update-request';
import type { UpdateWay } from './update-request';

/** All that a server of releases learns: no id of this computer, which electron-updater would send for staged releases. */
const passedOn = new Set(['accept', 'range', 'cache-control']);

/**
 * How electron-updater reaches its server: over the app's own connections (proxies, certificates, sign-in) in place of
 * Electron's `net`, whose names are shut off in this app. Only hosts of the source, only GET.
 */
export class UpdateExecutor extends HttpExecutor<UpdateRequest> {
  readonly #open = new Set<UpdateRequest>();
  readonly #way: UpdateWay;
  #isStopped = false;
  /** Why the last request failed: the providers wrap errors and lose their codes. */
  lastReason: UpdateFailureReason | undefined;

  constructor(way: UpdateWay) {
    super();
    this.#way = way;
  }

  override createRequest(options: RequestOptions, callback: (response: IncomingMessage) => void): UpdateRequest {
    const { protocol, hostname, port, path } = options;
    const at = port === undefined || port === null || port === '' ? '' : `:${port}`;
    const url = new URL(`${protocol ?? 'https:'}//${hostname ?? ''}${at}${path ?? '/'}`);
    const request = new UpdateRequest(this.#way, url, headersOf(options), (response) => {
      response.once('close', () => this.#open.delete(request));
      callback(response);
    });
    request.on('error', (problem: UpdateFailure) => {
      this.#open.delete(request);
      this.lastReason = problem.reason;
    });
    this.#open.add(request);
    if (this.#isStopped) setImmediate(() => request.cut());
    return request;
  }

  /** The whole file, which counts only with the checksum it has to have. Rejects, and the file is of no use, otherwise. */
  async download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    const { sha512, onProgress, headers } = options;
    if (typeof sha512 !== 'string' || sha512 === '') throw new UpdateFailure('no-checksum');
    const response = await this.#answerOf(url, headers ?? {});
    if (response.statusCode !== 200) {
      response.resume();
      throw new UpdateFailure('server-gone');
    }
    const total = Number(response.headers['content-length'] ?? 0);
    let transferred = 0;
    const count = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        transferred += chunk.length;
        const percent = total > 0 ? (100 * transferred) / total : 0;
        onProgress?.({ total, transferred, percent, delta: chunk.length, bytesPerSecond: 0 });
        done(null, chunk);
      },
    });
    try {
      await pipeline(response, count, new DigestTransform(sha512), createWriteStream(destination));
    } catch (problem) {
      this.lastReason = reasonOf(problem) ?? 'server-gone';
      throw problem;
    }
    return destination;
  }

  /** Cuts what is under way, and what would follow. */
  stop(): void {
    this.#isStopped = true;
    for (const request of this.#open) request.cut();
  }

  #answerOf(url: URL, headers: OutgoingHttpHeaders): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const options: RequestOptions = { headers };
      configureRequestUrl(url, options);
      const request = this.createRequest(options, resolve);
      request.on('error', reject);
      request.end();
    });
  }
}

function headersOf({ headers }: RequestOptions): Record<string, string> {
  const given = Object.entries(headers ?? {}).flatMap(([name, value]) =>
    passedOn.has(name.toLowerCase()) && typeof value === 'string' ? [[name.toLowerCase(), value]] : [],
  );
  return { ...Object.fromEntries(given), 'user-agent': 'BalsongDesk' };
}

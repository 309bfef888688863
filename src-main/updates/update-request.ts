import { EventEmitter } from 'node:events';
import { request as requestOverHttp } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Connect } from '../network/connector';
import { destinationOf } from '../network/destination';
import { UpdateFailure, reasonOf } from './update-failure';
import { refusalOf } from './update-source';
import type { UpdateSource } from './update-source';

export interface UpdateWay {
  connect: Connect;
  source: UpdateSource;
}

/** ms */
const connectMs = 15_000;
/** ms in which nothing came. */
const silenceMs = 60_000;
const mostRedirects = 5;
const redirects: readonly (number | undefined)[] = [301, 302, 303, 307, 308];

/**
 * One GET over the app's own connections. Redirects are followed here, each within the list of the source, so that
 * electron-updater never sees one: its own way would take any host. Emits `error` once, an UpdateFailure, where no answer came
 * about: with a code of the system electron-updater would try again by itself.
 */
export class UpdateRequest extends EventEmitter {
  #current: ClientRequest | undefined;
  #isOver = false;

  constructor(
    private readonly way: UpdateWay,
    private readonly url: URL,
    private readonly headers: Readonly<Record<string, string>>,
    private readonly onResponse: (response: IncomingMessage) => void,
  ) {
    super();
  }

  end(): void {
    void this.#ask(this.url, 0).catch((problem: unknown) => this.#fail(problem));
  }

  /** Ends it without a word: whoever asked has an answer by now. */
  abort(): void {
    this.#isOver = true;
    this.#current?.destroy();
  }

  /** Ends it with a failure, whether or not an answer has begun. */
  cut(): void {
    this.#fail(new UpdateFailure('server-gone'));
  }

  async #ask(url: URL, redirected: number): Promise<void> {
    const refusal = refusalOf(url, this.way.source);
    if (refusal !== undefined) throw new UpdateFailure(refusal);
    const socket = await this.way.connect(destinationOf(url.href), connectMs);
    if (this.#isOver) return void socket.destroy();
    const request = requestOverHttp({
      method: 'GET',
      path: url.pathname + url.search,
      headers: { ...this.headers, host: url.host, connection: 'close' },
      setHost: false,
      // The connection is there, and encrypted where it has to be.
      createConnection: () => socket,
    });
    this.#current = request;
    request.setTimeout(silenceMs, () => request.destroy(new UpdateFailure('server-gone')));
    request.on('error', (problem) => this.#fail(problem));
    request.on('response', (response) => this.#take(response, url, redirected));
    request.end();
  }

  #take(response: IncomingMessage, url: URL, redirected: number): void {
    const { location } = response.headers;
    if (redirects.includes(response.statusCode) && location !== undefined) {
      response.resume();
      if (redirected === mostRedirects || !URL.canParse(location, url)) return this.#fail(new UpdateFailure('other'));
      void this.#ask(new URL(location, url), redirected + 1).catch((problem: unknown) => this.#fail(problem));
      return;
    }
    // No file of a release is a page: this is the sign-in of a public network, or a page that blocks.
    const isPage = (response.headers['content-type'] ?? '').toLowerCase().startsWith('text/html');
    if (isPage && (response.statusCode ?? 0) < 400) {
      response.resume();
      return this.#fail(new UpdateFailure('web-page'));
    }
    this.onResponse(response);
  }

  #fail(problem: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#current?.destroy();
    this.emit('error', new UpdateFailure(reasonOf(problem) ?? 'server-gone'));
  }
}

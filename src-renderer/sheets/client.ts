import { reportProblem } from '../state/report-problem';
import { call } from '../state/ipc-client';
import type { SheetCall, SheetCalls, SheetReply } from './protocol';
import { endReader, takeReader } from './reader';
import type { ReaderLoss, SheetReader } from './reader';

interface Waiting {
  resolve(output: unknown): void;
  reject(reason: Error): void;
}

/** The reader was ended by the seller, or lost, while a question was open; who lost it was told. */
export class SheetStopped extends Error {}

/** A reader that has a question and gives no sign for so long is stuck. Both readers tell their progress far more often. */
const patienceMs = 60_000;
/** Shorter questions are not worth telling the main process of. */
const shortQuestionMs = 100;

/**
 * One sheet reader: a file is parsed, and its lines are checked, in a process apart from the window's. One a file, so
 * that ending one touches no other. It is started with the first question: a draft that is never opened needs none.
 */
export class SheetClient {
  readonly #waiting = new Map<number, Waiting>();
  #reader: Promise<SheetReader> | undefined;
  #isOver = false;
  #nextId = 1;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #reportTimer: ReturnType<typeof setTimeout> | undefined;
  #isReportedAtWork = false;

  /** `onLost`: the reader is gone, whether or not it was asked something. */
  constructor(
    private readonly onProgress: (rows: number) => void = () => undefined,
    private readonly onLost: (why: ReaderLoss) => void = () => undefined,
  ) {}

  /** Asks the reader. Rejects only when the answer broke, or the reader was ended or lost. */
  ask<Name extends SheetCall>(
    name: Name,
    input: SheetCalls[Name]['input'],
    transfer: Transferable[] = [],
  ): Promise<SheetCalls[Name]['output']> {
    if (this.#isOver) return Promise.reject(new SheetStopped());
    const id = this.#nextId;
    this.#nextId += 1;
    this.#reader ??= this.#start();
    const answer = new Promise<SheetCalls[Name]['output']>((resolve, reject) => {
      // The worker answers a name with that name's output (worker.ts is typed by the same table).
      this.#waiting.set(id, { resolve: (output) => resolve(output as SheetCalls[Name]['output']), reject });
    });
    this.#beAtWork();
    void this.#withReader(({ port }) => {
      if (!this.#isOver) port.postMessage({ id, name, input }, transfer);
    });
    return answer;
  }

  /** Ends the reader at once, whatever it is doing. */
  end(): void {
    if (this.#isOver) return;
    this.#finish();
    void this.#withReader(endReader);
  }

  async #start(): Promise<SheetReader> {
    try {
      const reader = await takeReader((why) => this.#lose(why));
      reader.port.addEventListener('message', (event: MessageEvent<SheetReply>) => this.#take(event.data));
      reader.port.start();
      return reader;
    } catch (problem) {
      reportProblem('caught', problem);
      this.#lose('broke');
      throw problem;
    }
  }

  #take(reply: SheetReply): void {
    if (this.#isOver) return;
    if ('lost' in reply) return this.#lose('broke');
    if ('progress' in reply) {
      this.#restartPatience();
      this.onProgress(reply.progress);
      return;
    }
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (this.#waiting.size === 0) this.#beIdle();
    else this.#restartPatience();
    if ('broke' in reply) waiting?.reject(new Error(reply.broke));
    else waiting?.resolve(reply.output);
  }

  #lose(why: ReaderLoss): void {
    if (this.#isOver) return;
    this.end();
    this.onLost(why);
  }

  #finish(): void {
    this.#isOver = true;
    this.#beIdle();
    for (const waiting of this.#waiting.values()) waiting.reject(new SheetStopped());
    this.#waiting.clear();
  }

  #beAtWork(): void {
    if (this.#patience === undefined) this.#restartPatience();
    this.#reportTimer ??= setTimeout(() => this.#reportAtWork(true), shortQuestionMs);
  }

  #beIdle(): void {
    clearTimeout(this.#patience);
    clearTimeout(this.#reportTimer);
    this.#patience = undefined;
    this.#reportTimer = undefined;
    if (this.#isReportedAtWork) this.#reportAtWork(false);
  }

  #restartPatience(): void {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => this.#lose('stuck'), patienceMs);
  }

  #reportAtWork(atWork: boolean): void {
    this.#isReportedAtWork = atWork;
    void this.#withReader(({ id }) => void call('sheet-reader-at-work', { readerId: id, atWork }));
  }

  /** One that could not be started was told of where it was tried. */
  async #withReader(run: (reader: SheetReader) => void): Promise<void> {
    const reader = await this.#reader?.catch(() => undefined);
    if (reader) run(reader);
  }
}

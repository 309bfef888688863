import type { SheetCall, SheetCalls, SheetReply } from './protocol';

interface Waiting {
  resolve(output: unknown): void;
  reject(reason: Error): void;
}

/** The worker was ended by the seller while a question was open. */
export class SheetStopped extends Error {}

/** A worker that has loaded its program and waits for the next file. */
let spare: Worker | undefined;

function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'sheet' });
}

/** Starts the worker of the next file ahead, so that the seller does not wait for its program to load. */
export function keepWorkerReady(): void {
  if (spare) return;
  const worker = startWorker();
  // One that could not start is no help; the next file tries again, and says so if it cannot.
  worker.addEventListener('error', () => {
    if (spare === worker) spare = undefined;
  });
  spare = worker;
}

/**
 * One sheet worker: a file is parsed, and its lines are checked, off the window's thread. One worker a file, so that
 * stopping one (`end`) touches no other.
 */
export class SheetClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 1;

  constructor(private readonly onProgress: (rows: number) => void = () => undefined) {
    this.#worker = spare ?? startWorker();
    spare = undefined;
    this.#worker.addEventListener('message', (event: MessageEvent<SheetReply>) => this.#take(event.data));
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#breakAll(new Error(event.message));
    });
  }

  /** Asks the worker. Rejects only when the worker broke or was ended. */
  ask<Name extends SheetCall>(
    name: Name,
    input: SheetCalls[Name]['input'],
    transfer: Transferable[] = [],
  ): Promise<SheetCalls[Name]['output']> {
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise<SheetCalls[Name]['output']>((resolve, reject) => {
      // The worker answers a name with that name's output (worker.ts is typed by the same table).
      this.#waiting.set(id, { resolve: (output) => resolve(output as SheetCalls[Name]['output']), reject });
      this.#worker.postMessage({ id, name, input }, transfer);
    });
  }

  /** Ends the worker at once, whatever it is doing. */
  end(): void {
    this.#worker.terminate();
    this.#breakAll(new SheetStopped());
  }

  #take(reply: SheetReply): void {
    if ('progress' in reply) {
      this.onProgress(reply.progress);
      return;
    }
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ('broke' in reply) waiting?.reject(new Error(reply.broke));
    else waiting?.resolve(reply.output);
  }

  #breakAll(reason: Error): void {
    for (const waiting of this.#waiting.values()) waiting.reject(reason);
    this.#waiting.clear();
  }
}

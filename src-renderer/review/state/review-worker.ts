import { reportProblem } from '../../state/report-problem';
import { SheetClient, SheetStopped } from '../../sheets/client';
import type { SheetCall, SheetCalls } from '../../sheets/protocol';
import type { ReaderLoss } from '../../sheets/reader';

/** The sheet reader of one review. One that broke, was lost or was stopped is followed by a fresh one. */
export class ReviewWorker {
  #client: SheetClient;

  constructor(
    private readonly onProgress: (rowsRead: number) => void,
    private readonly onBroken: (why: ReaderLoss) => void,
  ) {
    this.#client = this.#fresh();
  }

  ask<Name extends SheetCall>(
    name: Name,
    input: SheetCalls[Name]['input'],
    transfer: Transferable[] = [],
  ): Promise<SheetCalls[Name]['output']> {
    return this.#client.ask(name, input, transfer);
  }

  /** Runs what asks the reader: where it breaks, the review is told; where it was stopped or lost, that was done. */
  async attempt(run: () => Promise<void>): Promise<void> {
    const client = this.#client;
    try {
      await run();
    } catch (problem) {
      if (problem instanceof SheetStopped) return;
      reportProblem('caught', problem);
      if (client === this.#client) this.#restart('broke');
    }
  }

  /** What it answers; undefined when it broke or was stopped meanwhile. */
  async answerOf<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
    const answers: Answer[] = [];
    await this.attempt(async () => void answers.push(await ask()));
    return answers[0];
  }

  /** Stops whatever it is doing. */
  startOver(): void {
    this.#client.end();
    this.#client = this.#fresh();
  }

  end(): void {
    this.#client.end();
  }

  #fresh(): SheetClient {
    return new SheetClient(this.onProgress, (why) => this.#restart(why));
  }

  #restart(why: ReaderLoss): void {
    this.startOver();
    this.onBroken(why);
  }
}

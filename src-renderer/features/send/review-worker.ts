import { SheetClient, SheetStopped } from '../../sheets/client';
import type { SheetCall, SheetCalls } from '../../sheets/protocol';

/** The sheet worker of one review. One that broke, or was stopped, is followed by a fresh one. */
export class ReviewWorker {
  #client: SheetClient;

  constructor(
    private readonly onProgress: (rowsRead: number) => void,
    private readonly onBroken: () => void,
  ) {
    this.#client = new SheetClient(onProgress);
  }

  ask<Name extends SheetCall>(
    name: Name,
    input: SheetCalls[Name]['input'],
    transfer: Transferable[] = [],
  ): Promise<SheetCalls[Name]['output']> {
    return this.#client.ask(name, input, transfer);
  }

  /** Runs what asks the worker: where it breaks, the review is told; where it was stopped, nothing is to be told. */
  async attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (problem) {
      if (problem instanceof SheetStopped) return;
      console.error('the sheet worker broke', problem);
      this.startOver();
      this.onBroken();
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
    this.#client = new SheetClient(this.onProgress);
  }

  end(): void {
    this.#client.end();
  }
}

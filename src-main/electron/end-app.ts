/** Longer than the core takes for calls in flight (5 s) and for closing the file. */
const endsWithinMs = 12_000;

interface Options {
  /** The last act: ends the app by `exit`. */
  finish(exit: () => void): void;
  tookTooLong(): void;
  exit(): void;
  report(problem: unknown): void;
}

export interface Ending {
  /** There is a desk from now on, which ends so. */
  stopsWith(stop: () => Promise<void>): void;
  /** There is a desk, and it is not ending yet. */
  isDue(): boolean;
  /**
   * Ends the desk, then the app. Whatever hangs (a keychain's prompt, a network drive), the app ends; the next start reads what it left.
   * Once it runs, a further call does nothing: it would cut the end that is under way.
   */
  run(): void;
}

/** How the app ends, once and for all. */
export function createEnding({ finish, tookTooLong, exit, report }: Options): Ending {
  let stop: (() => Promise<void>) | undefined;
  let isEnding = false;
  return {
    stopsWith(given) {
      stop = given;
    },
    isDue: () => stop !== undefined,
    run() {
      if (isEnding) return;
      isEnding = true;
      const ended = stop?.() ?? Promise.resolve();
      stop = undefined;
      const late = setTimeout(() => {
        tookTooLong();
        exit();
      }, endsWithinMs);
      void ended.catch(report).finally(() => {
        clearTimeout(late);
        finish(exit);
      });
    },
  };
}

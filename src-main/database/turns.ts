/** What is asked of the database takes turns with everything else the main thread has to do. */
export interface Turns {
  /** Does the work now, or, when this turn of the event loop has done enough, in the next one. In the order of asking. */
  take<Value>(work: () => Value): Promise<Value>;
  /** Does all that was put off, now: before the file closes. */
  finish(): void;
}

/** Half a frame: what follows from the work, and the last piece that goes beyond it, have room beside it. */
export const usualTurnMs = 8;

/**
 * Work on SQLite ends before its promise is looked at, so that a chain of it (gather, mark, gather, mark, twelve answers
 * settled) would be one task of the main thread, a second long when a market is fast. It is cut into turns here, where all
 * of it passes, and not in each chain.
 * @param turnMs after which work is put off
 * @param clock ms that only go up
 * @param later calls back in the next turn of the event loop
 */
export function createTurns(turnMs: number, clock: () => number, later: (next: () => void) => void): Turns {
  const putOff: (() => void)[] = [];
  let spentMs = 0;
  let isAsked = false;

  const hasRoom = (): boolean => spentMs < turnMs;
  const askForNext = (): void => {
    if (isAsked) return;
    isAsked = true;
    later(() => {
      isAsked = false;
      spentMs = 0;
      while (hasRoom() && putOff.length > 0) putOff.shift()?.();
      if (putOff.length > 0) askForNext();
    });
  };
  const timed = <Value>(work: () => Value): Value => {
    askForNext();
    const begun = clock();
    try {
      return work();
    } finally {
      spentMs += clock() - begun;
    }
  };

  return {
    async take(work) {
      if (putOff.length === 0 && hasRoom()) return timed(work);
      return new Promise((resolve, reject) => {
        putOff.push(() => {
          try {
            resolve(timed(work));
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        });
        askForNext();
      });
    },
    finish() {
      for (const next of putOff.splice(0)) next();
    },
  };
}

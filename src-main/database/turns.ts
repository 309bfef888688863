/** What is asked of the database takes turns with everything else the main thread has to do. */
export interface Turns {
  /** Does the work in the next turn of the event loop that has room for it, in the order of asking. */
  take<Value>(work: () => Value): Promise<Value>;
  /** Does all that waits, now: before the file closes. */
  finish(): void;
}

/** How the turns of one file are cut. */
export interface Rhythm {
  /** ms after which a turn begins no further piece of work. */
  ms: number;
  /** Calls back in the next turn of the event loop. */
  later: (next: () => void) => void;
}

/** Half a frame: what follows from the work, and the last piece that goes beyond it, have room beside it. */
export const usualRhythm: Rhythm = { ms: 8, later: setImmediate };

/** One transaction of the file, which several pieces of work may share. */
export interface SharedTransaction {
  begin(): void;
  /** Does one piece. When it throws, what it had written is undone, and the pieces before it stay. */
  piece<Value>(work: () => Value): Value;
  /** False after an error that made SQLite give up the whole transaction. */
  isOpen(): boolean;
  commit(): void;
  rollBack(): void;
}

interface Piece {
  /** Does the work; what it returns tells whoever asked, once all of it is on the disk. */
  run: () => { tell: () => void; failed?: unknown };
  refuse: (error: unknown) => void;
}

/**
 * Work on SQLite ends before its promise is looked at, so that a chain of it (gather, mark, gather, mark, twelve answers
 * settled) would be one task of the main thread, a second long when a market is fast. It is cut into turns here, where all
 * of it passes, and not in each chain. What falls into one turn shares one transaction: waiting for the disk is what a
 * commit costs, and one wait does for all. Each piece stays whole or undone by itself, and no promise resolves before the
 * commit.
 * @param clock ms that only go up
 */
export function createTurns(file: SharedTransaction, { ms, later }: Rhythm, clock: () => number): Turns {
  const waiting: Piece[] = [];
  let isAsked = false;

  const askForNext = (): void => {
    if (isAsked || waiting.length === 0) return;
    isAsked = true;
    later(() => {
      isAsked = false;
      turn();
      askForNext();
    });
  };

  const turn = (): void => {
    const begun = clock();
    const begunPieces: Piece[] = [];
    const tells: (() => void)[] = [];
    try {
      do {
        const piece = waiting.shift();
        if (piece === undefined) break;
        begunPieces.push(piece);
        if (begunPieces.length === 1) file.begin();
        const { tell, failed } = piece.run();
        if (!file.isOpen()) throw failed;
        tells.push(tell);
      } while (clock() - begun < ms);
      if (begunPieces.length > 0) file.commit();
    } catch (error) {
      // Nothing of this turn is on the disk: whoever asked for a part of it is told so.
      if (file.isOpen()) file.rollBack();
      for (const { refuse } of begunPieces) refuse(error);
      return;
    }
    for (const tell of tells) tell();
  };

  return {
    take: (work) =>
      new Promise((resolve, reject) => {
        waiting.push({
          run() {
            try {
              const value = file.piece(work);
              return { tell: () => resolve(value) };
            } catch (error) {
              return { tell: () => reject(asError(error)), failed: error };
            }
          },
          refuse: (error) => reject(asError(error)),
        });
        askForNext();
      }),
    finish() {
      while (waiting.length > 0) turn();
    },
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/**
 * When a piece of work is to be on the disk. What somebody waits for, or what must be there before a call goes out: now.
 * What the market could tell once more (its answers, its readings): soon, that is with the next commit there is anyway,
 * and after a moment in any case.
 */
export type Urgency = 'now' | 'soon';

/** What is asked of the database takes turns with everything else the main thread has to do. */
export interface WriteScheduler {
  /** Does the work at once, or in the next turn of the event loop that has room for it; each urgency in its order. */
  take<Value>(work: () => Value, urgency?: Urgency): Promise<Value>;
  /** Does all that waits, now: before the file closes. */
  finish(): void;
}

/** How the turns of one file are cut. */
export interface Rhythm {
  /** ms after which a turn begins no further piece of work. */
  ms: number;
  /** Calls back in the next turn of the event loop. */
  now: (next: () => void) => void;
  /** Calls back after a moment no one would notice. */
  soon: (next: () => void) => void;
}

/** Longer than between two of 50 calls a second: the commit of the next one takes what waits along. */
const soonMs = 25;

/** Half a frame: what follows from the work, and the last piece that goes beyond it, have room next to it. */
export const usualRhythm: Rhythm = {
  ms: 8,
  now: setImmediate,
  soon: (next) => setTimeout(next, soonMs),
};

/** One transaction of the file, which several pieces of work may share. */
export interface SharedTransaction {
  begin(): void;
  /** Does one piece. When it throws, what it had written is undone, and the pieces before it stay. */
  piece<Value>(work: () => Value): Value;
  /** False after an error that made SQLite give up the whole transaction. */
  isOpen(): boolean;
  /** Whether the commit will have to wait for the disk. */
  hasWritten(): boolean;
  commit(): void;
  rollBack(): void;
}

interface Piece {
  /** Does the work; what it returns tells whoever asked, once all of it is on the disk. */
  run: () => { answer: () => void; failed?: unknown };
  refuse: (error: unknown) => void;
}

/**
 * Work on SQLite ends before its promise is looked at, so that a chain of it (gather, mark, gather, mark, twelve answers
 * settled) would be one task of the main thread, a second long when a market is fast. It is cut into turns here, where all
 * of it passes, and not in each chain. What waited together shares one transaction: waiting for the disk is what a
 * commit costs, and one wait does for all. Each piece stays whole or undone by itself, and no promise resolves before the
 * commit.
 * @param clock ms that only go up
 */
export function createWriteScheduler(file: SharedTransaction, rhythm: Rhythm, clock: () => number): WriteScheduler {
  const waiting: Record<Urgency, Piece[]> = { now: [], soon: [] };
  const isAsked: Record<Urgency, boolean> = { now: false, soon: false };
  let spentMs = 0;

  const hasRoom = (): boolean => spentMs < rhythm.ms;

  const askFor = (urgency: Urgency): void => {
    if (isAsked[urgency]) return;
    isAsked[urgency] = true;
    rhythm[urgency](() => {
      isAsked[urgency] = false;
      // A moment later is not always another turn of the loop; the next one is.
      if (urgency === 'now') spentMs = 0;
      else waiting.now.push(...waiting.soon.splice(0));
      if (waiting.now.length > 0 && hasRoom()) doSome();
      if (waiting.now.length > 0) askFor('now');
    });
  };

  /** What waits and has room; what has time rides along with what has to wait for the disk. */
  const next = (done: number): Piece | undefined => {
    if (!hasRoom()) return undefined;
    return waiting.now.shift() ?? (done > 0 && file.hasWritten() ? waiting.soon.shift() : undefined);
  };

  const doSome = (): void => {
    askFor('now');
    const pieces: Piece[] = [];
    const answers: (() => void)[] = [];
    let since = clock();
    const count = (): void => {
      spentMs += clock() - since;
      since = clock();
    };
    try {
      for (let piece = next(0); piece !== undefined; piece = next(pieces.length)) {
        pieces.push(piece);
        if (pieces.length === 1) file.begin();
        const { answer, failed } = piece.run();
        if (!file.isOpen()) throw failed;
        answers.push(answer);
        count();
      }
      if (pieces.length > 0) file.commit();
    } catch (error) {
      // Nothing of this is on the disk: whoever asked for a part of it is told so.
      if (file.isOpen()) file.rollBack();
      for (const { refuse } of pieces) refuse(error);
      return;
    } finally {
      count();
    }
    for (const answer of answers) answer();
  };

  return {
    take: (work, urgency = 'now') =>
      new Promise((resolve, reject) => {
        waiting[urgency].push({
          run() {
            try {
              const value = file.piece(work);
              return { answer: () => resolve(value) };
            } catch (error) {
              return { answer: () => reject(asError(error)), failed: error };
            }
          },
          refuse: (error) => reject(asError(error)),
        });
        if (urgency === 'now' && waiting.now.length === 1 && hasRoom()) doSome();
        else askFor(urgency);
      }),
    finish() {
      waiting.now.push(...waiting.soon.splice(0));
      while (waiting.now.length > 0) {
        spentMs = 0;
        doSome();
      }
    },
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

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
  /** Does all that waits, now: before the file closes. Under a lock it takes as long as `limitLockWait` allows. */
  finish(): Promise<void>;
  /** From now on no lock is waited for longer than this: then what waits is refused with the error of SQLite. */
  limitLockWait(ms: number): void;
}

/** Hears of a lock that another program holds on the file. */
export interface LockWatch {
  locked(): void;
  unlocked(ms: number): void;
  /** So many pieces of work were refused because of it. */
  refused(pieces: number): void;
}

/** How the turns of one file are cut. */
export interface Rhythm {
  /** ms after which a turn begins no further piece of work. */
  ms: number;
  /** Calls back in the next turn of the event loop. */
  now: (next: () => void) => void;
  /** Calls back after a moment no one would notice. */
  soon: (next: () => void) => void;
  /** Calls back when it is time to look whether a lock is over. */
  locked: (next: () => void) => void;
}

/** Longer than between two of 50 calls a second: the commit of the next one takes what waits along. */
const soonMs = 25;

/** Between two looks at a lock: no one notices so short a wait after its end. */
const lockedMs = 100;

/** Half a frame: what follows from the work, and the last piece that goes beyond it, have room next to it. */
export const usualRhythm: Rhythm = {
  ms: 8,
  now: setImmediate,
  soon: (next) => setTimeout(next, soonMs),
  locked: (next) => setTimeout(next, lockedMs),
};

/** One transaction of the file, which several pieces of work may share. */
export interface SharedTransaction {
  begin(): void;
  /** Does one piece. When it throws, what it had written is undone, and the pieces before it stay. */
  piece<Value>(work: () => Value): Value;
  /** False after an error that made SQLite give up the whole transaction. */
  isOpen(): boolean;
  /** Whether the step that threw this only has to be repeated once another program lets go of the file. */
  isLocked(error: unknown): boolean;
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
 *
 * Another program (a backup, a virus scanner) may hold a lock on the file for seconds. The main thread does not wait for
 * it: the step that met it (BEGIN, COMMIT, ROLLBACK) is tried again later, and no piece of work runs twice.
 * @param clock ms that only go up
 */
export function createWriteScheduler(
  file: SharedTransaction,
  rhythm: Rhythm,
  clock: () => number,
  watch?: LockWatch,
): WriteScheduler {
  const waiting: Record<Urgency, Piece[]> = { now: [], soon: [] };
  const isAsked: Record<Urgency, boolean> = { now: false, soon: false };
  let spentMs = 0;
  /** Since when (by `clock`) a step of the file has met a lock each time. */
  let lockedSince: number | undefined;
  /** A step that met the lock is tried again before anything else runs. */
  let isHeld = false;
  let limit: { from: number; ms: number } | undefined;

  const canRun = (): boolean => !isHeld;
  const hasRoom = (): boolean => canRun() && spentMs < rhythm.ms;

  const askFor = (urgency: Urgency): void => {
    if (isAsked[urgency]) return;
    isAsked[urgency] = true;
    rhythm[urgency](() => {
      isAsked[urgency] = false;
      // A moment later is not always another turn of the loop; the next one is.
      if (urgency === 'now') spentMs = 0;
      else waiting.now.push(...waiting.soon.splice(0));
      if (waiting.now.length > 0 && hasRoom()) doSome();
      if (waiting.now.length > 0 && !isHeld) askFor('now');
    });
  };

  /** What waits and has room; what has time rides along with what has to wait for the disk. */
  const next = (done: number): Piece | undefined => {
    if (!hasRoom()) return undefined;
    return waiting.now.shift() ?? (done > 0 && file.hasWritten() ? waiting.soon.shift() : undefined);
  };

  /** Tries a step of the file again later; where a lock is not waited for any longer, `giveUp` follows. */
  const tryLater = (again: () => void, giveUp: () => void): void => {
    if (lockedSince === undefined) {
      lockedSince = clock();
      watch?.locked();
    }
    if (limit !== undefined && clock() - Math.max(lockedSince, limit.from) >= limit.ms) return giveUp();
    isHeld = true;
    rhythm.locked(() => {
      isHeld = false;
      spentMs = 0;
      again();
      if (waiting.now.length > 0 && !isHeld) askFor('now');
    });
  };

  /** A step of the file succeeded. */
  const noteFree = (): void => {
    if (lockedSince === undefined) return;
    const ms = clock() - lockedSince;
    lockedSince = undefined;
    watch?.unlocked(ms);
  };

  const refuse = (pieces: readonly Piece[], error: unknown): void => {
    if (lockedSince !== undefined) watch?.refused(pieces.length);
    for (const piece of pieces) piece.refuse(error);
  };

  /** Runs what waits in one transaction; under a lock all of it stays where it was. */
  const doSome = (): void => {
    askFor('now');
    const first = next(0);
    if (first === undefined) return;
    const started = clock();
    try {
      file.begin();
    } catch (error) {
      spentMs += clock() - started;
      if (!file.isLocked(error)) return refuse([first], error);
      waiting.now.unshift(first);
      return tryLater(doSome, () => refuse([...waiting.now.splice(0), ...waiting.soon.splice(0)], error));
    }
    noteFree();
    runPieces(first, started);
  };

  const runPieces = (first: Piece, started: number): void => {
    const pieces: Piece[] = [];
    const answers: (() => void)[] = [];
    let since = started;
    const count = (): void => {
      spentMs += clock() - since;
      since = clock();
    };
    try {
      for (let piece: Piece | undefined = first; piece !== undefined; piece = next(pieces.length)) {
        pieces.push(piece);
        const { answer, failed } = piece.run();
        if (!file.isOpen()) throw failed;
        answers.push(answer);
        count();
      }
    } catch (error) {
      count();
      return rollBack(pieces, error);
    }
    commit(pieces, answers);
  };

  const commit = (pieces: readonly Piece[], answers: readonly (() => void)[]): void => {
    const started = clock();
    try {
      file.commit();
    } catch (error) {
      spentMs += clock() - started;
      const isStillOpen = file.isLocked(error) && file.isOpen();
      if (!isStillOpen) return rollBack(pieces, error);
      return tryLater(
        () => commit(pieces, answers),
        () => rollBack(pieces, error),
      );
    }
    spentMs += clock() - started;
    noteFree();
    for (const answer of answers) answer();
  };

  /** Nothing of this is on the disk: whoever asked for a part of it is told so. */
  const rollBack = (pieces: readonly Piece[], error: unknown): void => {
    try {
      if (file.isOpen()) file.rollBack();
    } catch (problem) {
      if (file.isLocked(problem)) {
        return tryLater(
          () => rollBack(pieces, error),
          () => refuse(pieces, error),
        );
      }
      // What was wrong first is the reason; the next BEGIN will say that this one is still open.
    }
    refuse(pieces, error);
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
    async finish() {
      for (;;) {
        waiting.now.push(...waiting.soon.splice(0));
        while (waiting.now.length > 0 && canRun()) {
          spentMs = 0;
          doSome();
        }
        if (canRun()) return;
        await new Promise<void>((resolve) => rhythm.locked(resolve));
      }
    },
    limitLockWait(ms) {
      limit = { from: clock(), ms };
    },
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

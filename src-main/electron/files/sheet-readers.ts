import { failure, success } from '../../../src-preload/contract/result';
import type { Result } from '../../../src-preload/contract/result';
import type { SheetReaderId } from '../../../src-preload/contract/ids';

/**
 * Readers of sheets, each in a process apart from the window's.
 *
 * Why: a worker that runs out of V8's heap takes its whole process along, whatever the page does, and a file can make
 * that happen faster than a page could look. So a file is never opened in the window's process. A reader is a worker in
 * a page that is never shown (reader-process.ts: sandboxed, no `window.desk`, an origin of its own, the window's
 * policy), and talks with the window over a port of its own: this process passes no bytes on and parses nothing.
 *
 * - Each file has a process of its own, so that a hostile one takes no other review along. Beyond `mostProcesses`
 *   readers share the process with the fewest; should that end, the window brings reviews back from their drafts.
 * - The window asks for one reader ahead, so that a file is not kept waiting for a process to start (60 to 120 ms).
 * - Memory: while a reader of a process is at work, the process is looked at four times a second, and ended beyond
 *   `memoryBudgetMb`. The largest files that are read stay below it: 200,000 rows of an .xlsx took 350 MB, 800,000 cells
 *   of an .xls 700 MB.
 * - Time: the window knows what it has asked, and ends a reader that gives no sign for a minute (sheets/client.ts).
 *
 * What was given up: some 60 MB a file under review.
 */
export interface SheetReaders {
  start(): Promise<Result<{ readerId: SheetReaderId }, 'no-reader'>>;
  atWork(readerId: SheetReaderId, atWork: boolean): void;
  end(readerId: SheetReaderId): void;
  /** The page that asked for them is gone. */
  endAll(): void;
}

/** One process in which readers live, as Electron gives it. */
export interface ReaderProcess {
  /** Starts a reader in it, and gives the window the other end of its port. */
  start(readerId: SheetReaderId): void;
  end(readerId: SheetReaderId): void;
  /** MB; 0 when it is gone or not known yet. */
  memoryMb(): number;
  /** Ends it at once; `onGone` is not called for it. */
  kill(): void;
}

interface Options {
  newId(): SheetReaderId;
  /** Rejects when it could not be started. */
  openProcess(onGone: (outOfMemory: boolean) => void): Promise<ReaderProcess>;
  lost(readerId: SheetReaderId, why: 'memory' | 'broke'): void;
  report(problem: unknown): void;
  mostProcesses?: number;
  memoryBudgetMb?: number;
}

interface Room {
  process: ReaderProcess;
  readers: Set<SheetReaderId>;
}

const glanceMs = 250;
/** Of the whole process, some 100 MB of which are the runtime's own. */
export const memoryBudgetMb = 1024;
const mostProcesses = 8;

/** Keeps the processes, which of them holds which reader, and their budget of memory. */
export function createSheetReaders(options: Options): SheetReaders {
  const most = options.mostProcesses ?? mostProcesses;
  const budgetMb = options.memoryBudgetMb ?? memoryBudgetMb;
  const rooms = new Set<Room>();
  const working = new Set<SheetReaderId>();
  let watch: ReturnType<typeof setInterval> | undefined;
  /** One start at a time: two at once would both find room for one more process. */
  let turn: Promise<unknown> = Promise.resolve();
  /** Grows whenever the page goes: what was being started for the one before is not for the next. */
  let page = 0;

  const setWatch = (): void => {
    if (working.size > 0) watch ??= setInterval(glance, glanceMs);
    else {
      clearInterval(watch);
      watch = undefined;
    }
  };

  const forget = (readerId: SheetReaderId): void => {
    working.delete(readerId);
    setWatch();
  };

  const lose = (room: Room, why: 'memory' | 'broke'): void => {
    rooms.delete(room);
    for (const readerId of room.readers) {
      forget(readerId);
      options.lost(readerId, why);
    }
  };

  const glance = (): void => {
    for (const room of rooms) {
      const isAtWork = [...room.readers].some((readerId) => working.has(readerId));
      if (!isAtWork || room.process.memoryMb() <= budgetMb) continue;
      room.process.kill();
      lose(room, 'memory');
    }
  };

  const roomForOneMore = async (): Promise<Room> => {
    const fewest = [...rooms].toSorted((one, other) => one.readers.size - other.readers.size)[0];
    if (fewest && rooms.size >= most) return fewest;
    const gone: { before: boolean; room?: Room } = { before: false };
    const process = await options.openProcess((outOfMemory) => {
      gone.before = true;
      if (gone.room) lose(gone.room, outOfMemory ? 'memory' : 'broke');
    });
    if (gone.before) throw new Error('the process of a sheet reader ended as it began');
    const room = { process, readers: new Set<SheetReaderId>() };
    gone.room = room;
    rooms.add(room);
    return room;
  };

  const startOne = async (askedBy: number): Promise<Result<{ readerId: SheetReaderId }, 'no-reader'>> => {
    try {
      const room = await roomForOneMore();
      if (askedBy !== page) {
        room.process.kill();
        rooms.delete(room);
        return failure('no-reader');
      }
      const readerId = options.newId();
      room.readers.add(readerId);
      room.process.start(readerId);
      return success({ readerId });
    } catch (problem) {
      options.report(problem);
      return failure('no-reader');
    }
  };

  return {
    start() {
      const askedBy = page;
      const started = turn.then(() => startOne(askedBy));
      turn = started;
      return started;
    },
    atWork(readerId, atWork) {
      if (![...rooms].some(({ readers }) => readers.has(readerId))) return;
      if (atWork) working.add(readerId);
      else working.delete(readerId);
      setWatch();
    },
    end(readerId) {
      const room = [...rooms].find(({ readers }) => readers.has(readerId));
      forget(readerId);
      if (!room) return;
      room.readers.delete(readerId);
      if (room.readers.size > 0) return room.process.end(readerId);
      rooms.delete(room);
      room.process.kill();
    },
    endAll() {
      page += 1;
      for (const { process } of rooms) process.kill();
      rooms.clear();
      working.clear();
      setWatch();
    },
  };
}

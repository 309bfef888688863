import { createWriteScheduler } from '../../../src-main/database/write-scheduler';
import type { Urgency } from '../../../src-main/database/write-scheduler';

/** What SQLite says where another program holds the file. */
export const locked = 'database is locked';

/** A loop turned by hand over a file that only notes what is done to it; each piece of work says how long it took. */
export function loopOfTest() {
  let now = 0;
  const waiting: (() => void)[] = [];
  const moments: (() => void)[] = [];
  const locks: (() => void)[] = [];
  const meetLock = (step: 'begin' | 'commit' | 'rollBack'): void => {
    if (file.lockedFor[step] === 0) return;
    file.lockedFor[step] -= 1;
    throw new Error(locked);
  };
  const file = {
    notes: [] as string[],
    /** How many tries of each step still meet the lock of another program. */
    lockedFor: { begin: 0, commit: 0, rollBack: 0 },
    isLocked: (error: unknown) => error instanceof Error && error.message === locked,
    open: false,
    written: false,
    /** What the next commit throws. */
    commitFails: undefined as Error | undefined,
    begin() {
      meetLock('begin');
      file.notes.push('begin');
      file.open = true;
      file.written = false;
    },
    piece<Value>(work: () => Value): Value {
      return work();
    },
    isOpen: () => file.open,
    hasWritten: () => file.written,
    commit() {
      meetLock('commit');
      if (file.commitFails !== undefined) throw file.commitFails;
      file.notes.push('commit');
      file.open = false;
    },
    rollBack() {
      meetLock('rollBack');
      file.notes.push('roll back');
      file.open = false;
    },
  };
  const rhythm = {
    ms: 8,
    now: (next: () => void) => waiting.push(next),
    soon: (next: () => void) => moments.push(next),
    locked: (next: () => void) => locks.push(next),
  };
  const notices: string[] = [];
  const scheduler = createWriteScheduler(file, rhythm, () => now, {
    locked: () => notices.push('locked'),
    unlocked: (ms) => notices.push(`unlocked after ${ms}`),
    refused: (pieces) => notices.push(`refused ${pieces}`),
  });
  return {
    file,
    scheduler,
    notices,
    /** 100 ms later the lock is looked at again. */
    look(): void {
      now += 100;
      for (const next of locks.splice(0)) next();
    },
    isLookPlanned: () => locks.length > 0,
    work(name: string, ms = 1, urgency?: Urgency): Promise<string> {
      return scheduler.take(() => {
        now += ms;
        file.notes.push(name);
        file.written ||= !name.startsWith('look');
        return name;
      }, urgency);
    },
    fail(name: string, endsAll = false): Promise<string> {
      return scheduler.take(() => {
        file.notes.push(name);
        if (endsAll) file.open = false;
        throw new Error(`${name} failed`);
      });
    },
    turn(): void {
      for (const next of waiting.splice(0)) next();
    },
    moment(): void {
      for (const next of moments.splice(0)) next();
    },
    hasNext: () => waiting.length > 0,
  };
}

import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../../src-main/database/turns';
import type { Urgency } from '../../../../src-main/database/turns';

/** A loop turned by hand over a file that only notes what is done to it; each piece of work says how long it took. */
function loopOfTest() {
  let now = 0;
  const waiting: (() => void)[] = [];
  const moments: (() => void)[] = [];
  const file = {
    notes: [] as string[],
    open: false,
    written: false,
    /** What the next commit throws. */
    commitFails: undefined as Error | undefined,
    begin() {
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
      if (file.commitFails !== undefined) throw file.commitFails;
      file.notes.push('commit');
      file.open = false;
    },
    rollBack() {
      file.notes.push('roll back');
      file.open = false;
    },
  };
  const rhythm = {
    ms: 8,
    now: (next: () => void) => waiting.push(next),
    soon: (next: () => void) => moments.push(next),
  };
  const turns = createTurns(file, rhythm, () => now);
  return {
    file,
    turns,
    work(name: string, ms = 1, urgency?: Urgency): Promise<string> {
      return turns.take(() => {
        now += ms;
        file.notes.push(name);
        file.written ||= !name.startsWith('look');
        return name;
      }, urgency);
    },
    fail(name: string, endsAll = false): Promise<string> {
      return turns.take(() => {
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

describe('work on the database', () => {
  it('that is asked for in one turn shares one commit', async () => {
    const { work, file, turn } = loopOfTest();
    const all = [work('a'), work('b'), work('c')];
    expect(file.notes).toEqual([]);
    turn();
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c']);
    expect(file.notes).toEqual(['begin', 'a', 'b', 'c', 'commit']);
  });

  it('is not told as done before the commit', async () => {
    const { work, file, turn } = loopOfTest();
    const told = Promise.all(['a', 'b'].map((name) => work(name).then(() => file.notes.push(`told of ${name}`))));
    turn();
    await told;
    expect(file.notes).toEqual(['begin', 'a', 'b', 'commit', 'told of a', 'told of b']);
  });

  it('is put off when its turn has lasted long enough, and stays in the order it was asked for', async () => {
    const { work, file, turn, hasNext } = loopOfTest();
    const all = ['a', 'b', 'c', 'd', 'e'].map((name) => work(name, 5));
    while (hasNext()) turn();
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(file.notes.join(' ')).toBe('begin a b commit begin c d commit begin e commit');
  });

  it('does not let what is asked later pass what was put off', async () => {
    const { work, file, turn } = loopOfTest();
    const all = [work('long', 20), work('put off')];
    turn();
    all.push(work('after'));
    turn();
    await Promise.all(all);
    expect(file.notes.filter((note) => !['begin', 'commit'].includes(note))).toEqual(['long', 'put off', 'after']);
  });

  it('that fails rejects its own promise only', async () => {
    const { work, fail, file, turn } = loopOfTest();
    const before = work('before');
    const failing = fail('b');
    const after = work('after');
    turn();
    await expect(failing).rejects.toThrow('b failed');
    expect(await Promise.all([before, after])).toEqual(['before', 'after']);
    expect(file.notes).toEqual(['begin', 'before', 'b', 'after', 'commit']);
  });

  it('is refused as a whole where the commit fails: nothing of it is on the disk', async () => {
    const { work, fail, file, turn } = loopOfTest();
    file.commitFails = new Error('disk full');
    const all = [work('a'), fail('b'), work('c')];
    const told = Promise.allSettled(all);
    turn();
    expect((await told).map((one) => (one.status === 'rejected' ? String(one.reason) : one.status))).toEqual([
      'Error: disk full',
      'Error: disk full',
      'Error: disk full',
    ]);
    expect(file.notes.at(-1)).toBe('roll back');
    file.commitFails = undefined;
    const next = work('next');
    turn();
    expect(await next).toBe('next');
  });

  it('that makes SQLite give up the transaction takes what was before it along, not what comes after', async () => {
    const { work, fail, file, turn } = loopOfTest();
    const before = work('before');
    const failing = fail('b', true);
    const after = work('after');
    const told = Promise.allSettled([before, failing]);
    turn();
    expect((await told).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    turn();
    expect(await after).toBe('after');
    expect(file.notes).toEqual(['begin', 'before', 'b', 'begin', 'after', 'commit']);
  });

  it('that has time rides along with the next commit that waits for the disk, after what was asked for at once', async () => {
    const { work, file, turn } = loopOfTest();
    const all = [work('later', 1, 'soon'), work('look'), work('write')];
    turn();
    await Promise.all(all);
    expect(file.notes).toEqual(['begin', 'look', 'write', 'later', 'commit']);
  });

  it('that has time does not make a mere look wait for the disk, and goes by itself after a moment', async () => {
    const { work, file, turn, moment } = loopOfTest();
    const later = work('later', 1, 'soon');
    expect(await Promise.all([work('look'), turn()])).toEqual(['look', undefined]);
    expect(file.notes).toEqual(['begin', 'look', 'commit']);
    moment();
    expect(await later).toBe('later');
    expect(file.notes.slice(3)).toEqual(['begin', 'later', 'commit']);
  });

  it('that has time and found no room in its moment has the next turn', async () => {
    const { work, file, turn, moment } = loopOfTest();
    const all = [work('a', 20, 'soon'), work('b', 1, 'soon')];
    moment();
    turn();
    expect(await Promise.all(all)).toEqual(['a', 'b']);
    expect(file.notes.join(' ')).toBe('begin a commit begin b commit');
  });

  it('that waits is done before the file closes', async () => {
    const { turns, work, file } = loopOfTest();
    const all = [work('soon', 1, 'soon'), work('long', 20), work('put off')];
    turns.finish();
    expect(await Promise.all(all)).toEqual(['soon', 'long', 'put off']);
    expect(file.notes.join(' ')).toBe('begin long commit begin put off soon commit');
  });
});

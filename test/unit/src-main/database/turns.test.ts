import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../../src-main/database/turns';

/** A loop turned by hand over a file that only notes what is done to it; each piece of work says how long it took. */
function loopOfTest() {
  let now = 0;
  const waiting: (() => void)[] = [];
  const file = {
    notes: [] as string[],
    open: false,
    /** What the next commit throws. */
    commitFails: undefined as Error | undefined,
    begin() {
      file.notes.push('begin');
      file.open = true;
    },
    piece<Value>(work: () => Value): Value {
      return work();
    },
    isOpen: () => file.open,
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
  const rhythm = { ms: 8, later: (next: () => void) => waiting.push(next) };
  const turns = createTurns(file, rhythm, () => now);
  return {
    file,
    turns,
    work(name: string, ms = 1): Promise<string> {
      return turns.take(() => {
        now += ms;
        file.notes.push(name);
        return name;
      });
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

  it('that waits is done before the file closes', async () => {
    const { turns, work, file } = loopOfTest();
    const all = [work('long', 20), work('put off')];
    turns.finish();
    expect(await Promise.all(all)).toEqual(['long', 'put off']);
    expect(file.notes.join(' ')).toBe('begin long commit begin put off commit');
  });
});

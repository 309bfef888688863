import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../../src-main/database/turns';

/** A loop turned by hand; each piece of work says how long it took. */
function loopOfTest() {
  let now = 0;
  const waiting: (() => void)[] = [];
  const turns = createTurns(
    8,
    () => now,
    (next) => waiting.push(next),
  );
  const done: string[] = [];
  return {
    turns,
    done,
    work(name: string, ms: number): Promise<string> {
      return turns.take(() => {
        now += ms;
        done.push(name);
        return name;
      });
    },
    turn(): void {
      for (const next of waiting.splice(0)) next();
    },
    hasNext: () => waiting.length > 0,
  };
}

describe('work on the database', () => {
  it('is done at once while its turn lasts, and put off to the next one after that', async () => {
    const { work, done, turn } = loopOfTest();
    await work('a', 5);
    await work('b', 5);
    const last = work('c', 5);
    expect(done).toEqual(['a', 'b']);
    turn();
    expect(await last).toBe('c');
  });

  it('stays in the order it was asked for, however much is put off', async () => {
    const { work, done, turn, hasNext } = loopOfTest();
    const all = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => work(name, 5));
    const perTurn: number[] = [];
    while (hasNext()) {
      const before = done.length;
      turn();
      perTurn.push(done.length - before);
    }
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(done).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(perTurn).toEqual([2, 2, 0]);
  });

  it('does not let what is asked later pass what was put off', async () => {
    const { work, done, turn } = loopOfTest();
    void work('long', 20);
    const put = work('put off', 1);
    turn();
    const after = work('after', 1);
    await Promise.all([put, after]);
    expect(done).toEqual(['long', 'put off', 'after']);
  });

  it('that fails rejects its own promise only, done at once or put off', async () => {
    const { turns, work, turn } = loopOfTest();
    const fail = (): never => {
      throw new Error('disk full');
    };
    await expect(turns.take(fail)).rejects.toThrow('disk full');
    void work('long', 20);
    const put = turns.take(fail);
    const next = work('next', 1);
    turn();
    await expect(put).rejects.toThrow('disk full');
    expect(await next).toBe('next');
  });

  it('that was put off is done before the file closes', async () => {
    const { turns, work, done } = loopOfTest();
    void work('long', 20);
    const put = work('put off', 1);
    turns.finish();
    expect(done).toEqual(['long', 'put off']);
    expect(await put).toBe('put off');
  });
});

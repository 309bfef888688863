import { describe, expect, it } from 'vitest';
import { loopOfTest } from '../../../support/outbox/loop-by-hand';

/** So that whatever is asked for next is put off. */
const long = ['long', 20] as const;
const since = (notes: readonly string[], from: string): string => notes.slice(notes.indexOf(from) + 1).join(' ');

describe('work on the database', () => {
  it('is done at once while its turn lasts, and put off to the next one after that', async () => {
    const { work, file, turn } = loopOfTest();
    await work('a', 5);
    await work('b', 5);
    const last = work('c', 5);
    expect(file.notes.join(' ')).toBe('begin a commit begin b commit');
    turn();
    expect(await last).toBe('c');
    expect(since(file.notes, 'b')).toBe('commit begin c commit');
  });

  it('that was put off shares one commit, and is not told as done before it', async () => {
    const { work, file, turn } = loopOfTest();
    void work(...long);
    const told = Promise.all(['a', 'b', 'c'].map((name) => work(name).then(() => file.notes.push(`told of ${name}`))));
    turn();
    await told;
    expect(since(file.notes, 'long')).toBe('commit begin a b c commit told of a told of b told of c');
  });

  it('stays in the order it was asked for, however much is put off', async () => {
    const { work, file, turn, hasNext } = loopOfTest();
    const all = ['a', 'b', 'c', 'd', 'e'].map((name) => work(name, 5));
    while (hasNext()) turn();
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(file.notes.join(' ')).toBe('begin a commit begin b commit begin c d commit begin e commit');
  });

  it('does not let what is asked later pass what was put off', async () => {
    const { work, file, turn } = loopOfTest();
    const all = [work(...long), work('also long', 20), work('put off')];
    turn();
    all.push(work('after'));
    turn();
    await Promise.all(all);
    const order = file.notes.filter((note) => note !== 'begin' && note !== 'commit');
    expect(order).toEqual(['long', 'also long', 'put off', 'after']);
  });

  it('that fails rejects its own promise only, done at once or put off', async () => {
    const { work, fail, file, turn } = loopOfTest();
    await expect(fail('at once')).rejects.toThrow('at once failed');
    void work(...long);
    const before = work('before');
    const failing = fail('b');
    const after = work('after');
    turn();
    await expect(failing).rejects.toThrow('b failed');
    expect(await Promise.all([before, after])).toEqual(['before', 'after']);
    expect(since(file.notes, 'long')).toBe('commit begin before b after commit');
  });

  it('is refused as a whole where the commit fails: nothing of it is on the disk', async () => {
    const { work, fail, file, turn } = loopOfTest();
    void work(...long);
    const told = Promise.allSettled([work('a'), fail('b'), work('c')]);
    file.commitFails = new Error('disk full');
    turn();
    const reasons = (await told).map((one) => (one.status === 'rejected' ? String(one.reason) : one.status));
    expect(reasons).toEqual(['Error: disk full', 'Error: disk full', 'Error: disk full']);
    expect(file.notes.at(-1)).toBe('roll back');
    file.commitFails = undefined;
    turn();
    expect(await work('next')).toBe('next');
  });

  it('that makes SQLite give up the transaction takes what was before it along, not what comes after', async () => {
    const { work, fail, file, turn } = loopOfTest();
    void work(...long);
    const told = Promise.allSettled([work('before'), fail('b', true)]);
    const after = work('after');
    turn();
    expect((await told).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    turn();
    expect(await after).toBe('after');
    expect(since(file.notes, 'long')).toBe('commit begin before b begin after commit');
  });

  it('that has time rides along with the next commit that waits for the disk, after what was asked for at once', async () => {
    const { work, file } = loopOfTest();
    const later = work('later', 1, 'soon');
    await work('look');
    await work('write');
    expect(await later).toBe('later');
    expect(file.notes.join(' ')).toBe('begin look commit begin write later commit');
  });

  it('that has time goes by itself after a moment', async () => {
    const { work, file, moment } = loopOfTest();
    const later = work('later', 1, 'soon');
    expect(file.notes).toEqual([]);
    moment();
    expect(await later).toBe('later');
    expect(file.notes).toEqual(['begin', 'later', 'commit']);
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
    const { scheduler, work, file } = loopOfTest();
    const all = [work('soon', 1, 'soon'), work('look', 20), work('put off')];
    await scheduler.finish();
    expect(await Promise.all(all)).toEqual(['soon', 'look', 'put off']);
    expect(file.notes.join(' ')).toBe('begin look commit begin put off soon commit');
  });
});

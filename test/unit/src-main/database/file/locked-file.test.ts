import { describe, expect, it } from 'vitest';
import { locked, loopOfTest } from '../../../../support/outbox/loop-by-hand';

describe('a lock that another program holds', () => {
  it('on the begin: no piece has run, all are done in their order once it is over, each once', async () => {
    const { work, file, turn, moment, look, isLookPlanned, notices } = loopOfTest();
    file.lockedFor.begin = 3;
    const all = [work('a'), work('b'), work('c', 1, 'soon')];
    turn();
    moment();
    expect(file.notes).toEqual([]);
    look();
    all.push(work('d'));
    turn();
    expect(file.notes).toEqual([]);
    look();
    expect(notices).toEqual(['locked']);
    look();
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
    expect(file.notes.join(' ')).toBe('begin a b c d commit');
    expect(isLookPlanned()).toBe(false);
    expect(notices).toEqual(['locked', 'unlocked after 300']);
  });

  it('on the commit: only the commit is repeated, nothing is told before it and nothing else runs meanwhile', async () => {
    const { work, file, turn, look, notices } = loopOfTest();
    file.lockedFor.commit = 2;
    const told: string[] = [];
    const first = work('a').then((name) => told.push(name));
    const second = work('b');
    turn();
    look();
    await Promise.resolve();
    expect(file.notes).toEqual(['begin', 'a']);
    expect(told).toEqual([]);
    look();
    turn();
    await first;
    expect(await second).toBe('b');
    expect(file.notes.join(' ')).toBe('begin a commit begin b commit');
    expect(notices).toEqual(['locked', 'unlocked after 200']);
  });

  it('on the roll back: repeated, and only then the pieces are refused, with what was wrong at first', async () => {
    const { work, file, turn, look } = loopOfTest();
    file.commitFails = new Error('disk full');
    file.lockedFor.rollBack = 1;
    const refused = work('a');
    const next = work('b');
    turn();
    expect(file.open).toBe(true);
    file.commitFails = undefined;
    look();
    await expect(refused).rejects.toThrow('disk full');
    turn();
    expect(await next).toBe('b');
    expect(file.notes.join(' ')).toBe('begin a roll back begin b commit');
  });

  it('is waited for as long as it lasts, and when closing no longer than was said', async () => {
    const { work, file, look, scheduler, notices } = loopOfTest();
    file.lockedFor.begin = 1000;
    const waits = Promise.allSettled([work('a'), work('b', 1, 'soon')]);
    for (let looks = 0; looks < 500; looks += 1) look();
    expect(notices).toEqual(['locked']);
    scheduler.limitLockWait(250);
    const finished = scheduler.finish();
    look();
    look();
    expect(notices).toEqual(['locked']);
    look();
    look();
    await finished;
    expect((await waits).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(notices).toEqual(['locked', 'refused 2']);
    await expect(work('after')).rejects.toThrow(locked);
    expect(file.notes).toEqual([]);
  });

  it('over a commit that is not waited for any longer undoes it, and says so to whoever asked', async () => {
    const { work, file, look, scheduler } = loopOfTest();
    file.lockedFor.commit = 1000;
    const refused = work('a');
    scheduler.limitLockWait(150);
    const finished = scheduler.finish();
    look();
    look();
    look();
    await expect(refused).rejects.toThrow(locked);
    await finished;
    expect(file.notes.join(' ')).toBe('begin a roll back');
  });
});

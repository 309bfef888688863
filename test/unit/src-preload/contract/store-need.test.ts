import { describe, expect, test } from 'vitest';
import { noCounts } from '../../../../src-preload/contract/job-states';
import { storeNeed } from '../../../../src-preload/contract/store-need';

const well = { connection: 'online', counts: noCounts, filed: 0 } as const;

describe('what a store needs that is not on the screen', () => {
  test('nothing while it works, and nothing for what is in a file', () => {
    expect(storeNeed(well)).toBeUndefined();
    expect(storeNeed({ ...well, counts: { ...noCounts, held: 3 }, filed: 3 })).toBeUndefined();
  });

  test.each([
    ['secret', 'trouble'],
    ['ip', 'trouble'],
    ['permission', 'trouble'],
    ['bug', 'trouble'],
    ['quota', 'quota'],
    ['look-first', 'look-first'],
  ] as const)('a pause for %s is told though nothing waits', (cause, is) => {
    expect(storeNeed({ ...well, connection: 'paused', pause: { cause, since: 1 } })).toEqual({ is });
  });

  test('my own pause and an outage are told while jobs wait for their end', () => {
    const waiting = { ...noCounts, queued: 1 };
    const mine = { ...well, connection: 'paused', pause: { cause: 'seller', since: 1 } } as const;
    expect(storeNeed(mine)).toBeUndefined();
    expect(storeNeed({ ...mine, counts: waiting })).toEqual({ is: 'seller' });
    expect(storeNeed({ ...well, connection: 'offline' })).toBeUndefined();
    expect(storeNeed({ ...well, connection: 'offline', counts: waiting })).toEqual({ is: 'offline' });
    expect(storeNeed({ ...well, connection: 'offline', offlineCause: 'no-word', counts: waiting })).toEqual({
      is: 'silent',
    });
    const wrongClock = { ...well, connection: 'offline', offlineCause: 'wrong-clock', counts: waiting } as const;
    expect(storeNeed(wrongClock)).toEqual({ is: 'clock' });
  });

  test('what waits for a choice or was refused', () => {
    expect(storeNeed({ ...well, counts: { ...noCounts, held: 3, rejected: 2 }, filed: 1 })).toEqual({
      is: 'tasks',
      jobs: 4,
    });
  });
});

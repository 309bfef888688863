import { describe, expect, it } from 'vitest';
import { freshHealth } from '../../../../../src-main/outbox/health/health-state';
import type { StoreHealth } from '../../../../../src-main/outbox/health/health-state';
import { isAheadOfClock } from '../../../../../src-main/outbox/health/pauses';
import { clockRead, isPlannedAhead } from '../../../../../src-main/outbox/health/set-back-clock';
import { monday } from '../../../../support/outbox/test-database';

const now = monday;
const minute = 60_000;
const hour = 60 * minute;
const well: StoreHealth = { ...freshHealth, pause: undefined, lookFirstSince: undefined };
const paused = (pause: NonNullable<StoreHealth['pause']>): StoreHealth => ({ ...well, pause });

describe('a pause that the clock has left behind', () => {
  it.each([
    [
      'began later than now',
      { cause: 'ip', since: now + 1, until: now + minute },
      { cause: 'ip', since: now, until: now },
    ],
    ['began later, and has no end', { cause: 'secret', since: now + 1 }, { cause: 'secret', since: now }],
    [
      'ends later than any of its kind',
      { cause: 'ip', since: now, until: now + 15 * minute + 1 },
      { cause: 'ip', since: now, until: now },
    ],
    [
      'of a quota ends after more than a day',
      { cause: 'quota', since: now - 1, until: now + 24 * hour + 1 },
      { cause: 'quota', since: now - 1, until: now },
    ],
  ] as const)('%s: it begins and ends now', (_what, pause, moved) => {
    expect(isAheadOfClock(pause, now)).toBe(true);
    expect(isPlannedAhead(paused(pause), now)).toBe(true);
    expect(clockRead(paused(pause), 0, now).pause).toStrictEqual(moved);
  });

  it.each([
    { cause: 'ip', since: now, until: now + 15 * minute },
    { cause: 'quota', since: now, until: now + 24 * hour },
    { cause: 'secret', since: now },
    { cause: 'seller', since: now - hour },
  ] as const)('is not this one: $cause', (pause) => {
    expect(isAheadOfClock(pause, now)).toBe(false);
    expect(isPlannedAhead(paused(pause), now)).toBe(false);
    expect(clockRead(paused(pause), 0, now).pause).toBe(pause);
  });

  it('is due where the clock went back by more than a quarter of an hour, and has an end', () => {
    const ends = { cause: 'quota', since: now - hour, until: now + minute } as const;
    expect(clockRead(paused(ends), 15 * minute, now).pause).toBe(ends);
    expect(clockRead(paused(ends), 15 * minute + 1, now).pause).toEqual({ ...ends, until: now });
    const endless = { cause: 'secret', since: now - hour } as const;
    expect(clockRead(paused(endless), hour, now).pause).toBe(endless);
  });
});

describe('the wait for the seller’s look', () => {
  it('begins now where it began later, unless a pause stands before it', () => {
    const since = (lookFirstSince: number | undefined, more: Partial<StoreHealth> = {}) =>
      clockRead({ ...well, ...more, lookFirstSince }, 0, now).lookFirstSince;
    expect(since(now + hour)).toBe(now);
    expect(since(now - hour)).toBe(now - hour);
    expect(since(undefined)).toBeUndefined();
    expect(since(now + hour, { pause: { cause: 'seller', since: now } })).toBe(now + hour);
  });

  it('is planned ahead only when it shows', () => {
    const at = (lookFirstSince: number | undefined, more: Partial<StoreHealth> = {}) =>
      isPlannedAhead({ ...well, ...more, lookFirstSince }, now);
    expect([at(now + 1), at(now), at(undefined)]).toEqual([true, false, false]);
    expect(at(now + 1, { pause: { cause: 'seller', since: now } })).toBe(false);
  });
});

describe('rests and probes', () => {
  const far = now + 10 * hour;
  const silent = { inARow: 3, since: now - 1, round: 0, nextTryAt: far };
  const resting: StoreHealth = {
    ...well,
    readRestUntil: far,
    tokenRestUntil: far,
    noResponse: { dispatch: silent },
    circuit: { is: 'open', by: 'offline', since: now, round: 2, nextProbeAt: far, code: undefined },
  };

  it('stay as they are while the clock goes on', () => {
    expect(clockRead(resting, 0, now)).toEqual(resting);
  });

  it('end within five minutes once it went back, and the market is probed at once', () => {
    const latest = now + 5 * minute;
    expect(clockRead(resting, 1, now)).toEqual({
      ...resting,
      readRestUntil: latest,
      tokenRestUntil: latest,
      noResponse: { dispatch: { ...silent, nextTryAt: latest } },
      circuit: { ...resting.circuit, nextProbeAt: now },
    });
    const soon = {
      ...well,
      readRestUntil: now + 1,
      tokenRestUntil: now + 2,
      noResponse: { read: { ...silent, nextTryAt: now + 3 } },
    };
    expect(clockRead(soon, 1, now)).toEqual(soon);
  });
});

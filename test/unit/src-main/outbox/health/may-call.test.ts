import { describe, expect, it } from 'vitest';
import { freshHealth } from '../../../../../src-main/outbox/health/health-state';
import type { StoreHealth } from '../../../../../src-main/outbox/health/health-state';
import { goesOneByOne, mayCall } from '../../../../../src-main/outbox/health/may-call';
import type { AskedScope } from '../../../../../src-main/outbox/health/may-call';
import { isPlannedAhead } from '../../../../../src-main/outbox/health/set-back-clock';
import { on } from '../../../../../src-main/outbox/health/store-health';
import { pauseCauses } from '../../../../../src-preload/contract/store';
import { monday } from '../../../../support/outbox/test-database';

const now = monday;
const well: StoreHealth = { ...freshHealth, pause: undefined, lookFirstSince: undefined };
const scopes: readonly AskedScope[] = ['dispatch', 'confirm', 'stock', 'lookup', 'read', 'token', 'direct-read'];
const asked = (more: Partial<StoreHealth>, scope: AskedScope, isOnline = true) =>
  mayCall({ ...well, ...more }, scope, now, isOnline);

describe('a store', () => {
  it.each(scopes)('with which nothing is the matter may be asked: %s', (scope) => {
    expect(asked({}, scope)).toEqual({ may: 'call' });
    expect(asked({}, scope, false)).toEqual({ may: 'not-call', why: 'offline' });
  });

  it('says no before all else where there is no network, then its pause, its circuit, its rest', () => {
    const pause = { cause: 'secret', since: now } as const;
    const circuit = { is: 'open', by: 'offline', since: now, round: 0, nextProbeAt: now + 1, code: undefined } as const;
    const all = { pause, circuit, tokenRestUntil: now + 2 };
    expect(asked(all, 'token', false)).toEqual({ may: 'not-call', why: 'offline' });
    expect(asked(all, 'token')).toEqual({ may: 'not-call', why: 'paused', pause });
    expect(asked({ ...all, pause: undefined }, 'token')).toEqual({ may: 'not-call', why: 'circuit', until: now + 1 });
    const due = { ...circuit, nextProbeAt: now };
    expect(asked({ circuit: due, tokenRestUntil: now + 2 }, 'token')).toEqual({
      may: 'not-call',
      why: 'resting',
      until: now + 2,
    });
    expect(asked({ circuit: due, tokenRestUntil: now }, 'token')).toEqual({ may: 'probe', by: 'connect' });
    expect(asked({ circuit: { ...due, by: 'blocked' } }, 'token')).toEqual({ may: 'probe', by: 'read' });
  });

  it.each(pauseCauses.filter((cause) => cause !== 'look-first'))(
    'is probed once a pause has ended by itself: %s',
    (cause) => {
      const pause = { cause, since: now - 1, until: now };
      const isProbed = cause === 'ip' || cause === 'quota';
      const no = { may: 'not-call', why: 'paused', pause };
      expect(asked({ pause }, 'token')).toEqual(isProbed ? { may: 'probe', by: 'read' } : no);
      expect(asked({ pause }, 'dispatch')).toEqual(isProbed ? { may: 'not-call', why: 'probing' } : no);
      const later = { ...pause, until: now + 1 };
      const until = isProbed ? { until: now + 1 } : {};
      expect(asked({ pause: later }, 'token')).toStrictEqual({
        may: 'not-call',
        why: 'paused',
        pause: later,
        ...until,
      });
    },
  );
});

describe('a rest', () => {
  it.each(scopes)('of the token holds for everything, to the millisecond: %s', (scope) => {
    expect(asked({ tokenRestUntil: now + 1 }, scope)).toEqual({ may: 'not-call', why: 'resting', until: now + 1 });
    expect(asked({ tokenRestUntil: now }, scope)).toEqual({ may: 'call' });
  });

  it.each(scopes)('of readings holds for readings alone: %s', (scope) => {
    const isReading = scope === 'read' || scope === 'direct-read';
    const no = { may: 'not-call', why: 'resting', until: now + 1 };
    expect(asked({ readRestUntil: now + 1 }, scope)).toEqual(isReading ? no : { may: 'call' });
    expect(asked({ readRestUntil: now }, scope)).toEqual({ may: 'call' });
  });

  it('of one kind of call holds for that kind, and then lets one call go', () => {
    const silent = { inARow: 3, since: now - 1, round: 0, nextTryAt: now + 1 };
    const dispatch = { noResponse: { dispatch: silent } };
    expect(asked(dispatch, 'dispatch')).toEqual({ may: 'not-call', why: 'resting', until: now + 1 });
    expect(asked(dispatch, 'confirm')).toEqual({ may: 'call' });
    expect(asked({ noResponse: { dispatch: { ...silent, nextTryAt: now } } }, 'dispatch')).toEqual({
      may: 'call-once',
    });
    // Without a beginning its time means nothing.
    expect(asked({ noResponse: { dispatch: { ...silent, since: undefined } } }, 'dispatch')).toEqual({ may: 'call' });
    expect(goesOneByOne(dispatch, 'dispatch')).toBe(true);
    expect(goesOneByOne(dispatch, 'confirm')).toBe(false);
    expect(goesOneByOne({ noResponse: { dispatch: { ...silent, since: undefined } } }, 'dispatch')).toBe(false);
  });

  it('of readings that also go one by one lasts until both have ended', () => {
    const silent = { inARow: 3, since: now - 1, round: 0, nextTryAt: now + 5 };
    const read = (readRestUntil: number) => asked({ readRestUntil, noResponse: { read: silent } }, 'read');
    expect(read(now + 9)).toMatchObject({ until: now + 9 });
    expect(read(now + 1)).toMatchObject({ until: now + 5 });
  });
});

it('the wait for the seller’s look holds everything but readings for it and the token', () => {
  const may = scopes.filter((scope) => asked({ lookFirstSince: now }, scope).may === 'call');
  expect(may).toEqual(['read', 'token']);
  expect(asked({ lookFirstSince: now }, 'dispatch')).toEqual({ may: 'not-call', why: 'look-first' });
});

it('each step of the engine reads the clock: what is planned ahead of it is moved, and then no longer so', () => {
  const ahead = { ...well, lookFirstSince: now + 1 };
  expect(isPlannedAhead(ahead, now)).toBe(true);
  const read = on(ahead, { type: 'clock-read', backMs: 0 }, now);
  expect(read).toEqual({ ...well, lookFirstSince: now });
  expect(isPlannedAhead(read, now)).toBe(false);
});

it('calls that are not answered go out one by one from the third on, and rest longer each time', () => {
  let health = well;
  const rests: (number | undefined)[] = [];
  for (let n = 0; n < 6; n += 1) {
    health = on(health, { type: 'no-response', scope: 'dispatch' }, now);
    const { may, until = undefined } = { until: undefined, ...mayCall(health, 'dispatch', now, true) };
    rests.push(may === 'not-call' && until !== undefined ? until - now : undefined);
  }
  expect(rests).toEqual([undefined, undefined, 4_000, 8_000, 16_000, 32_000]);
});

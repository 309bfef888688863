import { describe, expect, it } from 'vitest';
import type { StoreFailure } from '../../../../../src-main/markets/market';
import type { CallScope, HealthEvent, ProbeOutcome } from '../../../../../src-main/outbox/health/health-events';
import { goesOneByOne, mayCall } from '../../../../../src-main/outbox/health/may-call';
import type { AskedScope, Permission } from '../../../../../src-main/outbox/health/may-call';
import { freshHealth } from '../../../../../src-main/outbox/health/health-state';
import type { StoreHealth } from '../../../../../src-main/outbox/health/health-state';
import { on } from '../../../../../src-main/outbox/health/store-health';
import { pauseCauses } from '../../../../../src-preload/contract/store';
import { monday, newJobId } from '../../../../support/outbox/test-database';

const minuteMs = 60_000;
const well: StoreHealth = { ...freshHealth, pause: undefined, lookFirstSince: undefined };

/** The health after these events, all at one time. */
const after = (events: readonly HealthEvent[], health = well, now = monday): StoreHealth =>
  events.reduce((before, event) => on(before, event, now), health);
const failed = (
  kind: StoreFailure['kind'],
  more: Partial<StoreFailure> = {},
  scope: CallScope = 'token',
): HealthEvent => ({
  type: 'store-failed',
  scope,
  failure: { kind, ...more },
  isPaced: false,
});
const probed = (outcome: ProbeOutcome, pause?: 'ip' | 'quota'): HealthEvent => ({
  type: 'probe-ended',
  outcome,
  pause,
});
const asked = (health: StoreHealth, scope: AskedScope, now = monday, isOnline = true): Permission =>
  mayCall(health, scope, now, isOnline);

describe('a failure of the store', () => {
  it('pauses it with a cause, a since and, where a probe can end that, an until', () => {
    expect(after([failed('ip')]).pause).toEqual({ cause: 'ip', since: monday, until: monday + 15 * minuteMs });
    // The code is nothing to copy where an address is wanted.
    expect(after([failed('ip', { code: 'GW.IP_NOT_ALLOWED' })]).pause).not.toHaveProperty('detail');
    expect(after([failed('ip', { address: '203.0.113.7' })]).pause).toMatchObject({ detail: '203.0.113.7' });
    expect(after([failed('quota')]).pause).toMatchObject({ until: monday + 60 * minuteMs });
    expect(after([failed('quota', { retryAfterMs: 1000 })]).pause).toMatchObject({ until: monday + 1000 });
    expect(after([failed('quota', { retryAfterMs: 90_000_000 })]).pause).toMatchObject({ until: monday + 86_400_000 });
    expect(after([failed('secret')]).pause).toEqual({ cause: 'secret', since: monday });
    expect(after([failed('permission', { code: 'GW.AUTHN' })]).pause).toEqual({
      cause: 'permission',
      since: monday,
      detail: 'GW.AUTHN',
    });
  });

  it('keeps the beginning of the same pause, and takes the place of another', () => {
    const first = after([failed('ip')]);
    expect(on(first, failed('ip'), monday + minuteMs).pause).toMatchObject({ since: monday });
    expect(on(first, failed('secret'), monday + minuteMs).pause).toEqual({ cause: 'secret', since: monday + minuteMs });
  });

  it('leaves the seller’s own pause, and lets the store rest', () => {
    const health = after([{ type: 'seller-paused' }, failed('ip')]);
    expect(health.pause).toEqual({ cause: 'seller', since: monday });
    expect(health.tokenRestUntil).toBe(monday + 5 * minuteMs);
  });

  it('opens the circuit, in which only a probe goes out', () => {
    const offline = after([failed('offline')]);
    expect(asked(offline, 'dispatch')).toEqual({ may: 'not-call', why: 'circuit', until: monday + 4000 });
    expect(asked(offline, 'token', monday + 4000)).toEqual({ may: 'probe', by: 'connect' });
    expect(asked(offline, 'read', monday + 4000)).toEqual({ may: 'not-call', why: 'probing' });
    expect(asked(after([failed('blocked')]), 'token', monday + 4000)).toEqual({ may: 'probe', by: 'read' });
    expect(after([failed('no-path')]).circuit).toMatchObject({ by: 'blocked' });
    expect(after([failed('clock')]).circuit).toMatchObject({ by: 'clock' });
  });

  it('of too many token calls makes everything rest, of a paced call nothing: its rate limiter waits', () => {
    expect(after([failed('rate', { retryAfterMs: 2000 })]).tokenRestUntil).toBe(monday + 2000);
    expect(after([failed('rate')]).tokenRestUntil).toBe(monday + 1000);
    expect(after([failed('rate', { retryAfterMs: 86_400_000 })]).tokenRestUntil).toBe(monday + 5 * minuteMs);
    const paced: HealthEvent = { type: 'store-failed', scope: 'token', failure: { kind: 'rate' }, isPaced: true };
    expect(after([paced])).toEqual(well);
  });
});

describe('a market that does not answer', () => {
  const silent = { type: 'no-response', scope: 'dispatch' } as const;

  it('is asked one call at a time after three calls of a kind in a row, in growing pauses', () => {
    expect(asked(after([silent, silent]), 'dispatch')).toEqual({ may: 'call' });
    const third = after([silent, silent, silent]);
    expect(asked(third, 'dispatch')).toEqual({ may: 'not-call', why: 'resting', until: monday + 4000 });
    expect(asked(third, 'dispatch', monday + 4000)).toEqual({ may: 'call-once' });
    expect(asked(third, 'confirm')).toEqual({ may: 'call' });
    expect(asked(after([silent], third), 'dispatch')).toMatchObject({ until: monday + 8000 });
    expect(goesOneByOne(after([{ type: 'answered', scope: 'dispatch' }], third), 'dispatch')).toBe(false);
  });

  it('lets readings rest from the first on, and the token with everything', () => {
    const read = after([failed('market', {}, 'read')]);
    expect(asked(read, 'read')).toMatchObject({ why: 'resting', until: monday + 4000 });
    expect(asked(read, 'direct-read')).toMatchObject({ why: 'resting' });
    expect(asked(read, 'dispatch')).toEqual({ may: 'call' });
    expect(asked(after([{ type: 'answered', scope: 'read' }], read), 'read')).toEqual({ may: 'call' });
    expect(asked(after([failed('market')]), 'dispatch')).toMatchObject({ why: 'resting', until: monday + 4000 });
  });
});

describe('refusals of whole calls', () => {
  const [a, b] = [newJobId(), newJobId()];
  const rejected = (jobs: readonly ReturnType<typeof newJobId>[], isSplit: boolean): HealthEvent => ({
    type: 'call-rejected',
    kind: 'dispatch',
    jobs,
    isSplit,
    code: '100001',
  });
  const accepted: HealthEvent = { type: 'call-accepted', kind: 'dispatch' };

  it('point at our code when two jobs alone are refused and nothing went through', () => {
    expect(after([rejected([a, b], false), rejected([a], true)]).pause).toBeUndefined();
    expect(after([rejected([a, b], false), rejected([a], true), rejected([b], true)]).pause).toEqual({
      cause: 'bug',
      since: monday,
      detail: '100001',
    });
    expect(after([accepted, rejected([a], true), rejected([b], true)]).pause).toBeUndefined();
    expect(after([rejected([a], false), rejected([a], false)]).pause).toBeUndefined();
  });

  it('begin from nothing once the store has paused for them', () => {
    const paused = after([rejected([a], false), rejected([b], false)]);
    expect(paused.pause?.cause).toBe('bug');
    expect(after([{ type: 'seller-resumed' }, rejected([a], false)], paused).pause).toBeUndefined();
  });
});

describe('a probe', () => {
  it('ends the pause it was for, and no other', () => {
    const ip = on(well, failed('ip'), monday - 15 * minuteMs);
    expect(asked(ip, 'token')).toEqual({ may: 'probe', by: 'read' });
    expect(after([{ type: 'probe-started' }, probed({ is: 'answered' }, 'ip')], ip).pause).toBeUndefined();
    const meanwhile = after([{ type: 'probe-started' }, failed('secret'), probed({ is: 'answered' }, 'ip')], ip);
    expect(meanwhile.pause?.cause).toBe('secret');
    const paused = after([{ type: 'probe-started' }, { type: 'seller-paused' }, probed({ is: 'answered' }, 'ip')], ip);
    expect(paused.pause?.cause).toBe('seller');
  });

  it('is one at a time', () => {
    const open = after([failed('offline'), { type: 'network-changed' }]);
    expect(asked(open, 'token')).toEqual({ may: 'probe', by: 'connect' });
    expect(asked(after([{ type: 'probe-started' }], open), 'token')).toEqual({ may: 'not-call', why: 'probing' });
  });

  it('closes the circuit when the market answers, or refuses for another reason', () => {
    const blocked = after([failed('blocked'), { type: 'probe-started' }]);
    expect(after([probed({ is: 'answered' })], blocked).circuit.is).toBe('closed');
    const refused = after([probed({ is: 'failed', failure: { kind: 'secret' } })], blocked);
    expect(refused).toMatchObject({ circuit: { is: 'closed' }, pause: { cause: 'secret' } });
    expect(after([probed({ is: 'failed', failure: { kind: 'blocked' } })], blocked).circuit).toMatchObject({
      round: 1,
    });
    const later = after([probed({ is: 'failed', failure: { kind: 'market' } })], blocked);
    expect(later.circuit).toMatchObject({ is: 'open', round: 1 });
    expect(after([probed({ is: 'failed', failure: { kind: 'offline' } })], blocked).circuit).toMatchObject({
      is: 'open',
      by: 'offline',
    });
  });

  it('says nothing when the network changed meanwhile: the next step asks once more', () => {
    const open = after([failed('offline'), { type: 'probe-started' }, { type: 'network-changed' }]);
    const ended = after([probed({ is: 'unreachable' })], open);
    expect(asked(ended, 'token')).toEqual({ may: 'probe', by: 'connect' });
    const ip = on(well, failed('ip'), monday - 15 * minuteMs);
    const again = after(
      [{ type: 'probe-started' }, { type: 'network-changed' }, probed({ is: 'failed', failure: { kind: 'ip' } }, 'ip')],
      ip,
    );
    expect(again.pause).toMatchObject({ cause: 'ip', until: monday });
  });
});

describe('what the seller does', () => {
  it('goes on with what shows: the pause, then the wait for the look', () => {
    const both = after([{ type: 'look-first-needed' }, failed('secret')]);
    expect(asked(both, 'read')).toMatchObject({ why: 'paused' });
    const first = after([{ type: 'seller-resumed' }], both);
    expect(asked(first, 'dispatch')).toEqual({ may: 'not-call', why: 'look-first' });
    expect(asked(first, 'read')).toEqual({ may: 'call' });
    expect(asked(first, 'direct-read')).toEqual({ may: 'not-call', why: 'look-first' });
    expect(asked(after([{ type: 'seller-resumed' }], first), 'dispatch')).toEqual({ may: 'call' });
  });

  it('with new secrets ends every pause but his own', () => {
    for (const cause of pauseCauses.filter((each) => each !== 'seller' && each !== 'look-first')) {
      const paused = { ...well, pause: { cause, since: monday } };
      expect(after([{ type: 'secrets-changed' }], paused).pause, cause).toBeUndefined();
    }
    expect(after([{ type: 'seller-paused' }, { type: 'secrets-changed' }]).pause?.cause).toBe('seller');
    expect(after([{ type: 'look-first-needed' }, { type: 'secrets-changed' }]).lookFirstSince).toBe(monday);
  });

  it('asking for another try brings the probe of a quota forward; another network does only for an address', () => {
    const quota = after([failed('quota')]);
    expect(asked(after([{ type: 'retry-asked' }], quota), 'token')).toEqual({ may: 'probe', by: 'read' });
    expect(asked(after([{ type: 'network-changed' }], quota), 'token')).toMatchObject({ why: 'paused' });
    const ip = after([failed('ip'), { type: 'network-changed' }]);
    expect(asked(ip, 'token')).toEqual({ may: 'probe', by: 'read' });
  });
});

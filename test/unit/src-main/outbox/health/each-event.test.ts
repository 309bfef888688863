import { describe, expect, it } from 'vitest';
import type { StoreFailure } from '../../../../../src-main/markets/market';
import type { CallScope, HealthEvent, ProbeOutcome } from '../../../../../src-main/outbox/health/health-events';
import { freshHealth } from '../../../../../src-main/outbox/health/health-state';
import type { StoreHealth } from '../../../../../src-main/outbox/health/health-state';
import { on } from '../../../../../src-main/outbox/health/store-health';
import { monday, newJobId } from '../../../../support/outbox/test-database';

/** What each event leaves as it is, and what exactly it changes. */
const now = monday;
const minute = 60_000;
const far = now + 60 * minute;
const well: StoreHealth = { ...freshHealth, pause: undefined, lookFirstSince: undefined };
const silent = (inARow: number) => ({ inARow, since: undefined, round: 0, nextTryAt: 0 });
const oneByOne = { inARow: 4, since: now - minute, round: 1, nextTryAt: far };
const open = { is: 'open', by: 'blocked', since: now - minute, round: 2, nextProbeAt: far, code: 'GW.BLOCK' } as const;
const closed = { is: 'closed' };

describe('an answer', () => {
  const counted = {
    ...well,
    readRestUntil: far,
    noResponse: { read: silent(2), dispatch: silent(1), token: silent(1) },
  };

  it('is news only to a kind of which something was counted', () => {
    expect(on(counted, { type: 'answered', scope: 'confirm' }, now)).toBe(counted);
  });

  it.each<[CallScope, number]>([
    ['read', 0],
    ['dispatch', far],
    ['token', far],
  ])('of %s ends what was counted against it, and a rest of readings only where it is one', (scope, readRestUntil) => {
    const noResponse = { ...counted.noResponse, [scope]: silent(0) };
    expect(on(counted, { type: 'answered', scope }, now)).toEqual({ ...counted, noResponse, readRestUntil });
  });
});

describe('no answer', () => {
  const failed = (scope: CallScope): HealthEvent => ({
    type: 'store-failed',
    scope,
    failure: { kind: 'market' },
    isPaced: false,
  });

  it.each<[CallScope, 'readRestUntil' | 'tokenRestUntil']>([
    ['read', 'readRestUntil'],
    ['token', 'tokenRestUntil'],
  ])('to a call of %s lets them rest, twice as long each time', (scope, rest) => {
    const first = on(well, failed(scope), now);
    expect(first).toEqual({ ...well, noResponse: { [scope]: silent(1) }, [rest]: now + 4_000 });
    expect(on(first, failed(scope), now)).toMatchObject({ [rest]: now + 8_000 });
    expect(on(on(first, failed(scope), now), failed(scope), now)).toMatchObject({ [rest]: now + 16_000 });
  });

  it('to a write lets nothing rest, and is counted by itself', () => {
    const before = { ...well, noResponse: { confirm: silent(1) } };
    expect(on(before, { type: 'no-response', scope: 'dispatch' }, now)).toEqual({
      ...well,
      noResponse: { confirm: silent(1), dispatch: silent(1) },
    });
  });
});

describe('a whole call', () => {
  const [a, b] = [newJobId(), newJobId()];
  const rejected = (jobs: (typeof a)[], isSplit = false): HealthEvent => ({
    type: 'call-rejected',
    kind: 'dispatch',
    jobs,
    isSplit,
    code: '100001',
  });
  const counted = on(
    { ...well, rejectedCalls: { confirm: { alone: new Set([b]), cleared: false } } },
    rejected([a]),
    now,
  );

  it('that is refused alone is remembered, of its kind', () => {
    expect(counted).toEqual({
      ...well,
      rejectedCalls: {
        confirm: { alone: new Set([b]), cleared: false },
        dispatch: { alone: new Set([a]), cleared: false },
      },
    });
    expect(on(counted, rejected([a]), now)).toEqual(counted);
    expect(on(well, rejected([a, b]), now).rejectedCalls.dispatch).toEqual({ alone: new Set(), cleared: false });
  });

  it('that is accepted clears what was refused before, until a whole call is refused again', () => {
    const cleared = on(counted, { type: 'call-accepted', kind: 'dispatch' }, now);
    expect(cleared.rejectedCalls.dispatch).toEqual({ alone: new Set(), cleared: true });
    expect(cleared.rejectedCalls.confirm).toBe(counted.rejectedCalls.confirm);
    expect(on(cleared, rejected([a], true), now).rejectedCalls.dispatch?.cleared).toBe(true);
    expect(on(cleared, rejected([a, b]), now).rejectedCalls.dispatch?.cleared).toBe(false);
  });

  it('of two jobs refused alone pauses the store as a bug, and the count begins from nothing', () => {
    const paused = on(counted, rejected([b]), now);
    expect(paused.pause).toEqual({ cause: 'bug', since: now, detail: '100001' });
    expect(paused.rejectedCalls).toEqual({
      confirm: { alone: new Set([b]), cleared: false },
      dispatch: { alone: new Set(), cleared: false },
    });
  });
});

describe('another network, another try, other secrets, and going on', () => {
  const waiting: StoreHealth = {
    ...well,
    circuit: open,
    readRestUntil: far,
    tokenRestUntil: far,
    noResponse: { dispatch: oneByOne, read: silent(1) },
  };
  const atOnce = {
    circuit: { ...open, nextProbeAt: now },
    readRestUntil: 0,
    tokenRestUntil: 0,
    noResponse: { dispatch: { ...oneByOne, nextTryAt: 0 }, read: silent(1) },
  };

  it.each(['network-changed', 'retry-asked', 'seller-resumed', 'secrets-changed'] as const)(
    '%s: nothing waits for a time any more',
    (type) => {
      expect(on(waiting, { type }, now)).toEqual({ ...waiting, ...atOnce });
      expect(on({ ...waiting, probe: 'running' }, { type }, now).probe).toBe('outdated');
      expect(on({ ...waiting, probe: 'outdated' }, { type }, now).probe).toBe('outdated');
    },
  );

  it.each([
    ['network-changed', 'ip', true],
    ['network-changed', 'quota', false],
    ['retry-asked', 'ip', true],
    ['retry-asked', 'quota', true],
  ] as const)('%s asks about a pause of %s at once: %s', (type, cause, isDue) => {
    const pause = { cause, since: now - minute, until: far } as const;
    expect(on({ ...well, pause }, { type }, now).pause).toEqual(isDue ? { ...pause, until: now } : pause);
  });

  it('what an earlier probe found is asked once more', () => {
    const outdated: StoreHealth = { ...waiting, probe: 'outdated', pause: { cause: 'quota', since: now, until: far } };
    const ended = on(outdated, { type: 'probe-ended', outcome: { is: 'reached' }, pause: undefined }, now);
    expect(ended).toEqual({ ...outdated, ...atOnce, circuit: closed, probe: 'none' });
  });
});

describe('the seller', () => {
  it('pauses from now on, whatever else there was', () => {
    const before: StoreHealth = { ...well, pause: { cause: 'ip', since: now - minute, until: far }, lookFirstSince: 5 };
    expect(on(before, { type: 'seller-paused' }, now)).toEqual({ ...before, pause: { cause: 'seller', since: now } });
  });

  it('has to look from the first time on that this was needed, until nothing is left to look at', () => {
    const needed = on(well, { type: 'look-first-needed' }, now);
    expect(needed).toEqual({ ...well, lookFirstSince: now });
    expect(on(needed, { type: 'look-first-needed' }, now + minute)).toEqual(needed);
    expect(on(needed, { type: 'nothing-to-look-at' }, now + minute)).toEqual(well);
  });
});

describe('a probe', () => {
  const ip = { cause: 'ip', since: now - minute, until: now } as const;
  const away: StoreHealth = { ...well, circuit: open, pause: ip, probe: 'running' };
  const ended = (outcome: ProbeOutcome, health = away, pause: 'ip' | 'quota' | undefined = undefined) =>
    on(health, { type: 'probe-ended', outcome, pause }, now);
  const failure = (kind: StoreFailure['kind'], more: Partial<StoreFailure> = {}): ProbeOutcome => ({
    is: 'failed',
    failure: { kind, ...more },
  });
  const nextRound = (nextProbeAt: number) => ({ ...away, probe: 'none', circuit: { ...open, round: 3, nextProbeAt } });

  it('is under way from its start on', () => {
    expect(on(well, { type: 'probe-started' }, now)).toEqual({ ...well, probe: 'running' });
  });

  it('that reaches the market closes the circuit; its answer ends the pause it was for, too', () => {
    expect(ended({ is: 'reached' })).toEqual({ ...away, probe: 'none', circuit: closed });
    expect(ended({ is: 'answered' })).toEqual({ ...away, probe: 'none', circuit: closed });
    expect(ended({ is: 'answered' }, away, 'quota').pause).toBe(ip);
    expect(ended({ is: 'answered' }, away, 'ip')).toEqual({
      ...away,
      probe: 'none',
      circuit: closed,
      pause: undefined,
    });
  });

  it('that does not is made again in a growing pause', () => {
    expect(ended({ is: 'unreachable' })).toEqual(nextRound(now + 32_000));
    for (const kind of ['market', 'rate', 'blocked', 'no-path', 'clock'] as const) {
      expect(ended(failure(kind)), kind).toEqual(nextRound(now + 32_000));
    }
    // Only where it is away does its own wish count for when it is asked next.
    expect(ended(failure('blocked', { retryAfterMs: 10 * minute }))).toEqual(nextRound(now + 10 * minute));
    expect(ended(failure('market', { retryAfterMs: 10 * minute }))).toEqual(nextRound(now + 32_000));
  });

  it('that finds no network makes an outage of it, and a refusal of the store a pause', () => {
    const outage = {
      is: 'open',
      by: 'offline',
      since: open.since,
      round: 0,
      nextProbeAt: now + 4_000,
      code: undefined,
    };
    expect(ended(failure('offline')).circuit).toEqual(outage);
    const refused = ended(failure('secret', { code: 'GW.AUTHN' }));
    expect(refused).toEqual({
      ...away,
      probe: 'none',
      circuit: closed,
      pause: { cause: 'secret', since: now, detail: 'GW.AUTHN' },
    });
  });

  it('for a pause alone lets the store rest a minute where nothing was learnt, and opens the circuit where it is away', () => {
    const forPause: StoreHealth = { ...well, pause: ip, probe: 'running' };
    const rest = { ...forPause, probe: 'none', tokenRestUntil: now + minute };
    expect(ended(failure('market'), forPause)).toEqual(rest);
    expect(ended(failure('rate'), forPause)).toEqual(rest);
    expect(ended({ is: 'unreachable' }, forPause)).toEqual({ ...forPause, probe: 'none' });
    expect(ended(failure('blocked', { code: 'GW.BLOCK' }), forPause)).toEqual({
      ...forPause,
      probe: 'none',
      circuit: { is: 'open', by: 'blocked', since: now, round: 0, nextProbeAt: now + 4_000, code: 'GW.BLOCK' },
    });
    const still = ended(failure('ip', { address: '203.0.113.7' }), forPause);
    expect(still.pause).toEqual({ ...ip, until: now + 15 * minute, detail: '203.0.113.7' });
    expect(still.circuit).toEqual(closed);
  });
});

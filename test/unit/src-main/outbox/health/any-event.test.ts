import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoreFailure } from '../../../../../src-main/markets/market';
import type { CallScope, HealthEvent, ProbeOutcome } from '../../../../../src-main/outbox/health/health-events';
import { freshHealth } from '../../../../../src-main/outbox/health/health-state';
import type { StoreHealth } from '../../../../../src-main/outbox/health/health-state';
import { goesOneByOne, mayCall } from '../../../../../src-main/outbox/health/may-call';
import { on } from '../../../../../src-main/outbox/health/store-health';
import { pauseCauses } from '../../../../../src-preload/contract/store';
import { monday, newJobId } from '../../../../support/outbox/test-database';

const well: StoreHealth = { ...freshHealth, pause: undefined, lookFirstSince: undefined };

/** Any event at all, as the engine, the seller and the system may cause them. */
const kinds: readonly StoreFailure['kind'][] = [
  ...(['offline', 'rate', 'quota', 'ip', 'secret', 'permission', 'blocked', 'no-path', 'clock', 'market'] as const),
];
const failure = fc
  .record({ kind: fc.constantFrom(...kinds), retryAfterMs: fc.option(fc.nat(100_000_000), { nil: undefined }) })
  .map(({ kind, retryAfterMs }): StoreFailure => ({ kind, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }));
const scope = fc.constantFrom<CallScope>('dispatch', 'confirm', 'stock', 'lookup', 'read', 'changes', 'token');
const kind = fc.constantFrom('dispatch' as const, 'confirm' as const);
const cause = fc.constantFrom(...pauseCauses, undefined);
const outcome = fc.oneof(
  fc.constantFrom<ProbeOutcome>({ is: 'reached' }, { is: 'unreachable' }, { is: 'answered' }),
  failure.map((each): ProbeOutcome => ({ is: 'failed', failure: each })),
);
const anyEvent: fc.Arbitrary<HealthEvent> = fc.oneof(
  fc.record({ type: fc.constant('store-failed' as const), scope, failure, isPaced: fc.boolean() }),
  fc.record({ type: fc.constant('answered' as const), scope }),
  fc.record({ type: fc.constant('no-response' as const), scope: kind }),
  fc.record({ type: fc.constant('call-accepted' as const), kind }),
  kind.map((each): HealthEvent => ({
    type: 'call-rejected',
    kind: each,
    jobs: [newJobId()],
    isSplit: false,
    code: 'x',
  })),
  fc.record({ type: fc.constant('probe-ended' as const), outcome, pause: cause }),
  fc.constantFrom<HealthEvent>(
    { type: 'probe-started' },
    { type: 'network-changed' },
    { type: 'retry-asked' },
    { type: 'seller-paused' },
    { type: 'seller-resumed' },
    { type: 'secrets-changed' },
    { type: 'look-first-needed' },
    { type: 'nothing-to-look-at' },
    { type: 'clock-read', backMs: 0 },
    { type: 'clock-read', backMs: 86_400_000 },
  ),
);
const dayMs = 86_400_000;
const story = fc.array(fc.record({ event: anyEvent, afterMs: fc.integer({ min: 0, max: 10_000_000 }) }), {
  maxLength: 30,
});
const told = (events: readonly { event: HealthEvent; afterMs: number }[]): { health: StoreHealth; now: number } =>
  events.reduce(
    ({ health, now }, { event, afterMs }) => {
      const at = event.type === 'clock-read' ? now - event.backMs : now + afterMs;
      return { health: on(health, event, at), now: at };
    },
    { health: well, now: monday },
  );

describe('whatever happens to a store', () => {
  it('it has a way out: by itself within a day, by the seller, or by new secrets', () => {
    fc.assert(
      fc.property(story, (events) => {
        const { health, now } = told(events);
        const unprobed = { ...health, probe: 'none' as const };
        const permission = mayCall(unprobed, 'token', now, true);
        if (permission.may !== 'not-call') return;
        if (permission.until !== undefined) {
          expect(permission.until).toBeLessThanOrEqual(now + dayMs);
          expect(permission.until).toBeGreaterThan(now);
          return;
        }
        const resumed = on(on(unprobed, { type: 'seller-resumed' }, now), { type: 'seller-resumed' }, now);
        expect(mayCall(resumed, 'token', now, true).may).not.toBe('not-call');
        if (permission.why !== 'paused' || permission.pause.cause === 'seller') return;
        const renewed = on(unprobed, { type: 'secrets-changed' }, now);
        expect(mayCall(renewed, 'token', now, true).may).not.toBe('not-call');
      }),
      { numRuns: 500 },
    );
  });

  it('no write goes out while it is paused, its circuit is open, or the seller has not looked', () => {
    fc.assert(
      fc.property(story, kind, (events, asking) => {
        const { health, now } = told(events);
        const isAllowed = mayCall(health, asking, now, true).may !== 'not-call';
        const stands =
          health.pause !== undefined || health.circuit.is === 'open' || health.lookFirstSince !== undefined;
        if (stands) expect(isAllowed).toBe(false);
        expect(mayCall(health, asking, now, false).may).toBe('not-call');
      }),
      { numRuns: 500 },
    );
  });

  it('the seller’s own pause ends by the seller alone', () => {
    const others = story.map((events) => events.filter(({ event }) => event.type !== 'seller-resumed'));
    fc.assert(
      fc.property(others, (events) => {
        const paused = on(well, { type: 'seller-paused' }, monday);
        const { health } = events.reduce(
          ({ health: before, now }, { event, afterMs }) => ({
            health: on(before, event, now + afterMs),
            now: now + afterMs,
          }),
          { health: paused, now: monday },
        );
        // A probe is only ever begun for a pause that it can end.
        const isProbed = events.some(({ event }) => event.type === 'probe-ended' && event.pause === 'seller');
        const isOurs = events.some(({ event }) => event.type === 'call-rejected');
        if (!isProbed && !isOurs) expect(health.pause?.cause).toBe('seller');
      }),
      { numRuns: 500 },
    );
  });

  it('an answer of a kind ends what was counted against it', () => {
    fc.assert(
      fc.property(story, kind, (events, asking) => {
        const { health, now } = told([...events, { event: { type: 'answered', scope: asking }, afterMs: 0 }]);
        expect(goesOneByOne(health, asking)).toBe(false);
        const rest = mayCall({ ...well, noResponse: health.noResponse }, asking, now, true);
        expect(rest).toEqual({ may: 'call' });
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { closed, openCircuit, probeAtOnce, probeFailed } from '../../../../../src-main/outbox/health/circuit';
import { monday } from '../../../../support/outbox/test-database';

const hourMs = 3_600_000;
const nextProbe = (circuit: ReturnType<typeof openCircuit>): number =>
  circuit.is === 'open' ? circuit.nextProbeAt - monday : Number.NaN;

describe('a market that says how long it stays away', () => {
  it('is not asked before that', () => {
    const open = openCircuit(closed, 'blocked', monday, { retryAfterMs: 60_000 });
    expect(nextProbe(open)).toBe(60_000);
    expect(nextProbe(probeFailed(open, monday + 60_000, { retryAfterMs: 120_000 }))).toBe(180_000);
  });

  it('is asked in growing pauses where these are longer', () => {
    expect(nextProbe(openCircuit(closed, 'blocked', monday, { retryAfterMs: 1_000 }))).toBe(4_000);
  });

  it('is asked after an hour when it names a year', () => {
    expect(nextProbe(openCircuit(closed, 'blocked', monday, { retryAfterMs: 365 * 24 * hourMs }))).toBe(hourMs);
  });

  it('is believed when its word comes with a call that was in flight, and never asked sooner for it', () => {
    const open = openCircuit(closed, 'blocked', monday, {});
    expect(nextProbe(openCircuit(open, 'blocked', monday, { retryAfterMs: 60_000 }))).toBe(60_000);
    const later = openCircuit(closed, 'blocked', monday, { retryAfterMs: 60_000 });
    expect(nextProbe(openCircuit(later, 'blocked', monday + 1_000, { retryAfterMs: 5_000 }))).toBe(60_000);
    expect(nextProbe(openCircuit(later, 'blocked', monday + 1_000, {}))).toBe(60_000);
  });
});

describe('an outage', () => {
  const minuteMs = 60_000;
  const outage = openCircuit(closed, 'offline', monday, { code: 'ENOTFOUND' });

  it('is open from its first failure on, with the code of that, and is probed after four seconds', () => {
    const open = { is: 'open', by: 'offline', since: monday, round: 0, nextProbeAt: monday + 4_000, code: 'ENOTFOUND' };
    expect(outage).toEqual(open);
    // The time at which it began counts, and the probe that was planned.
    expect(openCircuit(outage, 'offline', monday + 2_000, { code: 'ECONNRESET' })).toBe(outage);
  });

  it('is probed every four seconds for ten minutes, and every fifteen from then on, whatever the market asked for', () => {
    const after = (ms: number) => probeFailed(outage, monday + ms, { retryAfterMs: 30 * minuteMs });
    expect(after(4_000)).toEqual({ ...outage, round: 1, nextProbeAt: monday + 8_000 });
    expect(nextProbe(after(10 * minuteMs - 1))).toBe(10 * minuteMs - 1 + 4_000);
    expect(nextProbe(after(10 * minuteMs))).toBe(10 * minuteMs + 15_000);
  });

  it('that turns into another keeps its beginning, and counts its rounds from nothing', () => {
    const later = probeFailed(outage, monday + 4_000);
    expect(openCircuit(later, 'blocked', monday + 5_000, { code: 'GW.BLOCK' })).toEqual({
      is: 'open',
      by: 'blocked',
      since: monday,
      round: 0,
      nextProbeAt: monday + 9_000,
      code: 'GW.BLOCK',
    });
  });

  it('that is none is not probed', () => {
    expect(probeFailed(closed, monday)).toBe(closed);
    expect(probeAtOnce(closed, monday)).toBe(closed);
    expect(probeAtOnce(outage, monday + 7)).toEqual({ ...outage, nextProbeAt: monday + 7 });
  });

  it.each(['blocked', 'clock'] as const)('of a market that is %s is probed in pauses that grow', (by) => {
    const open = openCircuit(closed, by, monday, {});
    expect(nextProbe(probeFailed(open, monday))).toBe(8_000);
    expect(nextProbe(probeFailed(probeFailed(open, monday), monday))).toBe(16_000);
  });
});

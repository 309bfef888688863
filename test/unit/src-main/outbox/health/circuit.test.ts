import { describe, expect, it } from 'vitest';
import { closed, openCircuit, probeFailed } from '../../../../../src-main/outbox/health/circuit';
import { monday } from '../../../../support/outbox/test-database';

const hourMs = 3_600_000;
const nextProbe = (circuit: ReturnType<typeof openCircuit>): number =>
  circuit.is === 'open' ? circuit.nextProbeAt - monday : Number.NaN;

describe('a market that says how long it stays away', () => {
  it('is not asked before that', () => {
    const open = openCircuit(closed, 'blocked', monday, { retryAfterMs: 60_000 });
    expect(nextProbe(open)).toBe(60_000);
    expect(nextProbe(probeFailed(open, monday + 60_000, 120_000))).toBe(180_000);
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

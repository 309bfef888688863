import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRateLimiter } from '../../../../../src-main/outbox/engine/rate-limiter';

/** The market's own bucket, filled continuously or once a second. */
function marketBucket(rate: number, burst: number, inSeconds: boolean) {
  let tokens = burst;
  let at = 0;
  return {
    ask(now: number) {
      const time = inSeconds ? Math.floor(now / 1000) * 1000 : now;
      tokens = Math.min(burst, tokens + ((time - at) * rate) / 1000);
      at = time;
      const ok = tokens >= 1;
      if (ok) tokens -= 1;
      return { ok, rate: { replenishPerSecond: rate, burst, remaining: Math.floor(tokens) } };
    },
  };
}

interface Drive {
  rate: number;
  burst: number;
  latency: number;
  seconds: number;
  inSeconds?: boolean;
  /** Our own process now and then takes so long between counting a call and sending it. */
  stallMs?: number;
}

/** Sends as fast as the pacer lets it, with answers that take `latency` ms. */
function drive({ rate, burst, latency, seconds, inSeconds = false, stallMs = 0 }: Drive) {
  let now = 1_000_000;
  const start = now;
  const rateLimiter = createRateLimiter(() => now);
  const market = marketBucket(rate, burst, inSeconds);
  market.ask(now);
  const underWay: { askAt: number; answer?: ReturnType<typeof market.ask> }[] = [];
  let sent = 0;
  let refused = 0;
  while (now < start + seconds * 1000) {
    for (const call of underWay.slice()) {
      if (call.answer === undefined && call.askAt <= now) call.answer = market.ask(now);
      if (call.answer === undefined || call.askAt + latency / 2 > now) continue;
      underWay.splice(underWay.indexOf(call), 1);
      const { ok, rate: told } = call.answer;
      rateLimiter.answered('b', { rate: told, httpStatus: ok ? 200 : 429 });
      if (ok) continue;
      refused += 1;
      rateLimiter.refused('b');
    }
    while (underWay.length < 12 && rateLimiter.take('b')) {
      sent += 1;
      // Every half second begins with a stall.
      const stall = now % 500 < 50 ? stallMs : 0;
      underWay.push({ askAt: now + latency / 2 + stall });
    }
    now += 1;
  }
  return { sent, refused, ideal: burst - 1 + rate * seconds };
}

describe('the pace', () => {
  it('knows nothing before the first answer, so one call goes at a time', () => {
    const rateLimiter = createRateLimiter(() => 0);
    expect(rateLimiter.take('b')).toBe(true);
    expect(rateLimiter.take('b')).toBe(false);
    expect(rateLimiter.nextAt('b'), 'whoever waits looks again').toBe(1_000);
    expect(rateLimiter.take('another')).toBe(true);
    rateLimiter.answered('b', { rate: { replenishPerSecond: 2, burst: 4, remaining: 3 } });
    expect([1, 2, 3, 4].map(() => rateLimiter.take('b'))).toEqual([true, true, true, false]);
    expect(rateLimiter.nextAt('b')).toBe(500);
  });

  it('comes close to the rate and is not refused, whatever rate, burst and distance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 200 }), (rate, latency) => {
        const { sent, refused, ideal } = drive({ rate, burst: rate * 2, latency, seconds: 60 });
        const bound = (12 * 1000 * 60) / Math.max(1, latency);
        expect(refused).toBeLessThanOrEqual(1);
        expect(sent / Math.min(ideal, bound)).toBeGreaterThan(0.95);
      }),
      { numRuns: 30 },
    );
  });

  it('is hardly ever refused when our own process stalls between counting a call and sending it', () => {
    for (const rate of [2, 10, 50]) {
      const { sent, refused, ideal } = drive({ rate, burst: rate * 2, latency: 20, seconds: 60, stallMs: 200 });
      expect(refused / sent).toBeLessThan(0.01);
      expect(sent / ideal).toBeGreaterThan(0.9);
    }
  });

  it('learns to live with a market that fills its bucket once a second', () => {
    for (const rate of [2, 10, 50]) {
      const { sent, refused, ideal } = drive({ rate, burst: rate * 2, latency: 50, seconds: 60, inSeconds: true });
      expect(refused / sent).toBeLessThan(0.02);
      expect(sent / ideal).toBeGreaterThan(0.9);
    }
  });

  it('notices that another program takes from the same bucket', () => {
    let now = 0;
    const rateLimiter = createRateLimiter(() => now);
    rateLimiter.take('b');
    rateLimiter.answered('b', { rate: { replenishPerSecond: 2, burst: 20, remaining: 19 } });
    rateLimiter.take('b');
    rateLimiter.answered('b', { rate: { replenishPerSecond: 2, burst: 20, remaining: 0 } });
    expect(rateLimiter.take('b')).toBe(false);
    now = 250;
    expect(rateLimiter.take('b')).toBe(true);
  });

  it('waits a second after a refusal, or as long as the market says', () => {
    let now = 0;
    const rateLimiter = createRateLimiter(() => now);
    rateLimiter.take('b');
    rateLimiter.answered('b', { rate: { replenishPerSecond: 10, burst: 20, remaining: 19 } });
    rateLimiter.refused('b', 3000);
    expect(rateLimiter.take('b')).toBe(false);
    expect(rateLimiter.nextAt('b')).toBe(3100);
    now = 3100;
    expect(rateLimiter.take('b')).toBe(true);
  });

  it('waits a minute at most, whatever nonsense a market says, and asks no more often than that', () => {
    let now = 0;
    const rateLimiter = createRateLimiter(() => now);
    rateLimiter.take('b');
    rateLimiter.answered('b', { httpStatus: 429 });
    rateLimiter.refused('b', 86_400_000);
    expect(rateLimiter.nextAt('b')).toBe(60_000);
    now = 59_999;
    expect(rateLimiter.take('b')).toBe(false);
    now = 60_000;
    expect(rateLimiter.take('b')).toBe(true);
    rateLimiter.answered('b', { rate: { replenishPerSecond: 0.0001, burst: 1, remaining: 0 } });
    expect(rateLimiter.nextAt('b')).toBeLessThanOrEqual(120_000);
  });

  it.each([
    { replenishPerSecond: 0, burst: 0, remaining: 0 },
    { replenishPerSecond: 2, burst: 0, remaining: 0 },
  ])('takes %j for no word at all', (rate) => {
    const rateLimiter = createRateLimiter(() => 0);
    rateLimiter.take('b');
    rateLimiter.answered('b', { rate });
    expect(rateLimiter.rateOf('b')).toBeUndefined();
    expect(rateLimiter.take('b')).toBe(true);
  });

  it('does not stand still when the clock is set back', () => {
    let now = 10_000_000;
    const rateLimiter = createRateLimiter(() => now);
    rateLimiter.take('b');
    rateLimiter.answered('b', { rate: { replenishPerSecond: 1, burst: 1, remaining: 0 } });
    now = 1000;
    expect(rateLimiter.nextAt('b')).toBeLessThan(1000 + 1100);
  });
});

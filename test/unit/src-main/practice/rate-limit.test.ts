import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HourlyQuota, TokenBucket } from '../../../../src-main/practice/rate-limit';

describe('the bucket', () => {
  it('never lets more through than burst and rate allow, in any window', () => {
    const gaps = array(integer({ min: 0, max: 1500 }), { minLength: 1, maxLength: 60 });
    assert(
      property(gaps, integer({ min: 1, max: 10 }), (steps, rate) => {
        const bucket = new TokenBucket();
        const burst = rate * 2;
        const passed: number[] = [];
        let now = 1_000_000;
        for (const step of steps) {
          now += step;
          if (bucket.take(now, rate, burst).allowed) passed.push(now);
        }
        for (const [first, from] of passed.entries()) {
          for (const [last, to] of passed.entries()) {
            if (last < first) continue;
            expect(last - first + 1).toBeLessThanOrEqual(burst + ((to - from) / 1000) * rate + 1e-3);
          }
        }
      }),
    );
  });

  it('lets calls at exactly its rate through for ever', () => {
    const bucket = new TokenBucket();
    for (let call = 0; call < 2000; call += 1) expect(bucket.take(call * 333.4, 3, 3).allowed).toBe(true);
  });

  it('gains and loses nothing by a clock that is set back', () => {
    const bucket = new TokenBucket();
    for (let call = 0; call < 4; call += 1) bucket.take(5000, 2, 4);
    expect(bucket.take(1000, 2, 4).allowed).toBe(false);
    expect(bucket.take(1500, 2, 4).allowed).toBe(true);
  });
});

describe('the penalty', () => {
  it('is one call an hour', () => {
    const quota = new HourlyQuota();
    expect([0, 1, 3_599_999, 3_600_000, 3_600_001].map((now) => quota.take(now))).toEqual([
      true,
      false,
      false,
      true,
      false,
    ]);
  });
});

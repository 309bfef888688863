import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMarketTime, parseMarketTime, startOfMarketDay } from '../../../../src-main/practice/market-time';

describe('the market’s time', () => {
  it('reads back what it writes', () => {
    assert(
      property(integer({ min: 0, max: 4_000_000_000_000 }), (instant) => {
        expect(parseMarketTime(formatMarketTime(instant))).toBe(instant);
      }),
    );
  });

  it('takes any offset and no other form', () => {
    const instant = Date.parse('2022-04-05T12:17:35+09:00');
    expect(parseMarketTime('2022-04-05T12:17:35.000+09:00')).toBe(instant);
    expect(parseMarketTime('2022-04-05T03:17:35.000Z')).toBe(instant);
    for (const text of ['2022-04-05', '2022-04-05T12:17:35+09:00', '2022-02-30T12:17:35.000+09:00', '오늘', '']) {
      expect(parseMarketTime(text)).toBeUndefined();
    }
  });

  it('begins its day at midnight in Korea', () => {
    const midnight = Date.parse('2026-11-21T00:00:00+09:00');
    expect(startOfMarketDay(midnight)).toBe(midnight);
    expect(startOfMarketDay(midnight - 1)).toBe(midnight - 86_400_000);
  });
});

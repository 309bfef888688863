import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marketTime, readSheetDate } from '../../../../../../src-preload/contract/markets/naver/time';

const shown = (text: string): string => {
  const date = readSheetDate(text);
  return date.is === 'moment' ? marketTime(date.at) : date.is;
};

describe('market time', () => {
  it('has the one form the market takes, whatever the zone of the machine', () => {
    expect(marketTime(Date.UTC(2022, 3, 5, 3, 17, 35))).toBe('2022-04-05T12:17:35.000+09:00');
    expect(marketTime(Date.UTC(2024, 11, 31, 15, 0, 0, 7))).toBe('2025-01-01T00:00:00.007+09:00');
  });

  it('comes back as the moment it was made of', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (ms) => {
        expect(Date.parse(marketTime(ms))).toBe(ms);
      }),
    );
  });
});

describe('a date in a sheet', () => {
  it.each([
    ['2025-01-31', '2025-01-31T00:00:00.000+09:00'],
    ['2025.1.31', '2025-01-31T00:00:00.000+09:00'],
    ['2025. 1. 31.', '2025-01-31T00:00:00.000+09:00'],
    ['20250131', '2025-01-31T00:00:00.000+09:00'],
    ['2025년 1월 31일', '2025-01-31T00:00:00.000+09:00'],
    ['2025-01-31 (금) 15:05', '2025-01-31T15:05:00.000+09:00'],
    ['2025/01/31 오후 3:05', '2025-01-31T15:05:00.000+09:00'],
    ['2025-01-31 오전 12:05', '2025-01-31T00:05:00.000+09:00'],
    ['20250131150509', '2025-01-31T15:05:09.000+09:00'],
    ['2025-02-31', 'unreadable'],
    ['2025-01-31 25:00', 'unreadable'],
    ['어제', 'unreadable'],
    ['', 'empty'],
  ])('%s is read as %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

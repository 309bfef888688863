import { describe, expect, it } from 'vitest';
import {
  koreanDay,
  koreanDayIndex,
  koreanDayNumber,
  koreanMidnight,
  koreanMinute,
  koreanStamp,
} from '../../../../src-preload/contract/korean-time';

/** In Korea it is the next day already. */
const at = Date.parse('2026-11-26T15:04:05Z');

describe('a moment in Korea', () => {
  it('is written as a day, to the minute, and for names of files', () => {
    expect(koreanDay(at)).toBe('2026-11-27');
    expect(koreanMinute(at)).toBe('2026-11-27 00:04');
    expect(koreanDayNumber(at)).toBe('20261127');
    expect(koreanStamp(at)).toBe('20261127-000405');
  });

  it('lies in a day that begins at its midnight', () => {
    const midnight = koreanMidnight(koreanDayIndex(at));
    expect(new Date(midnight).toISOString()).toBe('2026-11-26T15:00:00.000Z');
    expect(koreanDayIndex(midnight)).toBe(koreanDayIndex(at));
    expect(koreanDayIndex(midnight - 1)).toBe(koreanDayIndex(at) - 1);
  });
});

import { describe, expect, it } from 'vitest';
import {
  judgeTrackingNumber,
  knownCouriers,
  trackingNumberFor,
  withWrongDigit,
} from '../../../../src-main/practice/tracking-number';

describe('tracking numbers of the practice market', () => {
  it.each(knownCouriers)('%s: what it makes passes its own check, and a wrong digit does not', (courier) => {
    const numbers = Array.from({ length: 200 }, (_, serial) => trackingNumberFor(courier, serial * 37));
    expect(new Set(numbers).size).toBe(200);
    for (const number of numbers) {
      expect(judgeTrackingNumber(courier, number)).toBe('fine');
      if (courier !== 'EPOST') expect(judgeTrackingNumber(courier, withWrongDigit(number))).toBe('check-digit');
    }
  });

  it('knows the published examples', () => {
    expect(judgeTrackingNumber('CJGLS', '6329-7661-5493')).toBe('fine');
    expect(judgeTrackingNumber('HANJIN', '530727039920')).toBe('fine');
    expect(judgeTrackingNumber('HYUNDAI', '232009815833')).toBe('fine');
    expect(judgeTrackingNumber('KGB', '99805163533')).toBe('fine');
    expect(judgeTrackingNumber('EPOST', '6865109394355')).toBe('fine');
  });

  it('tells a wrong length and words from a wrong digit', () => {
    expect(judgeTrackingNumber('CJGLS', '63297661549')).toBe('form');
    expect(judgeTrackingNumber('KGB', '발송완료')).toBe('form');
    expect(judgeTrackingNumber('CH1', '?')).toBe('form');
    expect(judgeTrackingNumber('CH1', 'AB-12345')).toBe('fine');
  });
});

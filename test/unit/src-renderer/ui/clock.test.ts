import { expect, it } from 'vitest';
import { rowTime, secondsOfDay, shortDay, shortTime } from '../../../../src-renderer/ui/clock';

const at = Date.parse('2026-11-07T09:05:03+09:00');
const sameDay = Date.parse('2026-11-07T23:59:59+09:00');
const nextDay = Date.parse('2026-11-08T00:00:00+09:00');

it('says the hour of today, and on other days the month first, as Korean reads it', () => {
  expect([rowTime(at, sameDay), rowTime(at, nextDay)]).toEqual(['09:05', '11-07']);
  expect([secondsOfDay(at, sameDay), secondsOfDay(at, nextDay)]).toEqual(['09:05:03', '11-07 09:05']);
  expect([shortTime(at, sameDay), shortTime(at, nextDay)]).toEqual(['09:05', '11월 7일 09:05']);
  expect(shortDay(at)).toBe('11월 7일');
});

import { expect, it } from 'vitest';
import { readMoment } from '../../../../../src-main/markets/naver/moments';

it.each([
  ['2026-11-27T09:00:00Z', '2026-11-27T09:00:00.000Z'],
  ['2026-11-27T09:00:00+09:00', '2026-11-27T00:00:00.000Z'],
  ['2026-11-27T09:00:00+0900', '2026-11-27T00:00:00.000Z'],
  ['2026-11-27T09:00:00-0330', '2026-11-27T12:30:00.000Z'],
  // Without an offset it is Korean time.
  ['2026-11-27T09:00:00', '2026-11-27T00:00:00.000Z'],
  [' 2026-11-27T09:00:00.5 ', '2026-11-27T00:00:00.500Z'],
  ['2026-11-27T09:00:00.0123456', '2026-11-27T00:00:00.012Z'],
  ['2026-11-27T09:00:00.123456789Z', '2026-11-27T09:00:00.123Z'],
])('%j is the moment %s', (text, moment) => {
  expect(new Date(readMoment(text) ?? 0).toISOString()).toBe(moment);
});

it.each([undefined, '', 'at 2026-11-27T09:00:00Z', '2026-11-27T09:00:00Z or so', '2026-13-27T09:00:00', '2026-11-27'])(
  '%j is none',
  (text) => {
    expect(readMoment(text)).toBeUndefined();
  },
);

import { describe, expect, it } from 'vitest';
import { backOffMs, clockSlackMs, growingPauseMs } from '../../../../../src-main/outbox/decide/back-off';

const minute = 60_000;

describe('the wait of one job after a failure', () => {
  it.each([
    [0, 2_000],
    [1, 4_000],
    [2, 8_000],
    [5, 64_000],
    [9, 15 * minute],
    [1_000, 15 * minute],
  ])('is after %i failures at most %i ms', (failures, bound) => {
    expect(backOffMs(failures, 1)).toBe(bound);
    expect(backOffMs(failures, 0.5)).toBe(Math.max(1_000, bound / 2));
  });

  it('is never less than a second, and holds for a random number out of its range', () => {
    expect(backOffMs(3, 0)).toBe(1_000);
    expect(backOffMs(3, -1)).toBe(1_000);
    expect(backOffMs(3, 7)).toBe(16_000);
  });
});

it('the pause of a market that gives no word grows from 4 s to 5 min', () => {
  expect([0, 1, 2, 6, 7, 100].map(growingPauseMs)).toEqual([4_000, 8_000, 16_000, 256_000, 5 * minute, 5 * minute]);
});

it('a plan of more than a quarter of an hour ahead shows a clock that was set back', () => {
  expect(clockSlackMs).toBe(15 * minute);
});

import { expect, it } from 'vitest';
import { CourierTally } from '../../../../../src-preload/contract/check/courier-tally';
import type { TrackingCheck } from '../../../../../src-preload/contract/market-rules';

const check = (digit: TrackingCheck['digit'], fits: string[] = []): TrackingCheck => ({
  length: 'ok',
  certain: true,
  digit,
  fits,
});

/** So many numbers with the right digit, with a wrong one, and with one that is right at another courier. */
function tally(right: number, wrong: number, elsewhere = 0, without = 0): CourierTally {
  const counted = new CourierTally();
  const add = (times: number, each: TrackingCheck): void => {
    for (let time = 0; time < times; time += 1) counted.add(each, 1);
  };
  add(right, check('ok'));
  add(wrong, check('wrong'));
  add(elsewhere, check('wrong', ['HANJIN']));
  add(without, check('none'));
  return counted;
}

it.each([
  ['too few numbers to say', tally(0, 9), false],
  ['ten, of which more than a fifth fail', tally(7, 3), true],
  ['ten, of which a fifth fail', tally(8, 2), false],
  ['numbers without a check digit do not make them more', tally(0, 9, 0, 5), false],
  ['half of the failing ones are another courier’s', tally(0, 5, 5), false],
  ['less than half of them are', tally(0, 6, 5), true],
])('a courier’s check digit, %s: does not hold is %s', (_, counted, fails) => {
  expect(counted.ruleFails).toBe(fails);
});

it('numbers that were taken out do not count any more', () => {
  const counted = tally(7, 3, 3);
  counted.add(check('wrong', ['HANJIN']), -1);
  counted.add(check('wrong', ['HANJIN']), -1);
  counted.add(check('ok'), -1);
  expect([counted.checked, counted.failed, counted.ruleFails]).toEqual([10, 4, true]);
  counted.add(check('ok'), -1);
  expect(counted.ruleFails).toBe(false);
});

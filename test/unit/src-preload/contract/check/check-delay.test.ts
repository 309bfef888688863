import { expect, it } from 'vitest';
import { delayProblem } from '../../../../../src-preload/contract/check/check-delay';
import { checkValues } from '../../../../../src-preload/contract/check/check-values';
import type { DelayValues } from '../../../../../src-preload/contract/job';
import { marketRules } from '../../../../../src-preload/contract/markets/rules';
import { context } from './made-up-lines';

const { naver, brightmall } = marketRules;
const { now } = context;
const day = 86_400_000;
const good: DelayValues = { until: now + day, reason: 'preparing', text: '입고가 늦어져요.' };

it.each<[ReturnType<typeof delayProblem>, Partial<DelayValues>]>([
  [undefined, {}],
  ['text-missing', { text: ' \n' }],
  [undefined, { text: '가'.repeat(200) }],
  ['text-long', { text: '가'.repeat(201) }],
  // A market counts a sign of two code units as one letter, as the seller does.
  [undefined, { text: '🎁'.repeat(200) }],
  ['text-long', { text: '🎁'.repeat(201) }],
  [undefined, { until: now }],
  ['day-past', { until: now - 1 }],
  [undefined, { until: now + 365 * day }],
  ['day-far', { until: now + 365 * day + 1 }],
])('of a delay, %s is wrong with %j', (problem, change) => {
  const delay = { ...good, ...change };
  expect(delayProblem(naver, delay, now)).toBe(problem);
  const target = '2025013112345671';
  const wish = { target: ` ${target}`, values: { kind: 'delay', delay } } as const;
  const checked = checkValues(naver, wish, { now });
  expect([checked.staysBecause, checked.wish]).toEqual(
    problem === undefined ? [undefined, { ...wish, target }] : ['error', undefined],
  );
});

it('a delay is refused for a reason that the market has no word for, and for a target that is no number', () => {
  expect(delayProblem(brightmall, good, now)).toBe('reason');
  const values = { kind: 'delay', delay: good } as const;
  expect(checkValues(naver, { target: '머그컵', values }, { now }).staysBecause).toBe('error');
});

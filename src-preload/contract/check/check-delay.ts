import { longestDelayText } from '../delay-reasons';
import type { DelayValues } from '../job';
import { dayMs } from '../korean-time';
import type { MarketRules } from '../market-rules';

/** Why a delay would not be asked for. */
export const delayProblems = ['reason', 'text-missing', 'text-long', 'day-past', 'day-far'] as const;
export type DelayProblem = (typeof delayProblems)[number];

/**
 * A day beyond this is a slip of the keyboard. How far the market goes is not published and is its own to say
 * (resources/docs/markets/naver.md, "Delay").
 */
const farthestMs = 365 * dayMs;

/**
 * What is wrong with a delay before any order is looked at; undefined: nothing.
 * @param now ms UTC
 */
export function delayProblem(
  { orders }: Pick<MarketRules, 'orders'>,
  { until, reason, text }: DelayValues,
  now: number,
): DelayProblem | undefined {
  if (!orders.delayReasons.includes(reason)) return 'reason';
  if (text.trim() === '') return 'text-missing';
  if ([...text].length > longestDelayText) return 'text-long';
  if (until < now) return 'day-past';
  return until - now > farthestMs ? 'day-far' : undefined;
}

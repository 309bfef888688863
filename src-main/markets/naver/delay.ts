import type { DelayValues } from '../../../src-preload/contract/job';
import { koreanDayIndex, koreanMidnight } from '../../../src-preload/contract/korean-time';
import { delayWord } from '../../../src-preload/contract/markets/naver/delays';

/** Clients that work send the last second of the day (resources/docs/markets/naver.md, "Delay"). */
const lastSecondMs = 1_000;

/**
 * The body of a delay (resources/docs/markets/naver.md, "Delay").
 * @param format ms UTC to the market's notation in KST
 */
export function delayBody(
  { until, reason, text }: DelayValues,
  format: (ms: number) => string,
): { dispatchDueDate: string; delayedDispatchReason: string; dispatchDelayedDetailedReason: string } {
  return {
    dispatchDueDate: format(koreanMidnight(koreanDayIndex(until) + 1) - lastSecondMs),
    delayedDispatchReason: delayWord(reason),
    dispatchDelayedDetailedReason: text,
  };
}

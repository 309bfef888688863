import { koreanDayIndex, koreanMidnight } from '../../../src-preload/contract/korean-time';
import type { DelayValues } from '../../../src-preload/contract/job';
import type { NewJob } from '../../../src-main/outbox/outbox-port';

/** The last moment of a day in Korea. */
export const endOfDay = (at: number): number => koreanMidnight(koreanDayIndex(at) + 1) - 1;

/** A delay of an order of the fake market. */
export function delayLine(target: string, values: Pick<DelayValues, 'until'> & Partial<DelayValues>): NewJob {
  return {
    target,
    values: { kind: 'delay', delay: { reason: 'preparing', text: '입고가 늦어지고 있어요.', ...values } },
  };
}

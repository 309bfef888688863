import { z } from 'zod';
import { withoutUndefined } from '../../../src-preload/contract/without-undefined';
import type { HttpAnswer } from '../../network/agent';
import { jsonOf, wordSchema as word } from '../../network/answer-text';
import type { TodayHourOutcome } from '../market';
import { notDocumented, weigh } from './outcome';
import { marketFailure, readingWithoutBody } from './verdicts';

/** 오늘출발 설정 정보 조회 (resources/docs/markets/naver.md, "Other reads"). */
export const todayHourPath = '/v1/seller/this-day-dispatch';

const whole = (most: number) => z.int().min(0).max(most).nullish();

const hourSchema = z.object({
  basisHour: whole(24),
  basisMinute: whole(59),
  holidayOfTheWeek: word,
  sellerHolidays: z.array(z.unknown()).nullish().catch(undefined),
});

/**
 * The hour until which orders of 오늘출발 leave the same day, and the days on which none do. A store that has set none, and
 * an application whose API group lacks this reading, leave it to the seller.
 */
export function todayHourOutcome(answer: HttpAnswer): TodayHourOutcome {
  const weight = weigh(answer);
  if (weight.type !== 'body') {
    const read = readingWithoutBody(weight);
    const isRefused = read.type === 'refused-whole' || weight.type === 'not-there';
    if (isRefused || read.failure.kind === 'permission') return { type: 'unavailable' };
    return { type: 'trouble', failure: read.failure };
  }
  const hour = hourSchema.safeParse(jsonOf(weight.text)).data;
  if (hour === undefined)
    return { type: 'trouble', failure: marketFailure({ ...weight, code: notDocumented, message: '' }) };
  const { basisHour, basisMinute, holidayOfTheWeek, sellerHolidays } = hour;
  if (typeof basisHour !== 'number') return { type: 'unavailable' };
  const minutes = basisHour * 60 + (basisMinute ?? 0);
  if (minutes > 24 * 60) return { type: 'unavailable' };
  return {
    type: 'answered',
    minutes,
    closedDays: (sellerHolidays ?? []).flatMap((day) => (typeof day === 'string' ? [day] : [])),
    ...withoutUndefined({ closedWeekday: holidayOfTheWeek }),
  };
}

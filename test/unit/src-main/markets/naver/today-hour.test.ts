import { expect, it } from 'vitest';
import { todayHourOutcome } from '../../../../../src-main/markets/naver/today-hour';
import { todayHour } from '../../../../../src-main/practice/naver-today-hour';
import { readSwitches } from '../../../../../src-main/practice/switches';
import { answerOf } from '../../../../support/http/scripted-request';

const moment = { now: Date.parse('2026-11-27T00:00:00Z'), traceId: 't' };
const outcomeOf = (status: number, body: unknown) =>
  todayHourOutcome(answerOf({ status, body: Object(body) }, moment.now));
const practice = (todayDispatch: string) => {
  const { status, body } = todayHour(readSwitches({ todayDispatch }), moment);
  return outcomeOf(status, body);
};

it('reads the hour and the days the store is closed on', () => {
  expect(practice('14:30')).toEqual({ type: 'answered', minutes: 870, closedWeekday: 'SUNDAY', closedDays: [] });
  expect(outcomeOf(200, { basisHour: 15, basisMinute: null, sellerHolidays: ['2026-12-25', 7] })).toEqual({
    type: 'answered',
    minutes: 900,
    closedDays: ['2026-12-25'],
  });
});

it.each(['401', '403', 'not-set'])('leaves the hour to the seller where the market tells none: %s', (given) => {
  expect(practice(given)).toEqual({ type: 'unavailable' });
});

it('leaves it to the seller where there is no such store, or a whole refusal', () => {
  expect(outcomeOf(404, { code: 'STORE_NOT_FOUND' })).toEqual({ type: 'unavailable' });
  expect(outcomeOf(400, { code: 'GENERAL_ERROR' })).toEqual({ type: 'unavailable' });
  expect(outcomeOf(200, { basisHour: 24, basisMinute: 1 })).toEqual({ type: 'unavailable' });
});

it.each([
  [200, { basisHour: '15시' }],
  [429, { code: 'GW.RATE_LIMIT' }],
  [403, { code: 'GW.IP_NOT_ALLOWED' }],
  [500, { code: 'GENERAL_ERROR' }],
])('takes what is no answer for none: %i', (status, body) => {
  expect(outcomeOf(status, body)).toMatchObject({ type: 'trouble' });
});

import { describe, expect, it } from 'vitest';
import {
  isQuotaUsedUp,
  quotaPeriodMs,
  rateOf,
  recordOf,
  retryAfterMs,
} from '../../../../../src-main/markets/naver/headers';
import { mostOfAnswer } from '../../../../../src-main/network/answer-text';
import { answerOf } from '../../../../support/http/scripted-request';

const bucket = {
  'gncp-gw-ratelimit-replenish-rate': '2',
  'gncp-gw-ratelimit-burst-capacity': '4',
  'gncp-gw-ratelimit-remaining': '3',
};

describe('the headers of an answer', () => {
  it('tell the bucket', () => {
    expect(rateOf(bucket)).toEqual({ replenishPerSecond: 2, burst: 4, remaining: 3 });
    expect(rateOf({})).toBeUndefined();
  });

  it.each(Object.keys(bucket))('tell no bucket without a number as %s', (name) => {
    for (const given of ['many', 'x2', '2x', '2.x', '-1', ''])
      expect(rateOf({ ...bucket, [name]: given })).toBeUndefined();
    expect(rateOf({ ...bucket, [name]: ' 12.25 ' })).toMatchObject({
      [name.endsWith('rate') ? 'replenishPerSecond' : name.endsWith('capacity') ? 'burst' : 'remaining']: 12.25,
    });
  });

  it.each([
    ['SECONDS', 1_000],
    ['MINUTES', 60_000],
    ['HOURS', 3_600_000],
    ['DAYS', 86_400_000],
    ['ROUND', undefined],
  ])('tell how long a quota of %s lasts, and that it is used up', (period, ms) => {
    expect(quotaPeriodMs({ 'gncp-gw-quota-period': period })).toBe(ms);
    expect(isQuotaUsedUp({ 'gncp-gw-quota-remaining': '0' })).toBe(true);
    expect(isQuotaUsedUp({ 'gncp-gw-quota-remaining': '1' })).toBe(false);
    expect(isQuotaUsedUp({})).toBe(false);
  });

  it.each([
    [{}, undefined],
    [{ 'retry-after': '1.5' }, 1_500],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': '-1' }, undefined],
    [{ 'retry-after': 'soon' }, undefined],
    // By the date of the answer itself, where it has one.
    [{ 'retry-after': 'Fri, 27 Nov 2026 00:00:30 GMT', date: 'Fri, 27 Nov 2026 00:00:10 GMT' }, 20_000],
    [{ 'retry-after': 'Fri, 27 Nov 2026 00:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Fri, 27 Nov 2026 00:00:00 GMT', date: 'Fri, 27 Nov 2026 00:00:10 GMT' }, 0],
  ])('%j ask for a wait of %j ms', (headers, ms) => {
    expect(retryAfterMs(headers, Date.parse('2026-11-27T00:00:00Z'))).toBe(ms);
  });

  it('name the request for the support desk, before the body does', () => {
    const answer = answerOf({ status: 200, headers: { 'gncp-gw-trace-id': 'of-header', ...bucket } });
    expect(recordOf(answer, { traceId: 'of-body' })).toEqual({
      startedAt: 1_000,
      endedAt: 1_010,
      httpStatus: 200,
      traceId: 'of-header',
      rate: { replenishPerSecond: 2, burst: 4, remaining: 3 },
    });
    expect(recordOf(answerOf({ status: 400 }), { traceId: 'of-body', code: '4000', message: '말' })).toMatchObject({
      traceId: 'of-body',
      code: '4000',
      message: '말',
    });
  });

  it('are missing where no answer came', () => {
    expect(recordOf(answerOf({ cut: 'UND_ERR_SOCKET', status: 200 }), {})).toEqual({
      startedAt: 1_000,
      endedAt: 1_010,
      code: 'UND_ERR_SOCKET',
      httpStatus: 200,
    });
    // Strictly: what was not said is no member of the record.
    const unreached = { startedAt: 1_000, endedAt: 1_010, code: 'ENOTFOUND' };
    expect(recordOf(answerOf({ notWritten: 'ENOTFOUND' }), {})).toStrictEqual(unreached);
    const times = { startedAt: 1_000, endedAt: 1_010 };
    expect(recordOf(answerOf({ status: 200 }), {})).toStrictEqual({ ...times, httpStatus: 200 });
    expect(recordOf(answerOf({ cut: 'UND_ERR_SOCKET' }), {})).toStrictEqual({ ...times, code: 'UND_ERR_SOCKET' });
  });

  it('are cut where they are longer than a word', () => {
    const answer = answerOf({ status: 200, headers: { 'gncp-gw-trace-id': 'x'.repeat(5_000) } });
    expect(recordOf(answer, {}).traceId).toHaveLength(mostOfAnswer.word);
  });
});

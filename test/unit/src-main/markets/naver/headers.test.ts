import { describe, expect, it } from 'vitest';
import { rateOf, recordOf } from '../../../../../src-main/markets/naver/headers';
import { answerOf } from '../../../../support/http/scripted-request';

const bucket = {
  'gncp-gw-ratelimit-replenish-rate': '2',
  'gncp-gw-ratelimit-burst-capacity': '4',
  'gncp-gw-ratelimit-remaining': '3',
};

describe('the headers of an answer', () => {
  it('tell the bucket', () => {
    expect(rateOf(bucket)).toEqual({ replenishPerSecond: 2, burst: 4, remaining: 3 });
    expect(rateOf({ ...bucket, 'gncp-gw-ratelimit-remaining': 'many' })).toBeUndefined();
    expect(rateOf({})).toBeUndefined();
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
  });
});

import { describe, expect, it } from 'vitest';
import { parseReturnStructure } from '../../../../../src-main/markets/naver/answers';
import { naverClassOf } from '../../../../../src-preload/contract/markets/naver/codes';
import { dispatchOutcome } from '../../../../../src-main/markets/naver/dispatch';
import {
  errorCodes,
  returnStructure,
  returnStructureExample,
} from '../../../../support/contracts/naver-return-structure';
import { answerOf } from '../../../../support/http/scripted-request';

describe('주문-클레임 처리 반환 구조체', () => {
  it('is read as the document’s example shows it', () => {
    expect(returnStructure.safeParse(returnStructureExample).success).toBe(true);
    expect(parseReturnStructure(JSON.stringify(returnStructureExample))).toEqual({
      traceId: 'string',
      yes: new Map([['string', { addressChanged: false }]]),
      no: [{ productOrderId: 'string', code: 'string', message: 'string' }],
    });
  });

  it.each([
    ['a missing list of failures', { traceId: 't', data: { successProductOrderIds: ['1'] } }, 1, 0],
    ['a missing list of successes', { traceId: 't', data: { failProductOrderInfos: [{ productOrderId: '1' }] } }, 0, 1],
    ['a null list', { traceId: 't', data: { successProductOrderIds: ['1'], failProductOrderInfos: null } }, 1, 0],
    ['a missing trace id', { data: { successProductOrderIds: ['1'], failProductOrderInfos: [] } }, 1, 0],
    ['members no one documented', { traceId: 't', more: 1, data: { successProductOrderIds: ['1'], more: 2 } }, 1, 0],
  ])('tolerates %s', (_what, body, yes, no) => {
    const lists = parseReturnStructure(JSON.stringify(body));
    expect([lists?.yes.size, lists?.no.length]).toEqual([yes, no]);
  });

  it.each([
    ['nothing', ''],
    ['HTML', '<html></html>'],
    ['half a body', '{"traceId":"t","data":{"successProductOrderIds":["1"'],
    ['null', 'null'],
    ['no data', '{"traceId":"t"}'],
    ['data of another shape', '{"traceId":"t","data":{"items":[]}}'],
    ['a list for data', '{"traceId":"t","data":["1"]}'],
    ['ids as numbers, which have already lost digits', '{"data":{"successProductOrderIds":[20220405216912811]}}'],
    ['a failure without an id', '{"data":{"failProductOrderInfos":[{"code":"9999"}]}}'],
    ['an error with status 200', '{"code":"GW.TIMEOUT.01","message":"m","traceId":"t"}'],
  ])('does not know %s, so that a write’s end is unknown', (_what, text) => {
    expect(parseReturnStructure(text)).toBeUndefined();
    expect(dispatchOutcome(['1'], answerOf({ status: 200, body: text }))).toEqual({
      type: 'no-answer',
      code: 'not-documented',
    });
  });

  it('reads a failure without a code as "etc", which is read before it is believed', () => {
    const body = { traceId: 't', data: { failProductOrderInfos: [{ productOrderId: '1', code: null }] } };
    const outcome = dispatchOutcome(['1'], answerOf({ status: 200, body }));
    expect(outcome).toEqual({
      type: 'answered',
      verdicts: new Map([['1', { yes: false, code: '9999', message: '' }]]),
    });
    expect(naverClassOf('dispatch', '9999')).toBe('unknown');
  });

  it.each(errorCodes)('passes code %s on as it is', (code) => {
    const body = { traceId: 't', data: { failProductOrderInfos: [{ productOrderId: '1', code, message: '말' }] } };
    const outcome = dispatchOutcome(['1'], answerOf({ status: 200, body }));
    expect(outcome).toEqual({ type: 'answered', verdicts: new Map([['1', { yes: false, code, message: '말' }]]) });
  });
});

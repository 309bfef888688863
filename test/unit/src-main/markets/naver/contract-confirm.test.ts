import { describe, expect, it } from 'vitest';
import { confirmBody, confirmOutcome } from '../../../../../src-main/markets/naver/confirm';
import { dispatchOutcome } from '../../../../../src-main/markets/naver/dispatch';
import { confirmAnswer, confirmExample, confirmRequest } from '../../../../support/contracts/naver-confirm';
import { answerOf } from '../../../../support/http/scripted-request';

const asked = ['2022040521691281', '2022040521691282', '2022040521691283'];
const body = {
  timestamp: '2023-01-16T17:14:51.794+09:00',
  traceId: 't',
  data: {
    successProductOrderInfos: [
      { productOrderId: '2022040521691281', isReceiverAddressChanged: false },
      { productOrderId: '2022040521691282', isReceiverAddressChanged: true },
    ],
    failProductOrderInfos: [
      { productOrderId: '2022040521691283', code: '105306', message: '변경을 요청한 상태가 기존과 동일' },
    ],
  },
};

describe('발주 확인', () => {
  it('asks as the document does', () => {
    expect(confirmBody(['string'])).toEqual(confirmExample);
    expect(confirmRequest.safeParse(confirmBody(asked)).success).toBe(true);
  });

  it('reads its own list of successes and the changed address', () => {
    expect(confirmAnswer.safeParse(body).success).toBe(true);
    expect(confirmOutcome(asked, answerOf({ status: 200, body }))).toEqual({
      type: 'answered',
      verdicts: new Map<string, unknown>([
        ['2022040521691281', { yes: true }],
        ['2022040521691282', { yes: true, addressChanged: true }],
        ['2022040521691283', { yes: false, code: '105306', message: '변경을 요청한 상태가 기존과 동일' }],
      ]),
    });
  });

  it('takes a success without the flag for an unchanged address', () => {
    const bare = { traceId: 't', data: { successProductOrderInfos: [{ productOrderId: '2022040521691281' }] } };
    const outcome = confirmOutcome(asked, answerOf({ status: 200, body: bare }));
    expect(outcome).toEqual({ type: 'answered', verdicts: new Map([['2022040521691281', { yes: true }]]) });
  });

  it('is not read by the common structure, nor the common structure by it', () => {
    const common = { traceId: 't', data: { successProductOrderIds: asked } };
    const onlyYes = { traceId: 't', data: { successProductOrderInfos: body.data.successProductOrderInfos } };
    expect(confirmOutcome(asked, answerOf({ status: 200, body: common }))).toMatchObject({ type: 'no-answer' });
    expect(dispatchOutcome(asked, answerOf({ status: 200, body: onlyYes }))).toMatchObject({ type: 'no-answer' });
  });
});

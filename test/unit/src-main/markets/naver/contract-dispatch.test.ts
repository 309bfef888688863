import { describe, expect, it } from 'vitest';
import { dispatchBody, dispatchOutcome } from '../../../../../src-main/markets/naver/dispatch';
import { marketTime } from '../../../../../src-preload/contract/markets/naver/time';
import { deliveryMethods } from '../../../../../src-preload/contract/delivery-methods';
import {
  deliveryMethod,
  dispatchAnswer,
  dispatchExample,
  dispatchRequest,
} from '../../../../support/contracts/naver-dispatch';
import { answerOf } from '../../../../support/http/scripted-request';

const now = Date.parse('2026-03-02T16:30:00.000+09:00');
const parcel = { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'CJGLS', trackingNumber: '102030405064' } as const;

describe('발송 처리, the request', () => {
  it('is the document’s, with a filled-in number', () => {
    const [example] = dispatchExample.dispatchProductOrders;
    const body = dispatchBody(
      [
        {
          target: '2022040521691281',
          dispatch: {
            deliveryMethod: 'DELIVERY',
            deliveryCompanyCode: 'string',
            dispatchDate: Date.parse('2022-04-05T12:17:35.000+09:00'),
          },
        },
      ],
      now,
      marketTime,
    );
    const { trackingNumber: _empty, ...filled } = example ?? {};
    expect(body).toEqual({ dispatchProductOrders: [filled] });
  });

  it('knows the same eleven methods as the document', () => {
    expect([...deliveryMethods].sort()).toEqual([...deliveryMethod.options].sort());
  });

  it.each(deliveryMethods)('fits the document for %s, and never holds an empty field', (method) => {
    const body = dispatchBody(
      [
        { target: '2022040521691281', dispatch: { ...parcel, deliveryMethod: method } },
        { target: '2022040521691282', dispatch: { deliveryMethod: method } },
      ],
      now,
      marketTime,
    );
    expect(dispatchRequest.safeParse(body).success).toBe(true);
    expect(JSON.stringify(body)).not.toContain('""');
    const carriesCourier = ['DELIVERY', 'GDFW_ISSUE_SVC', 'RETURN_DESIGNATED', 'RETURN_DELIVERY'].includes(method);
    expect(body.dispatchProductOrders[0]?.trackingNumber).toBe(carriesCourier ? '102030405064' : undefined);
    expect(body.dispatchProductOrders[0]?.deliveryCompanyCode).toBe(carriesCourier ? 'CJGLS' : undefined);
  });

  it('carries the moment the seller chose, else the market’s now, in Korean time', () => {
    const chosen = Date.parse('2026-03-01T00:00:00.005+09:00');
    const { dispatchProductOrders } = dispatchBody(
      [
        { target: '1', dispatch: { ...parcel, dispatchDate: chosen } },
        { target: '2', dispatch: parcel },
      ],
      now,
      marketTime,
    );
    expect(dispatchProductOrders.map((one) => one.dispatchDate)).toEqual([
      '2026-03-01T00:00:00.005+09:00',
      '2026-03-02T16:30:00.000+09:00',
    ]);
  });
});

describe('발송 처리, the answer', () => {
  const asked = ['2022040521691281', '2022040521691282', '2022040521691283'];
  const body = {
    timestamp: '2023-01-16T17:14:51.794+09:00',
    traceId: 't',
    data: {
      successProductOrderIds: ['2022040521691281', '9999999999999999'],
      failProductOrderInfos: [{ productOrderId: '2022040521691282', code: '104119', message: '택배사 코드 확인' }],
    },
  };

  it('says yes, no, or nothing of each product order', () => {
    expect(dispatchAnswer.safeParse(body).success).toBe(true);
    const outcome = dispatchOutcome(asked, answerOf({ status: 200, body }));
    expect(outcome).toEqual({
      type: 'answered',
      verdicts: new Map<string, unknown>([
        ['2022040521691281', { yes: true }],
        ['2022040521691282', { yes: false, code: '104119', message: '택배사 코드 확인' }],
      ]),
    });
  });

  it('does not name what it did not ask for', () => {
    const outcome = dispatchOutcome(asked, answerOf({ status: 200, body }));
    expect(outcome.type === 'answered' && outcome.verdicts.has('9999999999999999')).toBe(false);
  });

  it('is no word on a product order in both lists', () => {
    const both = { ...body, data: { ...body.data, successProductOrderIds: ['2022040521691282'] } };
    const outcome = dispatchOutcome(asked, answerOf({ status: 200, body: both }));
    expect(outcome).toEqual({ type: 'answered', verdicts: new Map() });
  });
});

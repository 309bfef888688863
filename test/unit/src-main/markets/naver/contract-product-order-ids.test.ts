import { describe, expect, it } from 'vitest';
import {
  isOrderNumber,
  productOrderIdsOutcome,
  productOrderIdsPath,
} from '../../../../../src-main/markets/naver/product-order-ids';
import { naverClassOf } from '../../../../../src-preload/contract/markets/naver/codes';
import {
  productOrderIdsAnswer,
  productOrderIdsExample,
  productOrderIdsPathForm,
} from '../../../../support/contracts/naver-product-order-ids';
import { answerOf } from '../../../../support/http/scripted-request';
import type { Scripted } from '../../../../support/http/scripted-request';

const orderId = '2023010112345';
const outcomeOf = (scripted: Scripted) => productOrderIdsOutcome(orderId, answerOf(scripted));
const yes = { yes: true, productOrderIds: productOrderIdsExample.data.productOrderIds };

describe('상품 주문 목록 조회', () => {
  it('asks by the document’s path, whatever the seller typed', () => {
    expect(productOrderIdsPath(orderId)).toBe('/v1/pay-order/seller/orders/2023010112345/product-order-ids');
    for (const typed of ['../../x', 'a b?c#d', '주문', '1/2']) {
      expect(productOrderIdsPath(typed)).toMatch(productOrderIdsPathForm);
    }
  });

  it.each(['2023010112345', '2022040521691281', 'A-1_2'])('asks for %s', (typed) => {
    expect(isOrderNumber(typed)).toBe(true);
  });
  it.each(['', '..', '.', '1 2', '주문', 'a/b'])('asks no one for %j, which would be another address', (typed) => {
    expect(isOrderNumber(typed)).toBe(false);
  });

  it('reads the document’s example', () => {
    expect(productOrderIdsAnswer.safeParse(productOrderIdsExample).success).toBe(true);
    expect(outcomeOf({ status: 200, body: productOrderIdsExample })).toEqual({
      type: 'answered',
      verdicts: new Map([[orderId, yes]]),
    });
  });

  it('reads the published schema’s plain list just so', () => {
    const body = { ...productOrderIdsExample, data: productOrderIdsExample.data.productOrderIds };
    expect(productOrderIdsAnswer.safeParse(body).success).toBe(true);
    expect(outcomeOf({ status: 200, body })).toEqual({ type: 'answered', verdicts: new Map([[orderId, yes]]) });
  });

  it.each<[string, Scripted, string]>([
    ['400', { status: 400 }, '000400'],
    ['400 with a code no one listed', { status: 400, body: { code: 'X', message: '' } }, '4000'],
    ['400 with a code', { status: 400, body: { code: '4000', message: '' } }, '4000'],
    ['404', { status: 404 }, '100003'],
    ['404 with a code', { status: 404, body: { code: '100003', message: '' } }, '100003'],
    ['an empty list', { status: 200, body: { traceId: 't', data: [] } }, '100003'],
  ])('takes %s for the market’s no to this order', (_what, scripted, code) => {
    expect(outcomeOf(scripted)).toEqual({
      type: 'answered',
      verdicts: new Map([[orderId, { yes: false, code, message: '' }]]),
    });
    expect(naverClassOf('lookup', code)).toBe('rejected');
  });

  it.each<[string, Scripted, string]>([
    ['401', { status: 401, body: { code: 'GW.AUTHN' } }, 'permission'],
    ['404 of the gateway', { status: 404, body: { code: 'GW.NOT_FOUND' } }, 'no-path'],
    ['500', { status: 500 }, 'market'],
    ['a cut', { cut: 'UND_ERR_SOCKET' }, 'market'],
    ['another JSON', { status: 200, body: { data: { ids: [] } } }, 'market'],
    ['ids as numbers that lost digits', { status: 200, body: { data: [2 ** 60] } }, 'market'],
  ])('takes %s for trouble of the store, to be asked again', (_what, scripted, kind) => {
    expect(outcomeOf(scripted)).toMatchObject({ type: 'not-applied', failure: { kind } });
  });
});

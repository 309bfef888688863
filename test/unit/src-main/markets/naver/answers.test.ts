import { describe, expect, it } from 'vitest';
import {
  parseConfirm,
  parseProductOrderIds,
  parseQuery,
  parseReturnStructure,
} from '../../../../../src-main/markets/naver/answers';

const id = '2026112180000011';
const number = 2026112180000011;

describe('ids that come as numbers', () => {
  it('are the same ids while a number can still tell them apart', () => {
    const dispatch = parseReturnStructure(JSON.stringify({ data: { successProductOrderIds: [number] } }));
    expect([...(dispatch?.yes.keys() ?? [])]).toEqual([id]);
    const confirm = parseConfirm(JSON.stringify({ data: { successProductOrderInfos: [{ productOrderId: number }] } }));
    expect([...(confirm?.yes.keys() ?? [])]).toEqual([id]);
    expect(parseProductOrderIds(JSON.stringify({ data: [number] }))?.ids).toEqual([id]);
    const entry = { productOrder: { productOrderId: number, productOrderStatus: 'PAYED' } };
    const query = parseQuery(JSON.stringify({ traceId: 't', data: [entry] }));
    expect(query?.entries.map((one) => one.productOrder.productOrderId)).toEqual([id]);
  });

  it('are no ids once a number has lost digits', () => {
    expect(parseReturnStructure('{"data":{"successProductOrderIds":[92026112180000011]}}')).toBeUndefined();
    expect(parseProductOrderIds('{"data":[92026112180000011]}')).toBeUndefined();
  });
});

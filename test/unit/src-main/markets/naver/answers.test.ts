import { describe, expect, it } from 'vitest';
import { toEnd } from '../../../../../src-main/markets/in-steps';
import { bodyToKeep, mostOfAnswer } from '../../../../../src-main/network/answer-text';
import {
  parseConfirm,
  parseError,
  parseProductOrderIds,
  parseQuery,
  parseReturnStructure,
  parseToken,
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
    const query = toEnd(parseQuery(JSON.stringify({ traceId: 't', data: [entry] })));
    expect(query?.entries.map((one) => one.productOrder.productOrderId)).toEqual([id]);
  });

  it('are no ids once a number has lost digits', () => {
    expect(parseReturnStructure('{"data":{"successProductOrderIds":[92026112180000011]}}')).toBeUndefined();
    expect(parseProductOrderIds('{"data":[92026112180000011]}')).toBeUndefined();
  });
});

describe("words that are too long to be a market's", () => {
  const long = 'x'.repeat(15_000_000);

  it('are cut', () => {
    const said = parseError(JSON.stringify({ code: long, message: long, traceId: long }));
    expect(said.code).toHaveLength(mostOfAnswer.word);
    expect(said.message).toHaveLength(mostOfAnswer.message);
    expect(said.traceId).toHaveLength(mostOfAnswer.word);
  });

  it('are no ids', () => {
    expect(parseProductOrderIds(JSON.stringify({ data: [long] }))).toBeUndefined();
    expect(parseReturnStructure(JSON.stringify({ data: { successProductOrderIds: [long] } }))).toBeUndefined();
  });

  it('are kept of a body up to 64 KB, without persons', () => {
    expect(bodyToKeep(long)).toHaveLength(mostOfAnswer.body);
    expect(bodyToKeep('{"ordererName":"가나다","code":"1"}')).toBe('{"ordererName":"***","code":"1"}');
  });
});

describe('a token that could not be put into a header', () => {
  it.each(['a\r\nb', '토큰', 'a b', '', 'x'.repeat(4_097)])('is no token (%j)', (token) => {
    expect(parseToken(JSON.stringify({ access_token: token, expires_in: 100 }))).toBeUndefined();
  });

  it('is told apart from one that could', () => {
    expect(parseToken('{"access_token":"aZ09-._~+/=","expires_in":100}')).toEqual({
      token: 'aZ09-._~+/=',
      expiresIn: 100,
    });
  });
});

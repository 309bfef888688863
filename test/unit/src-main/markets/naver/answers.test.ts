import { describe, expect, it } from 'vitest';
import { toEnd } from '../../../../../src-main/markets/naver/in-steps';
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

describe('counts and answers of yes or no', () => {
  const shown = (more: object) => {
    const entry = { productOrder: { productOrderId: id, productOrderStatus: 'PAYED', ...more } };
    return toEnd(parseQuery(JSON.stringify({ traceId: 't', data: [entry] })))?.entries[0]?.productOrder;
  };

  it.each([
    [2, 2],
    ['12', 12],
    ['x12', undefined],
    ['12x', undefined],
    ['', undefined],
    [-1, undefined],
    [null, undefined],
    ['1234567890', undefined],
  ])('as a count %j is %j', (given, count) => {
    expect(shown({ quantity: given })?.quantity).toBe(count);
  });

  it.each([
    [true, true],
    [false, false],
    ['true', true],
    ['Y', true],
    ['false', false],
    ['N', false],
    ['perhaps', undefined],
    [null, undefined],
  ])('as yes or no %j is %j', (given, yes) => {
    expect(shown({ logisticsDirectContracted: given })?.logisticsDirectContracted).toBe(yes);
  });
});

describe('the two lists of a write', () => {
  it('may come alone, with what names the request', () => {
    const no = { productOrderId: id, code: '104119', message: '말' };
    const refused = { traceId: 't', yes: new Map(), no: [no] };
    expect(parseReturnStructure(JSON.stringify({ traceId: 't', data: { failProductOrderInfos: [no] } }))).toEqual(
      refused,
    );
    expect(parseConfirm(JSON.stringify({ traceId: 't', data: { failProductOrderInfos: [no] } }))).toEqual(refused);
    const sent = { yes: new Map([[id, { addressChanged: false }]]), no: [] };
    expect(parseReturnStructure(JSON.stringify({ data: { successProductOrderIds: [id] } }))).toEqual(sent);
    const confirmed = { successProductOrderInfos: [{ productOrderId: id }], failProductOrderInfos: null };
    expect(parseConfirm(JSON.stringify({ data: confirmed }))).toEqual(sent);
    expect(parseReturnStructure('{"traceId":"t","data":{}}')).toBeUndefined();
    expect(parseConfirm('{"traceId":"t","data":{}}')).toBeUndefined();
  });

  it('name an order twice: its address has changed when one of the two says so', () => {
    const both = [true, false].map((changed) => ({ productOrderId: id, isReceiverAddressChanged: changed }));
    const confirm = parseConfirm(JSON.stringify({ data: { successProductOrderInfos: both } }));
    expect(confirm?.yes.get(id)).toEqual({ addressChanged: true });
  });
});

describe('a reading', () => {
  it.each([
    ['{"traceId":"t"}', { traceId: 't', entries: [], unread: [] }],
    ['{"timestamp":"2026-11-27T09:00:00+09:00","data":null}', { entries: [], unread: [] }],
    ['{"traceId":"t","code":"104105"}', undefined],
    ['{"state":"moved"}', undefined],
  ])('without a list (%s) shows no order only as the envelope of an answer', (text, read) => {
    expect(toEnd(parseQuery(text))).toEqual(read);
  });

  it('names the request, and the orders it could not read', () => {
    const text = JSON.stringify({
      traceId: 't',
      data: [{ productOrder: { productOrderId: id } }, { productOrder: {} }],
    });
    expect(toEnd(parseQuery(text))).toEqual({ traceId: 't', entries: [], unread: [id] });
    expect(parseProductOrderIds(JSON.stringify({ traceId: 't', data: [id, id] }))).toEqual({ traceId: 't', ids: [id] });
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

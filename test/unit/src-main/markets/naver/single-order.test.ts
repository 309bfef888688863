import { describe, expect, it } from 'vitest';
import {
  approveCancelPath,
  delayPath,
  isProductOrderId,
  singleOutcome,
} from '../../../../../src-main/markets/naver/single-order';
import { answerOf } from '../../../../support/http/scripted-request';
import type { Scripted } from '../../../../support/http/scripted-request';

const id = '2026112112345671';
const envelope = { timestamp: '2026-11-21T16:30:00+09:00', traceId: 't' };
const said = (status: number, body: object | string): Scripted => ({ status, body });
const verdictsOf = (scripted: Scripted) => {
  const outcome = singleOutcome(id, answerOf(scripted));
  return outcome.type === 'answered' ? Object.fromEntries(outcome.verdicts) : outcome;
};

it('names the product order in its path, and nothing that could lead elsewhere', () => {
  expect(delayPath(id)).toBe(`/v1/pay-order/seller/product-orders/${id}/delay`);
  expect(approveCancelPath(id)).toBe(`/v1/pay-order/seller/product-orders/${id}/claim/cancel/approve`);
  expect([id, 'A-1_b'].map(isProductOrderId)).toEqual([true, true]);
  expect(['', '../stores', `${id}/`, `/${id}`, `${id}?a`, '1 2'].some(isProductOrderId)).toBe(false);
});

describe('what an answer says of a write about one product order', () => {
  it('is a yes or a no by its lists', () => {
    const yes = { ...envelope, data: { successProductOrderIds: [id], failProductOrderInfos: [] } };
    expect(verdictsOf(said(200, yes))).toEqual({ [id]: { yes: true } });
    const no = { productOrderId: id, code: '9999', message: '추가구성상품' };
    const refused = { ...envelope, data: { successProductOrderIds: [], failProductOrderInfos: [no] } };
    expect(verdictsOf(said(200, refused))).toEqual({ [id]: { yes: false, code: '9999', message: '추가구성상품' } });
  });

  it('is in doubt where the body is not the documented one', () => {
    expect(verdictsOf(said(200, '<html>'))).toEqual({ type: 'no-answer', code: 'not-documented' });
  });

  it('is a no to that order with a 400', () => {
    expect(verdictsOf(said(400, { ...envelope, code: '104442', message: '상태' }))).toEqual({
      [id]: { yes: false, code: '104442', message: '상태' },
    });
  });

  it.each<[string, Scripted, string]>([
    ['an API group that is missing', said(403, { ...envelope, code: 'FORBIDDEN', message: '권한' }), 'FORBIDDEN 권한'],
    ['a path that is not there', said(404, { ...envelope, code: 'GW.NOT_FOUND' }), 'GW.NOT_FOUND'],
  ])('stops this kind of call alone: %s', (_what, scripted, message) => {
    expect(verdictsOf(scripted)).toEqual({ [id]: { yes: false, code: 'not-permitted', message } });
  });

  it.each<[string, Scripted, object]>([
    ['a limit of the store', said(429, { ...envelope, code: 'GW.RATE_LIMIT' }), { type: 'not-applied' }],
    ['an order that is not there', said(404, { ...envelope, code: '100003' }), { type: 'no-answer', code: '100003' }],
    ['a cut', { cut: 'UND_ERR_SOCKET' }, { type: 'no-answer', code: 'UND_ERR_SOCKET' }],
    ['a proxy that gave up', said(502, '<html>'), { type: 'no-answer', code: '502' }],
  ])('is as for every write: %s', (_what, scripted, outcome) => {
    expect(verdictsOf(scripted)).toMatchObject(outcome);
  });
});

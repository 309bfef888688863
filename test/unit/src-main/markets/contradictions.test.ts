import { describe, expect, it } from 'vitest';
import { inventoryConfirmOutcome } from '../../../../src-main/markets/brightmall/inventory-confirm';
import { createBrightmallMarket } from '../../../../src-main/markets/brightmall/market';
import { confirmOutcome } from '../../../../src-main/markets/naver/confirm';
import { createNaverMarket } from '../../../../src-main/markets/naver/market';
import { queryOutcome } from '../../../../src-main/markets/naver/query';
import { answerOf, scriptRequest } from '../../../support/http/scripted-request';
import type { Scripted } from '../../../support/http/scripted-request';

/** An answer that contradicts itself is none, in whatever order it does; found by `npm run bench -- answers`. */
const id = '2022040521691281';
const orders: readonly (<Item>(items: readonly Item[]) => Item[])[] = [
  (items) => [...items],
  (items) => items.toReversed(),
];

describe.each(orders)('entries of one product order in a reading', (ordered) => {
  const entry = (status: string, trackingNumber?: string) => ({
    productOrder: { productOrderId: id, productOrderStatus: status, productName: '파란 컵' },
    ...(trackingNumber === undefined ? {} : { delivery: { deliveryCompany: 'CJGLS', trackingNumber } }),
  });
  const read = (...data: object[]) => queryOutcome([id], answerOf({ status: 200, body: { traceId: 't', data } }));

  it('count as not returned when they differ, under their name, too', () => {
    for (const other of [entry('PAYED'), entry('DELIVERING', '2'), entry('CANCELED', '1')]) {
      const outcome = read(...ordered([entry('DELIVERING', '1'), other]));
      expect(outcome).toEqual({ type: 'answered', findings: new Map(), refused: new Map() });
    }
  });

  it('count as not returned when one of them cannot be read', () => {
    const unreadable = [
      { productOrder: { productOrderId: id, productOrderStatus: { is: 'CANCELED' } } },
      { productOrder: { productOrderId: id } },
      { ...entry('DELIVERING', '1'), currentClaim: { cancel: 'CANCEL_REQUEST' } },
    ];
    for (const other of unreadable) {
      const outcome = read(...ordered([entry('DELIVERING', '1'), other]));
      expect(outcome).toEqual({ type: 'answered', findings: new Map(), refused: new Map() });
    }
  });

  it('are one finding when they are the same', () => {
    const outcome = read(...ordered([entry('PAYED'), entry('PAYED')]));
    expect(outcome).toMatchObject({ findings: new Map([[id, { at: 1000, productOrderStatus: 'PAYED' }]]) });
  });
});

describe.each(orders)('results of one item', (ordered) => {
  const result = (success: boolean) => ({ ord_prd_no: 'a', success });
  const outcomeOf = (body: object) => inventoryConfirmOutcome(['a'], answerOf({ status: 200, body }));

  it('are no answer when one is a success and one is not', () => {
    const outcome = outcomeOf({ results: ordered([result(true), result(false)]) });
    expect(outcome).toEqual({ type: 'answered', verdicts: new Map() });
  });

  it('are no successes in a call that failed as a whole', () => {
    const results = ordered([result(true), { ord_prd_no: 'b', success: false }]);
    expect(outcomeOf({ success: false, data: { results } })).toEqual({ type: 'answered', verdicts: new Map() });
    expect(outcomeOf({ success: true, data: { results } })).toMatchObject({
      verdicts: new Map([['a', { yes: true }]]),
    });
  });
});

it.each(orders)('an address that changed by one of two confirmations has changed', (ordered) => {
  const one = (isReceiverAddressChanged: boolean) => ({ productOrderId: id, isReceiverAddressChanged });
  const body = { data: { successProductOrderInfos: ordered([one(true), one(false)]) } };
  expect(confirmOutcome([id], answerOf({ status: 200, body }))).toEqual({
    type: 'answered',
    verdicts: new Map([[id, { yes: true, addressChanged: true }]]),
  });
});

describe('a connection test', () => {
  const now = () => 1_000;
  const page: Scripted = { status: 200, body: '<html><body>로그인해 주세요</body></html>' };

  it('is not passed by a page that answers in place of NAVER', async () => {
    const { request } = scriptRequest(now, ({ url }) =>
      url.endsWith('/token') ? { status: 200, body: { access_token: 't', expires_in: 10_800 } } : page,
    );
    const market = createNaverMarket({ request, probe: async () => true, now, steady: now });
    const secrets = { market: 'naver', clientId: 'c', clientSecret: '$2a$04$abcdefghijklmnopqrstuu' } as const;
    expect((await market.open({ secrets, baseUrl: 'http://market' }).test()).code).toBe('market-trouble');
  });

  it('is not passed by a page that answers in place of BrightMall', async () => {
    const market = createBrightmallMarket({
      request: scriptRequest(now, () => page).request,
      probe: async () => true,
      now,
    });
    const secrets = { market: 'brightmall', vendorId: 'v', apiKey: 'k' } as const;
    expect((await market.open({ secrets, baseUrl: 'http://market' }).test()).code).toBe('market-trouble');
  });
});

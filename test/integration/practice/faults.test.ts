import { describe, expect, it } from 'vitest';
import type { FaultRuleInput } from '../../../src-main/practice/faults';
import { bareClient, dispatchItem } from '../../support/market/bare-client';
import { marketOfTest } from '../../support/market/market-in-test';

async function shopOfTest(...rules: FaultRuleInput[]) {
  const market = await marketOfTest({ seed: 'empty' });
  const { control } = market;
  const orders = control.makeOrders(3, 5, { perOrder: [1] });
  const client = bareClient(market);
  control.inject(...rules);
  const ids = orders.map((order) => order.productOrderId);
  const dispatch = () => client.dispatch(orders.map((order) => dispatchItem(order, Date.now())));
  const applied = () => Object.values(control.ledger()).map((entry) => entry.dispatches);
  return { market, control, client, orders, ids, dispatch, applied };
}

const answered = (ids: readonly string[]) => ({ data: { successProductOrderIds: ids, failProductOrderInfos: [] } });

describe('faults on a dispatch', () => {
  it('504 with nothing applied, then 504 applied: only the ledger knows which', async () => {
    const status = { kind: 'status', status: 504, code: 'GW.TIMEOUT.01' } as const;
    const { dispatch, applied, client, ids } = await shopOfTest(
      { when: { path: 'dispatch', nth: 1 }, fault: status },
      { when: { path: 'dispatch', nth: 2 }, fault: { ...status, applied: true } },
    );
    const timeout = { status: 504, body: { code: 'GW.TIMEOUT.01', message: '요청 대기 시간이 초과되었습니다.' } };
    expect(await dispatch()).toMatchObject(timeout);
    expect(applied()).toEqual([0, 0, 0]);
    expect(await dispatch()).toMatchObject(timeout);
    expect(applied()).toEqual([1, 1, 1]);
    expect((await client.query(ids)).body).toMatchObject({
      data: ids.map((productOrderId) => ({ productOrder: { productOrderId, productOrderStatus: 'DELIVERING' } })),
    });
  });

  it('a socket cut before and after it was applied', async () => {
    const { dispatch, applied, control } = await shopOfTest(
      { when: { path: 'dispatch', nth: 1 }, fault: { kind: 'cutBefore' } },
      { when: { path: 'dispatch', nth: 2 }, fault: { kind: 'cutAfter' } },
    );
    await expect(dispatch()).rejects.toThrow();
    expect(applied()).toEqual([0, 0, 0]);
    await expect(dispatch()).rejects.toThrow();
    expect(applied()).toEqual([1, 1, 1]);
    const seen = control.requests('dispatch');
    expect(seen).toMatchObject([
      { fault: 'cutBefore', reached: false },
      { fault: 'cutAfter', reached: true },
    ]);
    expect(seen.map((request) => request.status)).toEqual([undefined, undefined]);
  });

  it('502 with a page of HTML, as a proxy in between writes one', async () => {
    const { dispatch, applied } = await shopOfTest({
      when: { path: 'dispatch' },
      fault: { kind: 'status', status: 502, bodyHtml: '<html>Bad Gateway</html>' },
    });
    const answer = await dispatch();
    expect(answer).toMatchObject({ status: 502, text: '<html>Bad Gateway</html>' });
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(applied()).toEqual([0, 0, 0]);
  });

  it('half a body, applied', async () => {
    const { dispatch, applied } = await shopOfTest({ when: { path: 'dispatch' }, fault: { kind: 'halfBody' } });
    await expect(dispatch()).rejects.toThrow();
    expect(applied()).toEqual([1, 1, 1]);
  });

  it('another shape, an id in neither list, an id never asked for: all applied', async () => {
    const { dispatch, applied, control, ids, client } = await shopOfTest({
      when: { path: 'dispatch' },
      fault: { kind: 'wrongShape', body: { data: 'fine' } },
    });
    expect(await dispatch()).toMatchObject({ status: 200, body: { data: 'fine' } });
    expect(applied()).toEqual([1, 1, 1]);

    const more = control.makeOrders(3, 6, { perOrder: [1] });
    const moreIds = more.map((order) => order.productOrderId);
    control.clearFaults();
    control.inject(
      { when: { path: 'dispatch', nth: 1 }, fault: { kind: 'omitIds', ids: moreIds.slice(1, 2) } },
      { when: { path: 'dispatch', nth: 2 }, fault: { kind: 'foreignIds', ids: ['2026999999999991'] } },
      { when: { path: 'query' }, fault: { kind: 'omitIds', ids: ids.slice(0, 1) } },
    );
    const items = more.map((order) => dispatchItem(order, Date.now()));
    expect((await client.dispatch(items.slice(0, 2))).body).toEqual(
      expect.objectContaining(answered(moreIds.slice(0, 1))),
    );
    expect(control.ledger()[moreIds[1] ?? '']).toMatchObject({ dispatches: 1 });
    expect((await client.dispatch(items.slice(2))).body).toEqual(
      expect.objectContaining(answered([moreIds[2] ?? '', '2026999999999991'])),
    );
    const read = await client.query(ids);
    expect(read.body).toMatchObject({
      data: ids.slice(1).map((productOrderId) => ({ productOrder: { productOrderId } })),
    });
  });

  it('a code on one item, applied all the same or not', async () => {
    const { dispatch, applied, control, client, ids } = await shopOfTest();
    const [first = '', second = '', third = ''] = ids;
    control.inject({
      when: { path: 'dispatch' },
      fault: { kind: 'itemCode', code: '9999', ids: [first], applied: true },
    });
    expect((await dispatch()).body).toMatchObject({
      data: {
        successProductOrderIds: [second, third],
        failProductOrderInfos: [{ productOrderId: first, code: '9999' }],
      },
    });
    expect(applied()).toEqual([1, 1, 1]);

    const [order] = control.makeOrders(1, 6);
    if (order === undefined) throw new Error('no order');
    const { productOrderId } = order;
    control.clearFaults();
    control.inject({ when: { path: 'dispatch' }, fault: { kind: 'itemCode', code: '104133' } });
    expect((await client.dispatch([dispatchItem(order, Date.now())])).body).toMatchObject({
      data: { successProductOrderIds: [], failProductOrderInfos: [{ productOrderId, code: '104133' }] },
    });
    expect(control.ledger()[productOrderId]).toMatchObject({ dispatches: 0, status: 'PAYED' });
  });

  it('stalls until released, also when the client has gone by then', async () => {
    const { dispatch, applied, control, market, orders } = await shopOfTest(
      { when: { path: 'dispatch', nth: 1 }, fault: { kind: 'stall' } },
      { when: { path: 'dispatch', nth: 2 }, fault: { kind: 'stall' } },
    );
    const pending = dispatch();
    expect(await control.arrived('dispatch')).toMatchObject({ fault: 'stall' });
    expect(applied()).toEqual([0, 0, 0]);
    control.release();
    expect((await pending).status).toBe(200);
    expect(applied()).toEqual([1, 1, 1]);

    const token = await bareClient(market).token();
    const leaving = new AbortController();
    const abandoned = fetch(`${market.url}/external/v1/pay-order/seller/product-orders/dispatch`, {
      method: 'POST',
      signal: leaving.signal,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        dispatchProductOrders: [dispatchItem(orders[0] ?? { productOrderId: '', courier: '', trackingNumber: '' }, 0)],
      }),
    });
    await control.arrived('dispatch', 2);
    leaving.abort();
    await expect(abandoned).rejects.toThrow();
    expect(await control.ended('dispatch', 2)).toMatchObject({ reached: false });
  });

  it('counts by path, by id and by every nth', async () => {
    const { control, client, ids } = await shopOfTest(
      { when: { path: 'query', every: 2, times: 2 }, fault: { kind: 'status', status: 500, code: 'GW.PROXY.03' } },
      {
        when: { path: 'any', ids: ['2026010100000099'] },
        fault: { kind: 'status', status: 429, code: 'GW.RATE_LIMIT' },
      },
    );
    const statuses: number[] = [];
    for (let call = 0; call < 7; call += 1) statuses.push((await client.query(ids)).status);
    expect(statuses).toEqual([200, 500, 200, 500, 200, 200, 200]);
    expect((await client.query(['2026010100000099'])).status).toBe(429);
    expect(control.requests('query').map((request) => request.n)).toHaveLength(8);
  });

  it('knows every code of the documents by its words', async () => {
    const { control, client, ids } = await shopOfTest();
    for (const code of ['104138', '104441', '104444', '104445', '104446', '104449', '104450', '100003', '4000']) {
      control.clearFaults();
      control.inject({ when: { path: 'confirm' }, fault: { kind: 'itemCode', code } });
      expect((await client.confirm(ids.slice(0, 1))).body).toMatchObject({
        data: { failProductOrderInfos: [{ productOrderId: ids[0], code, message: expect.stringMatching(/[가-힣]/) }] },
      });
    }
  });
});

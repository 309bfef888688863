import { describe, expect, it, onTestFinished } from 'vitest';
import { bareClient, dispatchItem } from '../../support/market/bare-client';
import { marketOfTest } from '../../support/market/market-in-test';
import { startTcpFaults } from '../../support/market/tcp-faults';

async function lineOfTest() {
  const market = await marketOfTest({ seed: 'empty' });
  const proxy = await startTcpFaults({ port: Number(new URL(market.url).port) });
  onTestFinished(() => proxy.close());
  const orders = market.control.makeOrders(2, 5, { perOrder: [1] });
  const token = await bareClient(market).token();
  // A connection of its own for each call: byte counts are a connection's.
  const dispatch = (): Promise<Response> =>
    fetch(`${proxy.url}/external/v1/pay-order/seller/product-orders/dispatch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ dispatchProductOrders: orders.map((order) => dispatchItem(order, Date.now())) }),
    });
  const applied = () => Object.values(market.control.ledger()).map((entry) => entry.dispatches);
  return { market, proxy, dispatch, applied };
}

describe('the line to a market', () => {
  it('passes everything when nothing is planned', async () => {
    const { proxy, dispatch, applied } = await lineOfTest();
    expect((await dispatch()).status).toBe(200);
    expect(applied()).toEqual([1, 1]);
    expect(proxy.taken()).toBe(1);
  });

  it('refuses connections until it accepts again', async () => {
    const { proxy, dispatch, applied } = await lineOfTest();
    await proxy.refuse();
    await expect(dispatch()).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    expect(applied()).toEqual([0, 0]);
    await proxy.accept();
    expect((await dispatch()).status).toBe(200);
  });

  it('cuts inside the request: nothing applied', async () => {
    const { proxy, dispatch, applied, market } = await lineOfTest();
    proxy.plan([{ kind: 'drop' }, { kind: 'cut', towards: 'market', afterBytes: 100 }]);
    await expect(dispatch()).rejects.toThrow();
    await expect(dispatch()).rejects.toThrow();
    await proxy.struck('cut');
    expect(applied()).toEqual([0, 0]);
    expect(market.control.requests('dispatch')).toHaveLength(0);
  });

  it.each([
    { kind: 'cut', towards: 'client', afterBytes: 0 },
    { kind: 'reset', towards: 'client', afterBytes: 20 },
    { kind: 'halfBody' },
  ] as const)('$kind inside the answer: applied, and the client cannot know', async (fault) => {
    const { proxy, dispatch, applied } = await lineOfTest();
    proxy.plan([fault]);
    await expect(dispatch().then((answer) => answer.text())).rejects.toThrow();
    expect(applied()).toEqual([1, 1]);
    expect((await dispatch()).status).toBe(200);
  });

  it('stalls an answer until it is released, and loses nothing of it', async () => {
    const { proxy, dispatch, applied } = await lineOfTest();
    proxy.plan([{ kind: 'stall', towards: 'client', afterBytes: 10 }]);
    const answer = dispatch();
    await proxy.struck('stall');
    expect(applied()).toEqual([1, 1]);
    proxy.release();
    expect(await (await answer).json()).toMatchObject({ data: { failProductOrderInfos: [] } });
  });

  it('stalls a request before its end: nothing applied until it goes on', async () => {
    const { proxy, dispatch, applied } = await lineOfTest();
    proxy.plan([{ kind: 'stall', towards: 'market', afterBytes: 200 }]);
    const answer = dispatch();
    await proxy.struck('stall');
    expect(applied()).toEqual([0, 0]);
    proxy.release();
    expect((await answer).status).toBe(200);
    expect(applied()).toEqual([1, 1]);
  });
});

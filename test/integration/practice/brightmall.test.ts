import { describe, expect, it } from 'vitest';
import { bareClient } from '../../support/market/bare-client';
import { marketOfTest } from '../../support/market/market-in-test';

describe('BrightMall at the practice market', () => {
  it('confirms stock as the document’s example shows, and takes another answer later', async () => {
    const market = await marketOfTest({ seed: 'empty' });
    const client = bareClient(market);
    const [first, second] = market.control.makeItems(2, 1).map((item) => item.ordPrdNo);
    const answer = await client.stock([
      {
        ord_prd_no: first,
        stock_available: true,
        supply_price: { unit_price: 75_000, quantity: 2, total_amount: 150_000 },
      },
      {
        ord_prd_no: second,
        stock_available: false,
        unavailable_reason: 'out_of_stock',
        memo: '재입고 예정일: 2026-12-15',
      },
      { ord_prd_no: 'nobody', stock_available: true },
    ]);
    expect(answer.body).toMatchObject({
      request_id: expect.stringMatching(/^req_/),
      success_count: 2,
      failure_count: 1,
      available_count: 1,
      unavailable_count: 1,
      results: [
        { ord_prd_no: first, success: true, new_status: 'preparing', supply_price_recorded: true },
        {
          ord_prd_no: second,
          success: true,
          new_status: 'pending',
          message: 'Item marked as unavailable: out_of_stock',
        },
        { ord_prd_no: 'nobody', success: false },
      ],
    });
    await client.stock([{ ord_prd_no: second, stock_available: true }]);
    const item = market.control.items().find((one) => one.ordPrdNo === second);
    expect(item?.confirmations.map((one) => one.available)).toEqual([false, true]);
    expect(market.control.requests('stock')[0]).toMatchObject({ ids: [first, second, 'nobody'] });
  });

  it('wraps its answers where switched', async () => {
    const market = await marketOfTest({ seed: 'empty', switches: { brightmallEnvelope: 'wrapped' } });
    const [item] = market.control.makeItems(1, 1);
    const answer = await bareClient(market).stock([{ ord_prd_no: item?.ordPrdNo, stock_available: true }]);
    expect(answer.body).toMatchObject({ success: true, data: { success_count: 1 } });
  });

  it('refuses what the document forbids, and a wrong key', async () => {
    const market = await marketOfTest();
    const client = bareClient(market);
    const bad = { status: 400, body: { error: { code: 'VALIDATION_ERROR' } } };
    expect(await client.stock([{ ord_prd_no: 'x', stock_available: false }])).toMatchObject(bad);
    expect(await client.stock([{ ord_prd_no: 'x', stock_available: true, memo: 'x'.repeat(501) }])).toMatchObject(bad);
    const price = { unit_price: 1, quantity: 0.5, total_amount: 1 };
    expect(await client.stock([{ ord_prd_no: 'x', stock_available: true, supply_price: price }])).toMatchObject(bad);
    const many = Array.from({ length: 101 }, (_, index) => ({ ord_prd_no: String(index), stock_available: true }));
    expect(await client.stock(many)).toMatchObject(bad);
    const stranger = bareClient({ ...market, brightmall: { ...market.brightmall, apiKey: 'bm_wrong' } });
    expect(await stranger.stock([])).toMatchObject({ status: 401, body: { error: { code: 'INVALID_API_KEY' } } });
    const health = await fetch(`${market.url}/vendor-api/health`, {
      headers: { 'x-vendor-api-key': market.brightmall.apiKey, 'x-vendor-id': market.brightmall.vendorId },
    });
    expect(health.status).toBe(200);
  });
});

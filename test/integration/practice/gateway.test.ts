import { describe, expect, it } from 'vitest';
import type { SwitchesPatch } from '../../../src-main/practice/switches';
import { bareClient } from '../../support/market/bare-client';
import { handClock, marketOfTest } from '../../support/market/market-in-test';

async function gatewayOfTest(switches: SwitchesPatch = {}) {
  const clock = handClock();
  const market = await marketOfTest({ switches }, { now: clock.now });
  return { clock, market, client: bareClient(market, clock.now) };
}

describe('the gateway', () => {
  it('keeps a bucket for each API and tells its state in headers', async () => {
    const { clock, client } = await gatewayOfTest({ rate: 2 });
    const remaining: (string | null)[] = [];
    for (let call = 0; call < 4; call += 1) {
      const { headers, status } = await client.query(['1']);
      expect(status).toBe(200);
      expect(headers.get('gncp-gw-ratelimit-replenish-rate')).toBe('2');
      expect(headers.get('gncp-gw-ratelimit-burst-capacity')).toBe('4');
      remaining.push(headers.get('gncp-gw-ratelimit-remaining'));
    }
    expect(remaining).toEqual(['3', '2', '1', '0']);
    const over = await client.query(['1']);
    expect(over).toMatchObject({
      status: 429,
      body: { code: 'GW.RATE_LIMIT', message: '요청이 많아 서비스를 일시적으로 사용할 수 없습니다.' },
    });
    expect((await client.confirm(['1'])).status).toBe(200);
    clock.forward(500);
    expect((await client.query(['1'])).status).toBe(200);
    expect((await client.query(['1'])).status).toBe(429);
  });

  it('puts the same trace id in header and body', async () => {
    const { client } = await gatewayOfTest();
    const yes = await client.query(['1']);
    expect(yes.body).toMatchObject({ traceId: yes.headers.get('gncp-gw-trace-id') });
    const no = await client.get('/external/v1/nothing-here');
    expect(no).toMatchObject({
      status: 404,
      body: { code: 'GW.NOT_FOUND', traceId: no.headers.get('gncp-gw-trace-id') },
    });
  });

  it('refuses by address and by API group, while the token call goes on', async () => {
    const { market, client } = await gatewayOfTest({ ipAllowed: false });
    await client.token();
    expect(await client.query(['1'])).toMatchObject({ status: 403, body: { code: 'GW.IP_NOT_ALLOWED' } });
    market.control.set({ ipAllowed: true, permissionGranted: false });
    expect(await client.query(['1'])).toMatchObject({ status: 401, body: { code: 'GW.AUTHN' } });
    market.control.set({ permissionGranted: true });
    expect((await client.query(['1'])).status).toBe(200);
    expect(market.control.requests('query').map((request) => request.reached)).toEqual([false, false, true]);
  });

  it('closes for maintenance', async () => {
    const { market, client } = await gatewayOfTest({ blocked: 'maintenance' });
    expect(await client.query(['1'])).toMatchObject({ status: 503, body: { code: 'GW.BLOCK.02' } });
    market.control.set({ blocked: 'circuit' });
    expect(await client.query(['1'])).toMatchObject({ status: 503, body: { code: 'GW.BLOCK.01' } });
  });

  it('has no control path unless started with its token', async () => {
    const market = await marketOfTest();
    const refused = await fetch(`${market.url}/__control/ledger`, {
      method: 'POST',
      headers: { 'x-practice-control': '' },
    });
    expect(refused.status).toBe(401);
    const other = await marketOfTest({ controlToken: 'mine' });
    const wrong = await fetch(`${other.url}/__control/ledger`, {
      method: 'POST',
      headers: { 'x-practice-control': 'yours' },
    });
    expect(wrong.status).toBe(401);
    const right = await fetch(`${other.url}/__control/ledger`, {
      method: 'POST',
      headers: { 'x-practice-control': 'mine' },
    });
    expect(right.status).toBe(200);
  });
});

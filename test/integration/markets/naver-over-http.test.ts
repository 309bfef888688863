import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createNaverMarket } from '../../../src-main/markets/naver/market';
import type { Sendable, Session } from '../../../src-main/markets/market';
import { createAgent } from '../../../src-main/network/agent';
import type { HttpAgent } from '../../../src-main/network/agent';
import { createConnector } from '../../../src-main/network/connector';
import { createProbe } from '../../../src-main/network/probe';
import { refusingPort } from '../../support/http/refusing-port';
import { startScriptedServer } from '../../support/http/scripted-server';
import type { ScriptedServer, Step } from '../../support/http/scripted-server';

const secrets = { market: 'naver', clientId: 'desk-app', clientSecret: '$2a$04$abcdefghijklmnopqrstuu' } as const;
const jobs: Sendable[] = ['2022040521691281', '2022040521691282'].map((target) => ({
  target,
  values: {
    kind: 'dispatch',
    dispatch: { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'CJGLS', trackingNumber: '102030405064' },
  },
}));
const targets = jobs.map((job) => job.target);
const accepted = JSON.stringify({ traceId: 't', data: { successProductOrderIds: targets, failProductOrderInfos: [] } });
const rateHeaders = {
  'GNCP-GW-Trace-ID': 'gw-1',
  'GNCP-GW-RateLimit-Replenish-Rate': '2',
  'GNCP-GW-RateLimit-Burst-Capacity': '4',
  'GNCP-GW-RateLimit-Remaining': '3',
};

let server: ScriptedServer;
let agent: HttpAgent;
let session: Session;

const openAt = (baseUrl: string, dispatching: HttpAgent = agent): Session =>
  createNaverMarket({
    request: (request) => (request.url.endsWith('/dispatch') ? dispatching : agent).request(request),
    probe: createProbe(createConnector()),
    now: () => Date.now(),
    steady: () => performance.now(),
  }).open({ secrets, baseUrl });

beforeEach(async () => {
  server = await startScriptedServer();
  server.script('/oauth2/token', {
    do: 'answer',
    status: 200,
    body: { access_token: 'the-token', expires_in: 10_799, token_type: 'Bearer' },
  });
  agent = createAgent({ now: () => Date.now() });
  session = openAt(server.url);
});
afterEach(async () => {
  await session.close();
  await agent.destroy();
  await server.close();
});

describe('a dispatch over HTTP', () => {
  it('is answered for each product order, and tells bucket and trace id', async () => {
    server.script('/dispatch', { do: 'answer', status: 200, headers: rateHeaders, body: accepted });
    const { outcome, call } = await session.send('dispatch', jobs);
    expect(outcome).toEqual({ type: 'answered', verdicts: new Map(targets.map((id) => [id, { yes: true }])) });
    expect(call).toMatchObject({
      httpStatus: 200,
      traceId: 'gw-1',
      rate: { replenishPerSecond: 2, burst: 4, remaining: 3 },
      body: accepted,
    });
    expect(server.received.map((one) => [one.method, one.url])).toEqual([
      ['POST', '/external/v1/oauth2/token'],
      ['POST', '/external/v1/pay-order/seller/product-orders/dispatch'],
    ]);
    expect(server.received[1]?.headers.authorization).toBe('Bearer the-token');
  });

  const lost: [string, Step][] = [
    ['a socket closed before the body was read', { do: 'destroy-before-reading' }],
    ['a socket closed after the body was read', { do: 'destroy-after-reading' }],
    ['half an answer', { do: 'half-body', status: 200, body: accepted }],
    ['502 with an HTML page', { do: 'answer', status: 502, body: '<html><h1>Bad Gateway</h1></html>' }],
    ['504 GW.TIMEOUT.02', { do: 'answer', status: 504, body: { code: 'GW.TIMEOUT.02', message: 'm', traceId: 'g' } }],
    ['500', { do: 'answer', status: 500 }],
    ['JSON of another shape', { do: 'answer', status: 200, body: { ok: true } }],
    ['an empty 200', { do: 'answer', status: 200 }],
  ];
  it.each(lost)('that meets %s is sent once, and its end is unknown', async (_what, step) => {
    server.script('/dispatch', step);
    const { outcome } = await session.send('dispatch', jobs);
    expect(outcome).toMatchObject({ type: 'no-answer' });
    expect(server.received.filter((one) => one.url.endsWith('/dispatch'))).toHaveLength(1);
  });

  const still: [string, Step][] = [
    ['silence', { do: 'stall' }],
    ['an answer that stands still', { do: 'stall-in-body', status: 200, body: accepted }],
  ];
  it.each(still)('that meets %s is sent once, and its end is unknown', async (_what, step) => {
    server.script('/dispatch', step);
    // Only what is to time out is in a hurry: the token has come, however slow the machine is.
    const hasty = createAgent({ now: () => Date.now(), timeouts: { headers: 1_000, body: 1_000 } });
    onTestFinished(() => hasty.destroy());
    const { outcome } = await openAt(server.url, hasty).send('dispatch', jobs);
    expect(outcome).toMatchObject({ type: 'no-answer' });
    await expect.poll(() => server.received.filter((one) => one.url.endsWith('/dispatch')).length).toBe(1);
  });

  const certain: [string, Step, string][] = [
    ['403', { do: 'answer', status: 403, body: { code: 'GW.IP_NOT_ALLOWED', message: 'm' } }, 'ip'],
    ['429', { do: 'answer', status: 429, body: { code: 'GW.RATE_LIMIT', message: 'm' } }, 'rate'],
    ['503', { do: 'answer', status: 503, body: { code: 'GW.BLOCK.01', message: 'm' } }, 'blocked'],
    ['404', { do: 'answer', status: 404, body: { code: 'GW.NOT_FOUND', message: 'm' } }, 'no-path'],
  ];
  it.each(certain)('that is answered %s is certainly not applied', async (_what, step, kind) => {
    server.script('/dispatch', step);
    const { outcome } = await session.send('dispatch', jobs);
    expect(outcome).toMatchObject({ type: 'not-applied', failure: { kind } });
  });

  it('that no one hears is certainly not applied, and nothing was lost of it', async () => {
    await session.ready();
    const gone = openAt(`http://127.0.0.1:${await refusingPort()}`);
    expect(await gone.probe()).toBe(false);
    const { outcome } = await gone.send('dispatch', jobs);
    expect(outcome).toMatchObject({ type: 'not-applied', failure: { kind: 'offline', code: 'ECONNREFUSED' } });
    expect(await session.probe()).toBe(true);
  });

  it('goes out on a new connection after the market closed the old one', async () => {
    server.script('/dispatch', { do: 'answer', status: 200, body: accepted });
    await session.send('dispatch', jobs);
    server.dropConnections();
    // The close has to arrive: until then a write on the old connection would rightly be unknown.
    await expect.poll(() => session.probe()).toBe(true);
    const { outcome } = await session.send('dispatch', jobs);
    expect(outcome).toMatchObject({ type: 'answered' });
  });

  it('that gets a 401 takes a new token and goes out again', async () => {
    server.script(
      '/oauth2/token',
      { do: 'answer', status: 200, body: { access_token: 'old', expires_in: 10_799 } },
      { do: 'answer', status: 200, body: { access_token: 'new', expires_in: 10_799 } },
    );
    server.script(
      '/dispatch',
      { do: 'answer', status: 401, body: { code: 'GW.AUTHN', message: 'm' } },
      { do: 'answer', status: 200, body: accepted },
    );
    const { outcome } = await session.send('dispatch', jobs);
    expect(outcome).toMatchObject({ type: 'answered' });
    expect(server.received.map((one) => one.headers.authorization)).toEqual([
      undefined,
      'Bearer old',
      undefined,
      'Bearer new',
    ]);
  });
});

describe('a token over HTTP', () => {
  it('is asked for in a form, with nothing in the URL', async () => {
    await session.ready();
    const [asked] = server.received;
    expect(asked?.url).toBe('/external/v1/oauth2/token');
    expect(asked?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    const form = new URLSearchParams(asked?.body);
    expect(form.get('client_id')).toBe('desk-app');
    expect(form.get('client_secret_sign')).toMatch(/^JDJh/);
    expect(form.has('account_id')).toBe(false);
  });

  it('is signed with the market’s time once its Date has taught it', async () => {
    const began = performance.now();
    const date = new Date(Date.now() - 3 * 3_600_000).toUTCString();
    server.script(
      '/oauth2/token',
      { do: 'answer', status: 400, headers: { date }, body: { message: 'timestamp 항목은 현재 이전이어야 합니다.' } },
      { do: 'answer', status: 200, headers: { date }, body: { access_token: 't', expires_in: 10_799 } },
    );
    expect(await session.ready()).toEqual({ ok: true });
    const stamps = server.received.map((one) => Number(new URLSearchParams(one.body).get('timestamp')));
    const second = stamps[1] ?? Number.NaN;
    // The market's time goes on while the answer is read and the next one signed.
    expect(second).toBeLessThanOrEqual(Date.parse(date) + (performance.now() - began));
    expect(second).toBeGreaterThan(Date.parse(date) - 60_000);
  });
});

describe('the other calls over HTTP', () => {
  it('read product orders, confirm them and look them up', async () => {
    const [id = ''] = targets;
    const data = [{ productOrder: { productOrderId: id, productOrderStatus: 'PAYED', placeOrderStatus: 'NOT_YET' } }];
    server.script('/query', { do: 'answer', status: 200, body: { traceId: 't', data } });
    server.script('/confirm', {
      do: 'answer',
      status: 200,
      body: {
        traceId: 't',
        data: { successProductOrderInfos: [{ productOrderId: id, isReceiverAddressChanged: true }] },
      },
    });
    server.script('/product-order-ids', {
      do: 'answer',
      status: 200,
      body: { traceId: 't', data: { productOrderIds: targets } },
    });

    const read = await session.read(targets);
    expect(read.outcome.type === 'answered' && [...read.outcome.findings.keys()]).toEqual([id]);
    expect((await session.send('confirm', [{ target: id, values: { kind: 'confirm', confirm: {} } }])).outcome).toEqual(
      {
        type: 'answered',
        verdicts: new Map([[id, { yes: true, addressChanged: true }]]),
      },
    );
    const lookup = await session.send('lookup', [{ target: '2022040500001', values: { kind: 'lookup', lookup: {} } }]);
    expect(lookup.outcome).toEqual({
      type: 'answered',
      verdicts: new Map([['2022040500001', { yes: true, productOrderIds: targets }]]),
    });
    expect(server.received.at(-1)).toMatchObject({
      method: 'GET',
      url: '/external/v1/pay-order/seller/orders/2022040500001/product-order-ids',
    });
  });

  it('test the store', async () => {
    server.script('/query', { do: 'answer', status: 200, body: { traceId: 't', data: [] } });
    expect(await session.test()).toMatchObject({ code: 'ok', skewMs: 0 });
  });
});

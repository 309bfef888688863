import { describe, expect, it } from 'vitest';
import { createNaverMarket } from '../../../../../src-main/markets/naver/market';
import type { Sendable } from '../../../../../src-main/markets/market';
import type { HttpRequest } from '../../../../../src-main/network/agent';
import { dispatchRequest } from '../../../../support/contracts/naver-dispatch';
import { scriptRequest } from '../../../../support/http/scripted-request';
import type { Scripted } from '../../../../support/http/scripted-request';

const secrets = { market: 'naver', clientId: 'desk-app', clientSecret: '$2a$04$abcdefghijklmnopqrstuu' } as const;
const start = Date.parse('2026-03-02T07:30:00.500Z');
const authn: Scripted = {
  status: 401,
  body: { code: 'GW.AUTHN', message: '요청을 보낼 권한이 없습니다.', traceId: 'g1' },
};
const job: Sendable = {
  target: '2022040521691281',
  values: {
    kind: 'dispatch',
    dispatch: { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'CJGLS', trackingNumber: '102030405064' },
  },
};
const delay: Sendable = {
  target: job.target,
  values: {
    kind: 'delay',
    delay: {
      until: Date.parse('2026-03-06T23:59:59.999+09:00'),
      reason: 'made-to-order',
      text: '새겨 넣고 있어요',
    },
  },
};
const refund: Sendable = { target: job.target, values: { kind: 'refund', refund: { claimId: 'c1' } } };
const accepted: Scripted = { status: 200, body: { traceId: 't', data: { successProductOrderIds: [job.target] } } };

/** A store whose market answers tokens in the order given, and calls by the bearer. */
function desk(tokens: Scripted[], call: (bearer: string, request: HttpRequest) => Scripted | Promise<Scripted>) {
  let given = 0;
  const { request, asked } = scriptRequest(
    () => start,
    (one) => {
      if (one.url.endsWith('/v1/oauth2/token')) return tokens[Math.min(given++, tokens.length - 1)] ?? { status: 500 };
      return call(one.headers['authorization']?.replace('Bearer ', '') ?? '', one);
    },
  );
  const market = createNaverMarket({ request, probe: async () => true, now: () => start, steady: () => start });
  const session = market.open({ secrets, baseUrl: 'http://market' });
  const paths = () => asked.map((one) => one.url.replace(/^.*\//, ''));
  return { market, session, asked, paths };
}
const token = (name: string): Scripted => ({ status: 200, body: { access_token: name, expires_in: 10_799 } });

it('takes a token with a line end for a bad answer, not for a market that cannot be reached', async () => {
  const { session, paths } = desk([token('a\r\nb')], () => accepted);
  const sent = await session.send('dispatch', [job]);
  expect(sent.outcome).toEqual({ type: 'not-applied', failure: { kind: 'market', code: 'not-documented' } });
  expect(paths()).toEqual(['token']);
});

it('keeps of an answer no more than a support desk needs', async () => {
  const body = { traceId: 't', data: { successProductOrderIds: [job.target] }, more: 'x'.repeat(200_000) };
  const { session } = desk([token('t1')], () => ({ status: 200, body }));
  const sent = await session.send('dispatch', [job]);
  expect(sent.call.body).toHaveLength(64 * 1024);
});

describe('a 401 to a call', () => {
  it('renews the token once and repeats the call once, for a write, too', async () => {
    const { session, paths } = desk([token('old'), token('new')], (bearer) => (bearer === 'new' ? accepted : authn));
    const { outcome } = await session.send('dispatch', [job]);
    expect(outcome).toEqual({ type: 'answered', verdicts: new Map([[job.target, { yes: true }]]) });
    expect(paths()).toEqual(['token', 'dispatch', 'token', 'dispatch']);
  });

  it('to a fresh token says that the permission is missing, and stops', async () => {
    const { session, paths } = desk([token('old'), token('new')], () => authn);
    const { outcome, call } = await session.send('dispatch', [job]);
    expect(outcome).toMatchObject({ type: 'not-applied', failure: { kind: 'permission', code: 'GW.AUTHN' } });
    expect(call).toMatchObject({ httpStatus: 401, code: 'GW.AUTHN', traceId: 'g1' });
    expect(paths()).toEqual(['token', 'dispatch', 'token', 'dispatch']);
  });

  it('that was a slip of the gateway costs one repeat, even with the same token', async () => {
    let asked = 0;
    const { session, paths } = desk([token('same')], () => ((asked += 1) === 1 ? authn : accepted));
    const { outcome } = await session.send('dispatch', [job]);
    expect(outcome).toMatchObject({ type: 'answered' });
    expect(paths()).toEqual(['token', 'dispatch', 'token', 'dispatch']);
  });

  it('repeats the call once and not again when the renewal returns the refused token', async () => {
    const { session, paths } = desk([token('same')], () => authn);
    const { outcome } = await session.send('dispatch', [job]);
    expect(outcome).toMatchObject({ type: 'not-applied', failure: { kind: 'permission' } });
    expect(paths()).toEqual(['token', 'dispatch', 'token', 'dispatch']);
  });

  it('shows that the secret was changed when the renewal is refused', async () => {
    const wrong: Scripted = { status: 400, body: { message: 'client_secret_sign 항목이 유효하지 않습니다' } };
    const { session } = desk([token('old'), wrong], () => authn);
    const { outcome } = await session.send('dispatch', [job]);
    expect(outcome).toMatchObject({ type: 'not-applied', failure: { kind: 'secret' } });
  });

  it('to two calls at once renews the token once', async () => {
    const { session, paths } = desk([token('old'), token('new')], async (bearer) =>
      bearer === 'new' ? accepted : authn,
    );
    await session.ready();
    await Promise.all([session.send('dispatch', [job]), session.send('dispatch', [job])]);
    expect(paths().filter((path) => path === 'token')).toHaveLength(2);
  });
});

describe('a session', () => {
  it('gets its token before anything is marked as sending', async () => {
    const { session, paths } = desk([token('t')], () => accepted);
    expect(await session.ready()).toEqual({ ok: true });
    await session.send('dispatch', [job]);
    expect(paths()).toEqual(['token', 'dispatch']);
  });

  it('says why there is no token, and sends nothing', async () => {
    const { session, paths } = desk([{ notWritten: 'ENOTFOUND' }], () => accepted);
    expect(await session.ready()).toMatchObject({ ok: false, failure: { kind: 'offline' } });
    const { outcome, call } = await session.send('dispatch', [job]);
    expect(outcome).toMatchObject({ type: 'not-applied', failure: { kind: 'offline' } });
    expect(call.code).toBe('ENOTFOUND');
    expect(paths()).toEqual(['token', 'token']);
  });

  it('sends what the document asks for, once, with the bearer', async () => {
    const { session, asked } = desk([token('t')], () => accepted);
    await session.send('dispatch', [job]);
    const sent = asked[1];
    expect(sent?.url).toBe('http://market/external/v1/pay-order/seller/product-orders/dispatch');
    expect(sent?.headers).toEqual({
      accept: 'application/json',
      'content-type': 'application/json',
      authorization: 'Bearer t',
    });
    expect(dispatchRequest.parse(JSON.parse(sent?.body ?? ''))).toEqual({
      dispatchProductOrders: [
        {
          productOrderId: job.target,
          deliveryMethod: 'DELIVERY',
          deliveryCompanyCode: 'CJGLS',
          trackingNumber: '102030405064',
          dispatchDate: '2026-03-02T16:30:00.500+09:00',
        },
      ],
    });
  });

  it('keeps the body of a write for the support desk, and that of a reading not: it holds addresses', async () => {
    const { session } = desk([token('t')], () => accepted);
    expect((await session.send('dispatch', [job])).call.body).toContain('successProductOrderIds');
    expect((await session.read([job.target])).call).not.toHaveProperty('body');
  });

  it('finds the trace id in the body where no header has it', async () => {
    const { session } = desk([token('t')], () => accepted);
    expect((await session.send('dispatch', [job])).call).toMatchObject({ traceId: 't' });
  });

  it('sends nothing for a kind that is not this market’s', async () => {
    const { session, asked } = desk([token('t')], () => accepted);
    const outcomes = [
      (await session.send('stock', [job])).outcome,
      (await session.send('dispatch', [{ target: '1', values: { kind: 'confirm', confirm: {} } }])).outcome,
      (await session.send('lookup', [job, job])).outcome,
      (await session.send('delay', [delay, delay])).outcome,
      (await session.send('delay', [{ ...delay, values: refund.values }])).outcome,
      (await session.send('delay', [{ ...delay, target: '../dispatch' }])).outcome,
      (await session.send('refund', [refund, refund])).outcome,
      (await session.send('refund', [{ ...refund, target: '1/../2' }])).outcome,
      (await session.send('refund', [])).outcome,
    ];
    for (const outcome of outcomes) expect(outcome).toMatchObject({ type: 'refused-whole', code: 'not-supported' });
    expect(asked).toEqual([]);
  });

  it('writes about one product order under its own path: a delay with its body, a yes to a cancel request without', async () => {
    const { session, asked } = desk([token('t')], () => accepted);
    for (const [kind, one] of [
      ['delay', delay],
      ['refund', refund],
    ] as const) {
      expect((await session.send(kind, [one])).outcome).toEqual({
        type: 'answered',
        verdicts: new Map([[job.target, { yes: true }]]),
      });
    }
    const orders = 'http://market/external/v1/pay-order/seller/product-orders';
    expect(asked.slice(1).map(({ method, url, body }) => [method, url, body && JSON.parse(body)])).toEqual([
      [
        'POST',
        `${orders}/${job.target}/delay`,
        {
          dispatchDueDate: '2026-03-06T23:59:59.000+09:00',
          delayedDispatchReason: 'CUSTOM_BUILD',
          dispatchDelayedDetailedReason: '새겨 넣고 있어요',
        },
      ],
      ['POST', `${orders}/${job.target}/claim/cancel/approve`, undefined],
    ]);
  });

  it('asks no one for what is no order number', async () => {
    const { session, asked } = desk([token('t')], () => accepted);
    const { outcome } = await session.send('lookup', [{ target: '..', values: { kind: 'lookup', lookup: {} } }]);
    expect(outcome).toMatchObject({ type: 'answered' });
    expect(asked).toEqual([]);
  });
});

describe('the market', () => {
  it('keeps one bucket per application and kind of call', () => {
    const { market } = desk([], () => accepted);
    expect(market.bucketOf('a', 'dispatch')).not.toBe(market.bucketOf('a', 'read'));
    expect(market.bucketOf('a', 'dispatch')).not.toBe(market.bucketOf('b', 'dispatch'));
    expect([market.limits, market.readLimit, market.reads]).toEqual([
      { dispatch: 30, confirm: 30, lookup: 1, delay: 1, refund: 1 },
      300,
      ['dispatch', 'confirm', 'delay', 'refund'],
    ]);
  });
});

describe('the test of a store', () => {
  const reportOf = async (tokens: Scripted[], query: Scripted) => desk(tokens, () => query).session.test();
  const good = [token('t')];

  it.each<[string, Scripted]>([
    ['an empty answer', { status: 200, body: { traceId: 't', data: [] } }],
    ['a refusal of the harmless id', { status: 400, body: { code: '4000', message: '말' } }],
    ['a 404 of the service', { status: 404, body: { code: '100001' } }],
    ['an error of the service', { status: 500, body: { code: '9999' } }],
    ['a full bucket', { status: 429, body: { code: 'GW.RATE_LIMIT' } }],
  ])('is passed with %s: the gateway let the call through', async (_what, query) => {
    expect(await reportOf(good, query)).toMatchObject({
      code: 'ok',
      ticks: { internet: 'yes', clock: 'yes', secret: 'yes', ip: 'yes', permission: 'yes' },
    });
  });

  it.each<[string, Scripted, string, object]>([
    ['GW.AUTHN', authn, 'permission-missing', { secret: 'yes', permission: 'no', ip: 'unknown' }],
    [
      'GW.IP_NOT_ALLOWED',
      { status: 403, body: { code: 'GW.IP_NOT_ALLOWED' } },
      'ip-not-allowed',
      { secret: 'yes', ip: 'no', permission: 'unknown' },
    ],
    ['GW.QUOTA_LIMIT', { status: 429, body: { code: 'GW.QUOTA_LIMIT' } }, 'quota', { secret: 'yes' }],
    ['GW.BLOCK.02', { status: 503, body: { code: 'GW.BLOCK.02' } }, 'market-trouble', { permission: 'unknown' }],
    ['GW.TIMEOUT.01', { status: 504, body: { code: 'GW.TIMEOUT.01' } }, 'market-trouble', { internet: 'yes' }],
    ['502 in HTML', { status: 502, body: '<html>' }, 'market-trouble', { permission: 'unknown' }],
    ['a lost line', { notWritten: 'ENETUNREACH' }, 'no-connection', { internet: 'no', secret: 'unknown' }],
  ])('that ends with %s is %s', async (_what, query, code, ticks) => {
    expect(await reportOf(good, query)).toMatchObject({ code, ticks });
  });

  it.each<[string, Scripted, string, object]>([
    ['no line', { notWritten: 'ENOTFOUND' }, 'no-connection', { internet: 'no', clock: 'unknown' }],
    ['a wrong secret', { status: 400, body: { message: 'client_secret_sign' } }, 'bad-secret', { secret: 'no' }],
    ['a refused time', { status: 400, body: { message: 'timestamp 항목' } }, 'wrong-clock', { clock: 'no' }],
    ['a used-up quota', { status: 429, body: { code: 'GW.QUOTA_LIMIT' } }, 'quota', { internet: 'yes' }],
    ['500', { status: 500 }, 'market-trouble', { secret: 'unknown' }],
  ])('with %s for the token is %s', async (_what, answer, code, ticks) => {
    expect(await reportOf([answer], accepted)).toMatchObject({ code, ticks });
  });

  it('hands on the address the market saw, where it says so', async () => {
    const body = { code: 'GW.IP_NOT_ALLOWED', message: '호출이 허용되지 않은 IP입니다. (203.0.113.7)', traceId: 'g2' };
    expect(await reportOf(good, { status: 403, body })).toMatchObject({
      address: '203.0.113.7',
      marketCode: 'GW.IP_NOT_ALLOWED',
      traceId: 'g2',
    });
  });

  it('says by how much the PC is ahead', async () => {
    const date = new Date(start - 600_000).toUTCString();
    const report = await reportOf([{ ...token('t'), headers: { date } }], {
      status: 200,
      headers: { date },
      body: { traceId: 't' },
    });
    expect(Math.abs((report.skewMs ?? 0) - 600_000)).toBeLessThan(1_100);
  });
});

import { hash } from 'bcryptjs';
import { describe, expect, it } from 'vitest';
import { createMarketClock } from '../../../../../src-main/network/market-clock';
import { createTokens } from '../../../../../src-main/markets/naver/token';
import { scriptRequest } from '../../../../support/http/scripted-request';
import type { Scripted } from '../../../../support/http/scripted-request';

const clientId = 'desk-app';
const clientSecret = '$2a$04$abcdefghijklmnopqrstuu';
const start = Date.parse('2026-03-02T07:30:00.500Z');
const ahead = '{"code":"BAD_REQUEST","message":"timestamp 항목은 현재 이전이어야 합니다."}';

/** A store's tokens, a clock that the test moves, and a market of which only the token endpoint exists. */
function desk(reply: (form: URLSearchParams, before: number) => Scripted | Promise<Scripted>, marketMinusLocal = 0) {
  const time = { now: start };
  const clock = createMarketClock(
    () => time.now,
    () => time.now,
  );
  const script = scriptRequest(
    () => time.now,
    async (request, before) => {
      const scripted = await reply(new URLSearchParams(request.body), before);
      if ('cut' in scripted || 'notWritten' in scripted) return scripted;
      return {
        ...scripted,
        headers: { date: new Date(time.now + marketMinusLocal).toUTCString(), ...scripted.headers },
      };
    },
  );
  const tokens = createTokens({
    clientId,
    clientSecret,
    baseUrl: 'http://market/external',
    request: script.request,
    clock,
  });
  return { tokens, asked: script.asked, time, clock };
}

const token = (name: string, expires_in = 10_799): Scripted => ({
  status: 200,
  body: { access_token: name, expires_in, token_type: 'Bearer' },
});

describe('the request for a token', () => {
  it('stands in the body, says SELF and names no account', async () => {
    const { tokens, asked } = desk(() => token('t'));
    expect(await tokens.current()).toEqual({ ok: true, token: 't' });
    const [request] = asked;
    expect(request?.url).toBe('http://market/external/v1/oauth2/token');
    expect(request?.headers).toEqual({
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    });
    const form = new URLSearchParams(request?.body);
    expect([...form.keys()].sort()).toEqual(['client_id', 'client_secret_sign', 'grant_type', 'timestamp', 'type']);
    expect(form.get('type')).toBe('SELF');
    expect(form.get('grant_type')).toBe('client_credentials');
  });

  it('is signed with the time it names, two seconds back', async () => {
    const { tokens, asked } = desk(() => token('t'));
    await tokens.current();
    const form = new URLSearchParams(asked[0]?.body);
    expect(form.get('timestamp')).toBe(String(start - 2_000));
    const signed = Buffer.from(form.get('client_secret_sign') ?? '', 'base64').toString();
    expect(signed).toBe(await hash(`${clientId}_${start - 2_000}`, clientSecret));
  });

  it('is not made with what cannot be a secret', async () => {
    const { request, asked } = scriptRequest(
      () => start,
      () => token('t'),
    );
    const clock = createMarketClock(
      () => start,
      () => start,
    );
    const tokens = createTokens({ clientId, clientSecret: 'pasted the id', baseUrl: 'http://m', request, clock });
    expect(await tokens.current()).toEqual({ ok: false, failure: { kind: 'secret', code: 'secret-form' } });
    expect(asked).toEqual([]);
  });

  it('is made once, however many wait for it', async () => {
    const { tokens, asked } = desk(() => token('t'));
    const answers = await Promise.all([tokens.current(), tokens.current(), tokens.replace('old'), tokens.renew()]);
    expect(answers).toEqual(answers.map(() => ({ ok: true, token: 't' })));
    expect(asked).toHaveLength(1);
  });
});

describe('a token at hand', () => {
  it('serves until five minutes before its end', async () => {
    const { tokens, asked, time } = desk((_form, before) => token(`t${before}`));
    await tokens.current();
    time.now = start + (10_799 - 301) * 1_000;
    expect(await tokens.current()).toEqual({ ok: true, token: 't0' });
    time.now = start + (10_799 - 299) * 1_000;
    expect(await tokens.current()).toEqual({ ok: true, token: 't1' });
    expect(asked).toHaveLength(2);
  });

  it('serves for nine tenths of a short life', async () => {
    const { tokens, asked, time } = desk((_form, before) => token(`t${before}`, 10));
    await tokens.current();
    time.now = start + 8_900;
    await tokens.current();
    expect(asked).toHaveLength(1);
    time.now = start + 9_100;
    expect(await tokens.current()).toEqual({ ok: true, token: 't1' });
  });

  it.each([0, -5, null, 'soon', undefined])('that says %j of its life serves for a minute', async (expires_in) => {
    const { tokens, asked, time } = desk((_form, before) => ({
      status: 200,
      body: { access_token: `t${before}`, ...(expires_in === undefined ? {} : { expires_in }) },
    }));
    expect(await tokens.current()).toEqual({ ok: true, token: 't0' });
    time.now = start + 50_000;
    await tokens.current();
    expect(asked).toHaveLength(1);
    time.now = start + 60_000;
    expect(await tokens.current()).toEqual({ ok: true, token: 't1' });
  });

  it('may say its life as a text', async () => {
    const { tokens, asked, time } = desk(() => ({ status: 200, body: { access_token: 't', expires_in: '10799' } }));
    await tokens.current();
    time.now = start + 3_600_000;
    expect(await tokens.current()).toEqual({ ok: true, token: 't' });
    expect(asked).toHaveLength(1);
  });

  it('is asked for again when it was to be forgotten, and when it has just ended', async () => {
    const { tokens, time } = desk((_form, before) => token(`t${before}`, 10));
    await tokens.current();
    tokens.forget();
    expect(await tokens.current()).toEqual({ ok: true, token: 't1' });
    time.now = start + 9_000;
    expect(await tokens.current()).toEqual({ ok: true, token: 't2' });
  });

  it('is asked for with the method of the document, and taken from a 200 alone', async () => {
    const { tokens, asked } = desk(() => ({ ...token('t'), status: 201 }));
    expect(await tokens.current()).toMatchObject({ ok: false, failure: { kind: 'market' } });
    expect(asked[0]?.method).toBe('POST');
  });

  it('is not replaced for somebody who was refused an older one', async () => {
    const { tokens, asked } = desk((_form, before) => token(`t${before}`));
    await tokens.current();
    expect(await tokens.replace('older')).toEqual({ ok: true, token: 't0' });
    expect(await tokens.replace('t0')).toEqual({ ok: true, token: 't1' });
    expect(asked).toHaveLength(2);
  });
});

describe('a clock that is wrong', () => {
  it('is learnt from the refusal, and the request repeated once', async () => {
    const skew = -7 * 60_000;
    const market = (form: URLSearchParams): Scripted =>
      Number(form.get('timestamp')) > start + skew ? { status: 400, body: ahead } : token('t');
    const { tokens, asked, clock } = desk(market, skew);
    expect(await tokens.current()).toEqual({ ok: true, token: 't' });
    expect(asked).toHaveLength(2);
    expect(Math.abs((clock.skewMs() ?? 0) - skew)).toBeLessThan(1_100);
  });

  it.each([
    '{"code":"BAD","invalidInputs":[{"name":"timestamp","type":"invalid"}]}',
    '{"code":"BAD","invalidInputs": [ { "name"  :  "timestamp" } ] }',
    '{"code":"BAD","message":"Timestamp is not valid"}',
  ])('is learnt from a refusal that says %s', async (body) => {
    const { tokens, asked } = desk((_form, before) => (before === 0 ? { status: 400, body } : token('t')));
    expect(await tokens.current()).toEqual({ ok: true, token: 't' });
    expect(asked).toHaveLength(2);
  });

  it.each<[string, Scripted]>([
    ['a refusal of something else', { status: 400, body: '{"timestamp":"2026-03-02T16:20:00+09:00","message":"no"}' }],
    ['another status', { status: 500, body: ahead }],
  ])('is not supposed after %s', async (_what, scripted) => {
    const { tokens, asked } = desk(() => scripted);
    expect(await tokens.current()).toMatchObject({ ok: false });
    expect(asked).toHaveLength(1);
  });

  it('is named when the market still refuses', async () => {
    const { tokens, asked } = desk(() => ({ status: 400, body: ahead }));
    expect(await tokens.current()).toMatchObject({ ok: false, failure: { kind: 'clock' } });
    expect(asked).toHaveLength(2);
  });
});

describe('a token that is refused', () => {
  it.each<[string, Scripted, string]>([
    ['a wrong signature', { status: 400, body: { message: 'client_secret_sign 항목이 유효하지 않습니다' } }, 'secret'],
    ['401', { status: 401, body: { code: 'GW.AUTHN' } }, 'secret'],
    ['403 of the service', { status: 403, body: { code: 'FORBIDDEN' } }, 'secret'],
    ['403 for the address', { status: 403, body: { code: 'GW.IP_NOT_ALLOWED' } }, 'ip'],
    ['429', { status: 429, body: { code: 'GW.RATE_LIMIT' } }, 'rate'],
    ['a quota', { status: 429, body: { code: 'GW.QUOTA_LIMIT' } }, 'quota'],
    ['maintenance', { status: 503, body: { code: 'GW.BLOCK.02' } }, 'blocked'],
    ['maintenance told by a proxy', { status: 503, body: '<html>' }, 'blocked'],
    ['another address', { status: 404, body: { code: 'GW.NOT_FOUND' } }, 'no-path'],
    ['500', { status: 500 }, 'market'],
    ['a cut', { cut: 'UND_ERR_SOCKET' }, 'market'],
    ['no line', { notWritten: 'ENOTFOUND' }, 'offline'],
    ['HTML', { status: 200, body: '<html>' }, 'market'],
  ])('by %s is trouble of its kind, asked once', async (_what, scripted, kind) => {
    const { tokens, asked } = desk(() => scripted);
    const answer = await tokens.current();
    expect(answer).toMatchObject({ ok: false, failure: { kind } });
    expect(asked).toHaveLength(1);
    // Nothing that goes to the log or the window holds what was signed or the signature.
    const form = new URLSearchParams(asked[0]?.body);
    for (const secret of [clientSecret, form.get('client_secret_sign') ?? '']) {
      expect(JSON.stringify(answer)).not.toContain(secret);
    }
  });

  it('is asked for again next time', async () => {
    const { tokens } = desk((_form, before) => (before === 0 ? { notWritten: 'ENOTFOUND' } : token('t')));
    expect(await tokens.current()).toMatchObject({ ok: false });
    expect(await tokens.current()).toEqual({ ok: true, token: 't' });
  });
});

describe('the time of the market', () => {
  const minute = 60_000;
  const marketAt = start - 10 * minute;
  /** Judges by its own clock and says the time in its bodies; what its `Date` says is another matter. */
  const judge = (form: URLSearchParams, date: string | undefined): Scripted => {
    const lag = marketAt - Number(form.get('timestamp'));
    if (lag >= 0 && lag < 5 * minute) return { ...token('t'), ...(date === undefined ? {} : { headers: { date } }) };
    return {
      status: 400,
      headers: date === undefined ? {} : { date },
      body: {
        code: 'BAD',
        message: 'timestamp 항목은 현재 이전이어야 합니다.',
        timestamp: '2026-03-02T16:20:00.500+09:00',
      },
    };
  };
  const tokensOf = (date: string | undefined) => {
    const script = scriptRequest(
      () => start,
      (request) => judge(new URLSearchParams(request.body), date),
    );
    const clock = createMarketClock(
      () => start,
      () => start,
    );
    const tokens = createTokens({ clientId, clientSecret, baseUrl: 'http://m', request: script.request, clock });
    return { tokens, asked: script.asked };
  };

  it('is learnt from the body of a refusal without a Date', async () => {
    const { tokens, asked } = tokensOf(undefined);
    expect(await tokens.current()).toEqual({ ok: true, token: 't' });
    expect(asked).toHaveLength(2);
  });

  it('is learnt from the body where the Date is that of another clock', async () => {
    const { tokens, asked } = tokensOf(new Date(start).toUTCString());
    expect(await tokens.current()).toEqual({ ok: true, token: 't' });
    expect(asked).toHaveLength(3);
  });
});

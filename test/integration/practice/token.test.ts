import { describe, expect, it } from 'vitest';
import { signatureOf } from '../../../src-main/practice/token-issuer';
import { bareClient } from '../../support/market/bare-client';
import { handClock, marketOfTest } from '../../support/market/market-in-test';

const minute = 60_000;

const message = (field: string) => ({ status: 400, body: { message: `${field} 항목이 유효하지 않습니다` } });

async function deskOfTest(switches: Record<string, unknown> = {}) {
  const clock = handClock();
  const market = await marketOfTest({ switches }, { now: clock.now });
  return { clock, market, client: bareClient(market, clock.now) };
}

describe('the token call', () => {
  it('signs the documented example as the document does, though its salt is not canonical', async () => {
    const credentials = { clientId: 'aaaabbbbcccc', clientSecret: '$2a$10$abcdefghijklmnopqrstuv' };
    expect(await signatureOf(credentials, '1643961623299')).toBe(
      'JDJhJDEwJGFiY2RlZmdoaWprbG1ub3BxcnN0dXVCVldZSk42T0VPdEx1OFY0cDQxa2IuTnpVaUEzbmsy',
    );
  });

  it('answers a token that says 10799 seconds, without rate headers, with the trace id', async () => {
    const { clock, client } = await deskOfTest();
    const answer = await client.tokenCall(await client.signedForm(clock.now()));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ expires_in: 10_799, token_type: 'Bearer' });
    expect(answer.headers.get('gncp-gw-trace-id')).toMatch(/\^/);
    expect(answer.headers.get('gncp-gw-ratelimit-remaining')).toBeNull();
  });

  it('takes the documented secret with its non-canonical salt', async () => {
    const credentials = { clientId: 'aaaabbbbcccc', clientSecret: '$2a$04$abcdefghijklmnopqrstuv' };
    const clock = handClock();
    const market = await marketOfTest({ credentials }, { now: clock.now });
    const client = bareClient(market, clock.now);
    expect((await client.tokenCall(await client.signedForm(clock.now()))).status).toBe(200);
  });

  it('gives the same token while half an hour is left, then a new one while the old still works', async () => {
    const { clock, client } = await deskOfTest();
    const ask = async () => (await client.tokenCall(await client.signedForm(clock.now()))).body;
    const held = await client.token();
    clock.forward(149 * minute);
    expect(await ask()).toMatchObject({ access_token: held, expires_in: 31 * 60 - 1 });
    clock.forward(2 * minute);
    expect(await ask()).not.toMatchObject({ access_token: held });
    expect((await client.query(['1'])).status).toBe(200);
    clock.forward(30 * minute);
    expect(await client.query(['1'])).toMatchObject({ status: 401, body: { code: 'GW.AUTHN' } });
  });

  it('refuses a clock that is ahead, and one that is more than five minutes behind, in the words of the FAQ', async () => {
    const { clock, client } = await deskOfTest();
    const at = async (time: number) => client.tokenCall(await client.signedForm(time));
    expect(await at(clock.now() + 1)).toMatchObject({
      status: 400,
      body: { message: 'timestamp 항목은 현재 이전이어야 합니다.' },
    });
    expect((await at(clock.now() - 5 * minute)).status).toBe(200);
    expect(await at(clock.now() - 5 * minute - 1)).toMatchObject({
      status: 400,
      body: { message: 'timestamp항목의 유효 시간이 만료되었습니다.', invalidInputs: [{ name: 'timestamp' }] },
    });
  });

  it('tells its own clock in the Date header, skewed as the switch says', async () => {
    const { clock, client } = await deskOfTest({ clockSkewMs: -10 * minute });
    const refused = await client.tokenCall(await client.signedForm(clock.now()));
    expect(refused.status).toBe(400);
    expect(Date.parse(refused.headers.get('date') ?? '')).toBe(clock.now() - 10 * minute);
    const learnt = await client.tokenCall(await client.signedForm(clock.now() - 10 * minute - 2000));
    expect(learnt.status).toBe(200);
  });

  it('refuses a wrong signature, an unknown application and missing fields', async () => {
    const { clock, client } = await deskOfTest();
    const form = await client.signedForm(clock.now());
    expect(await client.tokenCall({ ...form, client_secret_sign: 'nonsense' })).toMatchObject(
      message('client_secret_sign'),
    );
    expect(await client.tokenCall({ ...form, client_id: 'somebody' })).toMatchObject(message('client_id'));
    expect(await client.tokenCall({ ...form, type: 'ME' })).toMatchObject(message('type'));
    expect(await client.tokenCall({ ...form, grant_type: '' })).toMatchObject(message('grant_type'));
  });

  it('answers 415 for parameters in the URL and for another content type, and remembers both', async () => {
    const { clock, client, market } = await deskOfTest();
    const form = await client.signedForm(clock.now());
    expect((await client.tokenCall({}, { query: `?${new URLSearchParams(form).toString()}` })).status).toBe(415);
    expect((await client.tokenCall(form, { contentType: 'application/json' })).status).toBe(415);
    const seen = market.control.requests('token');
    expect(seen.map((request) => request.remarks)).toEqual([['parameters in the URL'], ['not a form']]);
    expect(JSON.stringify(seen)).not.toContain(form['client_secret_sign']);
  });

  it('takes account_id with SELF, and cuts the application to one call an hour for it', async () => {
    const { clock, client } = await deskOfTest({ quota: 'watch' });
    await client.token();
    expect((await client.query(['1'])).headers.get('gncp-gw-quota-limit')).toBeNull();
    const form = await client.signedForm(clock.now());
    expect((await client.tokenCall({ ...form, account_id: 'me' })).status).toBe(200);
    expect((await client.query(['1'])).status).toBe(200);
    const cut = await client.query(['1']);
    expect(cut).toMatchObject({ status: 429, body: { code: 'GW.QUOTA_LIMIT' } });
    expect(cut.headers.get('gncp-gw-quota-period')).toBe('HOURS');
    clock.forward(60 * minute);
    expect((await client.query(['1'])).status).toBe(200);
  });

  it('can refuse what it handed out, and even go on handing it out', async () => {
    const { clock, client, market } = await deskOfTest();
    const held = await client.token();
    market.control.revokeTokens();
    expect((await client.query(['1'])).status).toBe(401);
    const again = await client.tokenCall(await client.signedForm(clock.now()));
    expect(again.body).not.toMatchObject({ access_token: held });
    market.control.revokeTokens(true);
    const stale = await client.tokenCall(await client.signedForm(clock.now()));
    expect(stale.body).toMatchObject({ access_token: Object(again.body).access_token });
  });
});

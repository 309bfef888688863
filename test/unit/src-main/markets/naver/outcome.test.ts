import { describe, expect, it } from 'vitest';
import { weigh } from '../../../../../src-main/markets/naver/outcome';
import { answerOf } from '../../../../support/http/scripted-request';
import type { Scripted } from '../../../../support/http/scripted-request';

const said = (status: number, code: string, headers?: Record<string, string>): Scripted => ({
  status,
  body: { code, message: '말', timestamp: '2022-02-07T07:57:11.369+09:00', traceId: 't' },
  ...(headers ? { headers } : {}),
});
const html = (status: number): Scripted => ({ status, body: '<html>bad gateway</html>' });

describe('what an HTTP answer means', () => {
  it.each<[string, Scripted, string]>([
    ['no byte written', { notWritten: 'ECONNREFUSED' }, 'offline'],
    ['401 GW.AUTHN', said(401, 'GW.AUTHN'), 'permission'],
    ['401 of something else', html(401), 'secret'],
    ['403 GW.IP_NOT_ALLOWED', said(403, 'GW.IP_NOT_ALLOWED'), 'ip'],
    ['403 without a word', html(403), 'ip'],
    ['403 of the service', said(403, 'FORBIDDEN'), 'permission'],
    ['404 GW.NOT_FOUND', said(404, 'GW.NOT_FOUND'), 'no-path'],
    ['429 GW.RATE_LIMIT', said(429, 'GW.RATE_LIMIT'), 'rate'],
    ['429 GW.QUOTA_LIMIT', said(429, 'GW.QUOTA_LIMIT'), 'quota'],
    ['429 without a word', html(429), 'rate'],
    ['503 GW.BLOCK.01', said(503, 'GW.BLOCK.01'), 'blocked'],
    ['503 GW.BLOCK.02', said(503, 'GW.BLOCK.02'), 'blocked'],
  ])('%s is certainly not applied, and the trouble is %s', (_what, scripted, kind) => {
    expect(weigh(answerOf(scripted))).toMatchObject({ type: 'trouble', failure: { kind } });
  });

  it.each<[string, Scripted, string]>([
    ['a cut socket', { cut: 'UND_ERR_SOCKET' }, 'UND_ERR_SOCKET'],
    ['a body cut after a 200', { cut: 'UND_ERR_SOCKET', status: 200 }, 'UND_ERR_SOCKET'],
    ['500 GW.PROXY.03', said(500, 'GW.PROXY.03'), 'GW.PROXY.03'],
    ['500 GW.PROXY.01', said(500, 'GW.PROXY.01'), 'GW.PROXY.01'],
    ['500 GW.INTERNAL_SERVER_ERROR', said(500, 'GW.INTERNAL_SERVER_ERROR'), 'GW.INTERNAL_SERVER_ERROR'],
    ['504 GW.TIMEOUT.02', said(504, 'GW.TIMEOUT.02'), 'GW.TIMEOUT.02'],
    ['502 in HTML', html(502), '502'],
    ['503 in HTML', html(503), '503'],
    ['a redirect', html(302), '302'],
    ['204', { status: 204 }, '204'],
    ['418', html(418), '418'],
  ])('%s is no answer', (_what, scripted, code) => {
    expect(weigh(answerOf(scripted))).toMatchObject({ type: 'no-answer', code });
  });

  it('refuses a whole call with 400, by the code of its body or the one seen live', () => {
    expect(weigh(answerOf(said(400, '4000')))).toEqual({ type: 'refused-whole', code: '4000', message: '말' });
    expect(weigh(answerOf(html(400)))).toEqual({ type: 'refused-whole', code: '000400', message: '' });
  });

  it('tells an order that is not there from a path that is not there', () => {
    expect(weigh(answerOf(said(404, '100003')))).toMatchObject({ type: 'not-there', code: '100003' });
  });

  it('hands on the address the market saw, where it names one', () => {
    const ip = (message: string) => weigh(answerOf({ status: 403, body: { code: 'GW.IP_NOT_ALLOWED', message } }));
    expect(ip('호출이 허용되지 않은 IP입니다. (203.0.113.7)')).toMatchObject({ failure: { address: '203.0.113.7' } });
    expect(ip('호출이 허용되지 않은 IP입니다.')).not.toHaveProperty('failure.address');
  });

  it('reads how long a quota lasts', () => {
    const quota = (headers: Record<string, string>) => weigh(answerOf(said(429, 'GW.QUOTA_LIMIT', headers)));
    expect(quota({ 'gncp-gw-quota-period': 'HOURS' })).toMatchObject({ failure: { retryAfterMs: 3_600_000 } });
    expect(quota({ 'gncp-gw-quota-period': 'ROUND' })).not.toHaveProperty('failure.retryAfterMs');
    expect(quota({ 'gncp-gw-quota-period': 'HOURS', 'retry-after': '30' })).toMatchObject({
      failure: { retryAfterMs: 30_000 },
    });
  });

  it('takes a wordless 429 with nothing left of a quota for a quota', () => {
    const scripted: Scripted = { status: 429, headers: { 'gncp-gw-quota-remaining': '0' } };
    expect(weigh(answerOf(scripted))).toMatchObject({ failure: { kind: 'quota' } });
  });

  it('takes the rate limit by its name, whatever is left of a quota', () => {
    const scripted = said(429, 'GW.RATE_LIMIT', { 'gncp-gw-quota-remaining': '0' });
    expect(weigh(answerOf(scripted))).toMatchObject({ failure: { kind: 'rate' } });
  });

  it('says where no market wrote the page, and what the network did', () => {
    const page = { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>login</html>' };
    expect(weigh(answerOf(page))).toMatchObject({ type: 'body', fault: { is: 'web-page' } });
    expect(weigh(answerOf({ ...page, status: 511 }))).toMatchObject({ type: 'no-answer', fault: { is: 'web-page' } });
    expect(weigh(answerOf(said(502, '502')))).not.toHaveProperty('fault');
  });

  it('understands Retry-After as a date, too', () => {
    const scripted: Scripted = { status: 429, headers: { 'retry-after': new Date(61_010).toUTCString() } };
    expect(weigh(answerOf(scripted, 1_000))).toMatchObject({ failure: { retryAfterMs: 59_990 } });
    // By the market's clock, where it tells it: that of the PC may be hours off.
    const [date, until] = [new Date(3_600_000).toUTCString(), new Date(3_605_000).toUTCString()];
    const dated: Scripted = { status: 429, headers: { date, 'retry-after': until } };
    expect(weigh(answerOf(dated, 1_000))).toMatchObject({ failure: { retryAfterMs: 5_000 } });
  });
});

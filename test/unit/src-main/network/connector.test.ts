import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAgent } from '../../../../src-main/network/agent';
import type { HttpAgent, HttpAnswer } from '../../../../src-main/network/agent';
import { createConnector } from '../../../../src-main/network/connector';
import type { Connect, ConnectorOptions } from '../../../../src-main/network/connector';
import { createProbe } from '../../../../src-main/network/probe';
import type { Reached } from '../../../../src-main/network/probe';
import { makeAuthority, makeCertificate } from '../../../support/http/make-certificate';
import type { MadeCertificate } from '../../../support/http/make-certificate';
import { startProxy, startSocks } from '../../../support/http/proxy-server';
import type { TestProxy } from '../../../support/http/proxy-server';
import { holdPort } from '../../../support/http/ports';
import { refusingPort } from '../../../support/http/refusing-port';
import { startSecureMarket } from '../../../support/http/secure-market';

/** A market that only a proxy knows the way to. */
const host = 'market.example';
const url = `https://${host}/v1/orders`;
const known = makeAuthority('Known Root');
const shield = makeAuthority('Web Shield Root CA', 'Example Security');

let written: string[];
let stops: (() => Promise<void>)[];
let port: number;
let proxy: TestProxy;
let list: string;

const serve = async (certificate: MadeCertificate): Promise<number> => {
  const market = await startSecureMarket(certificate, written);
  stops.push(market.close);
  return market.port;
};
const agentWith = (more: ConnectorOptions = {}): HttpAgent => {
  const connect = createConnector({
    certificates: [known.cert],
    resolveProxy: async () => list,
    ...more,
  });
  const agent = createAgent({ now: () => 1, connect });
  stops.push(() => agent.destroy());
  return agent;
};
const ask = (agent: HttpAgent = agentWith(), to = url): Promise<HttpAnswer> =>
  agent.request({ method: 'POST', url: to, headers: {}, body: '{}' });

/** What a probe says whose time is over as soon as `there`: however long it took to come so far. */
async function probeUntil(there: Promise<unknown>, connect: Connect): Promise<Reached> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const answer = createProbe(connect, 60_000)(url);
  await Promise.race([there, answer]);
  vi.advanceTimersByTime(60_000);
  return answer;
}

let good: MadeCertificate;
beforeAll(() => {
  good = makeCertificate(known, host);
});
beforeEach(async () => {
  written = [];
  stops = [];
  port = await serve(good);
  proxy = await startProxy(port);
  stops.push(() => proxy.close());
  list = `PROXY ${proxy.name}`;
});
afterEach(async () => {
  vi.useRealTimers();
  for (const stop of stops) await stop();
});

describe('a proxy of the system', () => {
  it('is asked for a tunnel to the market, and sees nothing of the call', async () => {
    expect(await ask()).toMatchObject({ type: 'response', status: 200, text: '{"ok":true}' });
    expect(proxy.asked).toEqual([`${host}:443`]);
    expect(written).toEqual([`POST ${host}`]);
  });

  it('is asked for each new connection, with the address the call goes to', async () => {
    const asked: string[] = [];
    const agent = agentWith({
      resolveProxy: async (address) => {
        asked.push(address);
        return list;
      },
    });
    await ask(agent);
    agent.renew();
    await ask(agent);
    expect(asked).toEqual([`https://${host}:443/`, `https://${host}:443/`]);
  });

  it.each(['127.0.0.1', 'localhost'])('is never asked on the way to %s', async (name) => {
    const direct = await serve(makeCertificate(known, name));
    expect(await ask(agentWith(), `https://${name}:${direct}/`)).toMatchObject({ type: 'response', status: 200 });
    expect(proxy.asked).toEqual([]);
  });

  it('is noted as the way to a target once, and again only when that way changes', async () => {
    const local = await serve(makeCertificate(known, '127.0.0.1'));
    const socks = await startSocks(port);
    stops.push(() => socks.close());
    const ways: string[] = [];
    const agent = agentWith({ onWayOut: (via, target) => ways.push(`${target} ${via}`) });
    for (let round = 0; round < 2; round += 1) {
      await ask(agent);
      await ask(agent, `https://127.0.0.1:${local}/`);
      agent.renew();
    }
    expect(ways).toEqual([`${host}:443 http`, `127.0.0.1:${local} direct`]);
    list = `SOCKS5 ${socks.name}`;
    await ask(agent);
    expect(ways.slice(2)).toEqual([`${host}:443 socks5`]);
  });

  it('that is dead makes room for the next one of the list, and stands behind it for a minute', async () => {
    const away = await holdPort();
    list = `PROXY 127.0.0.1:${away.port}; PROXY ${proxy.name}`;
    let at = 0;
    const agent = agentWith({ clock: () => at });
    expect(await ask(agent)).toMatchObject({ type: 'response', status: 200 });
    await away.letGo();
    const back = await startProxy(port, away.port);
    stops.push(() => back.close());
    at = 59_000;
    agent.renew();
    expect(await ask(agent)).toMatchObject({ type: 'response', status: 200 });
    expect(back.asked).toEqual([]);
    at = 61_000;
    agent.renew();
    expect(await ask(agent)).toMatchObject({ type: 'response', status: 200 });
    expect(back.asked).toEqual([`${host}:443`]);
  });

  it('that was dead is tried at once in another network, and after the direct way where that leads nowhere', async () => {
    const away = await holdPort();
    const awayName = `127.0.0.1:${away.port}`;
    const connect = createConnector({ certificates: [known.cert], resolveProxy: async () => list, clock: () => 0 });
    const probe = createProbe(connect);
    // No name of this kind is ever found (RFC 6761): the direct way leads nowhere.
    const lost = 'https://market.invalid/';
    list = `PROXY ${awayName}; DIRECT`;
    expect(await probe(lost)).toEqual({ is: 'proxy-down', proxy: awayName });
    const lostPort = await serve(makeCertificate(known, 'market.invalid'));
    await away.letGo();
    const back = await startProxy(lostPort, away.port);
    stops.push(() => back.close());
    expect(await probe(lost)).toBe(true);
    expect(back.asked).toEqual(['market.invalid:443']);
    list = `PROXY ${back.name}; PROXY ${proxy.name}`;
    await back.close();
    const awayAgain = await holdPort(away.port);
    expect(await probe(url)).toBe(true);
    connect.forget();
    await awayAgain.letGo();
    const again = await startProxy(port, away.port);
    stops.push(() => again.close());
    expect(await probe(url)).toBe(true);
    expect(again.asked).toEqual([`${host}:443`]);
  });

  it('that is dead hides nothing of what the next one says', async () => {
    proxy.credentials = 'kim:x';
    list = `PROXY 127.0.0.1:${await refusingPort()}; PROXY ${proxy.name}`;
    expect(await ask()).toMatchObject({ fault: { is: 'proxy-sign-in', proxy: proxy.name } });
  });

  it('that waits for a market which does not answer is not called dead, and nothing else is tried', async () => {
    proxy.answer = 'never';
    const other = await startProxy(port);
    stops.push(() => other.close());
    list = `PROXY ${proxy.name}; PROXY ${other.name}`;
    const connect = createConnector({ certificates: [known.cert], resolveProxy: async () => list });
    expect(await probeUntil(proxy.wasAsked, connect)).toBe(false);
    expect(proxy.asked).toEqual([`${host}:443`]);
    expect(other.asked).toEqual([]);
  });

  it('whose credentials come too late is not waited for beyond the time of a connection', async () => {
    proxy.credentials = 'kim:x';
    let wasAsked: () => void = () => undefined;
    const keychain = new Promise<void>((resolve) => {
      wasAsked = resolve;
    });
    const connect = createConnector({
      certificates: [known.cert],
      resolveProxy: async () => list,
      signInOf: () => {
        wasAsked();
        return new Promise(() => undefined);
      },
    });
    expect(await probeUntil(keychain, connect)).toBe(false);
    expect(proxy.asked).toEqual([]);
  });

  it('that is dead, and nothing else leads out: nothing was written, and it is named', async () => {
    const name = `127.0.0.1:${await refusingPort()}`;
    list = `PROXY ${name}`;
    expect(await ask()).toMatchObject({
      type: 'not-written',
      cause: 'ECONNREFUSED',
      fault: { is: 'proxy-down', proxy: name },
    });
  });

  it('over TLS of its own is checked like a market', async () => {
    const secured = async (certificate: MadeCertificate): Promise<string> => {
      const own = await startProxy(port, undefined, certificate);
      stops.push(() => own.close());
      return own.name;
    };
    list = `HTTPS ${await secured(makeCertificate(known, '127.0.0.1'))}`;
    expect(await ask()).toMatchObject({ type: 'response', status: 200 });
    const strange = await secured(makeCertificate(shield, '127.0.0.1'));
    list = `HTTPS ${strange}`;
    expect(await ask()).toMatchObject({ type: 'not-written', fault: { is: 'proxy-down', proxy: strange } });
  });

  it('of SOCKS is asked for the host by name', async () => {
    const socks = await startSocks(port);
    stops.push(socks.close);
    list = `SOCKS5 ${socks.name}`;
    expect(await ask()).toMatchObject({ type: 'response', status: 200 });
    expect(socks.asked).toEqual([`${host}:443`]);
  });

  it.each([
    ['a rule of its own', 2, { is: 'proxy-refused' }],
    ['a host that it does not reach', 4, undefined],
  ])('of SOCKS that names %s has written nothing', async (_what, reply, fault) => {
    const socks = await startSocks(port, reply);
    stops.push(socks.close);
    list = `SOCKS5 ${socks.name}`;
    const answer = await ask();
    expect(answer).toMatchObject({ type: 'not-written', cause: `SOCKS_${reply}` });
    expect(answer).toEqual(
      fault === undefined
        ? expect.not.objectContaining({ fault: expect.anything() })
        : expect.objectContaining({ fault: { ...fault, proxy: socks.name } }),
    );
  });
});

describe('a proxy that asks for a name and a password', () => {
  const given = new Map<string, { user: string; password: string }>();
  const verdicts: string[] = [];
  const signed = (wereRefused = false): HttpAgent =>
    agentWith({
      signInOf: async (name) => ({ credentials: given.get(name), wereRefused }),
      onSignIn: ({ password }, verdict) => void verdicts.push(`${password} ${verdict}`),
    });

  it('is a question without them, another one with wrong ones, and open with the right ones', async () => {
    proxy.credentials = 'kim:비밀';
    expect(await ask(signed())).toMatchObject({
      type: 'not-written',
      cause: 'PROXY_407',
      fault: { is: 'proxy-sign-in', proxy: proxy.name, refused: false },
    });
    given.set(proxy.name, { user: 'kim', password: 'wrong' });
    expect(await ask(signed())).toMatchObject({ fault: { is: 'proxy-sign-in', refused: true } });
    given.set(proxy.name, { user: 'kim', password: '비밀' });
    expect(await ask(signed())).toMatchObject({ type: 'response', status: 200 });
    expect(written).toHaveLength(1);
    expect(verdicts).toEqual(['wrong refused', '비밀 taken']);
  });

  it('says that they were refused also where they are not sent again', async () => {
    proxy.credentials = 'kim:비밀';
    given.clear();
    expect(await ask(signed(true))).toMatchObject({ fault: { is: 'proxy-sign-in', refused: true } });
  });

  it('makes room for no other way: a rule is not walked around', async () => {
    proxy.credentials = 'kim:x';
    const other = await startProxy(port);
    stops.push(other.close);
    list = `PROXY ${proxy.name}; PROXY ${other.name}; DIRECT`;
    expect(await ask()).toMatchObject({ fault: { is: 'proxy-sign-in' } });
    expect(other.asked).toEqual([]);
  });
});

describe('a proxy that answers in place of a tunnel', () => {
  it.each([
    ['a page', 'HTTP/1.1 302 Found\r\nLocation: http://login.example/\r\n\r\n', { is: 'web-page' }],
    ['a sign-in of the network', 'HTTP/1.1 511 Sign in\r\n\r\n<html>', { is: 'web-page' }],
    ['a ban', 'HTTP/1.1 403 Forbidden\r\n\r\n', { is: 'proxy-refused' }],
    ['a sign-in of Windows alone', 'HTTP/1.1 407 No\r\nProxy-Authenticate: NTLM\r\n\r\n', { is: 'proxy-refused' }],
    ['that it does not reach the market', 'HTTP/1.1 502 Bad Gateway\r\n\r\n', undefined],
    ['what is no HTTP', 'hello\r\n\r\n', { is: 'proxy-down' }],
  ])('with %s has written nothing', async (_what, answer, fault) => {
    proxy.answer = answer;
    const ended = await ask();
    expect(ended.type).toBe('not-written');
    expect(ended.type === 'not-written' ? ended.fault?.is : 'written').toBe(fault?.is);
    expect(written).toEqual([]);
  });
});

import { createServer as createHttpsServer } from 'node:https';
import { createServer } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createAgent } from '../../../../src-main/network/agent';
import type { HttpAgent } from '../../../../src-main/network/agent';
import { orderAddresses } from '../../../../src-main/network/prefer-ipv4';
import { createConnector } from '../../../../src-main/network/connector';
import { createProbe } from '../../../../src-main/network/probe';
import { portOf } from '../../../support/http/ports';
import { refusingPort } from '../../../support/http/refusing-port';
import { selfSigned } from '../../../support/http/self-signed';
import { startScriptedServer } from '../../../support/http/scripted-server';
import type { ScriptedServer } from '../../../support/http/scripted-server';

let server: ScriptedServer;
let agent: HttpAgent;
let time = 1_000;

beforeEach(async () => {
  server = await startScriptedServer();
  agent = createAgent({ now: () => (time += 5) });
});
afterEach(async () => {
  await agent.destroy();
  await server.close();
});

const post = (path = '/write', body = '{"a":1}', by = agent) =>
  by.request({ method: 'POST', url: server.url + path, headers: { 'content-type': 'application/json' }, body });

describe('a request that is answered', () => {
  it('brings status, headers in lower case, text and times', async () => {
    server.script('/write', { do: 'answer', status: 429, headers: { 'GNCP-GW-Trace-ID': 't-1' }, body: '한글' });
    const answer = await post();
    expect(answer).toMatchObject({
      type: 'response',
      status: 429,
      text: '한글',
      headers: { 'gncp-gw-trace-id': 't-1' },
    });
    expect(answer.endedAt).toBeGreaterThan(answer.startedAt);
    expect(server.received).toMatchObject([{ method: 'POST', url: '/write', body: '{"a":1}' }]);
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['an unknown name', (body: Buffer) => body],
    ['__proto__', (body: Buffer) => body],
    ['constructor', (body: Buffer) => body],
  ])('is read though a proxy packed it with %s', async (encoding, pack) => {
    const body = pack(Buffer.from('{"말":"한글"}'));
    server.script('/write', { do: 'answer', status: 200, headers: { 'content-encoding': encoding }, body });
    expect(await post()).toMatchObject({ type: 'response', text: '{"말":"한글"}' });
  });

  it.each([
    ['is broken', gzipSync(Buffer.from('a'.repeat(1000))).subarray(0, 20)],
    ['would burst', gzipSync(Buffer.alloc(30 * 1024 * 1024))],
  ])('is no whole answer when the packed body %s', async (_what, body) => {
    server.script('/write', { do: 'answer', status: 200, headers: { 'content-encoding': 'gzip' }, body });
    expect(await post()).toMatchObject({ type: 'cut', status: 200 });
  });

  it('keeps the connection for the next one', async () => {
    server.script('/write', { do: 'answer', status: 200 });
    await post();
    await post();
    expect(server.received.map((one) => one.connection)).toEqual([1, 1]);
  });

  it('opens another one after the computer slept, and lets what is under way end on the old one', async () => {
    server.script('/write', { do: 'answer', status: 200 });
    server.script('/slow', { do: 'answer', status: 200 });
    await post();
    const underWay = post('/slow');
    agent.renew();
    expect(await underWay).toMatchObject({ type: 'response', status: 200 });
    await post();
    const [first, , last] = server.received.map((one) => one.connection);
    expect(last).not.toBe(first);
  });

  it('is cut with everything else when the app ends, though its connection is from before the sleep', async () => {
    server.script('/write', { do: 'stall' });
    const underWay = post();
    await expect.poll(() => server.received.length).toBe(1);
    agent.renew();
    await agent.destroy();
    expect(await underWay).toMatchObject({ type: 'cut' });
  });

  it('does not follow a redirect: the write may have been applied where it went', async () => {
    server.script('/write', { do: 'answer', status: 307, headers: { location: '/elsewhere' } });
    expect(await post()).toMatchObject({ type: 'response', status: 307 });
    expect(server.received).toHaveLength(1);
  });
});

describe('a request of which certainly nothing was written', () => {
  it('is refused by a port no one listens on', async () => {
    const port = await refusingPort();
    const answer = await agent.request({ method: 'POST', url: `http://127.0.0.1:${port}/`, headers: {}, body: 'x' });
    expect(answer).toMatchObject({ type: 'not-written', cause: 'ECONNREFUSED' });
  });

  it('names a host that does not exist', async () => {
    const answer = await agent.request({ method: 'POST', url: 'http://nowhere.invalid/', headers: {}, body: 'x' });
    expect(answer).toMatchObject({ type: 'not-written' });
    // The last is said where no server of names can be reached.
    expect(answer.type === 'not-written' && answer.cause).toMatch(/ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT/);
  });

  it('fails in the TLS handshake', async () => {
    const answer = await agent.request({
      method: 'POST',
      url: server.url.replace('http:', 'https:'),
      headers: { authorization: 'Bearer secret-token' },
      body: 'x',
    });
    expect(answer.type).toBe('not-written');
    expect(JSON.stringify(answer)).not.toContain('secret-token');
    expect(server.received).toEqual([]);
  });

  it('meets a certificate that no authority signed, whatever the environment says', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    onTestFinished(() => void vi.unstubAllEnvs());
    let requests = 0;
    const impostor = createHttpsServer(selfSigned, (_request, response) => {
      requests += 1;
      response.end('{}');
    });
    await new Promise<void>((resolve) => impostor.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => new Promise<void>((resolve) => impostor.close(() => resolve())));
    const url = `https://127.0.0.1:${portOf(impostor)}/`;
    const answer = await agent.request({ method: 'POST', url, headers: {}, body: 'x' });
    expect(answer).toMatchObject({ type: 'not-written', cause: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(requests).toBe(0);
  });

  it('meets a server that closes during the TLS handshake, although that is a reset', async () => {
    const closer = createServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
    await new Promise<void>((resolve) => closer.listen(0, '127.0.0.1', resolve));
    const port = portOf(closer);
    const answer = await agent.request({ method: 'POST', url: `https://127.0.0.1:${port}/`, headers: {}, body: 'x' });
    expect(answer.type).toBe('not-written');
    await new Promise<void>((resolve) => closer.close(() => resolve()));
  });

  it('is asked of an agent that is closed', async () => {
    await agent.close();
    expect(await post()).toMatchObject({ type: 'not-written', cause: 'CLOSED' });
  });
});

describe('a request that was cut', () => {
  it.each([
    ['before its body was read', { do: 'destroy-before-reading' }],
    ['after its body was read', { do: 'destroy-after-reading' }],
  ] as const)('%s is sent once and its end is unknown', async (_when, step) => {
    server.script('/write', step);
    expect(await post()).toMatchObject({ type: 'cut' });
    expect(server.received).toHaveLength(1);
  });

  it('while nothing came is sent once and its end is unknown', async () => {
    const hasty = createAgent({ now: () => time, timeouts: { headers: 1_000 } });
    onTestFinished(() => hasty.destroy());
    server.script('/write', { do: 'stall' });
    expect(await post('/write', 'x', hasty)).toMatchObject({ type: 'cut', cause: 'UND_ERR_HEADERS_TIMEOUT' });
    await expect.poll(() => server.received.length).toBe(1);
  });

  it('in the middle of its body keeps the status it had', async () => {
    server.script('/write', { do: 'half-body', status: 200, body: '{"data":[1,2,3]}' });
    expect(await post()).toMatchObject({ type: 'cut', status: 200 });
  });

  it('by a body that stands still keeps the status it had', async () => {
    const hasty = createAgent({ now: () => time, timeouts: { body: 1_000 } });
    onTestFinished(() => hasty.destroy());
    server.script('/write', { do: 'stall-in-body', status: 200, body: '{"data":[1,2,3]}' });
    expect(await post('/write', 'x', hasty)).toMatchObject({ type: 'cut', status: 200, cause: 'UND_ERR_BODY_TIMEOUT' });
  });

  it('on a reused connection is unknown, too, and not sent again', async () => {
    server.script('/write', { do: 'answer', status: 200 }, { do: 'destroy-after-reading' });
    expect(await post()).toMatchObject({ type: 'response' });
    expect(await post()).toMatchObject({ type: 'cut' });
    expect(server.received.map((one) => one.connection)).toEqual([1, 1]);
  });

  it('is an answer larger than any answer', async () => {
    const small = createAgent({ now: () => time, maxResponseBytes: 1_000 });
    server.script('/write', { do: 'answer', status: 200, body: 'x'.repeat(5_000) });
    const answer = await small.request({ method: 'POST', url: `${server.url}/write`, headers: {}, body: 'x' });
    expect(answer).toMatchObject({ type: 'cut', cause: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' });
    await small.destroy();
  });

  it('is an answer that trickles for ever', async () => {
    const impatient = createAgent({ now: () => time, timeouts: { whole: 50 } });
    server.script('/write', { do: 'stall' });
    const answer = await impatient.request({ method: 'POST', url: `${server.url}/write`, headers: {}, body: 'x' });
    expect(answer).toMatchObject({ type: 'cut', cause: 'WHOLE_TIMEOUT' });
    await impatient.destroy();
  });
});

describe('addresses of a name', () => {
  const four = { address: '192.0.2.1', family: 4 };
  const six = { address: '2001:db8::1', family: 6 };
  it('are IPv4 where there is one', () => {
    expect(orderAddresses('market.example', [six, four])).toEqual([four]);
  });
  it('are IPv6 where there is nothing else', () => {
    expect(orderAddresses('market.example', [six])).toEqual([six]);
  });
  it('are both for localhost, IPv4 first', () => {
    expect(orderAddresses('localhost', [six, four])).toEqual([four, six]);
  });
});

describe('a probe', () => {
  it('says true where a connection is accepted, and sends nothing', async () => {
    expect(await createProbe(createConnector())(`${server.url}/external`)).toBe(true);
    expect(await createProbe(createConnector())(server.url.replace('127.0.0.1', 'localhost'))).toBe(true);
    expect(server.received).toEqual([]);
  });
  it('says false where it is refused or the name is unknown', async () => {
    expect(await createProbe(createConnector())(`http://127.0.0.1:${await refusingPort()}`)).toBe(false);
    expect(await createProbe(createConnector())('http://nowhere.invalid')).toBe(false);
  });
});

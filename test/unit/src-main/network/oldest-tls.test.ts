import { createServer } from 'node:https';
import tls from 'node:tls';
import { expect, it, onTestFinished } from 'vitest';
import { createAgent } from '../../../../src-main/network/agent';
import { portOf } from '../../../support/http/ports';
import { selfSigned } from '../../../support/http/self-signed';

/** What a laxer environment sets for all of node (`--tls-min-v1.0`, `--tls-cipher-list`), as far as it can be set here. */
function allowOldTls(): void {
  const { DEFAULT_MIN_VERSION, DEFAULT_CIPHERS } = tls;
  tls.DEFAULT_MIN_VERSION = 'TLSv1';
  tls.DEFAULT_CIPHERS = 'DEFAULT@SECLEVEL=0';
  onTestFinished(() => {
    tls.DEFAULT_MIN_VERSION = DEFAULT_MIN_VERSION;
    tls.DEFAULT_CIPHERS = DEFAULT_CIPHERS;
  });
}

/** A server that speaks this version and no other. */
async function serverOf(version: tls.SecureVersion): Promise<{ port: number; requests(): number }> {
  let requests = 0;
  const server = createServer(
    { ...selfSigned, minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' },
    (_request, response) => {
      requests += 1;
      response.end('{}');
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { port: portOf(server), requests: () => requests };
}

/** The version this process would agree on with the server if no one asked for a newer one; the error's code otherwise. */
function agreedWithout(port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = tls.connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
      resolve(socket.getProtocol() ?? 'none');
      socket.destroy();
    });
    socket.once('error', (problem) => resolve('code' in problem ? String(problem.code) : problem.message));
  });
}

const notTrusted = 'DEPTH_ZERO_SELF_SIGNED_CERT';

it.each(['TLSv1', 'TLSv1.1'] as const)(
  'a server that speaks only %s is refused, whatever node allows',
  async (version) => {
    allowOldTls();
    const { port, requests } = await serverOf(version);
    // Otherwise this OpenSSL, and not the agent, would have refused it.
    expect(await agreedWithout(port)).toBe(version);
    const agent = createAgent({ now: Date.now });
    onTestFinished(() => agent.destroy());
    const url = `https://127.0.0.1:${port}/`;
    const answer = await agent.request({ method: 'POST', url, headers: { authorization: 'Bearer x' }, body: 'x' });
    expect(answer).toMatchObject({ type: 'not-written', cause: expect.stringMatching(/^(ERR_SSL|EPROTO|ECONNRESET)/) });
    expect(answer).not.toMatchObject({ cause: notTrusted });
    expect(requests()).toBe(0);
  },
);

it.each(['TLSv1.2', 'TLSv1.3'] as const)('a server that speaks %s comes as far as its certificate', async (version) => {
  const { port } = await serverOf(version);
  const agent = createAgent({ now: Date.now });
  onTestFinished(() => agent.destroy());
  const url = `https://127.0.0.1:${port}/`;
  expect(await agent.request({ method: 'GET', url, headers: {} })).toMatchObject({
    type: 'not-written',
    cause: notTrusted,
  });
});

import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { Server } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createConnector } from '../../../src-main/network/connector';
import { createFinder } from '../../../src-main/updates/finder';
import type { Finder } from '../../../src-main/updates/finder';
import { makeAuthority, makeCertificate } from '../../support/http/make-certificate';
import { portOf } from '../../support/http/ports';
import { startProxy } from '../../support/http/proxy-server';
import type { TestProxy } from '../../support/http/proxy-server';
import { answerFile, describeRelease } from '../../support/updates/update-server';
import { appInTest } from '../../support/updates/updater-in-test';

/** GitHub, played over TLS behind a proxy: pages of releases on one host, files on the other. */
const [pages, files] = ['github.com', 'release-assets.githubusercontent.com'];
const file = 'BalsongDesk-0.2.0-x64-setup.exe';
const release = { version: '0.2.0', file, bytes: randomBytes(100_000) };
const feed = `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><title>v0.2.0</title>
<link rel="alternate" type="text/html" href="https://github.com/owner/desk/releases/tag/v0.2.0"/><content>x</content></entry></feed>`;

const authority = makeAuthority('Test Root CA');
const certificates = new Map([pages, files].map((host) => [host, makeCertificate(authority, host)]));
let folder: string;
let server: Server;
let proxy: TestProxy;
let led: string;
const asked: string[] = [];
const open: Finder[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balsong-releases-'));
  await writeFile(
    join(folder, 'app-update.yml'),
    'provider: github\nowner: owner\nrepo: desk\nupdaterCacheDirName: balsong-desk-updater\n',
  );
  asked.length = 0;
  led = files;
  const SNICallback = (host: string, done: (problem: null, context: ReturnType<typeof createSecureContext>) => void) =>
    done(null, createSecureContext(certificates.get(host)));
  server = createServer({ ...certificates.get(pages), SNICallback }, (request, response) => {
    const path = request.url ?? '';
    asked.push(`${request.headers.host}${path}`);
    if (request.headers.host === files) return answerFile(request, response, release.bytes);
    if (path.endsWith('.atom'))
      return void response.writeHead(200, { 'content-type': 'application/atom+xml' }).end(feed);
    if (path.endsWith('/releases/latest')) return void response.end('{"tag_name":"v0.2.0"}');
    if (path.endsWith('.yml')) return void response.end(describeRelease(release));
    return void response.writeHead(302, { location: `https://${led}/${file}` }).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  proxy = await startProxy(portOf(server));
  vi.stubEnv('APPIMAGE', join(folder, 'BalsongDesk.AppImage'));
});
afterEach(async () => {
  for (const finder of open.splice(0)) finder.stop();
  vi.unstubAllEnvs();
  await proxy.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await rm(folder, { recursive: true, force: true });
});

async function finderWith(trusted: string[]): Promise<Finder> {
  const app = appInTest(folder, { isPackaged: true });
  const resolveProxy = (): Promise<string> => Promise.resolve(`PROXY ${proxy.name}`);
  const connect = createConnector({ resolveProxy, certificates: trusted });
  const finder = await createFinder({ app, platform: 'win32', connect, source: {} });
  open.push(finder);
  return finder;
}

describe('a release of GitHub, over the proxy of the system', () => {
  it('is found on the one host and downloaded from the other', async () => {
    const finder = await finderWith([authority.cert]);
    expect(await finder.look()).toMatchObject({ version: '0.2.0' });
    await finder.download(() => undefined);
    const taken = await readFile(join(folder, 'balsong-desk-updater/pending', file));
    expect(release.bytes.equals(taken)).toBe(true);
    expect(asked).toContain(`${pages}/owner/desk/releases/download/v0.2.0/${file}`);
    expect(asked.at(-1)).toBe(`${files}/${file}`);
    expect(new Set(proxy.asked)).toEqual(new Set([`${pages}:443`, `${files}:443`]));
  });

  it.each(['example.com', 'raw.githubusercontent.com', 'github.com.example.com', `${pages}:8443`])(
    'does not follow to %s',
    async (host) => {
      led = host;
      const finder = await finderWith([authority.cert]);
      await finder.look();
      await expect(finder.download(() => undefined)).rejects.toMatchObject({ reason: 'foreign-host' });
      expect(proxy.asked.every((each) => each === `${pages}:443`)).toBe(true);
    },
  );

  it('does not go back to a connection that is not encrypted', async () => {
    const finder = await finderWith([authority.cert]);
    await finder.look();
    server.removeAllListeners('request');
    server.on('request', (_request, response) =>
      response.writeHead(302, { location: `http://${pages}/${file}` }).end(),
    );
    await expect(finder.download(() => undefined)).rejects.toMatchObject({ reason: 'foreign-host' });
  });

  it('says that the proxy asks who it is', async () => {
    proxy.credentials = 'hong:secret';
    const finder = await finderWith([authority.cert]);
    await expect(finder.look()).rejects.toMatchObject({ reason: 'proxy-sign-in' });
    expect(asked).toEqual([]);
  });

  it('says that the proxy lets no one through, or is not there', async () => {
    proxy.answer = 'HTTP/1.1 403 No\r\n\r\n';
    const finder = await finderWith([authority.cert]);
    await expect(finder.look()).rejects.toMatchObject({ reason: 'proxy' });
    await proxy.close();
    await expect(finder.look()).rejects.toMatchObject({ reason: 'proxy' });
  });

  it('takes nothing over a connection whose certificate is not trusted', async () => {
    const finder = await finderWith([makeAuthority('Another CA').cert]);
    await expect(finder.look()).rejects.toMatchObject({ reason: 'certificate' });
    expect(asked).toEqual([]);
  });

  it('keeps its reason where the updater wraps it: the release has no list of files', async () => {
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      const path = request.url ?? '';
      if (path.endsWith('.atom')) return void response.end(feed);
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>로그인</html>');
    });
    const finder = await finderWith([authority.cert]);
    await expect(finder.look()).rejects.toMatchObject({ reason: 'web-page' });
  });
});

import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finder } from '../../../src-main/updates/finder';
import { refusingPort } from '../../support/http/refusing-port';
import { answerFile, releaseAnswers, startUpdateServer } from '../../support/updates/update-server';
import type { Release, UpdateServer } from '../../support/updates/update-server';
import { openUpdater } from '../../support/updates/updater-in-test';
import type { UpdaterInTest } from '../../support/updates/updater-in-test';

/** The class of Windows runs on every system, up to the start of an installer, and under Wine; that of Linux only there. */
const systems = [
  { platform: 'win32', file: 'BalsongDesk-0.2.0-x64-setup.exe' },
  ...(process.platform === 'linux' ? [{ platform: 'linux', file: 'BalsongDesk-0.2.0-x64.AppImage' }] : []),
];

let updater: UpdaterInTest;
let server: UpdateServer;
beforeEach(async () => {
  updater = await openUpdater();
});
afterEach(async () => {
  await updater.close();
  await server.close();
});

const finderFor = (platform: string, { version = '0.1.0', url = server.url } = {}): Promise<Finder> =>
  updater.finderFor(platform, url, version);
const ignore = (): void => undefined;

describe.each(systems)('the updater of $platform', ({ platform, file }) => {
  let release: Release;
  beforeEach(async () => {
    release = { version: '0.2.0', file, bytes: randomBytes(300_000), notes: '### 추가\n\n- 새 화면이에요.' };
    server = await startUpdateServer(release);
  });

  it('downloads a newer version, says what changed and how far it is', async () => {
    const finder = await finderFor(platform);
    expect(await finder.look()).toEqual({
      version: '0.2.0',
      notes: [
        { text: '추가', isHeading: true },
        { text: '새 화면이에요.', isHeading: false },
      ],
    });
    const percents: number[] = [];
    await finder.download((percent) => void percents.push(percent));
    expect(percents.at(-1)).toBe(100);
    expect(await updater.downloaded()).toEqual([file]);
    expect(release.bytes.equals(await readFile(updater.pending(file)))).toBe(true);
  });

  it('takes what an earlier run has downloaded, and asks for no byte of it again', async () => {
    const first = await finderFor(platform);
    await first.look();
    await first.download(ignore);
    server.asked.length = 0;
    const second = await finderFor(platform);
    await second.look();
    await second.download(ignore);
    expect(server.asked.filter((path) => path.includes(file))).toEqual([]);
  });

  it.each([
    ['the same', '0.2.0'],
    ['an older', '0.3.0'],
    ['an older, by numbers and not by letters', '0.10.0'],
  ])('finds nothing in %s version', async (_name, version) => {
    const finder = await finderFor(platform, { version });
    expect(await finder.look()).toBeUndefined();
    expect(server.asked.some((path) => path.includes(file))).toBe(false);
  });

  it('refuses a file with another checksum, and keeps nothing of it', async () => {
    server.answers = releaseAnswers({ ...release, checksum: Buffer.alloc(64, 1).toString('base64') });
    const finder = await finderFor(platform);
    await finder.look();
    await expect(finder.download(ignore)).rejects.toMatchObject({ reason: 'wrong-checksum' });
    expect(await updater.downloaded()).toEqual([]);
    expect(finder.install(false, ignore)).toBe(false);
  });

  it('refuses a file without a checksum, and does not ask for it', async () => {
    server.answers = releaseAnswers({ ...release, checksum: '' });
    const finder = await finderFor(platform);
    await finder.look();
    await expect(finder.download(ignore)).rejects.toMatchObject({ reason: 'no-checksum' });
    expect(server.asked.some((path) => path.includes(file))).toBe(false);
  });

  it('refuses one whose checksum is of a weaker kind', async () => {
    const weak = `version: 0.2.0\nfiles:\n  - url: ${file}\n    sha2: ${'ab'.repeat(32)}\n`;
    server.answers = (request, response) =>
      (request.url ?? '').includes('.yml') ? void response.end(weak) : answerFile(request, response, release.bytes);
    const finder = await finderFor(platform);
    await finder.look();
    await expect(finder.download(ignore)).rejects.toMatchObject({ reason: 'no-checksum' });
  });

  it.each([
    ['web-page', { 'content-type': 'text/html; charset=utf-8' }, '<html>로그인</html>'],
    ['not-understood', { 'content-type': 'text/plain' }, '<html>로그인</html>'],
    ['not-understood', { 'content-type': 'text/yaml' }, 'version: [0.2.0\nfiles: {'],
    ['not-understood', { 'content-type': 'text/yaml' }, 'version: tomorrow'],
  ])('meets what is no release: %s', async (reason, headers, body) => {
    server.answers = (_request, response) => void response.writeHead(200, headers).end(body);
    const finder = await finderFor(platform);
    await expect(finder.look()).rejects.toMatchObject({ reason });
  });

  it('meets a page in the place of the file', async () => {
    const answers = server.answers;
    server.answers = (request, response) =>
      (request.url ?? '').includes('.yml')
        ? answers(request, response)
        : void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>로그인</html>');
    const finder = await finderFor(platform);
    await finder.look();
    await expect(finder.download(ignore)).rejects.toMatchObject({ reason: 'web-page' });
    expect(await updater.downloaded()).toEqual([]);
  });

  it('says that the server does not answer', async () => {
    const gone = await finderFor(platform, { url: `http://127.0.0.1:${await refusingPort()}` });
    await expect(gone.look()).rejects.toMatchObject({ reason: 'server-gone' });
    server.answers = (_request, response) => void response.writeHead(503).end('busy');
    const busy = await finderFor(platform);
    await expect(busy.look()).rejects.toMatchObject({ reason: 'server-gone' });
  });

  it('takes no part of a file that was cut, and downloads it whole the next time', async () => {
    const answers = server.answers;
    server.answers = (request, response) => {
      if ((request.url ?? '').includes('.yml')) return answers(request, response);
      response.writeHead(200, { 'content-length': release.bytes.length });
      response.write(release.bytes.subarray(0, 100_000), () => response.destroy());
      return undefined;
    };
    const finder = await finderFor(platform);
    await finder.look();
    await expect(finder.download(ignore)).rejects.toMatchObject({ reason: 'server-gone' });
    expect(await updater.downloaded()).toEqual([]);
    server.answers = answers;
    await finder.look();
    await finder.download(ignore);
    expect(release.bytes.equals(await readFile(updater.pending(file)))).toBe(true);
  });

  it('takes no part of a file that a killed app has left, and downloads it whole', async () => {
    await mkdir(updater.pending('.'), { recursive: true });
    await writeFile(updater.pending(`temp-${file}`), release.bytes.subarray(0, 100_000));
    await writeFile(updater.pending(file), release.bytes.subarray(0, 100_000));
    const finder = await finderFor(platform);
    await finder.look();
    await finder.download(ignore);
    expect(release.bytes.equals(await readFile(updater.pending(file)))).toBe(true);
    expect(await updater.downloaded()).toEqual([file]);
  });

  it('follows a redirect within its server', async () => {
    const answers = server.answers;
    server.answers = (request, response) =>
      (request.url ?? '').includes('/cdn/') || (request.url ?? '').includes('.yml')
        ? answers(request, response)
        : void response.writeHead(302, { location: `/cdn${request.url}` }).end();
    const finder = await finderFor(platform);
    await finder.look();
    await finder.download(ignore);
    expect(release.bytes.equals(await readFile(updater.pending(file)))).toBe(true);
  });

  it('refuses a redirect to another server, which is asked for nothing', async () => {
    const foreign = await startUpdateServer(release);
    const answers = server.answers;
    server.answers = (request, response) =>
      (request.url ?? '').includes('.yml')
        ? answers(request, response)
        : void response.writeHead(302, { location: `${foreign.url}${request.url}` }).end();
    const finder = await finderFor(platform);
    await finder.look();
    await expect(finder.download(ignore)).rejects.toMatchObject({ reason: 'foreign-host' });
    server.answers = (request, response) =>
      void response.writeHead(302, { location: `${foreign.url}${request.url}` }).end();
    await expect(finder.look()).rejects.toMatchObject({ reason: 'foreign-host' });
    expect(foreign.asked).toEqual([]);
    await foreign.close();
  });

  it('ends a redirect that leads back to itself', async () => {
    server.answers = (request, response) => void response.writeHead(302, { location: request.url ?? '/' }).end();
    const finder = await finderFor(platform);
    await expect(finder.look()).rejects.toMatchObject({ reason: 'other' });
    expect(server.asked).toHaveLength(6);
  });

  it('tells the server nothing that names this computer', async () => {
    const headers: string[] = [];
    const answers = server.answers;
    server.answers = (request, response) => {
      headers.push(...Object.keys(request.headers));
      answers(request, response);
    };
    const finder = await finderFor(platform);
    await finder.look();
    await finder.download(ignore);
    const known = ['accept', 'cache-control', 'connection', 'host', 'range', 'user-agent'];
    expect([...new Set(headers)].filter((name) => !known.includes(name))).toEqual([]);
  });
});

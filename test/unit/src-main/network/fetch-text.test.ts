import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fetchText } from '../../../../src-main/network/fetch-text';
import { portOf } from '../../../support/http/ports';

let server: Server;
let base: string;
const asked: string[] = [];
/** Where each path leads on to; the file itself has none. */
const redirects: Record<string, string> = {
  '/wpad': '/moved/proxy.pac',
  '/moved/proxy.pac': 'final.pac',
  '/round': '/round',
  '/elsewhere': 'file:///etc/proxy.pac',
};
beforeEach(async () => {
  asked.length = 0;
  server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const location = redirects[url];
    if (location !== undefined) return response.writeHead(302, { location }).end('moved');
    return response.end('function FindProxyForURL() {}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${portOf(server)}`;
});
afterEach(() => new Promise((done) => server.close(done)));

it('a PAC file is found behind redirects', async () => {
  expect(await fetchText(`${base}/wpad`)).toBe('function FindProxyForURL() {}');
  expect(asked).toEqual(['/wpad', '/moved/proxy.pac', '/moved/final.pac']);
});

it('redirects are followed five times, and to no file of this computer', async () => {
  await expect(fetchText(`${base}/round`)).rejects.toThrow('TOO_MANY_REDIRECTS');
  expect(asked).toHaveLength(6);
  await expect(fetchText(`${base}/elsewhere`)).rejects.toThrow('302');
});

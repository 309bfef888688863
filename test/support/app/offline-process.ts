/**
 * A day without any network, to be run in a network namespace of its own (`unshare -n`, as root): the real app, a real
 * market on loopback behind a line that can be cut. Prints one JSON object of what was seen; a failure leaves its
 * artefacts in the folder named by the first argument.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { startTcpFaults } from '../market/tcp-faults';
import { watchApp, writeArtefacts } from './apps-of-story';
import { launchDesk, watchLaunches } from './launch';
import type { Desk } from './launch';
import { placeOrders } from './market-orders';
import { credentials, startPracticeProcess } from './practice-process';
import { addNaverStore, countOf, openSample } from './steps';
import { shipment, shipmentHead, writeWorkbook } from './workbook';
import { inMain } from './in-main';

const ip = (...words: string[]): Buffer => execFileSync('ip', words);
const systemSays = ({ app }: Desk): Promise<boolean> => inMain(app, ({ net }) => net.isOnline());
const badgeOf = ({ page }: Desk): Promise<string | null> =>
  page.getByTestId('connection-badge').getAttribute('data-state');
const shows = (desk: Desk, state: string): Promise<void> =>
  desk.page.locator(`[data-testid=connection-badge][data-state=${state}]`).waitFor();

/** How many are done once all of them are; other ends would leave it waiting, and fail by time. */
async function whenDone({ page }: Desk, count: number): Promise<number> {
  await page
    .getByTestId('log-count-succeeded')
    .filter({ hasText: new RegExp(`^${count}$`) })
    .waitFor();
  return countOf(page, 'log-count-succeeded');
}

async function enqueue({ page, folder }: Desk, name: string, rows: readonly (readonly string[])[]): Promise<void> {
  const file = join(folder, name);
  await writeWorkbook(file, [shipmentHead, ...rows]);
  await openSample(page, file);
  await page.getByTestId('enqueue-button').click();
  await page.getByTestId('nav-log').click();
}

/** A market on loopback: what the system says of the internet is no matter, and what was prepared leaves by itself. */
async function onLoopback() {
  const market = await startPracticeProcess(['--empty', '--rate', '10']);
  const line = await startTcpFaults({ port: Number(new URL(market.url).port) });
  const desk = await launchDesk({ env: { BALSONG_NAVER_URL: line.url } });
  await addNaverStore(desk.page, '하늘상점', credentials);
  const rows = (await placeOrders(market, { count: 8, seed: 3, perOrder: [1] })).map(({ row }) => row);
  const system = await systemSays(desk);
  await enqueue(desk, 'first.xlsx', rows.slice(0, 4));
  const sentWhileSystemOffline = await whenDone(desk, 4);

  await line.refuse();
  await enqueue(desk, 'second.xlsx', rows.slice(4));
  await shows(desk, 'offline');
  await desk.page.screenshot({ path: 'out/e2e/offline-loopback.png' });
  const next = line.taken() + 1;
  await line.accept();
  await line.connection(next);
  const sentInAll = await whenDone(desk, 8);
  await desk.close();
  await line.close();
  await market.stop();
  return { system, sentWhileSystemOffline, sentInAll };
}

/** A market on the internet, which is not there: everything is prepared, and nothing is tried before the system says so. */
async function onTheInternet() {
  const desk = await launchDesk();
  await addNaverStore(desk.page, '바다상점', credentials);
  await enqueue(desk, 'third.xlsx', [shipment(1), shipment(2), shipment(3)]);
  await desk.page.getByTestId('nav-log').click();
  await shows(desk, 'offline');
  await desk.page.getByText('인터넷이 끊겼어요.').waitFor();
  await desk.page.screenshot({ path: 'out/e2e/offline-internet.png' });
  const before = { system: await systemSays(desk), badge: await badgeOf(desk) };
  const prepared = await countOf(desk.page, 'log-count-queued');

  // A cable that leads nowhere: the system is online, and no market can be reached.
  ip('link', 'add', 'd0', 'type', 'veth', 'peer', 'name', 'd1');
  ip('addr', 'add', '10.9.9.1/24', 'dev', 'd0');
  ip('link', 'set', 'd0', 'up');
  ip('link', 'set', 'd1', 'up');
  ip('route', 'add', 'default', 'via', '10.9.9.2');
  await desk.page.getByText(/뒤에 연결을 다시 살펴봐요/u).waitFor({ timeout: 60_000 });
  const cabled = { system: await systemSays(desk), badge: await badgeOf(desk) };
  ip('link', 'del', 'd0');
  const lost =
    (await countOf(desk.page, 'log-count-succeeded')) +
    (await countOf(desk.page, 'log-count-rejected')) +
    (await countOf(desk.page, 'log-count-unknown'));
  await desk.close();
  return { before, prepared, cabled, lost };
}

const [, , folder = 'out/e2e/offline'] = process.argv;
watchLaunches({ started: watchApp });
const atFailure = async (problem: unknown): Promise<never> => {
  await writeArtefacts(folder);
  throw problem;
};
const loopback = await onLoopback().catch(atFailure);
const internet = await onTheInternet().catch(atFailure);
process.stdout.write(`${JSON.stringify({ loopback, internet })}\n`);
process.exit(0);

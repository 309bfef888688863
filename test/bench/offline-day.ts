/**
 * Two thousand orders sent through the window without a connection to the market, the app closed for the night and started
 * the next day, some cancelled by their buyers meanwhile: what leaves once the connection is back, and what does not.
 * `npm run bench -- offline-day [orders] [cancelled]`. A picture of the window at each step is kept in `out/offline-day/`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchDesk } from '../support/app/launch';
import type { Desk } from '../support/app/launch';
import { dispatchesOf, placeOrders } from '../support/app/market-orders';
import { credentials, startPracticeProcess } from '../support/app/practice-process';
import { setClocks } from '../support/app/steer-clock';
import { addNaverStore, countOf, openSample, setUndoSeconds } from '../support/app/steps';
import { shipmentHead, writeWorkbook } from '../support/app/workbook';
import { atLeast, atMost, reportProof, rounded } from '../support/bench/report';
import { startTcpFaults } from '../support/market/tcp-faults';

const [count = 2000, cancelled = 20] = process.argv.slice(2).map(Number);
const dayMs = 86_400_000;
/** For all of them at the market's rate, many times over. */
const patienceMs = 600_000;

const market = await startPracticeProcess(['--empty', '--rate', '10']);
const line = await startTcpFaults({ port: Number(new URL(market.url).port) });
const folder = await mkdtemp(join(tmpdir(), 'balsong-offline-day-'));
const running = new Set<Desk>();

async function start(): Promise<Desk> {
  const desk = await launchDesk({ dataDir: join(folder, 'data'), env: { BALSONG_NAVER_URL: line.url } });
  running.add(desk);
  return desk;
}

async function end(desk: Desk): Promise<void> {
  running.delete(desk);
  await desk.close();
}

const picture = ({ page }: Desk, name: string) => page.screenshot({ path: `out/offline-day/${name}.png` });
const countIs = ({ page }: Desk, state: string, wanted: number): Promise<void> =>
  page
    .getByTestId(`log-count-${state}`)
    .filter({ hasText: new RegExp(`^${wanted}$`) })
    .waitFor({ timeout: patienceMs });

/** All of a sheet is sent while the market cannot be reached. @returns the product orders */
async function evening(): Promise<string[]> {
  const desk = await start();
  await setClocks({ desk, market }, Date.now() - dayMs);
  await addNaverStore(desk.page, '하늘상점', credentials);
  await setUndoSeconds(desk.page, 0);
  const orders = await placeOrders(market, { count, seed: 17, perOrder: [1] });
  await line.refuse();
  const sheet = join(folder, 'shipments.xlsx');
  await writeWorkbook(sheet, [shipmentHead, ...orders.map(({ row }) => row)]);
  await openSample(desk.page, sheet);
  await desk.page.getByTestId('enqueue-button').click();
  await desk.page.getByTestId('nav-log').click();
  await countIs(desk, 'queued', count);
  await picture(desk, '1-evening');
  await end(desk);
  return orders.map(({ productOrderId }) => productOrderId);
}

/** The next day: started without a connection, which then comes back. */
async function morning() {
  await market.act('set', { clockSkewMs: 0 });
  const desk = await start();
  await desk.page.getByTestId('nav-log').click();
  await countIs(desk, 'queued', count);
  await picture(desk, '2-morning');
  const begun = performance.now();
  await line.accept();
  const goOn = desk.page.getByRole('button', { name: /이어서 처리하기/ }).first();
  const questions = await Promise.race([
    goOn.waitFor({ timeout: patienceMs }).then(() => 1),
    countIs(desk, 'held', cancelled).then(() => 0),
  ]);
  if (questions === 1) {
    await picture(desk, '3-asked');
    await goOn.click();
  }
  await countIs(desk, 'queued', 0);
  await countIs(desk, 'held', cancelled);
  await countIs(desk, 'succeeded', count - cancelled);
  const seconds = rounded((performance.now() - begun) / 1000);
  await picture(desk, '4-done');
  const held = await countOf(desk.page, 'log-count-held');
  await end(desk);
  return { questions, seconds, held };
}

try {
  const ids = await evening();
  const asked = ids.filter((_, n) => n % Math.floor(count / cancelled) === 0).slice(0, cancelled);
  for (const productOrderId of asked) await market.act('request-cancel', { productOrderId });
  const { questions, seconds, held } = await morning();

  const times = await dispatchesOf(market, ids);
  const ofAsked = await dispatchesOf(market, asked);
  reportProof(
    'offline-day',
    { orders: count, cancelled, questions, seconds },
    {
      'orders dispatched exactly once': atLeast(times.filter((n) => n === 1).length, count - cancelled),
      'orders dispatched more than once': atMost(times.filter((n) => n > 1).length, 0),
      'dispatches of what a buyer is cancelling': atMost(
        ofAsked.reduce((sum, n) => sum + n, 0),
        0,
      ),
      'orders held for the seller': atLeast(held, cancelled),
      'questions before yesterday’s orders leave': atLeast(questions, 1),
    },
  );
} finally {
  for (const desk of running) await desk.close();
  await line.close();
  await market.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
}

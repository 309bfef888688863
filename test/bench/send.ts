/**
 * 3,000 orders through the real app against the practice market in a process of its own, whose rate the app learns from
 * the headers only: ideal time over taken time, first to last dispatch call.
 * `npm run bench -- send [rate] [burst] [orders]`, by default 10, 20 and 3,000.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from 'xlsx';
import { z } from 'zod';
import { launchDesk } from '../support/app/launch';
import { credentials, startPracticeProcess } from '../support/app/practice-process';
import { addNaverStore, openSample } from '../support/app/steps';
import { atLeast, atMost, reportBench, rounded } from '../support/bench/report';

const rate = Number(process.argv[2] ?? 10);
const burst = Number(process.argv[3] ?? 2 * rate);
const count = Number(process.argv[4] ?? 3000);
const perCall = 30;

const requestSchema = z.looseObject({ at: z.number(), endedAt: z.number().optional(), status: z.number().optional() });
const orderSchema = z.looseObject({ productOrderId: z.string(), trackingNumber: z.string(), courierText: z.string() });

const market = await startPracticeProcess(['--rate', String(rate), '--burst', String(burst), '--empty']);
const folder = await mkdtemp(join(tmpdir(), 'balsong-send-'));
const desk = await launchDesk({ env: { BALSONG_NAVER_URL: market.url } });
try {
  const orders = z.array(orderSchema).parse(await market.act('make-orders', { count, seed: 11 }));
  const file = join(folder, 'shipments.xlsx');
  const rows = [
    ['상품주문번호', '택배사', '송장번호'],
    ...orders.map((order) => [order.productOrderId, order.courierText, order.trackingNumber]),
  ];
  const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(rows), 'sheet1');
  await writeFile(file, XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }));

  await addNaverStore(desk.page, '벤치', credentials);
  await openSample(desk.page, file);
  await market.act('clear-requests');
  await desk.app.evaluate(async () => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    Reflect.set(globalThis, 'benchDelay', delay);
  });
  await desk.page.getByTestId('enqueue-button').click();
  await desk.page.getByTestId('nav-log').click();
  await desk.page.waitForFunction(
    (wanted) => document.querySelector('[data-testid=log-count-succeeded]')?.textContent === String(wanted),
    orders.length,
    { timeout: 60_000 + (count / perCall / rate) * 3000, polling: 250 },
  );
  const longestMs = await desk.app.evaluate(
    () => Number(Reflect.get(Reflect.get(globalThis, 'benchDelay'), 'max')) / 1e6,
  );

  const dispatches = z.array(requestSchema).parse(await market.act('requests', { api: 'dispatch' }));
  const reads = z.array(requestSchema).parse(await market.act('requests', { api: 'query' }));
  const refused = [...dispatches, ...reads].filter(({ status }) => status === 429).length;
  const taken = (Math.max(...dispatches.map(({ at }) => at)) - Math.min(...dispatches.map(({ at }) => at))) / 1000;
  const ideal = (Math.ceil(orders.length / perCall) - burst) / rate;
  const share = ideal / taken;
  const refusedShare = refused / (dispatches.length + reads.length);
  reportBench(
    'send',
    {
      orders: orders.length,
      rate,
      burst,
      dispatchCalls: dispatches.length,
      queryCalls: reads.length,
      refused,
      idealSeconds: rounded(ideal),
      takenSeconds: rounded(taken),
      longestMainTaskMs: Math.round(longestMs),
    },
    {
      'ideal/taken': atLeast(share, rate >= 50 ? 0.9 : 0.95),
      'refused calls': atMost(refusedShare, 0.01),
    },
  );
} finally {
  await desk.close();
  await market.stop();
  await rm(folder, { recursive: true, force: true });
}

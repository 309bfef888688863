import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from 'xlsx';
import { z } from 'zod';
import type { FaultRuleInput } from '../../../src-main/practice/faults';
import { launchDesk } from '../app/launch';
import type { Desk } from '../app/launch';
import { credentials, startPracticeProcess } from '../app/practice-process';
import { addNaverStore, openSample } from '../app/steps';
import { rounded } from './report';
import { inMain } from '../app/in-main';

const perCall = 30;
/**
 * A lost answer is looked after ten seconds later at the earliest (resources/docs/domain.md, "Reconcile"): the last one
 * leaves room.
 */
const quietSeconds = 20;

const requestSchema = z.looseObject({ at: z.number(), status: z.number().optional(), ids: z.array(z.string()) });
const orderSchema = z.looseObject({ productOrderId: z.string(), trackingNumber: z.string(), courierText: z.string() });
const delaySchema = z.object({ longestMs: z.number(), p999Ms: z.number(), over50Ms: z.number() });

/** Ways to lose a call, in turn; the first of each pair is not applied by the market and must be sent again. */
const faults: readonly { applied: boolean; fault: FaultRuleInput['fault'] }[] = [
  { applied: false, fault: { kind: 'cutBefore' } },
  { applied: true, fault: { kind: 'cutAfter' } },
  { applied: false, fault: { kind: 'status', status: 502, bodyHtml: '<html><h1>Bad Gateway</h1></html>' } },
  { applied: true, fault: { kind: 'halfBody' } },
];

type Seen = z.infer<typeof requestSchema>;

export interface SendPlan {
  /** Calls a second of the market, of which the app learns from the headers only. */
  rate: number;
  /** Of ideal sending. */
  seconds: number;
  /** One dispatch in a hundred is lost. */
  withFaults: boolean;
}

export type SendFigures = Awaited<ReturnType<typeof sendOnce>>;

/**
 * Orders from a sheet through the real app to the practice market in a process of its own. Ideal is what the calls need at
 * the market's rate after its burst, with those it lost unapplied counted twice; taken is from the first dispatch to the
 * last. The main process is watched from the click that sends to the last answer.
 */
export async function sendOnce({ rate, seconds, withFaults }: SendPlan) {
  const burst = 2 * rate;
  const calls = seconds * rate + burst;
  const lost = withFaults ? lostCalls(calls, calls - burst - quietSeconds * rate) : [];
  const market = await startPracticeProcess(['--rate', String(rate), '--burst', String(burst), '--empty']);
  const folder = await mkdtemp(join(tmpdir(), 'balsong-send-'));
  const desk = await launchDesk({ env: { BALSONG_NAVER_URL: market.url } });
  try {
    const orders = z.array(orderSchema).parse(await market.act('make-orders', { count: calls * perCall, seed: 11 }));
    const file = join(folder, 'shipments.xlsx');
    await writeFile(file, sheetOf(orders));
    await addNaverStore(desk.page, '벤치', credentials);
    await openSample(desk.page, file);
    await market.act('clear-requests');
    const rules = lost.map(({ nth, fault }) => ({ when: { path: 'dispatch', nth }, fault }));
    if (rules.length > 0) await market.act('inject', { rules });

    await watchMain(desk);
    await desk.page.getByTestId('enqueue-button').click();
    await desk.page.getByTestId('nav-log').click();
    await desk.page.waitForFunction(
      (wanted) => document.querySelector('[data-testid=log-count-succeeded]')?.textContent === String(wanted),
      orders.length,
      { timeout: 180_000 + seconds * 5000, polling: 250 },
    );
    const main = await whatMainDid(desk);

    const dispatches = z.array(requestSchema).parse(await market.act('requests', { api: 'dispatch' }));
    const reads = z.array(requestSchema).parse(await market.act('requests', { api: 'query' }));
    const refused = [...dispatches, ...reads].filter(({ status }) => status === 429).length;
    const times = dispatches.map(({ at }) => at).toSorted((a, b) => a - b);
    const taken = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
    const again = lost.filter(({ applied }) => !applied).length;
    const ideal = (calls + again - burst) / rate;
    return {
      rate,
      burst,
      orders: orders.length,
      lostCalls: lost.length,
      // Every call once, and those the market lost unapplied again; fewer would make the ideal longer than it was.
      wantedCalls: calls + again,
      dispatchCalls: dispatches.length,
      queryCalls: reads.length,
      refused,
      refusedShare: rounded(refused / (dispatches.length + reads.length)),
      idealSeconds: rounded(ideal),
      takenSeconds: rounded(taken),
      share: rounded(ideal / taken),
      ...agesOf(dispatches, reads),
      mainLongestTaskMs: rounded(main.longestMs),
      mainTaskP999Ms: rounded(main.p999Ms),
      mainTasksOver50Ms: main.over50Ms,
    };
  } finally {
    await desk.close();
    await market.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** How old the last reading of each order was when its call arrived at the market: median and 99th percentile, ms. */
function agesOf(
  dispatches: readonly Seen[],
  reads: readonly Seen[],
): { readingAgeMs: number; readingAgeP99Ms: number } {
  const readAt = new Map<string, number[]>();
  for (const { at, ids } of reads) for (const id of ids) readAt.set(id, [...(readAt.get(id) ?? []), at]);
  const ages = dispatches
    .flatMap(({ at, ids }) => ids.map((id) => at - Math.max(...(readAt.get(id) ?? []).filter((read) => read <= at))))
    .toSorted((a, b) => a - b);
  const share = (part: number): number => rounded(ages[Math.floor((ages.length - 1) * part)] ?? Infinity);
  return { readingAgeMs: share(0.5), readingAgeP99Ms: share(0.99) };
}

/** The 50th call, the 150th and so on, while enough calls follow that the repeated ones are not the last of all. */
function lostCalls(calls: number, last: number) {
  const nths = Array.from({ length: Math.ceil(calls / 100) }, (_, n) => 50 + n * 100).filter((nth) => nth <= last);
  return nths.flatMap((nth, n) => {
    const kind = faults[n % faults.length];
    return kind === undefined ? [] : [{ nth, ...kind }];
  });
}

function sheetOf(orders: readonly z.infer<typeof orderSchema>[]): Buffer {
  const rows = [
    ['상품주문번호', '택배사', '송장번호'],
    ...orders.map((order) => [order.productOrderId, order.courierText, order.trackingNumber]),
  ];
  const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(rows), 'sheet1');
  return z.instanceof(Buffer).parse(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }));
}

/** A timer of 5 ms in the main process: how much later than that it comes is how long a task held it up. */
async function watchMain(desk: Desk): Promise<void> {
  const begin = (): void => {
    if (Reflect.has(globalThis, 'benchDelay')) return;
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    Reflect.set(globalThis, 'benchDelay', delay);
    Reflect.set(globalThis, 'benchOver', 0);
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      if (now - last > 55) Reflect.set(globalThis, 'benchOver', Number(Reflect.get(globalThis, 'benchOver')) + 1);
      last = now;
    }, 5);
  };
  await inMain(desk.app, begin);
}

async function whatMainDid(desk: Desk): Promise<z.infer<typeof delaySchema>> {
  return delaySchema.parse(
    await inMain(desk.app, () => {
      const delay = Reflect.get(globalThis, 'benchDelay');
      return {
        longestMs: Number(Reflect.get(delay, 'max')) / 1e6 - 5,
        p999Ms: Number(delay.percentile(99.9)) / 1e6 - 5,
        over50Ms: Number(Reflect.get(globalThis, 'benchOver')),
      };
    }),
  );
}

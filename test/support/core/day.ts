import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { FaultRuleInput } from '../../../src-main/practice/faults';
import { startPractice } from '../../../src-main/practice/start-practice';
import type { Practice } from '../../../src-main/practice/start-practice';
import { holdPort } from '../http/ports';
import type { HeldPort } from '../http/ports';
import { startTcpFaults } from '../market/tcp-faults';
import type { TcpFault, TcpFaultProxy } from '../market/tcp-faults';
import type { SheetOrder } from '../../../src-main/practice/sheet-order';
import type { SwitchesPatch } from '../../../src-main/practice/switches';
import type { Job } from '../../../src-preload/contract/job';
import type { JobState } from '../../../src-preload/contract/job-states';
import { runCore } from './run-core';
import type { RunningCore } from './run-core';

/** A day at the desk: real core, real SQLite, real HTTP to a practice market on loopback. */
export interface Day {
  market: Practice;
  running: RunningCore;
  orders: readonly SheetOrder[];
  ids: readonly string[];
  /** The line to the market, whose faults the scenario planned in `line`. */
  line: TcpFaultProxy;
  /** The market's server goes; its ledger and port stay. */
  marketDown(): Promise<void>;
  marketUp(): Promise<void>;
}

/** One bad day, as data. */
export interface Scenario {
  name: string;
  /** 40 unless told: a full call and a part of one. */
  orders?: number;
  switches?: SwitchesPatch;
  faults?(ids: readonly string[]): FaultRuleInput[];
  /** What the line does to the next requests of a path, below HTTP. */
  line?: Readonly<Record<string, readonly TcpFault[]>>;
  /** Before anything is sent. */
  before?(day: Day): Promise<void> | void;
  /** While it is being sent; what was sent is settled afterwards. */
  meanwhile?(day: Day): Promise<void>;
  /** Where the jobs end, those in no other state being `succeeded`. */
  ends?: Partial<Record<JobState, number>>;
  /** Dispatches the market refused because the order was shipped already; 0 unless told. */
  refusedDispatches?: number;
  /** After the day. */
  after?(day: Day, log: readonly Job[]): Promise<void> | void;
}

/** Plays the day and holds log against ledger: each job where the market's own state puts it, nothing shipped twice. */
export async function playDay(scenario: Scenario, seed: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-day-'));
  const ledgerFile = join(folder, 'ledger.jsonl');
  const begin = (port: number): Promise<Practice> =>
    startPractice({ ledgerFile, options: { port, seed: 'empty', switches: { rate: 50, ...scenario.switches } } });
  const first = await begin(0);
  const count = scenario.orders ?? 40;
  const orders = first.control.makeOrders(count, seed, { perOrder: [1] });
  const marketPort = Number(new URL(first.url).port);
  const line = await startTcpFaults({ port: marketPort });
  for (const [path, faults] of Object.entries(scenario.line ?? {})) line.planFor(path, faults);
  // Without faults of the line nothing stands between: a proxy would hide that the market's port refuses.
  const naverUrl = scenario.line === undefined ? first.url : first.url.replace(/:\d+/, `:${line.port}`);
  let held: HeldPort | undefined;
  const day: Day = {
    market: first,
    line,
    running: await runCore({ dataDir: join(folder, 'desk'), naverUrl, credentials: first.credentials }),
    orders,
    ids: orders.map((order) => order.productOrderId),
    async marketDown() {
      await day.market.stop();
      held = await holdPort(marketPort);
    },
    async marketUp() {
      await held?.letGo();
      held = undefined;
      day.market = await begin(marketPort);
    },
  };
  try {
    day.market.control.inject(...(scenario.faults?.(day.ids) ?? []));
    await scenario.before?.(day);
    await day.running.send(orders);
    await scenario.meanwhile?.(day);
    await day.running.settled();
    const log = await day.running.log();
    agree(day, log, scenario.refusedDispatches ?? 0);
    const elsewhere = Object.values(scenario.ends ?? {}).reduce((sum, n) => sum + n, 0);
    expect(tally(log), 'where the jobs ended').toEqual({
      ...(elsewhere < count ? { succeeded: count - elsewhere } : {}),
      ...scenario.ends,
    });
    await scenario.after?.(day, log);
    expect(day.running.problems, 'nothing was reported as a problem').toEqual([]);
  } finally {
    await day.running.stop();
    await line.close();
    await held?.letGo();
    await day.market.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the log says of each order is what the market has. */
function agree(day: Day, log: readonly Job[], refused: number): void {
  const ledger = day.market.control.ledger();
  const twice = Object.entries(ledger).filter(([, order]) => order.dispatches > 1);
  expect(twice, 'nothing is dispatched twice').toEqual([]);
  const asked = Object.values(ledger).reduce((sum, order) => sum + order.refusedDispatches, 0);
  expect(asked, 'nothing shipped is sent again').toBe(refused);
  for (const id of day.ids) {
    const jobs = log.filter((job) => job.target === id && job.kind === 'dispatch');
    expect(jobs.length, `${id} is in the log`).toBeGreaterThan(0);
    const done = jobs.filter((job) => job.state === 'succeeded');
    const shipped = ledger[id]?.values[0];
    const isOurs = done.some(
      ({ values }) => values.kind === 'dispatch' && values.dispatch.trackingNumber === shipped?.trackingNumber,
    );
    expect(done.length > 0, `${id} is done in the log (${jobs[0]?.state} ${jobs[0]?.code})`).toBe(
      shipped !== undefined && shipped.traceId !== 'seller-center',
    );
    if (done.length > 0) expect(isOurs, `${id} has the number of its job`).toBe(true);
  }
}

/** How many jobs of a log are in each state. */
export function tally(log: readonly Job[]): Partial<Record<JobState, number>> {
  const counts: Partial<Record<JobState, number>> = {};
  for (const { state } of log) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { bundledProcess } from '../bundled-process';
import { startMarketProcess } from '../market/market-process';
import type { MarketProcess } from '../market/market-process';

const credentials = { clientId: 'killClient0001', clientSecret: '$2a$04$abcdefghijklmnopqrstuu' };

const told = z.discriminatedUnion('is', [
  z.object({ is: z.literal('started') }),
  z.object({ is: z.literal('added') }),
  z.object({
    is: z.literal('settled'),
    problems: z.array(z.string()),
    jobs: z.array(z.object({ target: z.string(), state: z.string(), code: z.string().optional() })),
  }),
]);
type Settled = Extract<z.infer<typeof told>, { is: 'settled' }>;

const ledgerSchema = z.record(
  z.string(),
  z.object({ dispatches: z.int(), refusedDispatches: z.int(), delays: z.int(), refunds: z.int() }),
);
const ordersSchema = z.array(z.looseObject({ productOrderId: z.string() }));

interface Child {
  recordResponse(what: 'started' | 'added'): Promise<void>;
  settled: Promise<Settled>;
  kill(): Promise<void>;
}

/** Given a running child and the market, resolves at the moment of the next kill. */
export type Moment = (child: Child, market: MarketProcess, kill: number) => Promise<unknown>;

export interface KillRun {
  orders: number;
  /** Of them: those that must not go out without the seller, and pairs of a main product and its add-on. */
  special: number;
  addOnPairs: number;
  /** Dispatches of the special ones. */
  specialDispatched: number;
  kills: number;
  dispatchCalls: number;
  /** Product orders by how often the market dispatched them: all must stand under 1. */
  dispatched: Record<string, number>;
  /** Dispatches of what was dispatched already. */
  refusedDispatches: number;
  /** Orders to be delayed, and orders whose cancel request is approved, by how often the market did it. */
  delayed: Record<string, number>;
  refunded: Record<string, number>;
  /** Dispatches of orders that were to be delayed or refunded. */
  delayedOrRefundedDispatched: number;
  states: Record<string, number>;
  problems: string[];
}

/** Orders that wait or are held, each kind a few times; and pairs whose add-on comes first in the sheet. */
export interface Specials {
  ofEachKind: number;
  addOnPairs: number;
  /** Orders that are delayed instead of sent, and orders whose buyers get a refund. */
  delays: number;
  refunds: number;
}

const specialKinds = [
  ...(['gift-waiting', 'hope-date', 'pick-up', 'partly-cancelled'] as const),
  ...(['direct-contracted', 'cancel-requested', 'cancelled'] as const),
];
/** Seeds of the practice market below this share no id. */
const seeds = 28_000;

/**
 * Sends orders from a process that is killed again and again; the market lives on. When all are sent before the kills are
 * made, as many orders come again: a run makes the kills it was asked for.
 */
export async function runKills(given: {
  orders: number;
  kills: number;
  rate: number;
  seed: number;
  specials?: Specials;
  moment: Moment;
  /** Awaited before the process of the next kill starts: what the market shall do while that one lives. */
  prepare?: (market: MarketProcess, kill: number) => Promise<void>;
}): Promise<KillRun> {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-kill-'));
  const market = await startMarketProcess([
    '--empty',
    `--ledger=${join(folder, 'ledger.jsonl')}`,
    `--rate=${given.rate}`,
    `--client-id=${credentials.clientId}`,
    `--client-secret=${credentials.clientSecret}`,
  ]);
  try {
    let lot = 0;
    const place = async (more: object): Promise<z.infer<typeof ordersSchema>> => {
      const seed = (given.seed + lot) % seeds;
      lot += 1;
      return ordersSchema.parse(await market.act('make-orders', { count: given.orders, seed, perOrder: [1], ...more }));
    };
    const { ofEachKind, addOnPairs } = given.specials ?? { ofEachKind: 0, addOnPairs: 0 };
    const { delays = 0, refunds = 0 } = given.specials ?? {};
    const special = ofEachKind * specialKinds.length;
    const specials = Object.fromEntries(specialKinds.map((kind) => [kind, ofEachKind]));
    const orders = await place({ specials });
    const specialIds = orders.slice(0, special).map(({ productOrderId }) => productOrderId);
    for (let pair = 0; pair < addOnPairs; pair += 1) {
      orders.push(...(await place({ count: 2, perOrder: [2], specials: { 'add-on': 1 } })));
    }
    const idsOf = (some: z.infer<typeof ordersSchema>): string[] => some.map(({ productOrderId }) => productOrderId);
    const delayIds = delays === 0 ? [] : idsOf(await place({ count: delays }));
    const asked = refunds === 0 ? [] : await place({ count: refunds, specials: { 'cancel-requested': refunds } });
    const refundIds = idsOf(asked);
    const plan = join(folder, 'plan.json');
    // Presents no one accepts wait for ever: with only them left, all is settled.
    const writePlan = (): Promise<void> =>
      writeFile(
        plan,
        JSON.stringify({ credentials, orders: [...orders, ...asked], gifts: ofEachKind, delayIds, refundIds }),
      );
    await writePlan();
    const program = await bundledProcess(join(import.meta.dirname, 'core-process.ts'));
    const start = (): Child => startChild(program, [join(folder, 'desk'), market.url, plan]);
    let kills = 0;
    await given.prepare?.(market, kills);
    let child = start();
    while (kills < given.kills) {
      const ended = await Promise.race([given.moment(child, market, kills), child.settled]);
      await child.kill();
      kills += 1;
      await given.prepare?.(market, kills);
      if (isSettled(ended) && kills < given.kills) {
        orders.push(...(await place({})));
        await writePlan();
      }
      child = start();
    }
    const end = await child.settled;
    await child.kill();
    const byOrder = ledgerSchema.parse(await market.act('ledger'));
    const ledger = Object.values(byOrder);
    const calls = z.array(z.unknown()).parse(await market.act('requests', { api: 'dispatch' }));
    return {
      orders: orders.length,
      special,
      addOnPairs,
      specialDispatched: specialIds.reduce((sum, id) => sum + (byOrder[id]?.dispatches ?? 0), 0),
      kills,
      dispatchCalls: calls.length,
      delayed: tallyOf(delayIds.map((id) => String(byOrder[id]?.delays ?? 0))),
      refunded: tallyOf(refundIds.map((id) => String(byOrder[id]?.refunds ?? 0))),
      delayedOrRefundedDispatched: [...delayIds, ...refundIds].reduce(
        (sum, id) => sum + (byOrder[id]?.dispatches ?? 0),
        0,
      ),
      dispatched: tallyOf(ledger.map(({ dispatches }) => String(dispatches))),
      refusedDispatches: ledger.reduce((sum, order) => sum + order.refusedDispatches, 0),
      states: tallyOf(end.jobs.map(({ state }) => state)),
      problems: end.problems,
    };
  } finally {
    await market.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function isSettled(given: unknown): given is Settled {
  return typeof given === 'object' && given !== null && 'is' in given && given.is === 'settled';
}

function tallyOf(words: readonly string[]): Record<string, number> {
  const tally: Record<string, number> = {};
  for (const word of words) tally[word] = (tally[word] ?? 0) + 1;
  return tally;
}

function startChild(program: string, args: readonly string[]): Child {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const recordResponse = new Set<string>();
  const waiting = new Map<string, () => void>();
  const settled = new Promise<Settled>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const message = told.parse(JSON.parse(line));
      recordResponse.add(message.is);
      waiting.get(message.is)?.();
      if (message.is === 'settled') resolve(message);
    });
  });
  return {
    settled,
    recordResponse: (what) =>
      new Promise((resolve) => {
        if (recordResponse.has(what)) resolve();
        else waiting.set(what, resolve);
      }),
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

import { z } from 'zod';
import type { Market, SendOutcome, Verdict } from '../../../src-main/markets/market';
import type { MarketName } from '../../../src-preload/contract/market-facts';
import { toyClassOf } from './codes';

/** What the toy market has: each target it knows, and what it says to it. */
export type Shelf = Map<string, { taken: boolean; says?: 'TOY.NO' }>;

const callSchema = z.object({ ask: z.array(z.string()) });

/**
 * A third market, whole: it is sent shipments, five a call, and confirms none; tells nothing apart from yes
 * and no, and may be asked again. Nothing outside this folder knows it but the lines that register it.
 */
export function createToyMarket(given: { name: MarketName; shelf: Shelf; now: () => number; calls: number[] }): Market {
  const { name, shelf, now, calls } = given;
  let busy = true;

  /** The wire of the toy: JSON in, JSON out. */
  const ask = (body: string): SendOutcome => {
    const targets = callSchema.parse(JSON.parse(body)).ask;
    calls.push(targets.length);
    if (busy) {
      busy = false;
      return { type: 'no-answer', code: 'TOY.BUSY' };
    }
    const verdicts = new Map<string, Verdict>();
    for (const target of targets) {
      const item = shelf.get(target);
      if (item === undefined) continue;
      if (item.says !== undefined) verdicts.set(target, { yes: false, code: item.says, message: 'not today' });
      else {
        item.taken = true;
        verdicts.set(target, { yes: true });
      }
    }
    return { type: 'answered', verdicts };
  };

  return {
    name,
    limits: { dispatch: 5 },
    readLimit: 1,
    reads: [],
    classOf: (_kind, code) => toyClassOf(code),
    judge: () => ({ is: 'open' }),
    bucketOf: (accountId, kind) => `toy/${accountId}/${kind}`,
    open: () => ({
      ready: async () => ({ ok: true }),
      send: async (_kind, jobs) => ({
        outcome: ask(JSON.stringify({ ask: jobs.map(({ target }) => target) })),
        call: { startedAt: now(), endedAt: now(), httpStatus: 200, traceId: `toy-${calls.length}` },
      }),
      read: async () => ({
        outcome: { type: 'answered', findings: new Map(), refused: new Map() },
        call: { startedAt: now(), endedAt: now() },
      }),
      probe: async () => true,
      test: async () => ({
        code: 'ok',
        ticks: { internet: 'yes', clock: 'yes', secret: 'yes', ip: 'yes', permission: 'yes' },
      }),
      close: async () => undefined,
    }),
  };
}

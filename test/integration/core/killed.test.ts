import { expect, it } from 'vitest';
import { z } from 'zod';
import { runKills } from '../../support/core/kill-run';
import type { MarketProcess } from '../../support/market/market-process';

const requests = z.array(z.unknown());

/**
 * Where in the work the process dies: while adding, with a call under way, with an answer just in, while it reads.
 * The market answers so many requests of that kind and lets the next ones wait: however late the kill comes, the work
 * stands where it was to.
 */
const moments = [
  { api: 'dispatch', answered: 0, killAt: 'started' },
  { api: 'dispatch', answered: 1, killAt: 'arrived' },
  { api: 'dispatch', answered: 2, killAt: 'ended' },
  { api: 'query', answered: 0, killAt: 'arrived' },
  { api: 'dispatch', answered: 3, killAt: 'arrived', applied: true },
] as const;
const mostRequests = 100;

async function countOf(market: MarketProcess, api: string): Promise<number> {
  return requests.parse(await market.act('requests', { api })).length;
}

it('is killed five times while it sends, and every order went out once', async () => {
  let before = 0;
  const run = await runKills({
    orders: 300,
    kills: moments.length,
    rate: 5,
    seed: 77,
    async prepare(market, kill) {
      await market.act('clear-faults');
      const moment = moments[kill];
      // The last process is left alone.
      if (moment === undefined) return;
      const nth = Array.from({ length: mostRequests }, (_, n) => moment.answered + 1 + n);
      const fault = { kind: 'stall', applied: 'applied' in moment };
      await market.act('inject', { rules: [{ when: { path: moment.api, nth }, fault }] });
      before = await countOf(market, moment.api);
    },
    moment(child, market, kill) {
      const moment = moments[kill];
      if (moment === undefined) return child.settled;
      const { api, answered, killAt } = moment;
      if (killAt === 'started') return child.recordResponse('started');
      return market.act(killAt, { api, nth: before + answered + (killAt === 'arrived' ? 1 : 0) });
    },
  });
  expect(run).toMatchObject({
    kills: 5,
    dispatched: { 1: 300 },
    refusedDispatches: 0,
    states: { succeeded: 300 },
    problems: [],
  });
});

/** Calls not applied are left to the bench: the readings after a yes are given two minutes to show it. */
const actMoments = [
  { api: 'delay', applied: true },
  { api: 'approve-cancel', applied: true },
] as const;

it('is killed while it delays and pays back, and each was done once', async () => {
  let before = 0;
  const acts = 2;
  const run = await runKills({
    orders: 2,
    kills: actMoments.length,
    rate: 5,
    seed: 91,
    specials: { ofEachKind: 0, addOnPairs: 0, delays: acts, refunds: acts },
    async prepare(market, kill) {
      await market.act('clear-faults');
      const moment = actMoments[kill];
      if (moment === undefined) return;
      const { api, applied } = moment;
      const nth = Array.from({ length: mostRequests }, (_, n) => 1 + n);
      await market.act('inject', { rules: [{ when: { path: api, nth }, fault: { kind: 'stall', applied } }] });
      before = await countOf(market, api);
    },
    async moment(child, market, kill) {
      const moment = actMoments[kill];
      return moment === undefined ? child.settled : market.act('arrived', { api: moment.api, nth: before + 1 });
    },
  });
  expect(run).toMatchObject({
    kills: actMoments.length,
    delayed: { 1: acts },
    refunded: { 1: acts },
    delayedOrRefundedDispatched: 0,
    refusedDispatches: 0,
    problems: [],
  });
});

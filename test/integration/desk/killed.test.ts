import { expect, it } from 'vitest';
import { runKills } from '../../support/desk/kill-run';
import type { Moment } from '../../support/desk/kill-run';

/** Where in the work the process dies: while adding, with a call under way, with an answer just in. */
const moments: Moment[] = [
  (child) => child.heard('started'),
  (_child, market) => market.act('arrived', { api: 'dispatch', nth: 2 }),
  (_child, market) => market.act('ended', { api: 'dispatch', nth: 4 }),
  (_child, market) => market.act('arrived', { api: 'query', nth: 2 }),
  (_child, market) => market.act('arrived', { api: 'dispatch', nth: 7 }),
];

it('is killed five times while it sends, and every order went out once', async () => {
  const run = await runKills({
    orders: 300,
    kills: moments.length,
    rate: 5,
    seed: 77,
    moment: (child, market, kill) => moments[kill]?.(child, market, kill) ?? child.settled,
  });
  expect(run).toMatchObject({
    kills: 5,
    dispatched: { 1: 300 },
    refusedDispatches: 0,
    states: { succeeded: 300 },
    problems: [],
  });
}, 120_000);

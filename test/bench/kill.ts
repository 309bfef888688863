/**
 * 1,000 orders, special ones among them, 20 delays and 20 refunds (approved cancel requests), from a process that is
 * killed 50 times at random moments of its life, the first millisecond included (on a fast machine with further orders,
 * until the kills are made); and a restore that is killed before and after each of its renames.
 * `npm run bench -- kill [orders] [kills] [seed]`
 */
import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom } from '../../src-main/practice/seeded-random';
import { atLeast, atMost, reportProof, rounded } from '../support/bench/report';
import { lostControllers, runRestoreKills } from '../support/core/restore-kills';
import { runKills } from '../support/core/kill-run';

const orders = Number(process.argv[2] ?? 1000);
const kills = Number(process.argv[3] ?? 50);
const seed = Number(process.argv[4] ?? Date.now() % 100_000);
/** So many delays, and so many refunds: one call each. */
const ofEach = 20;
const random = seededRandom(seed);
/** From nothing loaded yet to several calls after the start; a start takes about a second and a half here. */
const longestLifeMs = 3000;

const restores = await runRestoreKills();
const begun = performance.now();
const run = await runKills({
  orders,
  kills,
  rate: 2,
  seed,
  specials: { ofEachKind: 3, addOnPairs: 3, delays: ofEach, refunds: ofEach },
  moment: () => pause(random() * longestLifeMs),
});
const { dispatched, states, refusedDispatches } = run;
const ordinary = run.orders - run.special;
reportProof(
  'kill',
  { seed, seconds: rounded((performance.now() - begun) / 1000), ...run, restoresKilled: restores.length },
  {
    'orders dispatched exactly once': atLeast(dispatched['1'] ?? 0, ordinary),
    'orders done in the log': atLeast(states['succeeded'] ?? 0, ordinary),
    'orders delayed exactly once': atLeast(run.delayed['1'] ?? 0, ofEach),
    'cancel requests approved exactly once': atLeast(run.refunded['1'] ?? 0, ofEach),
    'dispatches of what was delayed or refunded': atMost(run.delayedOrRefundedDispatched, 0),
    'kills made': atLeast(run.kills, kills),
    'orders dispatched that wait for the buyer or for the seller': atMost(run.specialDispatched, 0),
    'dispatched orders sent again': atMost(refusedDispatches, 0),
    'problems of the process that ended by itself': atMost(run.problems.length, 0),
    'desks lost by a restore that was killed': atMost(lostControllers(restores).length, 0),
    'steps at which a restore was killed': atLeast(restores.length, 6),
  },
);

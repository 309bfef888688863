/**
 * How close to the market's rate the real app sends, without faults and with up to one dispatch in a hundred lost (the
 * figures say how many), how old the reading of an order is when its call arrives, and how long a task of the main process gets meanwhile.
 * `npm run bench -- send [seconds] [rate ...]`, by default 60 seconds of ideal sending at 2, 10 and 50 calls a second each.
 */
import { atLeast, atMost, reportBench } from '../support/bench/report';
import type { Aim } from '../support/bench/report';
import { sendOnce } from '../support/bench/send-run';
import type { SendFigures } from '../support/bench/send-run';

const [seconds = 60, ...given] = process.argv.slice(2).map(Number);
const rates = given.length > 0 ? given : [2, 10, 50];
/** What the issue asks for, by the rate: the faster the market, the more of its time a call of ours is. */
const wantedAt = (rate: number): number => (rate >= 50 ? 0.9 : rate >= 10 ? 0.97 : 0.98);

const figures: Record<string, SendFigures> = {};
const aims: Record<string, Aim> = {};
for (const rate of rates) {
  for (const withFaults of [false, true]) {
    const name = `${rate} calls a second${withFaults ? ', some lost' : ''}`;
    const run = await sendOnce({ rate, seconds, withFaults });
    console.error(`${name}: ${JSON.stringify(run)}`);
    figures[name] = run;
    aims[`${name}: dispatch calls made`] = atLeast(run.dispatchCalls, run.wantedCalls);
    aims[`${name}: ideal/taken`] = atLeast(run.share, wantedAt(rate));
    // What stands against an order is seen a second before it goes out, not ten.
    aims[`${name}: age of a reading at sending, median, ms`] = atMost(run.readingAgeMs, 1000);
    aims[`${name}: refused calls`] = atMost(run.refusedShare, 0.01);
    aims[`${name}: longest task of the main process, ms`] = atMost(run.mainLongestTaskMs, 50);
  }
}
reportBench('send', figures, aims);

/**
 * The join of a courier's sheet with the order book: how long 10,000 lines against 20,000 open orders take, and how well
 * 2,000 parcels are joined under three recipes of noise. `npm run bench -- join [lines [orders]]`
 */
import { joinInSteps } from '../../src-preload/contract/join/join';
import { atLeast, atMost, median, reportBench, rounded } from '../support/bench/report';
import { makeParcels } from '../support/join/make-parcels';
import { measureJoin } from '../support/join/measure-join';
import { officesInTheCountry, presentsInTown, usualDay } from '../support/join/noise-recipes';

const [lines = 10_000, orders = 20_000] = process.argv.slice(2).map(Number);
const rounds = 5;
const parcelsOfDay = 2_000;

/** The sheet of one store's day among twice as many open orders. */
function time(): Record<string, number> {
  const day = makeParcels(Math.ceil(orders * 0.9), { ...usualDay, notToday: 0.1 });
  const some = { lines: day.lines.slice(0, lines), orders: day.orders.slice(0, orders) };
  const taken: number[] = [];
  const processor: number[] = [];
  let longestStep = 0;
  for (let n = 0; n < rounds; n += 1) {
    const begun = performance.now();
    const before = process.cpuUsage();
    const steps = joinInSteps(some.lines, some.orders);
    for (let from = performance.now(), isDone = false; !isDone; from = performance.now()) {
      isDone = steps.next().done === true;
      longestStep = Math.max(longestStep, performance.now() - from);
    }
    taken.push(performance.now() - begun);
    processor.push(process.cpuUsage(before).user / 1000);
  }
  return {
    lines: some.lines.length,
    orders: some.orders.length,
    takenMs: rounded(median(taken)),
    processorMs: rounded(median(processor)),
    longestStepMs: rounded(longestStep),
  };
}

const speed = time();
const days = {
  usual: measureJoin(makeParcels(parcelsOfDay, usualDay)),
  presents: measureJoin(makeParcels(parcelsOfDay, presentsInTown)),
  offices: measureJoin(makeParcels(parcelsOfDay, officesInTheCountry)),
};
reportBench(
  'join',
  { speed, ...days },
  {
    [`${speed['lines']} lines against ${speed['orders']} orders, ms`]: atMost(speed['takenMs'] ?? Infinity, 1_000),
    ...Object.fromEntries(
      Object.entries(days).flatMap(([name, day]) => [
        [`${name}: wrong joins without confirmation`, atMost(day.wrong, 0)],
        [`${name}: true pairs found or suggested first`, atLeast(day.foundShare, 0.98)],
        [`${name}: questions per 100 parcels`, atMost(day.questionsPer100, 2)],
      ]),
    ),
  },
);

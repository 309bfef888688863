/**
 * Whether the suites pass every time: the whole end-to-end suite again and again, quiet, next to four busy processes and on
 * one core; with `--unit` the unit, integration and window tests in random order on two cores and on one; with `--clock` the
 * end-to-end suite at another time of day, every process of it alike. Everything of it is kept in `out/steady/`.
 * `npm run bench -- steady [N] [--quiet [N]] [--loaded [N]] [--one-core [N]] [--unit [N]] [--clock 2026-12-31T23:58:00+09:00]`
 * Ends with 1 when an aim is missed.
 */
import { randomInt } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { buildIfStale } from '../../resources/setup/build.mjs';
import { root } from '../../resources/setup/places.mjs';
import { startBusyProcesses } from '../support/bench/busy-processes';
import { bringFakeTime, fakeClock } from '../support/bench/fake-clock';
import { atLeast, atMost, reportProof, rounded } from '../support/bench/report';
import type { Aim } from '../support/bench/report';
import { countFailures } from '../support/bench/steady-outcome';
import type { RunOutcome } from '../support/bench/steady-outcome';
import { readSteadyPlan } from '../support/bench/steady-plan';
import type { Condition } from '../support/bench/steady-plan';
import { countStories, runShuffled, runStories, steadyFolder } from '../support/bench/suite-run';

const busyCount = 4;
/** What a run of the tests under Vitest looks at: each ring alone, and all together. */
const rings = {
  unit: ['test/unit'],
  integration: ['test/integration'],
  window: ['test/window'],
  all: ['test/unit', 'test/integration', 'test/window'],
};

interface Finished extends RunOutcome {
  seconds: number;
  seed?: number;
}

const plan = readSteadyPlan(process.argv.slice(2));
const clock = plan.clock;
const clockLibrary = clock === undefined ? undefined : await bringFakeTime();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
rmSync(steadyFolder, { recursive: true, force: true });
mkdirSync(steadyFolder, { recursive: true });
await buildIfStale();

const figures: Record<string, unknown> = {};
const aims: Record<string, Aim> = {};
if (plan.runs.length > 0) {
  const stories = await countStories();
  console.error(`${stories} stories; their order is fixed, there is no seed`);
  for (const { condition, count } of plan.runs) await repeatStories(condition, count, stories);
}
for (const cores of plan.unitRuns > 0 ? ([2, 1] as const) : []) {
  for (const [ring, folders] of Object.entries(rings)) await repeatShuffled(ring, folders, cores, plan.unitRuns);
}
reportProof(
  'steady',
  { clock: clock === undefined ? 'of the machine' : new Date(clock).toISOString(), ...figures },
  aims,
);

async function repeatStories(condition: Condition, count: number, stories: number): Promise<void> {
  const endLoad = condition === 'loaded' ? startBusyProcesses(busyCount) : undefined;
  try {
    const isOneCore = condition === 'one-core';
    const runs = await repeat(condition, count, async (name) => runStories({ name, isOneCore }, stories, clockNow()));
    const executed = runs.reduce((sum, run) => sum + run.executed, 0);
    aims[`stories executed, ${condition}`] = atLeast(executed, stories * count);
  } finally {
    endLoad?.();
  }
}

async function repeatShuffled(ring: string, folders: readonly string[], cores: 1 | 2, count: number): Promise<void> {
  await repeat(`${ring}-cores-${cores}`, count, async (name) => {
    const seed = randomInt(2 ** 31);
    return { ...(await runShuffled({ name, isOneCore: cores === 1 }, folders, seed)), seed };
  });
}

/** Runs something `count` times under names made of `series`; prints each run and keeps its figures. */
async function repeat(
  series: string,
  count: number,
  once: (name: string) => Promise<RunOutcome & { seed?: number }>,
): Promise<Finished[]> {
  const runs: Finished[] = [];
  for (let n = 1; n <= count; n += 1) {
    const begun = performance.now();
    const outcome = await once(`${series}-${n}`);
    const run = { ...outcome, seconds: rounded((performance.now() - begun) / 1000) };
    runs.push(run);
    const seed = run.seed === undefined ? '' : `, seed ${run.seed}`;
    console.error(
      `${series} ${n} of ${count}: ${run.executed} executed, ${run.failures.length} failed, ${Math.round(run.seconds)} s${seed}`,
    );
    for (const { name, reason, folders } of run.failures) {
      console.error(`  failed: ${name}: ${reason}`);
      for (const folder of folders) console.error(`    kept in ${relative(root, folder)}`);
    }
  }
  const failures = countFailures(runs);
  for (const [name, times] of Object.entries(failures))
    console.error(`${series}: ${times} of ${count} failed: ${name}`);
  figures[series] = { runs: runs.map(({ executed, seconds, seed }) => ({ executed, seconds, seed })), failures };
  aims[`failures, ${series}`] = atMost(
    runs.reduce((sum, run) => sum + run.failures.length, 0),
    0,
  );
  return runs;
}

/** The clock of the next run, which begins at the wished moment. */
function clockNow(): Record<string, string> {
  if (clock === undefined || clockLibrary === undefined) return {};
  return fakeClock(clockLibrary, clock - Date.now());
}

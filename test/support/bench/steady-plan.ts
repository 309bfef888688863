/** How the machine is while the suite runs: nothing else on it, four busy processes on it, or one core for all. */
export type Condition = 'quiet' | 'loaded' | 'one-core';

/** What one call of the bench is to do. */
export interface SteadyPlan {
  /** End-to-end runs, in this order. */
  runs: { condition: Condition; count: number }[];
  /** Runs of the unit and integration tests on two cores and on one. */
  unitRuns: number;
  /** The moment at which the clock of every end-to-end run starts, as ms UTC; undefined leaves the machine's clock. */
  clock: number | undefined;
}

const conditions: readonly Condition[] = ['quiet', 'loaded', 'one-core'];
const usualCount = 5;

/**
 * Reads the words of `steady [N] [--quiet [N]] [--loaded [N]] [--one-core [N]] [--unit [N]] [--clock ISO-time]`. Without a
 * condition all three are run, with a clock the quiet one alone, once. Throws with a sentence for anything else.
 */
export function readSteadyPlan(words: readonly string[]): SteadyPlan {
  const plan: SteadyPlan = { runs: [], unitRuns: 0, clock: undefined };
  const left = [...words];
  const count = (): number | undefined => {
    const [next] = left;
    if (next === undefined || !/^\d+$/u.test(next)) return undefined;
    left.shift();
    if (Number(next) === 0) throw new Error('a count is 1 or more');
    return Number(next);
  };
  const given = count();
  const each = given ?? usualCount;
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const condition = conditions.find((known) => word === `--${known}`);
    if (condition) plan.runs.push({ condition, count: count() ?? each });
    else if (word === '--unit') plan.unitRuns = count() ?? each;
    else if (word === '--clock') plan.clock = readMoment(left.shift());
    else throw new Error(`not an option of this bench: ${word}`);
  }
  if (plan.runs.length > 0) return plan;
  if (plan.clock !== undefined) return { ...plan, runs: [{ condition: 'quiet', count: given ?? 1 }] };
  if (plan.unitRuns > 0) return plan;
  return { ...plan, runs: conditions.map((condition) => ({ condition, count: each })) };
}

function readMoment(text: string | undefined): number {
  // Without a zone it would be another moment on another machine.
  if (text === undefined || !/(?:Z|[+-]\d\d:\d\d)$/u.test(text) || Number.isNaN(Date.parse(text)))
    throw new Error('--clock takes a time with its zone, like 2026-12-31T23:58:00+09:00');
  return Date.parse(text);
}

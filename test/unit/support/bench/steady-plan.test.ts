import { describe, expect, it } from 'vitest';
import { readSteadyPlan } from '../../../support/bench/steady-plan';

const all = (count: number) => [
  { condition: 'quiet', count },
  { condition: 'loaded', count },
  { condition: 'one-core', count },
];

describe('what the steadiness bench is to do', () => {
  it('is five runs in each condition, or as many as are named', () => {
    expect(readSteadyPlan([])).toEqual({ runs: all(5), unitRuns: 0, clock: undefined });
    expect(readSteadyPlan(['2']).runs).toEqual(all(2));
  });

  it('is only the named conditions, with counts of their own', () => {
    expect(readSteadyPlan(['3', '--one-core', '--quiet', '10']).runs).toEqual([
      { condition: 'one-core', count: 3 },
      { condition: 'quiet', count: 10 },
    ]);
  });

  it('is the unit tests alone when only they are named', () => {
    expect(readSteadyPlan(['--unit'])).toMatchObject({ runs: [], unitRuns: 5 });
    expect(readSteadyPlan(['--unit', '2', '--loaded', '1'])).toMatchObject({
      runs: [{ condition: 'loaded', count: 1 }],
      unitRuns: 2,
    });
  });

  it('is one quiet run at another time of day', () => {
    const at = '2026-12-31T23:58:00+09:00';
    expect(readSteadyPlan(['--clock', at])).toEqual({
      runs: [{ condition: 'quiet', count: 1 }],
      unitRuns: 0,
      clock: Date.UTC(2026, 11, 31, 14, 58),
    });
    expect(readSteadyPlan(['--clock', at, '--loaded', '2']).runs).toEqual([{ condition: 'loaded', count: 2 }]);
  });

  it('is nothing it does not know', () => {
    expect(() => readSteadyPlan(['--quick'])).toThrow('--quick');
    expect(() => readSteadyPlan(['--quiet', '0'])).toThrow('a count is 1 or more');
    expect(() => readSteadyPlan(['--clock', '2026-12-31T23:58:00'])).toThrow('with its zone');
    expect(() => readSteadyPlan(['--clock'])).toThrow('with its zone');
  });
});

import { describe, expect, it } from 'vitest';
import { countFailures, e2eOutcome, vitestOutcome } from '../../../support/bench/steady-outcome';

const story = (title: string, status: string) => ({ title, tests: [{ status, results: [{}] }] });
const stories = (...statuses: string[]) => ({
  suites: [{ title: 'a.spec.ts', specs: statuses.map((status, at) => story(String(at), status)) }],
});
const names = ({ failures }: { failures: { name: string; reason: string }[] }) =>
  failures.map(({ name, reason }) => [name, reason]);

describe('the outcome of an end-to-end run', () => {
  it('is green when all stories of the suite were executed and passed', () => {
    expect(e2eOutcome(stories('expected', 'expected'), 0, 2)).toEqual({ executed: 2, failures: [] });
  });

  it('names what failed, also what passed only at a second try', () => {
    expect(names(e2eOutcome(stories('unexpected', 'expected', 'flaky'), 1, 3))).toEqual([
      ['a.spec.ts › 0', ''],
      ['a.spec.ts › 2', ''],
    ]);
  });

  it('is a failure when fewer stories were executed than the suite has', () => {
    expect(names(e2eOutcome(stories('expected', 'skipped'), 0, 2))).toEqual([
      ['the run', '1 of 2 tests were executed'],
    ]);
    expect(names(e2eOutcome(stories('expected'), 0, 2))).toHaveLength(1);
    expect(names(e2eOutcome(stories(), 0, 0))).toHaveLength(1);
  });

  it('is a failure when the run ends badly without a word', () => {
    expect(names(e2eOutcome(stories('expected'), 1, 1))).toEqual([['the run', 'it ended with 1']]);
    expect(names(e2eOutcome(undefined, 0, 1))).toEqual([['the run', 'it left no report and ended with 0']]);
  });
});

describe('the outcome of a run of the unit and integration tests', () => {
  const file = (name: string, ...statuses: string[]) => ({
    name,
    status: statuses.includes('failed') ? 'failed' : 'passed',
    assertionResults: statuses.map((status, at) => ({
      fullName: `test ${at}`,
      status,
      failureMessages: status === 'failed' ? ['Error: no\nat x'] : [],
    })),
  });

  it('is green when every file ran and every test passed', () => {
    const report = { testResults: [file('a', 'passed'), file('b', 'passed', 'passed')] };
    expect(vitestOutcome(report, 0, 2)).toEqual({ executed: 3, failures: [] });
  });

  it('names what failed, tests and files that could not be loaded', () => {
    const broken = { name: 'b', status: 'failed', message: 'SyntaxError', assertionResults: [] };
    expect(names(vitestOutcome({ testResults: [file('a', 'passed', 'failed'), broken] }, 1, 2))).toEqual([
      ['a › test 1', 'Error: no'],
      ['b', 'SyntaxError'],
    ]);
  });

  it('is a failure when a file is missing or a test was skipped', () => {
    expect(names(vitestOutcome({ testResults: [file('a', 'passed')] }, 0, 2))).toEqual([['files', '1 of 2 files ran']]);
    expect(names(vitestOutcome({ testResults: [file('a', 'passed', 'skipped')] }, 0, 1))).toEqual([
      ['the run', '1 of 2 tests were executed'],
    ]);
    expect(names(vitestOutcome(undefined, 1, 1))).toHaveLength(1);
  });
});

describe('the failures of several runs', () => {
  it('are counted by name', () => {
    const run = e2eOutcome(stories('unexpected', 'expected'), 1, 2);
    expect(countFailures([run, run, e2eOutcome(stories('expected', 'unexpected'), 1, 2)])).toEqual({
      'a.spec.ts › 0': 2,
      'a.spec.ts › 1': 1,
    });
  });
});

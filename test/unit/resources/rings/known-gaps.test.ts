import { expect, it } from 'vitest';
import { evaluateReport } from '../../../../resources/rings/known-gaps.mjs';

const report = (tests: Record<string, string>) => ({
  testResults: [
    {
      name: 'C:\\users\\desk\\test\\unit\\open.test.ts',
      status: 'failed',
      assertionResults: Object.entries(tests).map(([fullName, status]) => ({ fullName, status })),
    },
  ],
});
const gap = { file: 'test/unit/open.test.ts', test: 'waits', why: 'no such pipe' };

it('a failure of a known gap is none, and is named with its reason', () => {
  const { lines, isGreen } = evaluateReport(report({ 'open waits': 'failed', 'open reads': 'passed' }), [gap], false);
  expect(isGreen).toBe(true);
  expect(lines).toEqual([
    'known gap: test/unit/open.test.ts (waits): no such pipe',
    '1 passed, 0 failed, 1 of 1 known gaps met, 0 skipped',
  ]);
});

it('any other failure is one, also in the same file', () => {
  const { lines, isGreen } = evaluateReport(report({ 'open reads': 'failed' }), [gap], false);
  expect(isGreen).toBe(false);
  expect(lines[0]).toBe('failed: C:/users/desk/test/unit/open.test.ts: open reads');
  expect(lines).toContain('not met this time: test/unit/open.test.ts (waits)');
});

it('a file that does not load is a failure, however few tests it has', () => {
  const well = { name: 'y.test.ts', status: 'passed', assertionResults: [{ fullName: 'well', status: 'passed' }] };
  const broken = { name: 'x.test.ts', status: 'failed', message: 'no module', assertionResults: [] };
  const after = { ...broken, assertionResults: [{ fullName: 'its tests', status: 'passed' }] };
  for (const each of [broken, after]) {
    const both = { testResults: [well, each] };
    expect(evaluateReport(both, [gap], false)).toMatchObject({ isGreen: false });
    expect(evaluateReport(both, [{ file: 'x.test.ts', why: 'not here' }], false)).toMatchObject({ isGreen: true });
  }
});

it('no tests at all is a failure, and so is one of vitest’s own', () => {
  expect(evaluateReport({ testResults: [] }, [], true)).toMatchObject({ isGreen: false });
  const passed = report({ 'open reads': 'passed' });
  const well = { testResults: passed.testResults.map((each) => ({ ...each, status: 'passed' })) };
  expect(evaluateReport(well, [], true)).toMatchObject({ isGreen: true });
  expect(evaluateReport(well, [gap], false)).toMatchObject({ isGreen: false });
});

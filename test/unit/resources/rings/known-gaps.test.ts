import { expect, it } from 'vitest';
import { judgeReport } from '../../../../resources/rings/known-gaps.mjs';

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
  const { lines, isGreen } = judgeReport(report({ 'open waits': 'failed', 'open reads': 'passed' }), [gap]);
  expect(isGreen).toBe(true);
  expect(lines).toEqual([
    'known gap: test/unit/open.test.ts (waits): no such pipe',
    '1 passed, 0 failed, 1 of 1 known gaps met, 0 skipped',
  ]);
});

it('any other failure is one, also in the same file', () => {
  const { lines, isGreen } = judgeReport(report({ 'open reads': 'failed' }), [gap]);
  expect(isGreen).toBe(false);
  expect(lines[0]).toBe('failed: C:/users/desk/test/unit/open.test.ts: open reads');
  expect(lines).toContain('not met this time: test/unit/open.test.ts (waits)');
});

it('a file that does not load is a failure, however few tests it has', () => {
  const broken = { testResults: [{ name: 'x.test.ts', status: 'failed', message: 'no module', assertionResults: [] }] };
  expect(judgeReport(broken, [gap])).toMatchObject({ isGreen: false });
  expect(judgeReport(broken, [{ file: 'x.test.ts', why: 'not here' }])).toMatchObject({ isGreen: true });
});

import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { evaluateReport } from '../../../../resources/rings/known-gaps.mjs';
import { readUnhandled, unhandledFile } from '../../../../resources/rings/report-unhandled.mjs';
import { folderOfTest } from '../../../support/market/market-in-test';

const report = (tests: Record<string, string>) => ({
  testResults: [
    {
      name: 'C:\\users\\desk\\test\\unit\\open.test.ts',
      status: 'failed',
      assertionResults: Object.entries(tests).map(([fullName, status]) => ({ fullName, status })),
    },
  ],
});
const well = { endedWell: true, unhandled: [] };
const badly = { endedWell: false, unhandled: [] };
const gap = { file: 'test/unit/open.test.ts', test: 'waits', why: 'no such pipe' };

it('a failure of a known gap is none, and is named with its reason', () => {
  const { lines, isGreen } = evaluateReport(report({ 'open waits': 'failed', 'open reads': 'passed' }), [gap], badly);
  expect(isGreen).toBe(true);
  expect(lines).toEqual([
    'known gap: test/unit/open.test.ts (waits): no such pipe',
    '1 passed, 0 failed, 1 of 1 known gaps met, 0 skipped',
  ]);
});

it('any other failure is one, also in the same file', () => {
  const { lines, isGreen } = evaluateReport(report({ 'open reads': 'failed' }), [gap], badly);
  expect(isGreen).toBe(false);
  expect(lines[0]).toBe('failed: C:/users/desk/test/unit/open.test.ts: open reads');
  expect(lines).toContain('not met this time: test/unit/open.test.ts (waits)');
});

it('a file that does not load is a failure, however few tests it has', () => {
  const green = { name: 'y.test.ts', status: 'passed', assertionResults: [{ fullName: 'well', status: 'passed' }] };
  const broken = { name: 'x.test.ts', status: 'failed', message: 'no module', assertionResults: [] };
  const after = { ...broken, assertionResults: [{ fullName: 'its tests', status: 'passed' }] };
  for (const each of [broken, after]) {
    const both = { testResults: [green, each] };
    expect(evaluateReport(both, [gap], badly)).toMatchObject({ isGreen: false });
    expect(evaluateReport(both, [{ file: 'x.test.ts', why: 'not here' }], badly)).toMatchObject({ isGreen: true });
  }
});

it('no tests at all is a failure, and so is one of vitest’s own', () => {
  expect(evaluateReport({ testResults: [] }, [], well)).toMatchObject({ isGreen: false });
  const passed = report({ 'open reads': 'passed' });
  const green = { testResults: passed.testResults.map((each) => ({ ...each, status: 'passed' })) };
  expect(evaluateReport(green, [], well)).toMatchObject({ isGreen: true });
  expect(evaluateReport(green, [gap], badly)).toMatchObject({ isGreen: false });
});

it('what was caught outside of any test is a failure, whatever gap was met', () => {
  const met = report({ 'open waits': 'failed', 'open reads': 'passed' });
  const { lines, isGreen } = evaluateReport(met, [gap], { endedWell: false, unhandled: ['Error: late'] });
  expect(isGreen).toBe(false);
  expect(lines[0]).toBe('failed: unhandled: Error: late');
});

it('vitest hands the reporter what it caught outside of any test', async () => {
  const folder = await folderOfTest();
  const root = process.cwd();
  await writeFile(join(folder, 'late.test.mjs'), `it('is green', () => void Promise.reject(new TypeError('late')));\n`);
  const reporter = `--reporter=${join(root, 'resources/rings/report-unhandled.mjs')}`;
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const ended = promisify(execFile)(process.execPath, [vitest, 'run', '--globals', `--root=${folder}`, reporter], {
    cwd: folder,
  });
  await expect(ended).rejects.toMatchObject({ code: 1 });
  expect(await readUnhandled(join(folder, unhandledFile))).toEqual(['TypeError: late']);
});

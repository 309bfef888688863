import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { run, runInSession, tool } from './child.mjs';
import { runChecks } from './check.mjs';
import { korean } from './display.mjs';
import { failureLines } from './e2e-report.mjs';
import { root } from './places.mjs';
import { suiteOf } from './suite-of.mjs';
import { explain } from './setup.mjs';
import { failedTestLines } from './vitest-report.mjs';

const vitestReport = join(root, 'out/vitest-report.json');
const e2eReport = join(root, 'out/e2e-report.json');

/**
 * All tests: checks, then unit and integration, then end to end on the built app. `unit`, `e2e` or a path runs only these.
 * Closes with the failures by name and one line of all tests counted; a suite that did not report counts as one failure.
 * @param {readonly string[]} words
 * @returns {Promise<number>} the exit code
 */
export async function runTests([word, ...more]) {
  const chosen = suiteOf(word);
  if (chosen === undefined) {
    process.stderr.write(`no tests by this name: ${word}. Give unit, e2e, or a path below test/\n`);
    return 2;
  }
  const { suite } = chosen;
  const rest = [...chosen.paths, ...more];
  await mkdir(join(root, 'out'), { recursive: true });
  const env = { ...process.env, ...korean };
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  /** @type {string[]} */
  const failures = [];
  if (suite === 'all' && (await runChecks()) !== 0) {
    failed += 1;
    failures.push('failed: one of the checks before the tests');
  }
  const isBuilt = await buildIfStale().then(
    () => true,
    (/** @type {unknown} */ problem) => {
      explain(problem);
      failed += 1;
      return false;
    },
  );
  if (suite !== 'e2e') {
    await rm(vitestReport, { force: true });
    const code = await run([...tool('vitest/vitest.mjs'), 'run', '--config', 'test/vitest.config.ts', ...rest], env);
    const report = (await readReport(vitestReport)) ?? {};
    const counted = vitestCounts(report);
    const lines = failedTestLines(report, root);
    failures.push(...lines);
    if (code !== 0 && lines.length === 0) failures.push('failed: vitest ended on an error outside of every test');
    passed += counted.passed;
    skipped += counted.skipped;
    failed += Math.max(counted.failed, code === 0 ? 0 : 1);
  }
  if (suite !== 'unit' && isBuilt) {
    await rm(e2eReport, { force: true });
    const code = await runInSession([
      ...tool('playwright/cli.js'),
      'test',
      '--config',
      'test/e2e/playwright.config.ts',
      ...rest,
    ]);
    const report = await readReport(e2eReport);
    const counted = e2eCounts(report);
    failures.push(...failureLines(report ?? {}, root));
    passed += counted.passed;
    skipped += counted.skipped;
    failed += Math.max(counted.failed, code === 0 ? 0 : 1);
  }
  if (skipped > 0) console.log(`${skipped} skipped: what they need is not on this machine, the report above says what`);
  for (const line of failures) console.log(line);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** @param {import('./vitest-report.mjs').VitestReport} report */
function vitestCounts({ numPassedTests = 0, numFailedTests = 1, numPendingTests = 0 }) {
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
}

/** @param {Report | undefined} report */
function e2eCounts(report) {
  const { expected = 0, unexpected = 1, flaky = 0, skipped = 0 } = report?.stats ?? {};
  return { passed: expected, failed: unexpected + flaky, skipped };
}

/**
 * What vitest and Playwright write down of a suite, each its own half.
 * @typedef {{ stats?: { expected?: number, unexpected?: number, flaky?: number, skipped?: number } }
 *   & import('./vitest-report.mjs').VitestReport & import('./e2e-report.mjs').E2eReport} Report
 */

/** @param {string} file @returns {Promise<Report | undefined>} undefined when the suite ended without one */
async function readReport(file) {
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : undefined;
}

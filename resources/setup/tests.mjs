import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { run, runInSession, tool } from './child.mjs';
import { runChecks } from './check.mjs';
import { korean } from './display.mjs';
import { root } from './places.mjs';
import { explain } from './setup.mjs';

const vitestReport = join(root, 'out/vitest-report.json');
const e2eReport = join(root, 'out/e2e-report.json');

/**
 * All tests: checks, then unit and integration, then end to end on the built app. `unit` or `e2e` runs only these.
 * Closes with one line of all tests counted; a ring that did not report counts as one failure.
 * @param {readonly string[]} words
 * @returns {Promise<number>} the exit code
 */
export async function runTests([only, ...rest]) {
  await mkdir(join(root, 'out'), { recursive: true });
  const env = { ...process.env, ...korean };
  let passed = 0;
  let failed = 0;
  if (only === undefined && (await runChecks()) !== 0) failed += 1;
  const isBuilt = await buildIfStale().then(
    () => true,
    (/** @type {unknown} */ problem) => {
      explain(problem);
      failed += 1;
      return false;
    },
  );
  if (only !== 'e2e') {
    await rm(vitestReport, { force: true });
    const code = await run([...tool('vitest/vitest.mjs'), 'run', '--config', 'test/vitest.config.ts', ...rest], env);
    const counted = await vitestCounts();
    passed += counted.passed;
    failed += Math.max(counted.failed, code === 0 ? 0 : 1);
  }
  if (only !== 'unit' && isBuilt) {
    await rm(e2eReport, { force: true });
    const code = await runInSession([
      ...tool('playwright/cli.js'),
      'test',
      '--config',
      'test/e2e/playwright.config.ts',
      ...rest,
    ]);
    const counted = await e2eCounts();
    passed += counted.passed;
    failed += Math.max(counted.failed, code === 0 ? 0 : 1);
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function vitestCounts() {
  const report = await readReport(vitestReport);
  return { passed: Number(report?.['numPassedTests'] ?? 0), failed: Number(report?.['numFailedTests'] ?? 1) };
}

async function e2eCounts() {
  const stats = (await readReport(e2eReport))?.['stats'];
  return { passed: Number(stats?.expected ?? 0), failed: Number(stats?.unexpected ?? 1) + Number(stats?.flaky ?? 0) };
}

/** @param {string} file @returns {Promise<Record<string, any> | undefined>} undefined when the ring ended without one */
async function readReport(file) {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

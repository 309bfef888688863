import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const tests = ['test/unit/**/*.test.ts', 'test/integration/**/*.test.ts'];

/** Files that replace a module or a global, or measure the memory of their own process: each has a worker of its own. */
const isolated = ['unit', 'integration'].flatMap((suite) =>
  readdirSync(join(import.meta.dirname, suite), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) =>
      /vi\.(?:doMock|mock|stubGlobal|stubEnv)\(|peakMb/u.test(
        readFileSync(join(import.meta.dirname, suite, file), 'utf8'),
      ),
    )
    .map((file) => `test/${suite}/${file.replaceAll('\\', '/')}`),
);

/** Unit and integration tests under Node, and the window's parts in jsdom; all of it together is test/e2e. */
export default defineConfig({
  test: {
    root: `${import.meta.dirname}/..`,
    projects: [
      // A worker loads the modules once, not again for each file: in small files that was most of the time.
      { extends: true, test: { name: 'node', include: tests, exclude: isolated, isolate: false } },
      { extends: true, test: { name: 'isolated', include: isolated } },
      // The window's own state and widgets, in a document without a screen.
      { extends: true, test: { name: 'window', environment: 'jsdom', include: ['test/window/**/*.test.{ts,tsx}'] } },
    ],
    // One more than the two cores of a small machine: the integration tests mostly wait for the app's own due times.
    maxWorkers: 3,
    // Ends what hangs; how long a test takes says how busy the machine is. No test has a shorter bound of its own.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // The default of one second is less than a busy machine may take to accept a connection.
    expect: { poll: { timeout: 120_000 } },
    reporters: ['default', 'json'],
    outputFile: { json: 'out/vitest-report.json' },
  },
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const tests = ['test/unit/**/*.test.ts', 'test/integration/**/*.test.ts'];

/** Files that put something in a module's or a global's place, or weigh the memory of their own process: they share it with no other. */
const alone = ['unit', 'integration'].flatMap((suite) =>
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
      // A worker loads the modules once, not for each file: a third of the processor's time.
      { extends: true, test: { name: 'node', include: tests, exclude: alone, isolate: false } },
      { extends: true, test: { name: 'alone', include: alone } },
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

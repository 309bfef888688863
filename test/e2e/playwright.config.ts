import { defineConfig } from 'playwright/test';

/** Real Electron on the built app: every app has its own folder, practice market and keychain items. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../out/e2e',
  // Much of a story is waiting (for a first reading, for a pause to end), so five share two cores well.
  workers: 5,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // Ends what hangs; how long a story takes says how busy the machine is.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '../../out/e2e-report.json' }]],
});

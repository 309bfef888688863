import { defineConfig } from 'playwright/test';

/** Real Electron on the built app; one at a time, since every app brings its own practice market and keychain items. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../out/e2e',
  // Two cores: more would only make the waits longer.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // Launch takes about a second; the rest is the app waiting for its own due times (undo, first reading after 10 s).
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '../../out/e2e-report.json' }]],
});

import { defineConfig } from 'playwright/test';

/** Files of a minute and more, whose stories share an app: taken first, so that no worker is left alone with one at the end. */
const long = [
  'accessible',
  'orders',
  'exhausted',
  'log-today',
  'by-file',
  'every-code',
  'sheets',
  'artefacts',
  'stock',
  'worst-hour',
  'offline',
  'store-rests',
].map((name) => `**/${name}.spec.ts`);

/** Real Electron on the built app: every app has its own folder, practice market and keychain items. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../out/e2e',
  // Much of a story is waiting (for a first reading, for a pause to end), so five share two cores well.
  workers: 5,
  fullyParallel: false,
  // Stories are handed out in the order of the projects.
  projects: [
    { name: 'long', testMatch: long },
    { name: 'short', testIgnore: long },
  ],
  forbidOnly: true,
  retries: 0,
  // Ends what hangs; how long a story takes says how busy the machine is.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '../../out/e2e-report.json' }]],
});

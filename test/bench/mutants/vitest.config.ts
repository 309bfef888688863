import { defineConfig } from 'vitest/config';

/** The tests that are asked about each mutant: those of its room (rooms.ts), as mutants.ts hands them on. */
export default defineConfig({
  test: {
    root: `${import.meta.dirname}/../../..`,
    include: (process.env['MUTANTS_TESTS'] ?? '').split(' '),
    testTimeout: 60_000,
  },
});

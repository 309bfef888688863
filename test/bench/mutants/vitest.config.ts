import { defineConfig } from 'vitest/config';

/** Globs of the room's tests (rooms.ts), as mutants.ts hands them on. */
const globs = (name: string): string[] => (process.env[name] ?? '').split(' ').filter((glob) => glob !== '');

/** The tests that are asked about each mutant. */
export default defineConfig({
  test: {
    root: `${import.meta.dirname}/../../..`,
    include: globs('MUTANTS_TESTS'),
    exclude: globs('MUTANTS_WITHOUT'),
    testTimeout: 60_000,
  },
});

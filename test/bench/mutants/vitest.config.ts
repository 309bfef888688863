import { defineConfig } from 'vitest/config';

/**
 * The tests that are asked about each mutant: those of the rules themselves. Stories of the whole outbox would find more,
 * and take minutes for each mutant that lives.
 */
export default defineConfig({
  test: {
    root: `${import.meta.dirname}/../../..`,
    include: [
      'test/unit/src-main/markets/**/*.test.ts',
      'test/unit/src-main/outbox/{actions,decide,health,write}/**/*.test.ts',
      'test/unit/src-preload/**/*.test.ts',
    ],
    // Stories on virtual time, not about one rule.
    exclude: ['test/unit/src-main/outbox/health/{outages,no-word}.test.ts'],
    testTimeout: 60_000,
  },
});

/**
 * The model test with many programs: random days of every fault, after each of which log and market must agree; and, a
 * tenth as many each, the order book under every fault of its feed, and jobs that wait while the feed tells of their orders.
 * A test that met less than all faults, or ran fewer programs, fails.
 * `npm run bench -- faults [programs] [seed]`; a failing run prints the smallest program that fails.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { atLeast, reportProof, rounded } from '../support/bench/report';

const programs = Number(process.argv[2] ?? 5000);
const seed = Number(process.argv[3] ?? randomInt(2 ** 31));
const bookPrograms = Math.max(40, Math.ceil(programs / 10));
const root = join(import.meta.dirname, '../..');
console.error(`${programs} programs, seed ${seed}`);

const begun = performance.now();
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config=test/vitest.config.ts',
    '--reporter=default',
    // Thousands of programs take minutes; the bound of a test in CI is not theirs.
    '--testTimeout=3600000',
    'test/integration/outbox/model.test.ts',
    'test/unit/src-main/services/book-feed-faults.test.ts',
    'test/unit/src-main/services/newer-findings.test.ts',
  ],
  {
    cwd: root,
    env: {
      ...process.env,
      OUTBOX_PROGRAMS: String(programs),
      BOOK_PROGRAMS: String(bookPrograms),
      OUTBOX_SEED: String(seed),
    },
    stdio: ['ignore', 2, 2],
  },
);
reportProof(
  'faults',
  { programs, bookPrograms, seed, seconds: rounded((performance.now() - begun) / 1000) },
  { 'all programs end with log and market agreeing (1: yes)': atLeast(status === 0 ? 1 : 0, 1) },
);

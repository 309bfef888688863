/**
 * Changes the rules in small ways, one at a time, and asks whether a unit test notices: `npm run bench -- mutants [path
 * ...]`. Prints the share that was noticed per folder, and writes those that were not into `out/mutants/survivors.txt`.
 * What was asked before and has not changed since is not asked again (`out/mutants/incremental.json`).
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { atLeast, reportBench, rounded } from '../support/bench/report';
import type { Aim } from '../support/bench/report';

const root = join(import.meta.dirname, '../..');
const out = 'out/mutants';
/** Rules. Texts, tables of codes and names, and schemas have nothing that a test could notice but themselves. */
const rules = ['src-main/outbox/decide', 'src-main/outbox/health', 'src-main/markets', 'src-preload/contract'];
const tables = [
  'text/**',
  '*calls.ts',
  '{bridge,codes,events,ids,import,line,names,near-orders,orders,order-changes,remembered,settings,store}.ts',
  'check/remark-codes.ts',
  'markets/*/{alias-list,codes,companies,company-list,limits,tracking-formats}.ts',
];
const aimedAt = 85;

const wanted = process.argv.slice(2);
const paths = wanted.length === 0 ? rules : wanted;
const mutate = [
  ...paths.map((path) => (path.endsWith('.ts') ? path : `${path.replace(/\/$/, '')}/**/*.ts`)),
  ...tables.map((table) => `!src-preload/contract/${table}`),
];

await mkdir(join(root, out), { recursive: true });
process.chdir(root);
const results = await new Stryker({
  testRunner: 'vitest',
  plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
  vitest: { configFile: 'test/bench/mutants/vitest.config.ts' },
  mutate,
  coverageAnalysis: 'perTest',
  concurrency: 2,
  incremental: true,
  incrementalFile: `${out}/incremental.json`,
  tempDirName: `${out}/tmp`,
  ignorePatterns: ['/out', '/dist', '/test/e2e', '/test/fixtures'],
  reporters: ['clear-text'],
  clearTextReporter: { logTests: false, reportMutants: false, reportTests: false, allowColor: false },
  timeoutMS: 20_000,
}).runMutationTest();

type Mutant = (typeof results)[number];
const isNoticed = ({ status }: Mutant): boolean => status === 'Killed' || status === 'Timeout';
const isAsked = (mutant: Mutant): boolean => isNoticed(mutant) || ['Survived', 'NoCoverage'].includes(mutant.status);
const asked = results.filter(isAsked);
const survivors = asked.filter((mutant) => !isNoticed(mutant));
const lineOf = ({ fileName, location, mutatorName, replacement, status }: Mutant): string =>
  `${relative(root, fileName)}:${location.start.line}:${location.start.column} ${status} ${mutatorName} -> ${replacement ?? ''}`;
await writeFile(join(root, out, 'survivors.txt'), survivors.map((one) => `${lineOf(one)}\n`).join(''));

const folders = new Map<string, { noticed: number; asked: number }>();
for (const mutant of asked) {
  const folder = dirname(relative(root, mutant.fileName));
  const known = folders.get(folder) ?? { noticed: 0, asked: 0 };
  folders.set(folder, { noticed: known.noticed + (isNoticed(mutant) ? 1 : 0), asked: known.asked + 1 });
}
const aims: Record<string, Aim> = {};
for (const [folder, { noticed, asked: all }] of folders) aims[folder] = atLeast((100 * noticed) / all, aimedAt);
reportBench(
  'mutants',
  {
    mutants: asked.length,
    survivors: survivors.length,
    score: rounded((100 * (asked.length - survivors.length)) / asked.length),
  },
  aims,
);

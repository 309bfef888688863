/**
 * Changes the rules in small ways, one at a time, and asks whether a unit test notices: `npm run bench -- mutants
 * [--workers N] [path ...]`, by default two workers and every room (mutants/rooms.ts). A path is a folder of rules, or
 * one file. Each room is asked of its own tests. Prints the share that was noticed per folder, without the changes that
 * change nothing (mutants/equivalents.ts), and writes those that were not into `out/mutants/survivors.txt`. What was
 * asked before and has not changed since is not asked again (`out/mutants/incremental-*.json`). Ends with 1 when an aim
 * is missed.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { atLeast, atMost, reportProof, rounded } from '../support/bench/report';
import type { Aim } from '../support/bench/report';
import { equivalents } from './mutants/equivalents';
import { codeAt, isNoticed, takeOutEquivalents, wasAsked } from '../support/bench/mutant-results';
import type { Mutant } from '../support/bench/mutant-results';
import { rooms, rulesOf } from './mutants/rooms';
import type { Room } from './mutants/rooms';

const root = join(import.meta.dirname, '../..');
const out = 'out/mutants';
/** Texts, tables of codes and names, and schemas have nothing that a test could notice but themselves. */
const tables = [
  'text/**',
  '*calls.ts',
  'calls/**',
  '{bridge,codes,events,ids,import,line,names,near-orders,orders,order-changes,remembered,settings,store}.ts',
  'check/remark-codes.ts',
  'book/{badges,exported-order,facts,keep-days,list,personal,pull-outs,row,settings,today-hour}.ts',
  'courier-forms/{layout-schema,layouts}.ts',
  'markets/*/{alias-list,codes,companies,company-list,limits,tracking-formats}.ts',
];
const aimedAt = 85;

const { values: given, positionals } = parseArgs({
  options: { workers: { type: 'string', default: '2' } },
  allowPositionals: true,
});
const paths =
  positionals.length === 0 ? rooms.map(({ folder }) => folder) : positionals.map((path) => path.replace(/\/$/, ''));

await mkdir(join(root, out), { recursive: true });
process.chdir(root);
const asked: Mutant[] = [];
for (const [at, room] of rooms.entries()) {
  const rules = rulesOf(room, paths);
  if (rules.length > 0) asked.push(...(await askRoom(room, rules, `${out}/incremental-${at}.json`)));
}
const { counted, wrong } = takeOutEquivalents(asked, equivalents);
const survivors = counted.filter((mutant) => !isNoticed(mutant));
await writeFile(join(root, out, 'survivors.txt'), survivors.map((one) => `${lineOf(one)}\n`).join(''));
for (const problem of wrong) console.error(`equivalents.ts: ${problem}`);

const folders = new Map<string, { noticed: number; asked: number }>();
for (const mutant of counted) {
  const folder = dirname(mutant.file);
  const known = folders.get(folder) ?? { noticed: 0, asked: 0 };
  folders.set(folder, { noticed: known.noticed + (isNoticed(mutant) ? 1 : 0), asked: known.asked + 1 });
}
const aims: Record<string, Aim> = {
  // Paths without a rule in them would say that all is well.
  'mutants asked about': atLeast(counted.length, 1),
  'equivalent mutants that are gone or were noticed': atMost(wrong.length, 0),
};
for (const [folder, { noticed, asked: all }] of folders) aims[folder] = atLeast((100 * noticed) / all, aimedAt);
reportProof(
  'mutants',
  {
    mutants: counted.length,
    equivalent: asked.length - counted.length,
    survivors: survivors.length,
    score: rounded((100 * (counted.length - survivors.length)) / counted.length),
  },
  aims,
);

/** Every mutant of these rules that was put before the room's tests. */
async function askRoom(room: Room, rules: readonly string[], incrementalFile: string): Promise<Mutant[]> {
  process.env['MUTANTS_TESTS'] = room.tests.join(' ');
  const results = await new Stryker({
    testRunner: 'vitest',
    plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
    vitest: { configFile: 'test/bench/mutants/vitest.config.ts' },
    mutate: [...rules, ...tables.map((table) => `!src-preload/contract/${table}`)],
    coverageAnalysis: 'perTest',
    concurrency: Number(given.workers),
    incremental: true,
    incrementalFile,
    tempDirName: `${out}/tmp`,
    ignorePatterns: ['/out', '/dist', '/test/e2e', '/test/fixtures'],
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { logTests: false, reportMutants: false, reportTests: false, allowColor: false },
    timeoutMS: 20_000,
  }).runMutationTest();
  const sources = new Map<string, string[]>();
  const inRoom: Mutant[] = [];
  for (const { fileName, location, mutatorName, replacement, status } of results) {
    const file = relative(root, fileName);
    const lines = sources.get(file) ?? (await readFile(join(root, file), 'utf8')).split('\n');
    sources.set(file, lines);
    const code = codeAt(lines, location);
    inRoom.push({ file, code, becomes: replacement, mutatorName, ...location.start, status });
  }
  return inRoom.filter(wasAsked);
}

function lineOf({ file, line, column, status, mutatorName, code, becomes }: Mutant): string {
  return `${file}:${line}:${column} ${status} ${mutatorName}: ${code} -> ${becomes}`;
}

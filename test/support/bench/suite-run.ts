import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tool } from '../../../resources/setup/child.mjs';
import { inSession, korean } from '../../../resources/setup/display.mjs';
import { storiesOf } from '../../../resources/setup/e2e-report.mjs';
import type { E2eReport } from '../../../resources/setup/e2e-report.mjs';
import { root } from '../../../resources/setup/places.mjs';
import { e2eOutcome, vitestOutcome } from './steady-outcome';
import type { RunOutcome } from './steady-outcome';

/** Where everything of this bench lies: a report, a log and the artefacts of failures for each run. */
export const steadyFolder = join(root, 'out/steady');
/** A suite takes minutes, ten times as long on one core next to others: what takes longer than this hangs. */
const longestRunMs = 2 * 3_600_000;
const playwright = [...tool('playwright/cli.js'), 'test', '--config', join(root, 'test/e2e/playwright.config.ts')];

export interface RunOptions {
  /** Names its files in `steadyFolder`. */
  name: string;
  isOneCore: boolean;
}

/** How many stories the end-to-end suite has, by Playwright's own list; 0 when it cannot be listed. */
export async function countStories(): Promise<number> {
  const report = join(steadyFolder, 'list.json');
  await runLogged([...playwright, '--list', '--reporter', 'json'], join(steadyFolder, 'list.log'), {
    ...process.env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  return storiesOf(readReport(report) ?? {}).length;
}

/**
 * Runs the whole end-to-end suite once, in a session of its own as `npm test` does. `clock` are the variables that give
 * it another time; the session's own programs keep the machine's.
 */
export async function runStories(
  { name, isOneCore }: RunOptions,
  suite: number,
  clock: Readonly<Record<string, string>>,
): Promise<RunOutcome> {
  const report = join(steadyFolder, `${name}.json`);
  const variables = Object.entries(clock).map(([key, value]) => `${key}=${value}`);
  const words = [...(variables.length > 0 ? ['env', ...variables] : []), ...playwright];
  const output = ['--output', join(steadyFolder, name)];
  // The bench has a session already, which all its runs would share.
  const outside = { ...process.env, BALSONG_SESSION: undefined, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const { command, args, env } = inSession([...words, ...output], process.platform, outside);
  const code = await runLogged([...pinned(isOneCore), command, ...args], join(steadyFolder, `${name}.log`), env);
  return e2eOutcome(readReport(report), code, suite);
}

/** Runs the tests below `folders` that Vitest runs once, files and tests in the random order of `seed`. */
export async function runShuffled(
  { name, isOneCore }: RunOptions,
  folders: readonly string[],
  seed: number,
): Promise<RunOutcome> {
  const report = join(steadyFolder, `${name}.json`);
  const words = [
    ...tool('vitest/vitest.mjs'),
    'run',
    '--config=test/vitest.config.ts',
    '--sequence.shuffle.files',
    '--sequence.shuffle.tests',
    `--sequence.seed=${seed}`,
    `--outputFile.json=${report}`,
    ...folders,
  ];
  const env = { ...process.env, ...korean };
  const code = await runLogged([...pinned(isOneCore), ...words], join(steadyFolder, `${name}.log`), env);
  return vitestOutcome(readReport(report), code, countTestFiles(folders));
}

function countTestFiles(folders: readonly string[]): number {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
    .filter((file) => /\.test\.tsx?$/u.test(file)).length;
}

const pinned = (isOneCore: boolean): string[] => (isOneCore ? ['taskset', '-c', '0'] : []);

function readReport(file: string): E2eReport | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Runs a command with its output in a file; the answer is its exit code. */
async function runLogged([command = '', ...args]: readonly string[], log: string, env: NodeJS.ProcessEnv) {
  const file = openSync(log, 'w');
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', file, file], timeout: longestRunMs });
  return new Promise<number>((resolve) => {
    child.once('error', (problem) => {
      console.error(`${command}: ${problem.message}`);
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  }).finally(() => closeSync(file));
}

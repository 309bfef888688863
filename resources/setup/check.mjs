import { execFile } from 'node:child_process';
import { tool } from './child.mjs';
import { root } from './places.mjs';

const sources = ['src-main', 'src-preload', 'src-renderer', 'test', 'resources', 'electron.vite.config.ts'];
const walls = [
  ...tool('dependency-cruiser/bin/dependency-cruise.mjs'),
  '--config',
  '.dependency-cruiser.cjs',
  '--output-type',
  'err',
];

// By types, and so apart from the other rules: what else is known by types is not asked for here.
const promises = [
  ...tool('oxlint/bin/oxlint'),
  '--deny-warnings',
  '--type-aware',
  '--config',
  'resources/setup/rules-of-promises.json',
];
const tests = ['unit', 'integration', 'window', 'e2e', 'support', 'bench'].map((folder) => `test/${folder}`);
const licences = [process.execPath, 'resources/setup/licence-check.mjs'];
const sourceRules = [process.execPath, 'resources/setup/source-rules.mjs'];

/** @type {{ name: string, words: string[], fails?: string[] }[]} `fails`: it must fail, and say all of these */
const checks = [
  { name: 'types', words: [...tool('typescript/bin/tsc'), '--noEmit', '-p', '.'] },
  { name: 'lint', words: [...tool('oxlint/bin/oxlint'), '--deny-warnings', ...sources] },
  { name: 'format', words: [...tool('oxfmt/bin/oxfmt'), '--check', ...sources] },
  { name: 'walls', words: [...walls, 'src-main', 'src-preload', 'src-renderer'] },
  // Silence must never pass for success: each of these imports against the walls has to be found.
  {
    name: 'planted walls',
    words: [...walls, 'test/fixtures/walls'],
    fails: [
      'window-imports-no-main',
      ...['state', 'sheets', 'ui', 'grid', 'review', 'features', 'shell'].map(
        (room) => `window-${room}-stays-in-its-room`,
      ),
      ...['state', 'columns', 'files', 'join', 'remarks', 'rows', 'send', 'run'].map(
        (room) => `review-${room}-stays-in-its-room`,
      ),
      'window-features-know-no-other-feature',
      'check-knows-no-market',
      'markets-know-no-check',
      'markets-are-named-in-their-table',
    ],
  },
  {
    name: 'promises and hooks',
    words: [...promises, 'src-main', 'src-preload', 'src-renderer', 'resources', ...tests],
  },
  {
    name: 'planted promises and hooks',
    words: [...promises, 'test/fixtures/source-rules'],
    fails: ['no-floating-promises', 'no-misused-promises', 'rules-of-hooks', 'exhaustive-deps'],
  },
  { name: 'source rules', words: sourceRules },
  {
    name: 'planted source rules',
    words: [...sourceRules, 'test/fixtures/source-rules'],
    fails: ['bare-korean.tsx:3 bare-korean', 'sleep.test.ts:2 sleep-in-test'],
  },
  { name: 'licences', words: licences },
  {
    name: 'planted licences',
    words: [...licences, 'test/fixtures/licences/package-lock.json'],
    fails: ['copyleft: licence GPL-3.0', 'scripted: runs a script'],
  },
  { name: 'unused code', words: [...tool('knip/bin/knip.js')] },
];

/** Runs all checks, two at a time, and prints what those say that fail. @returns {Promise<number>} the exit code */
export async function runChecks() {
  const waiting = [...checks];
  let failed = 0;
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const { ok, output } = await outcome(check.words);
      const isRight = check.fails === undefined ? ok : !ok && check.fails.every((words) => output.includes(words));
      console.log(`${isRight ? 'ok  ' : 'FAIL'} ${check.name}`);
      if (isRight) continue;
      failed += 1;
      console.log(check.fails === undefined ? output : `it should have found ${check.fails.join(', ')}:\n${output}`);
    }
  };
  await Promise.all([worker(), worker()]);
  return failed === 0 ? 0 : 1;
}

/** @param {string[]} words @returns {Promise<{ ok: boolean, output: string }>} */
function outcome([command = '', ...args]) {
  return new Promise((resolve) => {
    execFile(command, args, { cwd: root, maxBuffer: 16 * 1024 * 1024 }, (problem, stdout, stderr) =>
      resolve({ ok: problem === null, output: stdout + stderr }),
    );
  });
}

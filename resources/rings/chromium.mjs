/**
 * `npm run test:chromium [-- SPEC]`: the end-to-end stories in the engine of users' Electron, which Debian's chromium is:
 * the built main process under its Node with a stand-in for `electron`, the built window in that Chromium.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from '../setup/child.mjs';
import { inSession } from '../setup/display.mjs';
import { failureLines } from '../setup/e2e-report.mjs';
import { root } from '../setup/places.mjs';
import { SetupFailure } from '../setup/setup-failure.mjs';
import { chromiumGaps } from './chromium-gaps.mjs';
import { bringNode, environmentOf, runtimeOfUsers } from './node-of-users.mjs';

const report = join(root, 'out/chromium-report.json');

/** @param {readonly string[]} words further words for Playwright @returns {Promise<number>} the exit code */
export async function runInChromium(words) {
  const program = process.env['BALSONG_CHROMIUM'] ?? '/usr/bin/chromium';
  if (!existsSync(program)) {
    throw new SetupFailure(
      `${program} is not there. On Debian: apt-get install --no-install-recommends chromium. Another one can be named in BALSONG_CHROMIUM.`,
    );
  }
  const version = execFileSync(program, ['--version'], { encoding: 'utf8' }).trim();
  console.log(version);
  const major = /(\d+)\./u.exec(version)?.[1];
  if (major !== runtimeOfUsers.chromium) {
    throw new SetupFailure(
      `${program} is Chromium ${major ?? 'of an unknown version'}; users' Electron ${runtimeOfUsers.electron} has ${runtimeOfUsers.chromium}.`,
    );
  }
  const node = await bringNode();
  const left = chromiumGaps.map(({ test }) => test.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
  const { command, args, env } = inSession([
    node,
    join(root, 'node_modules/playwright/cli.js'),
    'test',
    '--config',
    'test/e2e/playwright.config.ts',
    '--reporter=list,json',
    ...(left.length > 0 ? ['--grep-invert', left.join('|')] : []),
    ...words,
  ]);
  await rm(report, { force: true });
  const modules = [pathToFileURL(join(import.meta.dirname, 'use-chromium.mjs')).href];
  const code = await run([command, ...args], {
    ...environmentOf(node, env, modules),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  if (!existsSync(report)) return 1;
  const written = JSON.parse(await readFile(report, 'utf8'));
  for (const line of failureLines(written, root)) console.log(line);
  for (const { file, test, why } of chromiumGaps) console.log(`needs real Electron: ${file}: ${test}: ${why}`);
  const { expected, unexpected, flaky, skipped } = written.stats;
  console.log(
    `${expected} passed, ${unexpected + flaky} failed, ${chromiumGaps.length} left to real Electron, ${skipped} skipped`,
  );
  return code;
}

/**
 * `npm run test:node24 [-- PATH]`: unit, integration and window tests under the Node that users' Electron carries, with
 * the native modules' own prebuilt files. A command of its own: `npm test` is long enough.
 */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { run } from '../setup/child.mjs';
import { korean } from '../setup/display.mjs';
import { root } from '../setup/places.mjs';
import { bringNode, environmentOf } from './node-of-users.mjs';

/** @param {readonly string[]} words further words for vitest @returns {Promise<number>} the exit code */
export async function runUnderNode24(words) {
  const node = await bringNode();
  const modules = [pathToFileURL(join(import.meta.dirname, 'use-prebuilt.mjs')).href];
  const env = environmentOf(node, { ...process.env, ...korean }, modules);
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const report = `--outputFile.json=${join(root, 'out/node24-report.json')}`;
  return run([node, vitest, 'run', '--config', 'test/vitest.config.ts', report, ...words], env);
}

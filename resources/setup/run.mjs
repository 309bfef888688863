/**
 * What the commands of package.json do, after the set-up: `node resources/setup/run.mjs start|demo|screenshots|dev|build|check|test|
 * ring|bench|package [...]`. Output of the set-up goes to stderr, so that a bench's last line of stdout is its own.
 */
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { rootSwitch, run, runInSession, tool } from './child.mjs';
import { hasScreen } from './display.mjs';
import { root } from './places.mjs';
import { giveUp, setUp } from './setup.mjs';

const [task = '', ...rest] = process.argv.slice(2);
const tsx = tool('tsx/dist/cli.mjs');

const demo = async () => {
  await buildIfStale();
  return runInSession([...tsx, join(root, 'resources/demo/demo.ts')]);
};

/** @type {Record<string, () => Promise<number>>} */
const tasks = {
  setup: async () => 0,
  build: async () => {
    await buildIfStale();
    return 0;
  },
  start: async () => {
    await buildIfStale();
    if (!hasScreen()) return demo();
    const { default: electron } = await import('electron');
    return run([String(electron), ...rootSwitch, root, ...rest]);
  },
  demo,
  screenshots: async () => {
    await buildIfStale();
    return runInSession([...tsx, join(root, 'resources/demo/screenshots.ts'), ...rest]);
  },
  dev: async () => {
    await buildIfStale();
    const { develop } = await import('./dev.mjs');
    return develop();
  },
  check: async () => {
    const { runChecks } = await import('./check.mjs');
    return runChecks();
  },
  test: async () => {
    const { runTests } = await import('./tests.mjs');
    return runTests(rest);
  },
  ring: async () => {
    const { runRing } = await import('../rings/run-ring.mjs');
    return runRing(rest);
  },
  bench: async () => {
    await buildIfStale();
    const [name = '', ...more] = rest;
    if (!/^[a-z-]+$/.test(name)) {
      process.stderr.write('usage: npm run bench -- NAME, a file of test/bench\n');
      return 2;
    }
    return runInSession([...tsx, join(root, 'test/bench', `${name}.ts`), ...more]);
  },
  package: async () => {
    await buildIfStale();
    const { packageApp } = await import('./package-app.mjs');
    return packageApp(rest);
  },
};

const chosen = tasks[task];
if (chosen === undefined) {
  process.stderr.write(`no such task: ${task}\n`);
  process.exit(2);
}
await setUp().catch(giveUp);
process.exit(await chosen().catch(giveUp));

import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listFolder } from '../build/note-packages.mjs';
import { noticesFile, writeNotices } from '../build/notices.mjs';
import { root } from './places.mjs';
import { runCommand } from './run-command.mjs';
import { say, SetupFailure } from './setup-failure.mjs';

const sources = [
  'src-main',
  'src-preload',
  'src-renderer',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const results = [
  'out/main/main.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  'out/renderer/sheet-reader.html',
  noticesFile,
];

/** Builds the app when a source is newer than what was built. */
export async function buildIfStale() {
  const [newest, oldest] = await Promise.all([newestOf(sources), oldestOf(results)]);
  if (oldest > newest) return;
  say('building the app');
  // What a package of the last build was is no part of this one.
  await rm(join(root, listFolder), { recursive: true, force: true });
  const { ok, output } = await runCommand(
    process.execPath,
    [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: root, quiet: true },
  );
  if (!ok) throw new SetupFailure('The app could not be built.', output);
  writeNotices(root);
}

/** @param {readonly string[]} names @returns {Promise<number>} ms */
async function newestOf(names) {
  let newest = 0;
  for (const name of names) {
    const path = join(root, name);
    const found = await stat(path);
    newest = Math.max(newest, found.mtimeMs);
    if (!found.isDirectory()) continue;
    for (const inner of await readdir(path, { recursive: true })) {
      newest = Math.max(newest, (await stat(join(path, inner))).mtimeMs);
    }
  }
  return newest;
}

/** @param {readonly string[]} names @returns {Promise<number>} ms; 0 when one is missing */
async function oldestOf(names) {
  const times = await Promise.all(
    names.map((name) =>
      stat(join(root, name)).then(
        (found) => found.mtimeMs,
        () => 0,
      ),
    ),
  );
  return Math.min(...times);
}

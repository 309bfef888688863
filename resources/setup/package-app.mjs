import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run, runInSession, tool } from './child.mjs';
import { root } from './places.mjs';

/**
 * Makes the package of this system: an installer on Windows and macOS, a folder on Linux, which is started once to show
 * that it runs. `words` go to electron-builder instead of its targets.
 * @param {readonly string[]} words
 * @returns {Promise<number>} the exit code
 */
export async function packageApp(words) {
  const isLinux = process.platform === 'linux';
  const chosen = words.length > 0 ? words : isLinux ? ['--dir'] : [];
  await rm(join(root, 'dist'), { recursive: true, force: true });
  const code = await run([
    ...tool('electron-builder/cli.js'),
    '--config',
    'resources/build/electron-builder.mjs',
    ...chosen,
  ]);
  if (code !== 0 || !isLinux || words.length > 0) return code;
  const smoke = [...tool('tsx/dist/cli.mjs'), join(root, 'resources/build/smoke.ts')];
  return runInSession([...smoke, join(root, 'dist/linux-unpacked/balsong-desk')]);
}

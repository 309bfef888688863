import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run, runInSession, tool } from './child.mjs';
import { packageSizes } from './package-sizes.mjs';
import { root } from './places.mjs';

/**
 * Makes the packages of this system in dist/, says how large they are and fails where one is beyond its limit: installers
 * on Windows and macOS, a folder on Linux, which is started once to show that it runs. `words` go to electron-builder
 * instead of its targets.
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
    // The workflow makes the draft; electron-builder would otherwise begin one for a tag.
    '--publish',
    'never',
    ...chosen,
  ]);
  if (code !== 0) return code;
  const { lines, tooLarge } = await packageSizes(join(root, 'dist'));
  for (const line of lines) console.log(line);
  if (tooLarge) return 1;
  if (!isLinux || words.length > 0) return 0;
  const smoke = [...tool('tsx/dist/cli.mjs'), join(root, 'resources/build/smoke.ts')];
  return runInSession([...smoke, join(root, 'dist/linux-unpacked/balsong-desk')]);
}

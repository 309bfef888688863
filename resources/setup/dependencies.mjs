import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './places.mjs';
import { npmWords, runCommand } from './run-command.mjs';
import { say, SetupFailure } from './setup-failure.mjs';

const stamp = join(root, 'node_modules/.balsong-lock');

/** Installs what the lock file names, when it is not what was installed last. Scripts stay off. Answers whether it did. */
export async function bringDependencies() {
  const digest = createHash('sha256')
    .update(await readFile(join(root, 'package-lock.json')))
    .digest('hex');
  const installed = await readFile(stamp, 'utf8').catch(() => '');
  if (installed === digest) return false;
  say('installing the dependencies of package-lock.json (npm ci, scripts off)');
  const [command, ...npm] = npmWords();
  const { ok, output } = await runCommand(command, [...npm, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: root,
    quiet: true,
  });
  if (!ok)
    throw new SetupFailure(
      'npm ci failed: is the npm registry reachable? Run `npm ci --ignore-scripts` to see more.',
      output,
    );
  await writeFile(stamp, digest);
  return true;
}

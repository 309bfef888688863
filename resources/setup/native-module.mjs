import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { mayRun } from './consent.mjs';
import { root } from './places.mjs';
import { runCommand } from './run-command.mjs';
import { say, SetupFailure } from './setup-failure.mjs';

const run = promisify(execFile);
/** The prebuilt files of better-sqlite3 13 want Node-API 10; on 9 they end the process without a word. */
const enoughNodeApi = 10;
const folder = join(root, 'node_modules/better-sqlite3');
const built = join(folder, 'build/Release/better_sqlite3.node');
const note = join(root, 'node_modules/.balsong-sqlite');

/**
 * Builds better-sqlite3 when Node or the Electron runtime is too old for its prebuilt file. What was decided is noted for
 * this Node and this runtime, since asking the runtime means starting it. Answers whether it did something.
 */
export async function bringSqlite() {
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const question = [version, process.versions['napi'], await realpath(join(root, 'node_modules/electron/dist'))].join(
    ' ',
  );
  const [asked, answer] = (await readFile(note, 'utf8').catch(() => '')).split('\n');
  if (asked === question && (answer === 'prebuilt' || existsSync(built))) return false;
  const lowest = Math.min(Number(process.versions['napi']), await electronNodeApi());
  const isBuilt = lowest < enoughNodeApi;
  // One left from an older Node would be preferred over the prebuilt file.
  await rm(join(folder, 'build'), { recursive: true, force: true });
  if (isBuilt) {
    await build(lowest);
    say(`better-sqlite3 ${version} for Node-API ${lowest} is in place`);
  }
  await writeFile(note, `${question}\n${isBuilt ? 'built' : 'prebuilt'}\n`);
  return isBuilt;
}

/** Starts the runtime, which also shows that it starts. @returns {Promise<number>} */
async function electronNodeApi() {
  /** @type {unknown} */
  const program = createRequire(import.meta.url)('electron');
  try {
    const { stdout } = await run(String(program), ['-p', 'process.versions.napi'], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      timeout: 30_000,
    });
    return Number(stdout.trim());
  } catch (problem) {
    throw new SetupFailure(
      `The Electron runtime ${String(program)} does not start; on Linux a system library may be missing (see above).`,
      problem instanceof Error ? problem.message : String(problem),
    );
  }
}

/**
 * Builds in a copy, so that a cut build leaves nothing behind. It is not kept for other clones: of what a compiler of
 * this computer makes no digest is known beforehand, and a file that is only found is not to be run.
 * @param {number} nodeApi
 */
async function build(nodeApi) {
  say(
    `building better-sqlite3 once (about a minute): a runtime here has Node-API ${nodeApi}, its prebuilt file wants ${enoughNodeApi}`,
  );
  await bringCompiler();
  const work = await mkdtemp(join(tmpdir(), 'balsong-sqlite-'));
  try {
    // In node_modules of its own, where the build finds node-addon-api next to it.
    const copy = join(work, 'node_modules/better-sqlite3');
    await cp(folder, copy, { recursive: true });
    await cp(join(root, 'node_modules/node-addon-api'), join(work, 'node_modules/node-addon-api'), { recursive: true });
    const prefix = dirname(dirname(process.execPath));
    const headers = existsSync(join(prefix, 'include/node/node_api.h')) ? [`--nodedir=${prefix}`] : [];
    const { ok, output } = await runCommand(
      process.execPath,
      [join(root, 'node_modules/node-gyp/bin/node-gyp.js'), 'rebuild', '--release', '--force_build=1', ...headers],
      {
        cwd: copy,
        quiet: true,
        env: {
          ...process.env,
          CXXFLAGS: '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
        },
      },
    );
    if (!ok)
      throw new SetupFailure('better-sqlite3 could not be built: a C++ compiler, make and python3 are needed.', output);
    await mkdir(dirname(built), { recursive: true });
    await copyFile(join(copy, 'build/Release/better_sqlite3.node'), built);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** A compiler is wanted only here, so that machines with a new enough Node never get one. */
async function bringCompiler() {
  const found = await Promise.all(
    ['g++', 'make', 'python3'].map((name) =>
      run(name, ['--version']).then(
        () => true,
        () => false,
      ),
    ),
  );
  if (
    found.every(Boolean) ||
    process.platform !== 'linux' ||
    process.getuid?.() !== 0 ||
    !existsSync('/usr/bin/apt-get')
  )
    return;
  const command = ['apt-get', 'install', '-y', '--no-install-recommends', 'g++', 'make', 'python3'];
  if (!(await mayRun(command))) return;
  const [program = '', ...args] = command;
  const { ok, output } = await runCommand(program, args, { quiet: true });
  if (!ok)
    throw new SetupFailure('apt-get could not install a compiler; run: apt-get install g++ make python3', output);
}

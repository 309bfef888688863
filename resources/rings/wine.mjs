/**
 * `npm run test:wine [-- PATH]`: unit and integration tests on Windows' own Node under Wine, as 홍길동 on a Korean
 * Windows (code page 949), in a folder of a synced desktop with Korean and blanks. A bench: 1 GB, and an hour on a busy machine.
 * It passes when everything outside the list of known gaps does.
 */
import { cp, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createHash } from 'node:crypto';
import { root } from '../setup/places.mjs';
import { npmWords, runCommand } from '../setup/run-command.mjs';
import { say, SetupFailure } from '../setup/setup-failure.mjs';
import { evaluateReport } from './known-gaps.mjs';
import { bringNode, ringFolder } from './node-of-users.mjs';
import { readUnhandled, unhandledFile } from './report-unhandled.mjs';
import { wineGaps } from './wine-gaps.mjs';

const home = join(ringFolder, 'wine');
const prefix = join(home, 'prefix');
const system32 = join(prefix, 'drive_c/windows/system32');
const desk = join(prefix, 'drive_c/users/홍길동/OneDrive/바탕 화면/발송데스크');
const program = join(home, 'node-w.exe');
const shims = join(import.meta.dirname, 'wine-shims');

const korean = {
  ...process.env,
  WINEPREFIX: prefix,
  WINEDEBUG: '-all',
  USER: '홍길동',
  LOGNAME: '홍길동',
  LANG: 'ko_KR.UTF-8',
  LC_ALL: 'ko_KR.UTF-8',
  TZ: 'Asia/Seoul',
};

/** @param {readonly string[]} words further words for vitest @returns {Promise<number>} the exit code */
export async function runUnderWine(words) {
  await requireWine();
  await bringProgram();
  await bringPrefix();
  await bringTree();
  const report = join(desk, 'out/vitest-report.json');
  const unhandled = join(desk, unhandledFile);
  for (const each of [report, unhandled]) await rm(each, { force: true });
  await mkdir(join(root, 'out'), { recursive: true });
  const log = join(root, 'out/wine.log');
  say(`running the tests under Wine, up to an hour; what they print goes to ${log}`);
  // Into a file: through a pipe Wine's stderr is a bad descriptor at its first use.
  const output = await open(log, 'w');
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', '--no-color'];
  const reporters = ['default', 'json', './resources/rings/report-unhandled.mjs'].map((each) => `--reporter=${each}`);
  const { ok } = await runCommand('wine', [program, ...vitest, ...reporters, ...words], {
    cwd: desk,
    env: { ...korean, NODE_OPTIONS: `--require="${windowsPath(join(shims, 'no-keep-alive.cjs'))}"` },
    output: output.fd,
  });
  await output.close();
  if (!existsSync(report) || !existsSync(unhandled)) throw new SetupFailure(`vitest left no report; ${log} says why.`);
  const { lines, isGreen } = evaluateReport(JSON.parse(await readFile(report, 'utf8')), wineGaps, {
    endedWell: ok,
    unhandled: await readUnhandled(unhandled),
  });
  for (const line of lines) console.log(line);
  return isGreen ? 0 : 1;
}

async function requireWine() {
  if (process.platform !== 'linux') throw new SetupFailure('This ring needs Linux: on Windows run `npm test` itself.');
  const missing = ['wine', 'x86_64-w64-mingw32-gcc', 'xvfb-run'].filter((name) => !existsSync(`/usr/bin/${name}`));
  if (missing.length > 0) {
    throw new SetupFailure(
      `Not installed: ${missing.join(', ')}. On Debian: apt-get install --no-install-recommends wine wine64 gcc-mingw-w64-x86-64 xvfb locales`,
    );
  }
  const { output } = await runCommand('locale', ['-a'], { quiet: true });
  if (!/^ko_KR\.utf-?8$/im.test(output)) {
    throw new SetupFailure(
      'The locale ko_KR.UTF-8 is missing. On Debian: add it to /etc/locale.gen and run locale-gen.',
    );
  }
}

/**
 * Windows' Node, under another name and with one import hidden. Wine 8 has VirtualAlloc2 without the placeholders that V8
 * asks it for; where the function is not found V8 takes its older way. The other name is also how Electron's own program
 * is met by native modules.
 */
async function bringProgram() {
  const node = await bringNode('win32-x64');
  const bytes = await readFile(node);
  const at = bytes.indexOf('\0VirtualAlloc2\0');
  if (at === -1)
    throw new SetupFailure('This Node does not name VirtualAlloc2: the way around Wine 8 must be looked at.');
  bytes.write('VirtualAllocX', at + 1, 'latin1');
  await mkdir(home, { recursive: true });
  await writeFile(program, bytes, { mode: 0o755 });
}

async function bringPrefix() {
  if (existsSync(join(prefix, 'ready'))) return;
  await rm(prefix, { recursive: true, force: true });
  say('making a Korean Windows for Wine');
  await must('xvfb-run', ['-a', 'wineboot', '-i'], { env: korean });
  await must('wine', ['winecfg', '-v', 'win10'], { env: korean });
  // Wine 8 lacks the one function of this library that build tools written in Rust ask for.
  const library = join(system32, 'bcryptprimitives.dll');
  await must(
    'x86_64-w64-mingw32-gcc',
    ['-shared', '-O2', '-o', library, join(shims, 'process-prng.c'), '-ladvapi32'],
    {},
  );
  await writeFile(join(prefix, 'ready'), '');
}

/** The tree as it is now, built, with the dependencies of Windows. */
async function bringTree() {
  await mkdir(desk, { recursive: true });
  const { ok, output } = await runCommand('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    quiet: true,
  });
  if (!ok) throw new SetupFailure('git does not list the files of this clone.', output);
  const tops = ['out', 'src-main', 'src-preload', 'src-renderer', 'resources', 'test', '.github'];
  await Promise.all(tops.map((top) => rm(join(desk, top), { recursive: true, force: true })));
  for (const file of output.split('\0')) {
    if (file === '' || !existsSync(join(root, file))) continue;
    await mkdir(dirname(join(desk, file)), { recursive: true });
    await cp(join(root, file), join(desk, file));
  }
  await cp(join(root, 'out'), join(desk, 'out'), { recursive: true });
  const lock = createHash('sha256')
    .update(await readFile(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(desk, 'node_modules/.balsong-lock');
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === lock) return;
  say('installing the dependencies of Windows (npm ci, scripts off)');
  const [command, ...npm] = npmWords();
  await must(command, [...npm, 'ci', '--os=win32', '--cpu=x64', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: desk,
  });
  await writeFile(stamp, lock);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} options
 */
async function must(command, args, options) {
  const { ok, output } = await runCommand(command, args, { ...options, quiet: true, timeoutMs: 10 * 60_000 });
  if (!ok) throw new SetupFailure(`${command} ${args.join(' ')} failed.`, output);
}

/** How Wine names a path of this computer. @param {string} path */
function windowsPath(path) {
  return `Z:${path}`;
}

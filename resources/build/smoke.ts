/**
 * Starts the packaged app as a seller would, and waits until it can take a sheet: that the archive is whole, the native
 * modules are found in it, and the fuses leave enough alive. Before that it is started as an attacker would: with a
 * debugging port it must end, and open none. To look into a window all the same, a copy of the package is made that says
 * in its package.json that it may be debugged; it differs in that alone, and is thrown away. Into that one is looked
 * while everything in its environment is hostile, and from its window whatever could be is tried (attack-package.ts).
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createPackageWithOptions, extractAll, listPackage } from '@electron/asar';
import { chromium } from 'playwright';
import { openAttack } from './attack-package';
import { findUnwanted } from './package-content';

const [program = ''] = process.argv.slice(2);
const sample = join(import.meta.dirname, '../samples/sample-shipments.xlsx');
const work = await mkdtemp(join(tmpdir(), 'balsong-smoke-'));
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const begin = (started: string, words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  spawn(started, [...words, ...asRoot], {
    env: { ...process.env, ...env, BALSONG_DATA_DIR: join(work, 'data') },
    stdio: ['ignore', 'ignore', 'pipe'],
    // It starts within a second or two, or never.
    timeout: 60_000,
  });

const packed = listPackage(join(dirname(program), 'resources/app.asar'), { isPack: false });
const wrong = findUnwanted(packed);
if (wrong.length > 0) throw new Error(`the package holds what it should not, or lacks a part: ${wrong.join(', ')}`);

for (const word of [
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--inspect=0',
  '-remote-debugging-port=0',
  '--browser-subprocess-path=/bin/true',
  `--log-net-log=${join(work, 'log.json')}`,
]) {
  const attacked = begin(program, [word]);
  const said: string[] = [];
  attacked.stderr.on('data', (piece: Buffer) => said.push(piece.toString()));
  const [code] = await once(attacked, 'close');
  const words = said.join('');
  if (code !== 1 || /DevTools listening|Debugger listening/.test(words) || !words.includes('시작하지 않아요')) {
    throw new Error(`the packaged app obeys ${word} (code ${code}): ${words}`);
  }
  if (existsSync(join(work, 'data'))) throw new Error(`the packaged app begins before it refuses ${word}`);
}

// As the system starts it for a file of the seller.
const attack = await openAttack(work);
const child = begin(await debuggableCopy(), ['--remote-debugging-port=0', ...attack.args, sample], attack.env);
const gone = once(child, 'exit');
try {
  const browser = await chromium.connectOverCDP(await debuggingAddress(child.stderr));
  const context = browser.contexts()[0];
  if (!context) throw new Error('the packaged app opened no window');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await page.getByTestId('sheet-input').waitFor({ state: 'attached' });
  // The chosen store is read from the database: the native module is there and works.
  await page.waitForFunction(() => document.querySelector<HTMLSelectElement>('[data-testid=store-select]')?.value);
  await page.locator('[data-testid=review][data-file="sample-shipments.xlsx"]').waitFor();
  await attack.onWindow(page);
  await browser.close();
  child.kill('SIGTERM');
  const [code] = await gone;
  if (code !== 0) throw new Error(`the packaged app ended with code ${code}`);
  await attack.afterwards();
  console.log(`${program} refuses a debugging port, starts, opens the sheet it was started with, follows no variable,`);
  console.log('answers odd calls with a code, lets nothing out of its window and ends cleanly');
} finally {
  child.kill('SIGKILL');
  await gone;
  await rm(work, { recursive: true, force: true, maxRetries: 5 });
}

/** A copy of the package whose package.json lets it be debugged; answers its program. */
async function debuggableCopy(): Promise<string> {
  const copy = join(work, 'package');
  await cp(dirname(program), copy, { recursive: true });
  const archive = join(copy, 'resources/app.asar');
  const unpacked = join(work, 'app');
  extractAll(archive, unpacked);
  const description = join(unpacked, 'package.json');
  const described: unknown = JSON.parse(await readFile(description, 'utf8'));
  await writeFile(description, JSON.stringify({ ...Object(described), debuggable: true }));
  await rm(archive);
  await rm(`${archive}.unpacked`, { recursive: true });
  await createPackageWithOptions(unpacked, archive, { unpack: '**/*.node' });
  return join(copy, basename(program));
}

/** Read from what the app says on stderr; the rest of it is thrown away, so that it never blocks on a full pipe. */
async function debuggingAddress(stderr: Readable): Promise<string> {
  const said: string[] = [];
  const lines = createInterface({ input: stderr });
  for await (const line of lines) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address) {
      stderr.resume();
      return address;
    }
    said.push(line);
  }
  throw new Error(`the packaged app ended before it opened a window: ${said.join('\n')}`);
}

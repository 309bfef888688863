/**
 * Starts the packaged app once, as a seller would, and waits until it can take a sheet: that the archive is whole, the
 * native modules are found in it, and the fuses leave enough alive. Playwright's own launcher needs the inspector, which
 * is fused off; the debugging port of the window is used instead.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { chromium } from 'playwright';

const [program = ''] = process.argv.slice(2);
const dataDir = await mkdtemp(join(tmpdir(), 'balsong-smoke-'));
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const child = spawn(program, ['--remote-debugging-port=0', ...asRoot], {
  env: { ...process.env, BALSONG_DATA_DIR: dataDir },
  stdio: ['ignore', 'ignore', 'pipe'],
  // It starts within a second or two, or never.
  timeout: 60_000,
});
const gone = once(child, 'exit');
try {
  const browser = await chromium.connectOverCDP(await debuggingAddress(child.stderr));
  const context = browser.contexts()[0];
  if (!context) throw new Error('the packaged app opened no window');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await page.getByTestId('sheet-input').waitFor({ state: 'attached' });
  // The chosen store is read from the database: the native module is there and works.
  await page.waitForFunction(() => document.querySelector<HTMLSelectElement>('[data-testid=store-select]')?.value);
  await browser.close();
  child.kill('SIGTERM');
  const [code] = await gone;
  if (code !== 0) throw new Error(`the packaged app ended with code ${code}`);
  console.log(`${program} starts, takes a sheet and ends cleanly`);
} finally {
  child.kill('SIGKILL');
  await gone;
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
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

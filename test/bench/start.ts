/**
 * Time from launch to a usable window, the app next to a bare Electron window of the same runtime, in turns. "Usable" is
 * the mark `desk-usable`, set by the page itself once `sheet-input` takes a file; "started" is `app-started`, when the
 * stores are on the screen too. After each start a file is really handed in and its review awaited. No automation is attached while the clock runs: the page's own clock is read afterwards.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright';
import { electronArguments } from '../support/app/launch';
import { atMost, median, reportBench, rounded } from '../support/bench/report';

const pairs = Number(process.argv[2] ?? 10);
const root = join(import.meta.dirname, '../..');
const sample = join(root, 'resources/samples/sample-shipments.xlsx');
const electron: unknown = createRequire(import.meta.url)('electron');
if (typeof electron !== 'string') throw new Error('no Electron runtime: run `npm run setup`');
const program = electron;

interface Start {
  folder: string;
  switches(dataDir: string): string[];
  /** The screen that follows a file handed in; the bare window has none. */
  after?: string;
}
const bare: Start = {
  folder: join(root, 'test/bench/bare-window'),
  switches: (dataDir) => [`--bare-user-data=${dataDir}`],
};
const app: Start = { folder: root, switches: () => [], after: '[data-testid=review][data-ready=true]' };

const figures: { bare: number[]; app: number[]; started: number[] } = { bare: [], app: [], started: [] };
// One pair uncounted: the first start reads everything from the disk.
for (let pair = -1; pair < pairs; pair += 1) {
  const { usable: bareMs } = await startOnce(bare);
  const { usable: appMs, started } = await startOnce(app);
  if (pair < 0) continue;
  figures.bare.push(bareMs);
  figures.app.push(appMs);
  figures.started.push(started);
  console.error(`pair ${pair + 1}: bare ${Math.round(bareMs)} ms, app ${Math.round(appMs)} ms`);
}
const ratios = figures.app.map((ms, pair) => ms / (figures.bare[pair] ?? Number.NaN));
const ratio = median(ratios);
reportBench(
  'start',
  {
    pairs,
    bareMs: Math.round(median(figures.bare)),
    appMs: Math.round(median(figures.app)),
    startedMs: Math.round(median(figures.started)),
    ratio: rounded(ratio),
    ratios: ratios.map(rounded),
  },
  { 'app to bare window': atMost(ratio, 1.5) },
);

/** Milliseconds from spawning the process to the page's marks. */
async function startOnce(what: Start): Promise<{ usable: number; started: number }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'balsong-start-'));
  const begun = Date.now();
  const child = spawn(
    program,
    [...electronArguments(), '--remote-debugging-port=0', ...what.switches(dataDir), what.folder],
    { env: { ...process.env, BALSONG_DATA_DIR: dataDir }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  try {
    const address = await debuggingAddress(child.stderr);
    const browser = await chromium.connectOverCDP(address);
    const context = browser.contexts()[0];
    if (!context) throw new Error('the app has no window');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    const last = what.after === undefined ? 'desk-usable' : 'app-started';
    await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, last);
    const [usable, started] = await page.evaluate(
      (names) =>
        names.map((name) => performance.timeOrigin + (performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN)),
      ['desk-usable', last],
    );
    if (usable === undefined || started === undefined) throw new Error('the page has no clock');
    await page.getByTestId('sheet-input').setInputFiles(sample);
    if (what.after) await page.waitForSelector(what.after);
    await browser.close();
    return { usable: usable - begun, started: started - begun };
  } finally {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

function debuggingAddress(stderr: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: stderr });
    lines.on('line', (line) => {
      const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (address) resolve(address);
    });
    lines.on('close', () => reject(new Error('the app ended before it opened a window')));
  });
}

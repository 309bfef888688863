import { createRequire } from 'node:module';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import type { ElectronApplication, Page } from 'playwright';
import { ignoreClosedChannel } from './closed-channel';

const root = join(import.meta.dirname, '../../..');

export interface DeskOptions {
  /** Kept by the caller when given; otherwise made and removed here. */
  dataDir?: string;
  env?: Record<string, string>;
  /** Further switches for Electron. */
  args?: string[];
  /** What is to be on the screen before the test begins; the navigation unless told. */
  firstSight?: string;
}

export interface Desk {
  app: ElectronApplication;
  page: Page;
  dataDir: string;
  /** An empty folder for the files of a test; goes with the app. */
  folder: string;
  /** Closes the app; the data folder goes only when it was made here. */
  close(): Promise<void>;
  /** SIGKILL, as a power cut would: resolves when the process is gone. */
  kill(): Promise<void>;
}

/** Gets to know of every app that `launchDesk` starts; the stories use it for what they keep of a failure. */
export interface LaunchWatcher {
  /** The process runs; its window need not be there yet. */
  started(app: ElectronApplication): Promise<void>;
  /** Its first screen did not come; `launchDesk` fails afterwards. */
  failed?(app: ElectronApplication): Promise<void>;
}

let watcher: LaunchWatcher | undefined;

/** There is one watcher at most: a later one takes the place of the one before. */
export function watchLaunches(given: LaunchWatcher): void {
  watcher = given;
}

/** Starts the built app in real Electron on a data folder of its own and waits for its first screen. */
export async function launchDesk(options: DeskOptions = {}): Promise<Desk> {
  const made = await mkdtemp(join(tmpdir(), 'balsong-'));
  const folder = join(made, 'files');
  await mkdir(folder);
  const dataDir = options.dataDir ?? join(made, 'data');
  const executablePath: unknown = createRequire(import.meta.url)('electron');
  if (typeof executablePath !== 'string') throw new Error('no Electron runtime: run `npm run setup`');
  const app = await _electron.launch({
    executablePath,
    args: [...electronArguments(), ...(options.args ?? []), root],
    env: { ...koreanEnvironment(), ...options.env, BALSONG_DATA_DIR: dataDir },
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    // What a story's trace is made of goes with the app, also where that is killed.
    tracesDir: join(made, 'traces'),
  });
  await watcher?.started(app);
  const page = await firstScreen(app, options.firstSight ?? 'nav-send').catch(async (problem: unknown) => {
    await watcher?.failed?.(app);
    throw problem;
  });

  // The traces are still being written for a moment after the app has ended.
  const removeMade = (): Promise<void> => rm(made, { recursive: true, force: true, maxRetries: 10 });
  return {
    app,
    page,
    dataDir,
    folder,
    async close() {
      // With something unsettled the app would ask; a test that wants the question closes the window itself.
      const closed = app.waitForEvent('close');
      await app.evaluate(({ app: electron }) => electron.exit(0)).catch(ignoreClosedChannel);
      await closed.catch(ignoreClosedChannel);
      await removeMade();
    },
    async kill() {
      const closed = app.waitForEvent('close');
      process.kill(app.process().pid ?? 0, 'SIGKILL');
      await closed;
      await removeMade();
    },
  };
}

async function firstScreen(app: ElectronApplication, testId: string): Promise<Page> {
  const page = await app.firstWindow();
  await page.getByTestId(testId).waitFor();
  return page;
}

/** As root Chromium's own sandbox cannot start; the window's `sandbox: true` stays. */
export function electronArguments(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function koreanEnvironment(): Record<string, string> {
  const given = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    ...Object.fromEntries(given),
    TZ: 'Asia/Seoul',
    LANG: 'ko_KR.UTF-8',
    // Installed everywhere; with a locale that is not, Chromium opens no file with a Korean name.
    LC_ALL: 'C.UTF-8',
    LANGUAGE: 'ko',
  };
}

import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppAdapter } from 'electron-updater/out/AppAdapter.js';
import { createConnector } from '../../../src-main/network/connector';
import { createFinder } from '../../../src-main/updates/finder';
import type { Finder } from '../../../src-main/updates/finder';

export interface UpdaterInTest {
  /** Where the app keeps what it downloads. */
  cache: string;
  /** What is there of a download, the finished file. */
  pending(file: string): string;
  /** Files of a version in it, finished ones. */
  downloaded(): Promise<string[]>;
  /** The app in a version, 0.1.0 unless told, asking this server. */
  finderFor(platform: string, url: string, version?: string): Promise<Finder>;
  close(): Promise<void>;
}

/** What the updater is told of the app, 0.1.0 unless told, that keeps all it has in this folder. */
export function appInTest(folder: string, { version = '0.1.0', isPackaged = false } = {}): AppAdapter {
  return {
    version,
    name: 'balsong-desk',
    isPackaged,
    appUpdateConfigPath: join(folder, 'app-update.yml'),
    userDataPath: join(folder, 'data'),
    baseCachePath: folder,
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => undefined,
  };
}

/** electron-updater in a folder of its own, as the app sets it up. */
export async function openUpdater(): Promise<UpdaterInTest> {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-updates-'));
  const cache = join(folder, 'balsong-desk-updater');
  const appImage = join(folder, 'BalsongDesk.AppImage');
  await writeFile(appImage, 'the version before');
  const before = process.env['APPIMAGE'];
  process.env['APPIMAGE'] = appImage;
  const open: Finder[] = [];
  return {
    cache,
    pending: (file) => join(cache, 'pending', file),
    async downloaded() {
      const pending = join(cache, 'pending');
      return existsSync(pending) ? (await readdir(pending)).filter((name) => name.startsWith('BalsongDesk')) : [];
    },
    async finderFor(platform, url, version = '0.1.0') {
      const app = appInTest(folder, { version });
      const finder = await createFinder({ app, platform, connect: createConnector(), source: { testAddress: url } });
      open.push(finder);
      return finder;
    },
    async close() {
      for (const finder of open) finder.stop();
      if (before === undefined) delete process.env['APPIMAGE'];
      else process.env['APPIMAGE'] = before;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

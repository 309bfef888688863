import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AppUpdater, UpdateInfo } from 'electron-updater';
import type { AppAdapter } from 'electron-updater/out/AppAdapter.js';
import type { UpdateNote } from '../../src-preload/contract/updates';
import { readNotes } from './read-notes';
import { UpdateExecutor } from './update-executor';
import { UpdateFailure, reasonOf } from './update-failure';
import type { UpdateWay } from './update-request';

interface Options extends UpdateWay {
  app: AppAdapter;
  /** process.platform */
  platform: string;
}

/** What electron-updater does for the app, with reasons in place of its errors. */
export interface Finder {
  /** A newer version than this one, or undefined; an older one is none. Rejects with an UpdateFailure. */
  look(): Promise<{ version: string; notes: UpdateNote[] } | undefined>;
  /** Downloads and checks what was found; a file that is there from before is only checked. Rejects with an UpdateFailure. */
  download(onPercent: (percent: number) => void): Promise<void>;
  /**
   * Starts the installer of what was downloaded: the last act of the app. False: it could not be started.
   * @param onFailed why it could not, or, later, why it got no further
   */
  install(isToRun: boolean, onFailed: (problem: unknown) => void): boolean;
  /** Cuts what is under way. */
  stop(): void;
}

/** Loads the updater of the system and sets it up so that it decides nothing by itself. */
export async function createFinder(options: Options): Promise<Finder> {
  const executor = new UpdateExecutor(options);
  const { updater, install } = await loadUpdater(options);
  // Its own would go over Electron's net module.
  Object.assign(updater, { httpExecutor: executor });
  updater.logger = null;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.allowPrerelease = false;
  updater.disableWebInstaller = true;
  // What a search fails with it rejects with, too; an installer says it here alone.
  let onInstallFailed: (problem: unknown) => void = () => undefined;
  updater.on('error', (problem) => onInstallFailed(problem));
  let tellPercent: (percent: number) => void = () => undefined;
  updater.on('download-progress', ({ percent }) => tellPercent(percent));
  const { testAddress } = options.source;
  if (testAddress !== undefined) {
    updater.forceDevUpdateConfig = true;
    const file = options.app.appUpdateConfigPath;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `provider: generic\nurl: ${testAddress}\nupdaterCacheDirName: balsong-desk-updater\n`);
  }

  const withReasons = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    executor.lastReason = undefined;
    try {
      return await work();
    } catch (problem) {
      if (problem instanceof UpdateFailure) throw problem;
      // A provider's own words for what a request met say less.
      throw new UpdateFailure(executor.lastReason ?? reasonOf(problem) ?? 'other');
    }
  };
  return {
    look: () =>
      withReasons(async () => {
        const found = await updater.checkForUpdates();
        return found?.isUpdateAvailable === true ? describe(found.updateInfo) : undefined;
      }),
    download: (onPercent) =>
      withReasons(async () => {
        tellPercent = onPercent;
        await updater.downloadUpdate();
      }),
    install(isToRun, onFailed) {
      onInstallFailed = onFailed;
      return install(isToRun);
    },
    stop: () => executor.stop(),
  };
}

function describe({ version, releaseNotes }: UpdateInfo): { version: string; notes: UpdateNote[] } {
  return { version, notes: readNotes(releaseNotes) };
}

async function loadUpdater({
  app,
  platform,
}: Options): Promise<{ updater: AppUpdater; install(isToRun: boolean): boolean }> {
  if (platform === 'darwin') {
    const { MacUpdater } = await import('electron-updater/out/MacUpdater.js');
    const updater = new MacUpdater(undefined, app);
    return {
      updater,
      install(isToRun) {
        updater.autoRunAppAfterInstall = isToRun;
        // Squirrel takes the file over and ends the app itself.
        updater.quitAndInstall();
        return true;
      },
    };
  }
  const updater =
    platform === 'win32'
      ? new (await import('electron-updater/out/NsisUpdater.js')).NsisUpdater(undefined, app)
      : new (await import('electron-updater/out/AppImageUpdater.js')).AppImageUpdater(undefined, app);
  return { updater, install: (isToRun) => updater.install(true, isToRun) };
}

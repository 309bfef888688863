import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import type { Surroundings } from '../surroundings';
import type { Finder } from '../updates/finder';
import { openOutside } from './window/open-outside';

interface Options {
  /** A server on this computer in place of that of the releases, in a run that is no package. */
  testAddress: string | undefined;
  /** The AppImage this runs from, on Linux. */
  appImage: string | undefined;
  /** Ends the app as if the seller had closed it, without a question. */
  leave(): void;
  report(problem: unknown): void;
}

export interface AppUpdates {
  /** undefined: this app was not installed from a release. */
  surroundings: Pick<Surroundings, 'updates'>;
  /** The last act of the app: the installer, where the seller agreed to one, and `exit`. */
  end(exit: () => void): void;
}

type ExitPlan = Parameters<NonNullable<Surroundings['updates']>['planExit']>[0];

/** Squirrel unpacks the new version before it ends the app. */
const squirrelMs = 180_000;

/** What electron-updater needs of Electron, and how the app ends for an installer. */
export function openUpdates({ testAddress, appImage, leave, report }: Options): AppUpdates {
  const configFile = app.isPackaged
    ? join(process.resourcesPath, 'app-update.yml')
    : join(app.getPath('userData'), 'app-update.yml');
  const isFromRelease =
    testAddress !== undefined || (existsSync(configFile) && app.isPackaged && isUpdatable(process.platform, appImage));
  const noteFile = join(app.getPath('userData'), 'update-install.json');
  let finder: Finder | undefined;
  let exitPlan: ExitPlan = 'end';

  const openFinder: NonNullable<Surroundings['updates']>['openFinder'] = async (connect) => {
    const [{ createFinder }, { getAppCacheDir }] = await Promise.all([
      import('../updates/finder'),
      import('electron-updater/out/AppAdapter.js'),
    ]);
    finder = await createFinder({
      app: {
        version: app.getVersion(),
        name: 'balsong-desk',
        isPackaged: app.isPackaged,
        appUpdateConfigPath: configFile,
        userDataPath: app.getPath('userData'),
        baseCachePath: testAddress === undefined ? getAppCacheDir() : app.getPath('userData'),
        whenReady: async () => {
          await app.whenReady();
        },
        relaunch: () => app.relaunch(),
        quit: () => app.quit(),
        onQuit: () => undefined,
      },
      platform: process.platform,
      connect,
      source: testAddress === undefined ? {} : { testAddress },
    });
    return finder;
  };

  return {
    surroundings: isFromRelease
      ? {
          updates: {
            openFinder,
            isByHand: process.platform === 'darwin' && !isSigned(),
            lastInstallFailed: readNoteOnce(noteFile, report)?.from === app.getVersion(),
            planExit: (plan) => {
              exitPlan = plan;
            },
            leave,
            openPage: () => openOutside(releasesPage(configFile), releaseHosts),
          },
        }
      : {},
    end(exit) {
      const isInstalling = exitPlan === 'install' || exitPlan === 'install-and-run';
      let isOver = false;
      const endAs = (isInstalled: boolean): void => {
        if (isOver) return;
        isOver = true;
        if (exitPlan === 'run' || (exitPlan === 'install-and-run' && !isInstalled)) app.relaunch();
        exit();
      };
      if (!isInstalling || finder === undefined) return endAs(false);
      let isStarted = false;
      try {
        writeFileSync(noteFile, JSON.stringify({ from: app.getVersion() } satisfies z.infer<typeof noteSchema>));
        isStarted = finder.install(exitPlan === 'install-and-run', (problem) => {
          report(problem);
          endAs(false);
        });
      } catch (problem) {
        report(problem);
      }
      if (isStarted && process.platform === 'darwin') return void setTimeout(() => endAs(true), squirrelMs);
      endAs(isStarted);
    },
  };
}

/** Which version started an installer: if it is still there at the next start, nothing was installed. */
const noteSchema = z.object({ from: z.string() });

/** What the run before noted; undefined where it noted nothing that can be read. */
function readNoteOnce(file: string, report: (problem: unknown) => void): z.infer<typeof noteSchema> | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const text = readFileSync(file, 'utf8');
    // Before it is read: one that cannot be is reported once, not at every start.
    rmSync(file);
    return noteSchema.parse(JSON.parse(text));
  } catch (problem) {
    report(problem);
    return undefined;
  }
}

/** An AppImage only can be replaced on Linux. */
function isUpdatable(platform: string, appImage: string | undefined): boolean {
  return platform !== 'linux' || appImage !== undefined;
}

const packageSchema = z.object({ isSigned: z.boolean().optional() });

/** macOS lets only a signed app take another version of itself; the package says whether it is (electron-builder.mjs). */
function isSigned(): boolean {
  const text = readFileSync(join(app.getAppPath(), 'package.json'), 'utf8');
  return packageSchema.parse(JSON.parse(text)).isSigned === true;
}

const releaseHosts: ReadonlySet<string> = new Set(['github.com']);

/** The page of the releases, from the same file the updater reads. */
function releasesPage(configFile: string): string {
  const text = readFileSync(configFile, 'utf8');
  const [, owner] = /^owner: ['"]?([\w.-]+)['"]?$/mu.exec(text) ?? [];
  const [, repo] = /^repo: ['"]?([\w.-]+)['"]?$/mu.exec(text) ?? [];
  return owner === undefined || repo === undefined
    ? 'https://github.com'
    : `https://github.com/${owner}/${repo}/releases/latest`;
}

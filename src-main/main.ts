import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, ipcMain, Menu, Notification, shell } from 'electron';
import type { BrowserWindow, Tray } from 'electron';
import type { EventPayload } from '../src-preload/contract/events';
import { sheetReaderIdSchema } from '../src-preload/contract/ids';
import type { EventName } from '../src-preload/contract/names';
import { success } from '../src-preload/contract/result';
import { closing as words } from '../src-preload/contract/text/ko/closing';
import type { CoreOutcome, Core } from './core';
import type { CoreLifecycle } from './core-lifecycle';
import { registerCalls } from './bridge/register';
import type { Ready } from './bridge/answer';
import { isOurWindow } from './bridge/sender';
import { appId } from './electron/app-id';
import { appMenu } from './electron/app-menu';
import { appOrigin, declareAppScheme, serveApp } from './electron/app-protocol';
import { askBeforeClosing } from './electron/closing';
import { folderTrouble } from './electron/data-folder';
import { refusedSwitch } from './electron/debugging';
import { openAppWindow, preloadBeside } from './electron/app-window';
import { readHandedIn, sheetPaths } from './electron/handed-in';
import { createKeptFiles } from './electron/kept-files';
import { openReaderProcess } from './electron/reader-process';
import { createSheetReaders } from './electron/sheet-readers';
import { chromiumSwitches } from './electron/own-addresses';
import { pageAddresses } from './electron/outside-links';
import { createLeaving } from './electron/leaving';
import { createNotices } from './electron/notice';
import { createWakeKeeper, isSystemOnline, watchPower, watchShutdown } from './electron/power';
import { report } from './electron/report';
import { openTray } from './electron/tray';
import { readEnvironment } from './environment';
import { keepPrivate } from './files/keep-private';

/**
 * Start-up, in order: data folder, lock, scheme, window; and beside the loading window everything of assemble.ts.
 * The lock lies in the data folder, so a second instance on another folder is another app.
 */
const refused = refusedSwitch(app.isPackaged, app.commandLine, () =>
  readFileSync(join(app.getAppPath(), 'package.json'), 'utf8'),
);
if (refused !== undefined) {
  // Before it is ready Chromium has opened no port yet.
  dialog.showErrorBox(words.appName, words.refusedSwitch(refused));
  app.exit(1);
}
const environment = readEnvironment({ isPackaged: app.isPackaged });
app.setName(words.appName);
// Windows shows notices only of an app that has said who it is before it is ready.
if (process.platform === 'win32') app.setAppUserModelId(appId);
const dataDir = environment.dataDir ?? join(app.getPath('appData'), 'BalsongDesk');
const unwritable = folderTrouble(dataDir);
// The screen that says so needs a place for Chromium and the lock, too; the data folder is not touched meanwhile.
app.setPath('userData', unwritable ? mkdtempSync(join(app.getPath('temp'), 'balsong-unwritable-')) : dataDir);
if (!unwritable) {
  try {
    keepPrivate(dataDir, 'folder');
  } catch (problem) {
    report('data folder', problem);
  }
}
for (const [name, value] of Object.entries(chromiumSwitches)) app.commandLine.appendSwitch(name, value);
for (const { name, reason } of environment.ignored) report('environment', `${name} is not used: ${reason}`);

const sheetReaders = createSheetReaders({
  newId: () => sheetReaderIdSchema.parse(randomUUID()),
  openProcess: (onGone) =>
    openReaderProcess({
      preload: preloadBeside(import.meta.dirname, 'reader-preload'),
      window: () => (window && !window.isDestroyed() ? window.webContents : undefined),
      onGone,
    }),
  lost: (readerId, why) => sendEvent('sheet-reader-lost', { readerId, why }),
  report: (problem) => report('sheet reader', problem),
});
const keptFiles = createKeptFiles(randomUUID, (problem) => report('kept file', problem));
let window: BrowserWindow | undefined;
let core: Core | undefined;
/** Ends the core, once there is one. */
let ending: (() => Promise<void>) | undefined;
/** The question is on the screen: pressing the button again does not ask twice. */
let asking = false;
/** Kept, or it would be collected and vanish. */
let tray: Tray | undefined;
/** Longer than the core takes for calls in flight (5 s) and for closing the file. */
const endsWithinMs = 12_000;
const leaving = createLeaving({
  platform: process.platform,
  isRunning: () => core !== undefined,
  ask() {
    showWindow();
    void askThenClose().catch((problem: unknown) => report('closing', problem));
  },
  endNow() {
    report('system', 'the system ends the app');
    const noted = core?.systemEnds() ?? Promise.resolve();
    void noted.catch((problem: unknown) => report('system', problem)).finally(endDesk);
  },
});
const notices = createNotices({
  system: { isSupported: () => Notification.isSupported(), make: (notice) => new Notification(notice) },
  onClick: showWindow,
  onMissed: (notice) => sendEvent('notice-missed', notice),
  report: (problem) => report('notice', problem),
});

if (app.requestSingleInstanceLock()) {
  declareAppScheme();
  app.on('second-instance', (_event, argv, workingFolder) => {
    showWindow();
    void handOver(sheetPaths(argv, workingFolder));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void handOver([path]);
  });
  app.on('window-all-closed', () => app.quit());
  // The Dock, where the window lies behind others or was closed for the tray.
  app.on('activate', showWindow);
  app.on('before-quit', (event) => leaving.beforeQuit(event));
  app.on('will-quit', (event) => {
    if (!ending) return;
    event.preventDefault();
    endDesk();
  });
  void app.whenReady().then(start);
} else {
  // The first instance has our arguments by now (second-instance) and opens the files.
  app.quit();
}

async function start(): Promise<void> {
  const pageHasScripts = serveApp(join(import.meta.dirname, '../renderer'));
  const menu = appMenu(process.platform);
  Menu.setApplicationMenu(menu === undefined ? null : Menu.buildFromTemplate(menu));
  const opened = openAppWindow({
    preload: preloadBeside(import.meta.dirname, 'preload'),
    title: words.appName,
    mayClose: () => leaving.mayClose(),
    onRefusedClose: () => void askThenClose().catch((problem: unknown) => report('closing', problem)),
    onSystemEnd: (event) => leaving.systemEnds(event),
  });
  window = opened;
  // macOS and Linux; Windows tells the window (onSystemEnd).
  watchShutdown((event) => leaving.systemEnds(event));
  // A page that loads knows nothing of the readers of the one before it, and neither does one that is gone.
  opened.webContents.on('did-navigate', () => sheetReaders.endAll());
  opened.webContents.on('render-process-gone', () => sheetReaders.endAll());
  // The window first: only once it was given its scripts (or will get none) this process loads and opens the rest.
  const stopped = new Promise<void>((done) => opened.webContents.once('did-stop-loading', () => done()));
  const pageIsServed = Promise.race([pageHasScripts, stopped]);
  const beginning = pageIsServed.then(begin);
  registerCalls({
    ipc: ipcMain,
    isOurs: ({ sender, senderFrame }) =>
      isOurWindow(
        {
          webContentsId: sender.id,
          frameUrl: senderFrame?.url ?? null,
          isMainFrame: senderFrame !== null && senderFrame === sender.mainFrame,
        },
        window && { webContentsId: window.webContents.id, origin: appOrigin },
      ),
    answerer: Promise.all([pageIsServed.then(() => import('./bridge/answer')), beginning]).then(
      ([{ createAnswerer }, life]) =>
        createAnswerer({
          ready: async () => toReady(await life.current()),
          life: {
            ...life.handlers,
            'files-keep': async ({ path }) => success({ fileId: await keptFiles.keep(path) }),
            'files-look': async ({ fileId }) => success({ is: await keptFiles.look(fileId) }),
            'files-read': ({ fileId }) => keptFiles.read(fileId),
            'sheet-reader-start': () => sheetReaders.start(),
            'sheet-reader-at-work': ({ readerId, atWork }) => {
              sheetReaders.atWork(readerId, atWork);
              return success({});
            },
            'sheet-reader-end': ({ readerId }) => {
              sheetReaders.end(readerId);
              return success({});
            },
          },
          report: (name, problem) => report(`call ${name}`, problem),
        }),
    ),
  });
  const life = await beginning;
  ending = () => life.stop();
  core = coreOf(await life.current());
  watchPower({
    onResume: () => core?.networkChanged(),
    onOnlineChange: () => core?.networkChanged(),
  });
  await handOver(sheetPaths(process.argv, process.cwd()));
}

async function begin(): Promise<CoreLifecycle> {
  const wake = createWakeKeeper();
  const { createCoreLifecycle } = await import('./core-lifecycle');
  return createCoreLifecycle({
    surroundings: {
      dataDir,
      environment,
      version: app.getVersion(),
      platform: process.platform,
      isSystemOnline,
      send: sendEvent,
      openOutside: (page) => shell.openExternal(pageAddresses[page]),
      notify: notices,
      keepAwake: (needed) => wake.keepAwake(needed),
      report,
    },
    ...(unwritable ? { unwritable: { ...unwritable, startAnew } } : {}),
    onNewCore(outcome) {
      core = coreOf(outcome);
      window?.webContents.reload();
    },
  });
}

/** As if the seller had closed the app and opened it again: only so the lock comes to lie in the data folder. */
function startAnew(): void {
  app.relaunch();
  app.exit(0);
}

function coreOf(outcome: CoreOutcome): Core | undefined {
  return outcome.ok ? outcome.core : undefined;
}

function toReady(outcome: CoreOutcome): Ready {
  return outcome.ok ? { ok: true, handlers: outcome.core.handlers } : outcome;
}

async function askThenClose(): Promise<void> {
  if (!core || !window || asking) return;
  asking = true;
  try {
    const [stores, statuses] = await Promise.all([core.stores(), core.outbox.statuses()]);
    switch (await askBeforeClosing(window, stores, statuses)) {
      case 'stay':
        return;
      case 'tray':
        tray ??= openTray({ platform: process.platform, onShow: showWindow, onQuit: leave });
        return window.hide();
      case 'leave':
        return leave();
    }
  } finally {
    asking = false;
  }
}

/** The seller agreed: the app ends, and with it what is in flight. */
function leave(): void {
  leaving.allow();
  app.quit();
}

/** Ends the desk, then the app. Whatever hangs (a keychain's prompt, a network drive), the app ends; the next start reads what it left. */
function endDesk(): void {
  const stop = ending;
  ending = undefined;
  setTimeout(() => app.exit(0), endsWithinMs);
  void (stop?.() ?? Promise.resolve()).catch((problem: unknown) => report('stop', problem)).finally(() => app.exit(0));
}

function showWindow(): void {
  if (window?.isMinimized()) window.restore();
  window?.show();
  window?.focus();
}

async function handOver(paths: readonly string[]): Promise<void> {
  const files = await readHandedIn(
    paths,
    (path) => keptFiles.keep(path),
    (problem) => report('handed in', problem),
  );
  if (files.length > 0) sendEvent('files-handed-in', { files });
}

function sendEvent<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
  if (window && !window.isDestroyed()) window.webContents.send(`event:${name}`, payload);
}

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, ipcMain, shell } from 'electron';
import type { BrowserWindow } from 'electron';
import type { EventPayload } from '../src-preload/contract/events';
import { sheetReaderIdSchema } from '../src-preload/contract/ids';
import type { EventName } from '../src-preload/contract/names';
import { closing as words } from '../src-preload/contract/text/ko/closing';
import { recovery as recoveryWords } from '../src-preload/contract/text/ko/recovery';
import type { CoreOutcome, Core } from './core';
import type { CoreLifecycle } from './core-lifecycle';
import { createDeferredLogger } from './diagnostics/deferred-logger';
import type { RunningLog } from './diagnostics/start-log';
import { appId } from './electron/app-id';
import { declareAppScheme, serveApp } from './electron/window/app-protocol';
import { askBeforeClosing } from './electron/closing';
import { refusedSwitch } from './electron/debugging';
import { openAppWindow, preloadBeside } from './electron/window/app-window';
import { guardWindow } from './electron/window/guard-window';
import { createHandOver } from './electron/files/hand-over';
import { readHandedIn, sheetPaths } from './electron/files/handed-in';
import { createKeptFiles } from './electron/files/kept-files';
import { openReaderProcess } from './electron/files/reader-process';
import { createSheetReaders } from './electron/files/sheet-readers';
import { chromiumSwitches } from './electron/window/own-addresses';
import { openPage } from './electron/window/open-outside';
import { pageHasRun } from './electron/window/page-has-run';
import { createEnding } from './electron/end-app';
import { createLeaving } from './electron/leaving';
import { openUpdates } from './electron/open-updates';
import { logStart } from './electron/faults/log-start';
import { openPresence } from './electron/presence/open-presence';
import { openSystemProxies } from './electron/proxies/open-system-proxies';
import { fetchText } from './network/fetch-text';
import { createWakeKeeper, isSystemOnline, watchPower, watchShutdown } from './electron/power';
import { createReport, printProblem } from './electron/faults/report';
import { setMenu } from './electron/presence/set-menu';
import { stoppedPages } from './electron/window/stopped-page';
import { placeUserData } from './electron/user-data';
import { watchFaults } from './electron/faults/watch-faults';
import { endedJobs } from './electron/window/window-recovery';
import { isSafeStart, readEnvironment } from './environment';
import { answerWindow } from './window-calls';

/**
 * Start-up, in order: data folder, lock, scheme, window; and next to the loading window everything of core.ts.
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
const logger = createDeferredLogger();
const report = createReport(logger);
const environment = readEnvironment({ isPackaged: app.isPackaged });
app.setName(words.appName);
// Windows shows notices only of an app that has said who it is before it is ready.
if (process.platform === 'win32') app.setAppUserModelId(appId);
const dataDir = environment.dataDir ?? join(app.getPath('appData'), 'BalsongDesk');
const unwritable = placeUserData(dataDir, (problem) => report('data folder', problem));
for (const [name, value] of Object.entries(chromiumSwitches)) app.commandLine.appendSwitch(name, value);
for (const { name, reason } of environment.ignored) {
  printProblem('environment', `${name} is not used: ${reason}`);
  logger.log('environment-ignored', { name, reason });
}
let runningLog: RunningLog | undefined;
watchFaults({
  logger,
  flush: () => runningLog?.flush(),
  show: (notice) => sendEvent('notice-missed', notice),
});

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
const handOver = createHandOver(
  (paths) => readHandedIn(paths, keptFiles.keep, (problem) => report('handed in', problem)),
  (files) => void sendEvent('files-handed-in', { files }),
);
let window: BrowserWindow | undefined;
let core: Core | undefined;
/** The question is on the screen: pressing the button again does not ask twice. */
let asking = false;
const updates = openUpdates({
  testAddress: environment.updateUrl,
  appImage: environment.appImage,
  leave: () => leave(),
  report: (problem) => report('updates', problem),
});
const ending = createEnding({
  finish: (exit) => updates.end(exit),
  tookTooLong: () => runningLog?.stop('took-too-long'),
  exit: () => app.exit(0),
  report: (problem) => report('stop', problem),
});
const leaving = createLeaving({
  platform: process.platform,
  isRunning: () => core !== undefined,
  ask() {
    showWindow();
    ask();
  },
  endNow() {
    report('system', 'the system ends the app');
    const noted = core?.systemEnds() ?? Promise.resolve();
    void noted.catch((problem: unknown) => report('system', problem)).finally(ending.run);
  },
});
const presence = openPresence({
  window: () => window,
  showWindow,
  send: sendEvent,
  pause: (isPaused) => core?.pauseAll(isPaused),
  // With the window closed for the tray nothing more is asked.
  quit: () => (window?.isVisible() === true ? ask() : leave()),
  report,
});

if (app.requestSingleInstanceLock()) {
  declareAppScheme();
  app.on('second-instance', (_event, argv, workingFolder) => {
    showWindow();
    void handOver.take(sheetPaths(argv, workingFolder));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    showWindow();
    void handOver.take([path]);
  });
  app.on('window-all-closed', () => app.quit());
  // The Dock, where the window lies behind others or was closed for the tray.
  app.on('activate', showWindow);
  app.on('before-quit', (event) => leaving.beforeQuit(event));
  app.on('will-quit', (event) => {
    if (!ending.isDue()) return;
    event.preventDefault();
    ending.run();
  });
  // However it ends, but by a kill.
  app.on('quit', () => runningLog?.stop('quit'));
  void handOver.take(sheetPaths(process.argv, process.cwd()));
  void app.whenReady().then(start);
} else {
  // The first instance has our arguments by now (second-instance) and opens the files.
  app.quit();
}

async function start(): Promise<void> {
  serveApp(join(import.meta.dirname, '../renderer'), stoppedPages);
  const { window: opened, appearance } = openAppWindow({
    preload: preloadBeside(import.meta.dirname, 'preload'),
    title: words.appName,
    devTools: !app.isPackaged,
    stateFile: join(dataDir, 'window.json'),
    onAppearance: (look) => sendEvent('appearance-changed', look),
    report: (problem) => report('window', problem),
    mayClose: () => leaving.mayClose(),
    onRefusedClose: ask,
    onSystemEnd: (event) => leaving.systemEnds(event),
  });
  window = opened;
  setMenu(opened.webContents, appearance, (act) => void sendEvent('act-asked', { act }), report);
  const recovery = guardWindow(opened, {
    logger,
    ended: async () => core && endedJobs(await core.outbox.statuses()),
    notify: ({ done, rejected, held }) => {
      const { title, body } = recoveryWords.reopened;
      sendEvent('notice-missed', { title, body: body(done, rejected, held) });
    },
    report: (problem) => report('window', problem),
  });
  // macOS and Linux; Windows tells the window (onSystemEnd).
  watchShutdown((event) => leaving.systemEnds(event));
  // A page that loads knows nothing of the readers of the one before it, and neither does one that is gone.
  opened.webContents.on('did-navigate', () => sheetReaders.endAll());
  opened.webContents.on('render-process-gone', () => sheetReaders.endAll());
  opened.webContents.on('did-navigate', () => handOver.leaves());
  opened.webContents.on('render-process-gone', () => handOver.leaves());
  // The window first: only then this process loads and opens the rest, which holds it for most of a second.
  const hasRun = pageHasRun(opened.webContents);
  const beginning = hasRun.then(begin);
  answerWindow({
    system: { ipc: ipcMain, openPath: (folder) => shell.openPath(folder), version: app.getVersion() },
    windowId: opened.webContents.id,
    dataDir,
    appearance,
    logger,
    keptFiles,
    sheetReaders,
    recovery,
    pageHasRun: hasRun,
    pageListens: () => void handOver.listens(),
    lifecycle: beginning,
    report,
  });
  const life = await beginning;
  ending.stopsWith(() => life.stop());
  core = coreOf(await life.current());
  watchPower(() => core?.networkChanged());
}

async function begin(): Promise<CoreLifecycle> {
  const [{ createCoreLifecycle }, { startLog }] = await Promise.all([
    import('./core-lifecycle'),
    import('./diagnostics/start-log'),
  ]);
  if (!unwritable) runningLog = startLog({ dataDir, logger, report: (problem) => printProblem('log file', problem) });
  logStart(logger);
  return createCoreLifecycle({
    surroundings: {
      dataDir,
      environment,
      version: app.getVersion(),
      platform: process.platform,
      isSystemOnline,
      safe: isSafeStart(process.argv),
      send: (name, payload) => void sendEvent(name, payload),
      showPresence: presence.show,
      openOutside: openPage,
      notify: (notice) => presence.notices(notice),
      ...createWakeKeeper(),
      ...openSystemProxies(fetchText, environment.windowsFolder),
      ...updates.surroundings,
      report,
      logger,
    },
    ...(unwritable ? { unwritable: { ...unwritable, startAgain } } : {}),
    onNewCore(outcome) {
      core = coreOf(outcome);
      window?.webContents.reload();
    },
  });
}

/** As if the seller had closed the app and opened it again: only so the lock comes to lie in the data folder. */
function startAgain(): void {
  app.relaunch();
  app.exit(0);
}

function coreOf(outcome: CoreOutcome): Core | undefined {
  return outcome.ok ? outcome.core : undefined;
}

function ask(): void {
  void askThenClose().catch((problem: unknown) => report('closing', problem));
}

async function askThenClose(): Promise<void> {
  if (!core || !window || asking) return;
  asking = true;
  try {
    switch (await askBeforeClosing(window, core.unfinished)) {
      case 'stay':
        return;
      case 'tray':
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

function showWindow(): void {
  if (window?.isMinimized()) window.restore();
  window?.show();
  window?.focus();
}

/** False: there is no window to tell. */
function sendEvent<Name extends EventName>(name: Name, payload: EventPayload<Name>): boolean {
  if (!window || window.isDestroyed()) return false;
  window.webContents.send(`event:${name}`, payload);
  return true;
}

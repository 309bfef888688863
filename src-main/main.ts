import { join } from 'node:path';
import { app, ipcMain, Menu, shell } from 'electron';
import type { BrowserWindow } from 'electron';
import { closing as words } from '../src-preload/contract/text/ko/closing';
import type { CoreOutcome, DeskCore } from './assemble';
import { registerCalls } from './bridge/register';
import type { Ready } from './bridge/answer';
import { isOurWindow } from './bridge/sender';
import { appOrigin, declareAppScheme, serveApp } from './electron/app-protocol';
import { askBeforeClosing } from './electron/closing';
import { openDeskWindow, preloadBeside } from './electron/desk-window';
import { readHandedIn, sheetPaths } from './electron/handed-in';
import { supportPages } from './electron/outside-links';
import { createWakeKeeper, isSystemOnline, watchPower } from './electron/power';
import { report } from './electron/report';
import { readEnvironment } from './environment';

/**
 * Start-up, in order: data folder, lock, scheme, window; and beside the loading window everything of assemble.ts.
 * The lock lies in the data folder, so a second instance on another folder is another app.
 */
const environment = readEnvironment();
app.setName(words.appName);
app.setPath('userData', environment.dataDir ?? join(app.getPath('appData'), 'BalsongDesk'));
for (const { name, reason } of environment.ignored) report('environment', `${name} is not used: ${reason}`);

let window: BrowserWindow | undefined;
let core: DeskCore | undefined;
/** The seller was asked, or nobody can be: the window may go. */
let mayLeave = false;

if (app.requestSingleInstanceLock()) {
  declareAppScheme();
  app.on('second-instance', (_event, argv, workingFolder) => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
    void handOver(sheetPaths(argv, workingFolder));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void handOver([path]);
  });
  app.on('window-all-closed', () => app.quit());
  // Ended by the system or by a program, not by the window's button: nobody is there to be asked.
  app.on('before-quit', () => {
    mayLeave = true;
  });
  app.on('will-quit', (event) => {
    if (!core) return;
    event.preventDefault();
    const ending = core;
    core = undefined;
    void ending
      .stop()
      .catch((problem: unknown) => report('stop', problem))
      .finally(() => app.exit(0));
  });
  void app.whenReady().then(start);
} else {
  // The first instance has our arguments by now (second-instance) and opens the files.
  app.quit();
}

async function start(): Promise<void> {
  serveApp(join(import.meta.dirname, '../renderer'));
  // No menu but the one macOS needs for quitting and for the clipboard keys.
  Menu.setApplicationMenu(
    process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null,
  );
  // The window first: while its process starts and loads, this one loads and opens everything else.
  const assembled = new Promise<CoreOutcome>((resolve) => setImmediate(() => void assemble().then(resolve)));
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
    answerer: import('./bridge/answer').then(({ createAnswerer }) =>
      createAnswerer({
        ready: assembled.then(toReady),
        report: (name, problem) => report(`call ${name}`, problem),
      }),
    ),
  });
  window = openDeskWindow({
    preload: preloadBeside(import.meta.dirname),
    title: words.appName,
    mayClose: () => mayLeave || !core,
    onRefusedClose: () => void askThenClose().catch((problem: unknown) => report('closing', problem)),
  });
  const outcome = await assembled;
  if (!outcome.ok) return;
  core = outcome.core;
  watchPower({
    onResume: () => outcome.core.outbox.resumed(),
    onSuspend: () => undefined,
    onOnlineChange: () => outcome.core.outbox.systemOnlineChanged(),
  });
  await handOver(sheetPaths(process.argv, process.cwd()));
}

async function assemble(): Promise<CoreOutcome> {
  const wake = createWakeKeeper();
  try {
    const { assembleDesk } = await import('./assemble');
    return await assembleDesk({
      dataDir: app.getPath('userData'),
      environment,
      version: app.getVersion(),
      platform: process.platform,
      isSystemOnline,
      send: (name, payload) => {
        if (window && !window.isDestroyed()) window.webContents.send(`event:${name}`, payload);
      },
      openOutside: (page) => shell.openExternal(supportPages[page]),
      keepAwake: (needed) => wake.keepAwake(needed),
      report,
    });
  } catch (problem) {
    // Whatever stops the parts from coming together must reach the seller as a screen, not as a blank window.
    report('start', problem);
    return { ok: false, code: 'failed', detail: problem instanceof Error ? problem.message : String(problem) };
  }
}

function toReady(outcome: CoreOutcome): Ready {
  return outcome.ok ? { ok: true, handlers: outcome.core.handlers } : outcome;
}

async function askThenClose(): Promise<void> {
  if (!core || !window) return;
  const statuses = await core.outbox.statuses();
  if (
    !(await askBeforeClosing(
      window,
      statuses.map(({ counts }) => counts),
    ))
  )
    return;
  mayLeave = true;
  window.close();
}

async function handOver(paths: readonly string[]): Promise<void> {
  const files = await readHandedIn(paths, (problem) => report('handed in', problem));
  if (files.length > 0 && window) window.webContents.send('event:files-handed-in', { files });
}

import { join } from 'node:path';
import { BrowserWindow, session, shell } from 'electron';
import { appOrigin } from './app-protocol';
import { isOurs } from './own-addresses';
import { mayOpenOutside } from './outside-links';
import { shutDoors } from './shut-doors';

interface Options {
  preload: string;
  title: string;
  /** F12 opens the tools of Chromium; never in a package, where they would hand the bridge to anybody at the keyboard. */
  devTools: boolean;
  /** Answers false to keep the window open (something is unsettled and the seller wants to stay). */
  mayClose(): boolean;
  /** The seller pressed the window's close button and mayClose said no. */
  onRefusedClose(): void;
  /** Windows shuts down, restarts or logs off; it waits while the event is refused. */
  onSystemEnd(event: { preventDefault(): void }): void;
}

/** Opens the one window of the app, with every door of it shut (resources/docs/domain.md, "Security"). */
export function openAppWindow(options: Options): BrowserWindow {
  closeDoors();
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 640,
    show: false,
    title: options.title,
    backgroundColor: '#f6f7f9',
    autoHideMenuBar: true,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: options.devTools,
      // Progress must go on being drawn and told while the window lies behind others.
      backgroundThrottling: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    if (options.mayClose()) return;
    event.preventDefault();
    options.onRefusedClose();
  });

  if (options.devTools) {
    window.webContents.on('before-input-event', (_event, { type, key }) => {
      if (type === 'keyDown' && key === 'F12') window.webContents.toggleDevTools();
    });
  }

  window.on('query-session-end', (event) => options.onSystemEnd(event));

  shutDoors(window.webContents, (address) => {
    if (mayOpenOutside(address)) void shell.openExternal(address);
  });

  void window.loadURL(`${appOrigin}/index.html`);
  return window;
}

/** Where a built preload lies beside the built main file. */
export function preloadBeside(mainFolder: string, name: 'preload' | 'reader-preload'): string {
  return join(mainFolder, `../preload/${name}.cjs`);
}

/** Nothing is permitted but writing plain text to the clipboard, which the copy buttons do. */
function closeDoors(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write'),
  );
  defaultSession.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write');
  // At the first start it would fetch a dictionary.
  defaultSession.setSpellCheckerLanguages([]);
  defaultSession.setSpellCheckerEnabled(false);
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOurs(url) }));
}

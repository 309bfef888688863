import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen, session } from 'electron';
import type { Appearance } from '../../../src-preload/contract/appearance';
import { appOrigin } from './app-protocol';
import { createAppearance } from './appearance';
import type { AppearanceControl } from './appearance';
import { reloadOnRequest } from './reload-on-request';
import { shutDoors, shutSession, walledPage } from './shut-doors';
import { placeWindow, readWindowState, smallestSize, writeWindowState } from './window-state';

interface Options {
  preload: string;
  title: string;
  /** F12 opens the tools of Chromium; never in a package, where they would hand the bridge to anybody at the keyboard. */
  devTools: boolean;
  /** Keeps place, size and look of the window. */
  stateFile: string;
  /** It looks otherwise now. */
  onAppearance(appearance: Appearance): void;
  report(problem: unknown): void;
  /** Answers false to keep the window open (something is unsettled and the seller wants to stay). */
  mayClose(): boolean;
  /** The seller pressed the window's close button and mayClose said no. */
  onRefusedClose(): void;
  /** Windows shuts down, restarts or logs off; it waits while the event is refused. */
  onSystemEnd(event: { preventDefault(): void }): void;
}

/** Opens the one window of the app, with every door of it shut (resources/docs/domain.md, "Security"). */
export function openAppWindow(options: Options): { window: BrowserWindow; appearance: AppearanceControl } {
  shutSession(session.defaultSession);
  const state = readWindowState(options.stateFile);
  nativeTheme.themeSource = state.appearance.theme;
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const placed = placeWindow(
    state,
    [primary, ...others].map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    ...placed.bounds,
    minWidth: Math.min(smallestSize.width, placed.bounds.width),
    minHeight: Math.min(smallestSize.height, placed.bounds.height),
    show: false,
    title: options.title,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#101318' : '#f5f6f8',
    autoHideMenuBar: true,
    webPreferences: {
      ...walledPage,
      preload: options.preload,
      devTools: options.devTools,
    },
  });
  window.once('ready-to-show', () => (placed.maximized ? window.maximize() : window.show()));
  const keep = (appearance: Appearance): void => {
    try {
      writeWindowState(options.stateFile, {
        bounds: window.getNormalBounds(),
        maximized: window.isMaximized(),
        appearance,
      });
    } catch (problem) {
      // A full disk or a folder that cannot be written: the next start opens the window as it was.
      options.report(problem);
    }
  };
  const appearance = createAppearance({
    appearance: state.appearance,
    apply({ theme, zoom }) {
      nativeTheme.themeSource = theme;
      window.webContents.setZoomFactor(zoom);
    },
    keep,
    changed: options.onAppearance,
  });
  window.webContents.on('did-finish-load', () => appearance.applyAgain());
  window.webContents.on('zoom-changed', (_event, direction) => appearance.step(direction === 'in' ? 1 : -1));
  window.webContents.on('before-input-event', (event, input) => {
    if (appearance.takesKey(input, process.platform === 'darwin')) event.preventDefault();
  });
  const keepPlace = (): void => keep(appearance.current());
  window.on('resized', keepPlace);
  window.on('moved', keepPlace);
  // Linux tells of no end of a drag.
  window.on('close', keepPlace);
  window.on('close', (event) => {
    if (options.mayClose()) return;
    event.preventDefault();
    options.onRefusedClose();
  });

  if (options.devTools) {
    reloadOnRequest(window);
    window.webContents.on('before-input-event', (_event, { type, key }) => {
      if (type === 'keyDown' && key === 'F12') window.webContents.toggleDevTools();
    });
  }

  // The main process says what the title is (presence-of.ts); a page that loads brings its own.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('query-session-end', (event) => options.onSystemEnd(event));

  shutDoors(window.webContents);

  void window.loadURL(`${appOrigin}/index.html`);
  return { window, appearance };
}

/** Where a built preload lies next to the built main file. */
export function preloadBeside(mainFolder: string, name: 'preload' | 'reader-preload'): string {
  return join(mainFolder, `../preload/${name}.cjs`);
}

/**
 * As much of Electron's main process as the built main.js uses, under plain Node: its pages lie in a real Chromium that
 * the process of the story holds (launch.ts). What is only noted here, like a tray, is proven nowhere in this ring.
 */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { homedir, networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerStory, ask, nothing, notify } from './main-link';
import { allContents, newContents, stoppable, WebContents } from './web-contents';
import { windowContents } from './wire';
import type { Wanted } from './wire';

export { MessageChannelMain } from './web-contents';

const root = join(import.meta.dirname, '../../..');
const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const paths: Record<string, string> = { appData: join(homedir(), '.config'), temp: tmpdir(), userData: tmpdir() };
const switches = process.argv.slice(2).filter((word) => word.startsWith('--'));
export const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  commandLine: {
    hasSwitch: (name: string) => switches.some((word) => word === `--${name}` || word.startsWith(`--${name}=`)),
    getSwitchValue: (name: string) => switches.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? '',
    appendSwitch: nothing,
  },
  setName: nothing,
  setAppUserModelId: nothing,
  setBadgeCount: nothing,
  relaunch: nothing,
  getVersion: () => version,
  getAppPath: () => root,
  getPath: (name: string) => paths[name] ?? homedir(),
  setPath(name: string, to: string) {
    paths[name] = to;
  },
  getAppMetrics: (): unknown[] => [],
  requestSingleInstanceLock: () => true,
  whenReady: () => Promise.resolve(),
  exit(code = 0) {
    app.emit('quit', {}, code);
    process.exit(code);
  },
  quit() {
    const before = stoppable();
    app.emit('before-quit', before);
    if (before.defaultPrevented) return;
    for (const window of BrowserWindow.getAllWindows()) if (!window.close()) return;
    const last = stoppable();
    app.emit('will-quit', last);
    if (!last.defaultPrevented) app.exit(0);
  },
});

newContents.on('created', (contents) => app.emit('web-contents-created', {}, contents));

interface WindowOptions {
  title?: string;
  width?: number;
  height?: number;
  webPreferences?: unknown;
}
const windows: BrowserWindow[] = [];
export class BrowserWindow extends EventEmitter {
  static getAllWindows = (): BrowserWindow[] => [...windows];
  readonly webContents: WebContents;
  #title: string;
  #isShown = false;
  #isGone = false;
  #bounds = { x: 0, y: 0, width: 1280, height: 800 };

  constructor(options: WindowOptions) {
    super();
    windows.push(this);
    this.#title = options.title ?? '';
    this.webContents = new WebContents(options.webPreferences);
  }

  loadURL = (url: string): Promise<void> => this.webContents.loadURL(url);
  getTitle = (): string => this.#title;
  setTitle = (title: string): void => {
    this.#title = title;
  };
  show = (): void => {
    this.#isShown = true;
  };
  hide = (): void => {
    this.#isShown = false;
  };
  maximize = this.show;
  isMaximized = (): boolean => false;
  isMinimized = (): boolean => false;
  isVisible = (): boolean => this.#isShown;
  isFocused = (): boolean => this.#isShown;
  isDestroyed = (): boolean => this.#isGone;
  restore = nothing;
  focus = nothing;
  setProgressBar = nothing;
  setOverlayIcon = nothing;
  getBounds = () => this.#bounds;
  getNormalBounds = () => this.#bounds;
  setContentSize = (width: number, height: number): void => {
    this.#bounds = { ...this.#bounds, width, height };
    notify({ is: 'size', width, height });
  };
  close(): boolean {
    const event = stoppable();
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    this.#isGone = true;
    windows.splice(windows.indexOf(this), 1);
    notify({ is: 'closed' });
    if (windows.length === 0) setImmediate(() => app.emit('window-all-closed'));
    return true;
  }
}

export class WebContentsView {
  readonly webContents: WebContents;
  constructor(options: { webPreferences?: unknown }) {
    this.webContents = new WebContents(options.webPreferences);
  }
}
export const webContents = { getAllWebContents: (): WebContents[] => [...allContents.values()] };

type Handler = (event: unknown, input: unknown) => unknown;
const handlers = new Map<string, Handler>();
export const ipcMain = {
  _invokeHandlers: handlers,
  handle: (channel: string, handler: Handler): unknown => handlers.set(channel, handler),
  removeHandler: (channel: string): unknown => handlers.delete(channel),
};
let serve: (request: { url: string; method: string }) => Promise<Response> = async () => new Response(null);
export const protocol = {
  registerSchemesAsPrivileged: nothing,
  handle(_scheme: string, given: typeof serve): void {
    serve = given;
  },
};
export const session = {
  defaultSession: Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: nothing,
    setPermissionCheckHandler: nothing,
    setSpellCheckerLanguages: nothing,
    setSpellCheckerEnabled: nothing,
    setProxy: () => Promise.resolve(),
    resolveProxy: () => Promise.resolve('DIRECT'),
    webRequest: { onBeforeRequest: nothing },
  }),
};
/** As Electron has it on Linux: an interface besides the loopback is up. */
export const net = {
  isOnline: () => Object.values(networkInterfaces()).some((each) => each?.some(({ internal }) => !internal) === true),
};
export const powerMonitor = new EventEmitter();
export const powerSaveBlocker = { start: () => 1, stop: nothing };
export class Notification extends EventEmitter {
  static isSupported = (): boolean => false;
}
export class Tray extends EventEmitter {
  setImage = nothing;
  setToolTip = nothing;
  setContextMenu = nothing;
}
export const Menu = { setApplicationMenu: nothing, buildFromTemplate: (items: unknown) => items };
const image = { addRepresentation: nothing, setTemplateImage: nothing };
export const nativeImage = { createEmpty: () => image, createFromBuffer: () => image };
let theme: 'system' | 'light' | 'dark' = 'system';
export const nativeTheme = Object.assign(new EventEmitter(), { shouldUseDarkColors: false, themeSource: theme });
Object.defineProperties(nativeTheme, {
  themeSource: {
    get: () => theme,
    set(given: typeof theme) {
      theme = given;
      notify({ is: 'theme', theme });
    },
  },
  shouldUseDarkColors: { get: () => theme === 'dark' },
});
const display = { id: 1, workArea: { x: 0, y: 0, width: 1600, height: 1000 } };
export const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
});
export const shell = { openExternal: () => Promise.resolve(), openPath: () => Promise.resolve('') };
export const dialog = {
  showMessageBox: () => Promise.resolve({ response: 0, checkboxChecked: false }),
  showErrorBox: (title: string, body: string) => process.stderr.write(`${title}: ${body}\n`),
};
export const clipboard = {
  readText: () => ask({ is: 'read-clipboard' }),
  writeText: (text: string) => ask({ is: 'write-clipboard', text }),
};
const all = {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
  Tray,
  webContents,
};
export default all;

/** What `evaluateHandle` keeps, by its number. */
const kept = new Map<string, unknown>();

async function work(what: Wanted): Promise<unknown> {
  const contents = allContents.get(windowContents);
  switch (what.is) {
    case 'protocol': {
      const { status, headers, body } = await serve({ url: what.url, method: what.method }).then(async (answer) => ({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: Buffer.from(await answer.arrayBuffer()),
      }));
      return { status, headers, body };
    }
    case 'invoke': {
      const handler = handlers.get(what.channel);
      if (!handler) throw new Error(`nothing answers ${what.channel}`);
      return handler({ sender: contents, senderFrame: contents?.mainFrame ?? null }, what.input);
    }
    case 'evaluate': {
      const run: unknown = process.getBuiltinModule('node:vm').runInThisContext(`(${what.source})`);
      if (typeof run !== 'function') throw new Error('no function');
      const value: unknown = await run(what.on === undefined ? all : kept.get(what.on), what.input);
      if (!what.keep) return value;
      const key = `kept${kept.size}`;
      kept.set(key, value);
      return key;
    }
    case 'navigated':
      return contents?.navigated(what.url);
    case 'loaded':
      contents?.loaded();
      windows[0]?.emit('ready-to-show');
      return undefined;
    case 'gone':
      return allContents.get(what.contents)?.gone(what.contents === windowContents ? 'crashed' : 'oom');
    case 'key':
      return contents?.key({ type: 'keyDown', ...what });
    case 'download':
      session.defaultSession.emit('will-download', {}, downloadItem(what.id));
      return undefined;
  }
}

function downloadItem(id: number) {
  const item = Object.assign(new EventEmitter(), {
    setSavePath(path: string) {
      void ask({ is: 'save-download', id, path }).then(
        () => item.emit('done', {}, 'completed'),
        () => item.emit('done', {}, 'interrupted'),
      );
    },
  });
  return item;
}

answerStory(work);

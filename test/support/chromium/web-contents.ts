import { EventEmitter } from 'node:events';
import { ask, nothing, notify } from './main-link';
import { windowContents } from './wire';

export const stoppable = () => ({
  defaultPrevented: false,
  preventDefault(): void {
    this.defaultPrevented = true;
  },
});

interface Port {
  channel: string;
}
let channels = 0;
/** Both ends of a channel that the window's page makes (launch.ts). */
export class MessageChannelMain {
  readonly port1: Port;
  readonly port2: Port;
  constructor() {
    channels += 1;
    this.port1 = { channel: `port${channels}` };
    this.port2 = this.port1;
  }
}

/** Where the keys lie that stories press through the main process. */
const codes: Readonly<Record<string, string>> = { '=': 'Equal' };

/** Says `created` of each. */
export const newContents = new EventEmitter();
export const allContents = new Map<number, WebContents>();
let contentsCount = 0;

export class WebContents extends EventEmitter {
  readonly id: number;
  readonly mainFrame = { url: '' };
  readonly #preferences: unknown;
  readonly debugger = createDebugger(this);
  #zoom = 1;
  #isLoading = false;
  #isCrashed = false;
  #isDestroyed = false;

  constructor(preferences: unknown) {
    super();
    contentsCount += 1;
    this.id = contentsCount;
    this.#preferences = preferences;
    allContents.set(this.id, this);
    newContents.emit('created', this);
  }

  getURL = (): string => this.mainFrame.url;
  getLastWebPreferences = (): unknown => this.#preferences;
  /** No process of Chromium is known by its page here. */
  getOSProcessId = (): number => 1_000_000 + this.id;
  isLoading = (): boolean => this.#isLoading;
  isCrashed = (): boolean => this.#isCrashed;
  isDestroyed = (): boolean => this.#isDestroyed;
  isDevToolsOpened = (): boolean => false;
  toggleDevTools = nothing;
  setWindowOpenHandler = nothing;
  setWebRTCIPHandlingPolicy = nothing;
  getZoomFactor = (): number => this.#zoom;
  setZoomFactor = (factor: number): void => {
    this.#zoom = factor;
    notify({ is: 'zoom', factor });
  };
  send = (channel: string, payload: unknown): void => notify({ is: 'send', channel, payload });
  postMessage = (channel: string, payload: unknown, [port]: readonly Port[] = []): void =>
    notify({ is: 'post', contents: this.id, channel, payload, ...(port === undefined ? {} : { port: port.channel }) });
  executeJavaScript = (script: string): Promise<unknown> =>
    ask({ is: 'run', contents: this.id, script, inWorker: false });
  reload = (): void => notify({ is: 'reload' });
  reloadIgnoringCache = (): void => notify({ is: 'reload' });
  sendInputEvent = (given: { type: string; keyCode: string; modifiers?: readonly string[] }): void => {
    const has = (name: string): boolean => given.modifiers?.includes(name) === true;
    this.key({
      ...given,
      key: given.keyCode,
      code: codes[given.keyCode] ?? '',
      control: has('control'),
      meta: has('meta'),
      shift: has('shift'),
    });
  };
  key(given: { type: string; key: string; code: string; control: boolean; meta: boolean; shift: boolean }): void {
    this.emit('before-input-event', stoppable(), { alt: false, isComposing: false, ...given });
  }

  async loadURL(url: string): Promise<void> {
    this.#isLoading = true;
    this.#isCrashed = false;
    this.mainFrame.url = url;
    this.emit('did-start-navigation', {});
    if (this.id === windowContents) return notify({ is: 'load', contents: this.id, url });
    if (!this.#isCrashed) await ask({ is: 'open-reader', contents: this.id });
    if (this.#isCrashed) throw new Error('ERR_FAILED: its process is gone');
    this.loaded();
  }

  navigated(url: string): void {
    this.mainFrame.url = url;
    this.#isLoading = true;
    this.emit('did-navigate', {}, url);
  }

  loaded(): void {
    this.#isLoading = false;
    this.emit('did-finish-load');
    this.emit('did-stop-loading');
  }

  forcefullyCrashRenderer(): void {
    this.gone('killed');
    notify({ is: 'crash', contents: this.id });
  }

  gone(reason: 'killed' | 'crashed' | 'oom'): void {
    if (this.#isCrashed || this.#isDestroyed) return;
    this.#isCrashed = true;
    this.emit('render-process-gone', {}, { reason, exitCode: 1 });
  }

  close(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    allContents.delete(this.id);
    notify({ is: 'end', contents: this.id });
  }
}

/** The one use made of it: a script in the worker of a reader. */
function createDebugger(contents: WebContents) {
  return Object.assign(new EventEmitter(), {
    attach: nothing,
    detach: nothing,
    async sendCommand(method: string, { expression = '' }: { expression?: string }): Promise<unknown> {
      if (method === 'Runtime.evaluate')
        return ask({ is: 'run', contents: contents.id, script: expression, inWorker: true });
      contents.debugger.emit('message', {}, 'Target.attachedToTarget', { sessionId: 'worker' });
      return {};
    },
  });
}

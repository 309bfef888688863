/**
 * Takes the place of test/support/app/launch.ts where the stories run in the engine of users' Electron: the built main
 * process under plain Node with a stand-in for `electron`, its pages in Debian's Chromium.
 */
import { fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { Browser, BrowserContext, Download, ElectronApplication, Page } from 'playwright';
import type { Desk, DeskOptions, LaunchWatcher } from '../app/launch';
import { pathOfFile, preloads } from './page-preloads';
import { appAddress, pageAddress, windowContents } from './wire';
import type { Asked, OneWayMessage, Wanted, Wire } from './wire';

export type { Desk, DeskOptions, LaunchWatcher } from '../app/launch';

const root = join(import.meta.dirname, '../../..');
/** Debian's own start script; another one can be named. */
const program = process.env['BALSONG_CHROMIUM'] ?? '/usr/bin/chromium';
let watcher: LaunchWatcher | undefined;
export function watchLaunches(given: LaunchWatcher): void {
  watcher = given;
}

export function electronArguments(): string[] {
  return [];
}

let browser: Promise<Browser> | undefined;
async function openContext(folder: string): Promise<BrowserContext> {
  browser ??= chromium.launch({
    executablePath: program,
    args: ['--no-sandbox', '--lang=ko-KR'],
    // Scroll bars take room in the window that users get.
    ignoreDefaultArgs: ['--hide-scrollbars'],
    downloadsPath: folder,
  });
  const context = await (
    await browser
  ).newContext({ locale: 'ko-KR', timezoneId: 'Asia/Seoul', viewport: { width: 1280, height: 770 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return context;
}

/** Starts the built app and waits for its first screen. */
export async function launchDesk(options: DeskOptions = {}): Promise<Desk> {
  const made = await mkdtemp(join(tmpdir(), 'balsong-'));
  const folder = join(made, 'files');
  await mkdir(folder);
  const dataDir = options.dataDir ?? join(made, 'data');
  const { app, end } = await startApp(options, dataDir, made);
  await watcher?.started(app);
  const page = await app.firstWindow();
  await page
    .getByTestId(options.firstSight ?? 'nav-send')
    .waitFor()
    .catch(async (problem: unknown) => {
      await watcher?.failed?.(app);
      throw problem;
    });
  const finish = async (signal: 'exit' | 'SIGKILL'): Promise<void> => {
    await end(signal);
    await rm(made, { recursive: true, force: true, maxRetries: 10 });
  };
  return { app, page, dataDir, folder, close: () => finish('exit'), kill: () => finish('SIGKILL') };
}

/** For what is not awaited: a page or an app that has gone meanwhile is as in Electron, anything else is written down. */
function reportUnlessGone(problem: unknown): void {
  const text = String(problem);
  if (!/closed|crashed|gone|detached|navigat/iu.test(text)) process.stderr.write(`the stand-in: ${text}\n`);
}

async function startApp(options: DeskOptions, dataDir: string, made: string) {
  const context = await openContext(made);
  let page = await context.newPage();
  const first = page;
  const pages = new Map<number, Page>([[windowContents, page]]);
  const expected = new Set<Page>();
  const downloads: Download[] = [];
  const look = { width: 1280, height: 770, zoom: 1 };

  const child = fork(join(root, 'out/main/main.js'), options.args ?? [], {
    execArgv: ['--import', join(root, 'resources/rings/use-stand-in.mjs')],
    serialization: 'advanced',
    cwd: root,
    env: { ...process.env, ...options.env, TZ: 'Asia/Seoul', LC_ALL: 'C.UTF-8', BALSONG_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const gone = once(child, 'exit');
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  let asked = 0;
  const waiting = new Map<number, { resolve(value: unknown): void; reject(problem: Error): void }>();
  const lost = (): Error => new Error('Target closed: the main process is gone');
  const send = (message: Wire): void => {
    if (child.connected) child.send(message, () => undefined);
  };
  const ask = (what: Wanted): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (isGone() || !child.connected) return reject(lost());
      asked += 1;
      waiting.set(asked, { resolve, reject });
      send({ way: 'ask', id: asked, what });
    });
  const note = (what: Wanted): void => void ask(what).catch(reportUnlessGone);

  const watchPage = (watched: Page, contents: number): void => {
    watched.on('crash', () => {
      if (!expected.has(watched)) note({ is: 'gone', contents });
    });
    if (contents !== windowContents) return;
    watched.on('framenavigated', (frame) => {
      if (frame === watched.mainFrame() && frame.url().startsWith('https://'))
        note({ is: 'navigated', url: appAddress(frame.url()) });
    });
    watched.on('load', () => note({ is: 'loaded' }));
    watched.on('download', (download) => note({ is: 'download', id: downloads.push(download) - 1 }));
  };
  watchPage(page, windowContents);

  await context.route(/^https:\/\/(?:desk|reader\d+)\//u, async (route) => {
    const request = route.request();
    try {
      const answer = await ask({ is: 'protocol', url: appAddress(request.url()), method: request.method() });
      const { status, headers, body } = answer as { status: number; headers: Record<string, string>; body: Uint8Array };
      await route.fulfill({ status, headers, body: Buffer.from(body) });
    } catch {
      // The app has ended: as Electron's pages, this one gets nothing any more.
      await route.abort().catch(reportUnlessGone);
    }
  });
  await context.exposeBinding('__invoke', async (source, channel: string, input: unknown) => {
    const path: unknown = typeof input === 'object' && input !== null ? Reflect.get(input, 'path') : undefined;
    const token = typeof path === 'string' ? /^file at (\d+)$/u.exec(path)?.[1] : undefined;
    return ask({
      is: 'invoke',
      channel,
      input: token === undefined ? input : { path: await pathOfFile(source.page, Number(token)) },
    });
  });
  await context.exposeBinding('__keyPressed', (_source, key: Omit<Extract<Wanted, { is: 'key' }>, 'is'>) =>
    note({ is: 'key', ...key }),
  );
  await context.addInitScript(preloads);

  const inPage = <Given>(act: (given: Given) => void, given: Given): void =>
    void page.evaluate(act as never, given).catch(reportUnlessGone);
  const resize = (): void =>
    void page
      .setViewportSize({ width: Math.round(look.width / look.zoom), height: Math.round(look.height / look.zoom) })
      .catch(reportUnlessGone);

  const doAs = async (what: OneWayMessage): Promise<void> => {
    switch (what.is) {
      case 'load': {
        if (expected.has(page) || page.isClosed()) {
          page = await context.newPage();
          pages.set(windowContents, page);
          watchPage(page, windowContents);
        }
        await page.goto(pageAddress(what.url, windowContents));
        return;
      }
      case 'reload':
        await page.reload();
        return;
      case 'send':
        return inPage(([channel, payload]) => Reflect.get(window, '__standIn')?.emit(channel, payload), [
          what.channel,
          what.payload,
        ] as const);
      case 'post':
        return inPage(
          ([contents, channel, payload, port]) =>
            Reflect.get(window, '__standIn')?.post(contents, channel, payload, port),
          [what.contents, what.channel, what.payload, what.port] as const,
        );
      case 'crash': {
        const crashed = pages.get(what.contents);
        if (!crashed || crashed.isClosed()) return;
        expected.add(crashed);
        const devtools = await context.newCDPSession(crashed);
        const over = crashed.waitForEvent('crash');
        void devtools.send('Page.crash').catch(reportUnlessGone);
        await over;
        return;
      }
      case 'end':
        if (what.contents !== windowContents) await pages.get(what.contents)?.close();
        return;
      case 'closed':
        await page.close();
        return;
      case 'size':
        Object.assign(look, { width: what.width, height: what.height });
        return resize();
      case 'zoom':
        look.zoom = what.factor;
        return resize();
      case 'theme':
        await page.emulateMedia({ colorScheme: what.theme === 'dark' ? 'dark' : 'light' });
        return;
    }
  };

  const answerTo = async (what: Asked): Promise<unknown> => {
    switch (what.is) {
      case 'open-reader': {
        const [reader] = await Promise.all([
          page.waitForEvent('popup'),
          page.evaluate(([id, url]) => Reflect.get(window, '__standIn').openReader(id, url), [
            what.contents,
            pageAddress('app://reader/', what.contents),
          ] as const),
        ]);
        pages.set(what.contents, reader);
        watchPage(reader, what.contents);
        // Before that it is an empty page, which hears nothing of its port.
        await reader.waitForURL(/^https:/u, { waitUntil: 'load' });
        return undefined;
      }
      case 'run': {
        const target = pages.get(what.contents);
        if (!target) throw new Error('there is no such page');
        if (!what.inWorker) return target.evaluate(what.script);
        const worker = target.workers()[0] ?? (await target.waitForEvent('worker'));
        await worker.evaluate(what.script);
        return undefined;
      }
      case 'read-clipboard':
        return page.evaluate(() => navigator.clipboard.readText());
      case 'write-clipboard':
        return page.evaluate((words) => navigator.clipboard.writeText(words), what.text);
      case 'save-download':
        return downloads[what.id]?.saveAs(what.path);
    }
  };

  child.on('message', (message) => {
    // Both ends are ours.
    const said = message as unknown as Wire;
    if (said.way === 'notify') return void doAs(said.what).catch(reportUnlessGone);
    if (said.way === 'answer') {
      const asker = waiting.get(said.id);
      waiting.delete(said.id);
      if (said.ok) asker?.resolve(said.value);
      else asker?.reject(new Error(String(said.value)));
      return;
    }
    const { id } = said;
    answerTo(said.what as Asked).then(
      (value) => send({ way: 'answer', id, ok: true, value }),
      (problem: unknown) => send({ way: 'answer', id, ok: false, value: String(problem) }),
    );
  });

  const emitter = new EventEmitter();
  const endAll = async (): Promise<void> => {
    await gone;
    for (const { reject } of waiting.values()) reject(lost());
    await context.close().catch(reportUnlessGone);
    emitter.emit('close');
  };
  const closed = endAll();
  const evaluate = (source: unknown, input: unknown, more: { keep?: boolean; on?: string } = {}): Promise<unknown> =>
    ask({ is: 'evaluate', source: String(source), input, keep: false, ...more });
  const stands = Object.assign(emitter, {
    evaluate: (act: unknown, input: unknown) => evaluate(act, input),
    async evaluateHandle(act: unknown, input: unknown) {
      const on = String(await evaluate(act, input, { keep: true }));
      return { evaluate: (next: unknown, given: unknown) => evaluate(next, given, { on }) };
    },
    async waitForEvent(_close: 'close', { timeout = 60_000 } = {}) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error('the app did not end in time')), timeout);
      });
      await Promise.race([closed, late]).finally(() => clearTimeout(timer));
    },
    process: () => child,
    context: () => context,
    windows: () => context.pages().filter((each) => each === page),
    firstWindow: () => Promise.resolve(first),
  });
  return {
    // What the stories use of it, and nothing else.
    app: stands as unknown as ElectronApplication,
    async end(how: 'exit' | 'SIGKILL') {
      if (how === 'SIGKILL') child.kill('SIGKILL');
      else await evaluate('({ app }) => { setImmediate(() => app.exit(0)); }', undefined).catch(reportUnlessGone);
      await closed;
    },
  };
}

import { sharedApp } from '../support/app/shared-app';
import { expect, test } from '../support/app/story';
import { readerProcesses } from '../support/app/reader-pages';
import { inMain } from '../support/app/in-main';

const desk = sharedApp();

test('the window has no node, and its preload shows two functions only', async () => {
  const seen = await desk.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
    desk: Object.keys(Reflect.get(globalThis, 'desk')).toSorted(),
  }));
  expect(seen).toEqual({ node: [], desk: ['call', 'on'] });
});

test('the window runs sandboxed and isolated', async () => {
  const preferences = await inMain(desk.app, ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return contents ? Reflect.apply(Reflect.get(contents, 'getLastWebPreferences'), contents, []) : undefined;
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
  });
});

test('nothing leaves the window: no fetch, no socket, no inline script', async () => {
  const outcome = await desk.page.evaluate(async () => {
    const refused = await fetch('https://sell.smartstore.naver.com/').then(
      () => 'went out',
      () => 'refused',
    );
    const before = Reflect.get(globalThis, 'planted');
    const script = document.createElement('script');
    script.textContent = 'globalThis.planted = true';
    document.head.append(script);
    return { refused, before, planted: Reflect.get(globalThis, 'planted') };
  });
  expect(outcome).toEqual({ refused: 'refused', before: undefined, planted: undefined });
});

test('the page in which sheets are read has less still: no bridge, no network, a process and an origin of its own', async () => {
  await expect.poll(async () => (await readerProcesses(desk)).length).toBe(1);
  const seen = await inMain(desk.app, async ({ BrowserWindow, webContents }) => {
    const reader = webContents.getAllWebContents().find((each) => each.getURL().startsWith('app://reader/'));
    const window = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!reader || !window) return undefined;
    return {
      preferences: Reflect.apply(Reflect.get(reader, 'getLastWebPreferences'), reader, []),
      isApart: reader.getOSProcessId() !== window.getOSProcessId(),
      page: await reader.executeJavaScript(`(async () => ({
        powers: ['desk', 'require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
        origin: location.origin,
        fetched: await fetch('https://sell.smartstore.naver.com/').then(() => 'went out', () => 'refused'),
        opened: window.open('https://evil.example/') === null,
      }))()`),
    };
  });
  expect(seen).toMatchObject({
    preferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false },
    isApart: true,
    page: { powers: [], origin: 'app://reader', fetched: 'refused', opened: true },
  });
});

test('a call with input that does not fit is refused with a code', async () => {
  const answer = await desk.page.evaluate(() =>
    Reflect.get(globalThis, 'desk').call('log-page', { filter: {}, offset: -1, limit: 5 }),
  );
  expect(answer).toMatchObject({ ok: false, failure: { code: 'bad-input' } });
});

// Last: Playwright takes the refused navigation for one that never ends, so the page is asked through the main process.
test('a link or a script cannot lead the window away, nor open another', async () => {
  const seen = await inMain(desk.app, async ({ BrowserWindow, shell }) => {
    const outside: string[] = [];
    shell.openExternal = async (address) => void outside.push(address);
    const [contents] = BrowserWindow.getAllWindows().map((window) => window.webContents);
    if (!contents) return undefined;
    const address = contents.getURL();
    const tried = new Promise<string>((resolve) => {
      contents.once('will-frame-navigate', (event) => resolve(event.url));
    });
    const opened: unknown = await contents.executeJavaScript(
      `['https://evil.example/', 'https://sell.smartstore.naver.com/?out=a', 'mailto:a@evil.example', 'file:///etc/passwd']
        .every((address) => window.open(address) === null)`,
    );
    void contents.executeJavaScript(`location.href = 'https://evil.example/'; true`);
    return {
      opened,
      outside,
      tried: await tried,
      stayed: contents.getURL() === address,
      alive: await contents.executeJavaScript(`document.querySelector('[data-testid=nav-log]') !== null`),
      windows: BrowserWindow.getAllWindows().length,
    };
  });
  expect(seen).toEqual({
    opened: true,
    outside: [],
    tried: 'https://evil.example/',
    stayed: true,
    alive: true,
    windows: 1,
  });
});

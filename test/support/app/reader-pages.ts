import type { Desk } from './launch';
import { inMain } from './in-main';

/** Process ids of the pages in which sheets are read, the youngest last. */
export function readerProcesses(desk: Desk): Promise<number[]> {
  return inMain(desk.app, ({ webContents }) =>
    webContents
      .getAllWebContents()
      .filter((each) => each.getURL().startsWith('app://reader/'))
      .toSorted((one, other) => one.id - other.id)
      .map((each) => each.getOSProcessId()),
  );
}

/**
 * Runs a script in the worker of the reader that waits for the next file, which is the youngest one: what that file
 * meets there is what a file of its own making could do to it.
 */
export async function inNextReader(desk: Desk, script: string): Promise<void> {
  await inMain(
    desk.app,
    async ({ webContents }, expression) => {
      const contents = webContents
        .getAllWebContents()
        .filter((each) => each.getURL().startsWith('app://reader/'))
        .toSorted((one, other) => other.id - one.id)[0];
      if (!contents) throw new Error('no reader waits');
      contents.debugger.attach('1.3');
      const session = new Promise<string>((resolve) => {
        contents.debugger.on('message', (_event, method, params) => {
          if (method === 'Target.attachedToTarget') resolve(params.sessionId);
        });
      });
      await contents.debugger.sendCommand('Target.setAutoAttach', {
        autoAttach: true,
        waitForDebuggerOnStart: false,
        flatten: true,
      });
      await contents.debugger.sendCommand('Runtime.evaluate', { expression }, await session);
      contents.debugger.detach();
    },
    script,
  );
}

/**
 * Ends the process of the next reader that is started, before its page has loaded. Answers the function that tells
 * whether that has happened.
 */
export async function endNextReaderAsItLoads(desk: Desk): Promise<() => Promise<boolean>> {
  const ended = await desk.app.evaluateHandle(({ app }) => {
    const found = { isGone: false };
    app.once('web-contents-created', (_event, contents) => {
      contents.once('render-process-gone', () => {
        found.isGone = true;
      });
      contents.once('did-start-navigation', () => contents.forcefullyCrashRenderer());
    });
    return found;
  });
  return () => ended.evaluate(({ isGone }) => isGone);
}

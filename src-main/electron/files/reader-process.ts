import { app, MessageChannelMain, WebContentsView } from 'electron';
import type { WebContents } from 'electron';
import { sheetReaderChannel } from '../../../src-preload/contract/names';
import { readerOrderChannel } from '../../../src-preload/contract/reader-order';
import { readerOrigin } from '../window/app-protocol';
import type { ReaderProcess } from './sheet-readers';
import { shutDoors, walledPage } from '../window/shut-doors';

/** A view that nothing holds is collected, and its page and process with it. */
const views = new Set<WebContentsView>();

interface Options {
  preload: string;
  /** The window that gets the other end of each port; undefined once it is gone. */
  window(): WebContents | undefined;
  onGone(outOfMemory: boolean): void;
}

/**
 * Starts a process for sheet readers: a page without a window around it, so that it is neither seen nor counted when
 * the last window closes. Its origin is its own, so Chromium never puts it into the window's process. Resolves when the
 * page can take orders.
 */
export async function openReaderProcess(options: Options): Promise<ReaderProcess> {
  const view = new WebContentsView({
    webPreferences: {
      ...walledPage,
      preload: options.preload,
      webgl: false,
    },
  });
  views.add(view);
  const { webContents } = view;
  shutDoors(webContents);
  let isOver = false;
  const close = (): void => {
    isOver = true;
    views.delete(view);
    if (!webContents.isDestroyed()) webContents.close();
  };
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (isOver) return;
    close();
    options.onGone(reason === 'oom');
  });
  try {
    await webContents.loadURL(`${readerOrigin}/`);
  } catch (problem) {
    close();
    throw problem;
  }
  const pid = webContents.getOSProcessId();
  return {
    start(readerId) {
      const { port1, port2 } = new MessageChannelMain();
      webContents.postMessage(readerOrderChannel, { readerId }, [port1]);
      options.window()?.postMessage(sheetReaderChannel, readerId, [port2]);
    },
    end(readerId) {
      webContents.postMessage(readerOrderChannel, { readerId });
    },
    memoryMb() {
      const found = app.getAppMetrics().find((process) => process.pid === pid);
      return found ? found.memory.workingSetSize / 1024 : 0;
    },
    kill() {
      if (isOver) return;
      isOver = true;
      // Asked to close, it would wait for a worker that spins.
      webContents.forcefullyCrashRenderer();
      close();
    },
  };
}

import { openAppWithMarket } from './app-with-market';
import type { AppWithMarket, AppWithMarketOptions } from './app-with-market';
import { launchDesk } from './launch';
import type { Desk } from './launch';
import { test } from './story';

/** One app on a folder of its own for all stories of a file: opened before the first of them, closed after the last. */
export function sharedApp(): Desk {
  const opened = openedForFile(() => launchDesk());
  return {
    get app() {
      return opened().app;
    },
    get page() {
      return opened().page;
    },
    get dataDir() {
      return opened().dataDir;
    },
    get folder() {
      return opened().folder;
    },
    close: () => opened().close(),
    kill: () => opened().kill(),
  };
}

/** The same at a market of its own, see app-with-market.ts. */
export function sharedAppWithMarket(options?: AppWithMarketOptions): Pick<AppWithMarket, 'desk' | 'market'> {
  const opened = openedForFile(() => openAppWithMarket(options));
  return {
    get desk() {
      return opened().desk;
    },
    get market() {
      return opened().market;
    },
  };
}

function openedForFile<Opened extends { close(): Promise<void> }>(open: () => Promise<Opened>): () => Opened {
  let opened: Opened | undefined;
  test.beforeAll(async () => {
    opened = await open();
  });
  test.afterAll(async () => {
    await opened?.close();
  });
  return () => {
    if (opened === undefined) throw new Error('the app is opened before the first story, not before the file');
    return opened;
  };
}

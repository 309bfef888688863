import { test } from './story';
import { openAppWithMarket } from './app-with-market';
import type { AppWithMarket } from './app-with-market';

/** One desk at a market for all stories of a file: opened before the first of them, closed after the last. */
export function sharedAppWithMarket(): Pick<AppWithMarket, 'desk' | 'market'> {
  let opened: AppWithMarket | undefined;
  const shared = (): AppWithMarket => {
    if (opened === undefined) throw new Error('the desk is opened before the first story, not before the file');
    return opened;
  };
  test.beforeAll(async () => {
    opened = await openAppWithMarket();
  });
  test.afterAll(async () => {
    await opened?.close();
  });
  return {
    get desk() {
      return shared().desk;
    },
    get market() {
      return shared().market;
    },
  };
}

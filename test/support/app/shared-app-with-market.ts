import { test } from './story';
import { openMarketDesk } from './app-with-market';
import type { MarketDesk } from './app-with-market';

/** One desk at a market for all stories of a file: opened before the first of them, closed after the last. */
export function sharedMarketDesk(): Pick<MarketDesk, 'desk' | 'market'> {
  let opened: MarketDesk | undefined;
  const shared = (): MarketDesk => {
    if (opened === undefined) throw new Error('the desk is opened before the first story, not before the file');
    return opened;
  };
  test.beforeAll(async () => {
    opened = await openMarketDesk();
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

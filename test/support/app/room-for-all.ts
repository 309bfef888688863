import { test } from 'playwright/test';
import { openMarketDesk } from './market-desk';
import type { MarketDesk } from './market-desk';

/** One desk at a market for all stories of a file: opened before the first of them, closed after the last. */
export function roomForAll(): Pick<MarketDesk, 'desk' | 'market'> {
  let opened: MarketDesk | undefined;
  const room = (): MarketDesk => {
    if (opened === undefined) throw new Error('the room is opened before the first story, not before the file');
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
      return room().desk;
    },
    get market() {
      return room().market;
    },
  };
}

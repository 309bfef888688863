import { naverClassOf } from '../../../src-preload/contract/markets/naver/codes';
import { lookupLimit, readLimit, singleLimit, writeLimit } from '../../../src-preload/contract/markets/naver/limits';
import { marketTime } from '../../../src-preload/contract/markets/naver/time';
import type { Request } from '../../network/agent';
import type { Reached } from '../../network/probe';
import { createMarketClock } from '../../network/market-clock';
import type { MarketClock } from '../../network/market-clock';
import type { Market } from '../market';
import { naverBase } from './address';
import { createCompanyCodes } from './company-codes';
import { judge } from './judge';
import { registered } from './read-back';
import { openNaverSession } from './session';
import { obstacles } from './special-orders';

/** NAVER SmartStore through the Commerce API. */
export function createNaverMarket(options: {
  request: Request;
  /** Opens a connection to the host of a URL, and closes it. */
  probe: (url: string) => Promise<Reached>;
  /** Local time in ms UTC. */
  now: () => number;
  /** Milliseconds that never jump. */
  steady: () => number;
}): Market {
  // One clock an address: what one store's answers teach helps the next one.
  const clocks = new Map<string, MarketClock>();
  const clockOf = (baseUrl: string): MarketClock => {
    const known = clocks.get(baseUrl) ?? createMarketClock(options.now, options.steady);
    clocks.set(baseUrl, known);
    return known;
  };

  return {
    name: 'naver',
    limits: {
      dispatch: writeLimit,
      confirm: writeLimit,
      lookup: lookupLimit,
      delay: singleLimit,
      refund: singleLimit,
    },
    readLimit,
    reads: ['dispatch', 'confirm', 'delay', 'refund'],
    classOf: naverClassOf,
    judge,
    obstacles,
    registered,
    // The market's bucket is per API and application (resources/docs/markets/naver.md, "Rate headers").
    bucketOf: (accountId, kind) => `naver/${accountId}/${kind}`,
    open: ({ secrets, baseUrl, learned }) => {
      if (secrets.market !== 'naver') throw new TypeError('a store of another market was opened as naver');
      const base = naverBase(baseUrl);
      return openNaverSession({
        secrets,
        baseUrl: base,
        request: options.request,
        probe: options.probe,
        clock: clockOf(base),
        now: options.now,
        marketTime,
        companyCodes: createCompanyCodes(learned?.companyCodes ?? {}, (codes) => learned?.remember(codes)),
      });
    },
  };
}

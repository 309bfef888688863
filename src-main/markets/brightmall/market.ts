import { brightmallClassOf } from '../../../src-preload/contract/markets/brightmall/codes';
import { confirmationLimit } from '../../../src-preload/contract/markets/brightmall/limits';
import type { Request } from '../../network/agent';
import type { Reached } from '../../network/probe';
import type { Market } from '../market';
import { brightmallBase } from './address';
import { openBrightmallSession } from './session';

/** BrightMall's vendor API: stock answers, which may be repeated, and nothing to read. */
export function createBrightmallMarket(options: {
  request: Request;
  /** Opens a connection to the host of a URL, and closes it. */
  probe: (url: string) => Promise<Reached>;
  /** Local time in ms UTC. */
  now: () => number;
}): Market {
  return {
    name: 'brightmall',
    limits: { stock: confirmationLimit },
    readLimit: confirmationLimit,
    reads: [],
    classOf: (_kind, code) => brightmallClassOf(code),
    // Nothing is ever found, so nothing stands against sending again.
    judge: () => ({ is: 'open' }),
    bucketOf: (accountId, kind) => `brightmall/${accountId}/${kind}`,
    open: ({ secrets, baseUrl }) => {
      if (secrets.market !== 'brightmall') throw new TypeError('a store of another market was opened as brightmall');
      return openBrightmallSession({
        secrets,
        baseUrl: brightmallBase(baseUrl),
        request: options.request,
        probe: options.probe,
        now: options.now,
      });
    },
  };
}

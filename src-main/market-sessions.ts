import type { StoreId } from '../src-preload/contract/ids';
import type { MarketName } from '../src-preload/contract/market-facts';
import type { AppDatabase } from './database/tables';
import { createCallLog } from './diagnostics/call-log';
import type { Logger } from './diagnostics/log-events';
import { learnedFacts } from './learned-facts';
import { createBrightmallMarket } from './markets/brightmall/market';
import type { Market, Session } from './markets/market';
import { createNaverMarket } from './markets/naver/market';
import { createUnreachableSession } from './markets/unreachable-session';
import type { HttpAgent } from './network/agent';
import type { Connect } from './network/connector';
import { createProbe } from './network/probe';
import type { PracticeKeeper } from './practice/practice-keeper';
import type { SecretStore } from './secrets/secret-store';

export interface MarketSessions {
  marketOf(name: MarketName): Market;
  /** Opens the session of a store; undefined where there is no such store or it has no secrets. */
  openSession(storeId: StoreId): Promise<Session | undefined>;
  /** Whether the store's market is on this machine: the system's word on the internet says nothing about it. */
  isOnLoopback(storeId: StoreId): boolean;
}

/** The markets, and the sessions of stores with them; every call of a session is logged. */
export function createMarketSessions(given: {
  database: AppDatabase;
  agent: HttpAgent;
  connect: Connect;
  secrets: SecretStore;
  practice: PracticeKeeper;
  /** Where a market is looked for in its place today. */
  testAddress: (market: MarketName) => string | undefined;
  logger: Logger;
  now: () => number;
}): MarketSessions {
  const { database, agent, connect, secrets, practice, testAddress, logger, now } = given;
  const steady = (): number => performance.now();
  const callLog = createCallLog(logger, steady);
  const network = { request: callLog.request(agent.request), probe: createProbe(connect), now };
  const markets: Record<MarketName, Market> = {
    naver: createNaverMarket({ ...network, steady }),
    brightmall: createBrightmallMarket(network),
  };
  const onLoopback = new Set<StoreId>();

  const open = async (storeId: StoreId): Promise<Session | undefined> => {
    const row = await database.stores.get(storeId);
    if (!row) return undefined;
    if (row.practice || row.testAddress !== undefined) onLoopback.add(storeId);
    const learned = await learnedFacts(database, logger, storeId);
    if (row.practice) {
      const running = await practice.running();
      return markets[row.market].open({ secrets: running.secrets(row.market), baseUrl: running.url, learned });
    }
    // A store of the market never meets a test address, nor a store of a test address the market; where the test server
    // listens today is the environment's alone to say.
    const baseUrl = row.testAddress === undefined ? undefined : testAddress(row.market);
    if (row.testAddress !== undefined && baseUrl === undefined) return createUnreachableSession(now);
    const kept = await secrets.get(storeId);
    if (!kept.ok || kept.value === undefined) return undefined;
    return markets[row.market].open({ secrets: kept.value, learned, ...(baseUrl === undefined ? {} : { baseUrl }) });
  };

  return {
    marketOf: (name) => markets[name],
    isOnLoopback: (storeId) => onLoopback.has(storeId),
    async openSession(storeId) {
      const session = await open(storeId);
      return session && callLog.session(storeId, session);
    },
  };
}

import type { StoreId } from '../../../src-preload/contract/ids';
import type { MarketRules } from '../../../src-preload/contract/market-rules';
import { marketRules } from '../../../src-preload/contract/markets/rules';
import type { Tables } from '../../database/tables';

/** What the market of a store takes; undefined for a store that was removed. */
export function rulesOf(tables: Tables, storeId: StoreId): MarketRules | undefined {
  const store = tables.stores.get(storeId);
  return store && marketRules[store.market];
}

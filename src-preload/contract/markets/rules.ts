import type { MarketName } from '../market-facts';
import type { MarketRules } from '../market-rules';
import { brightmallRules } from './brightmall/rules';
import { naverRules } from './naver/rules';

/** The rules of every market: the one place that knows whose are whose. */
export const marketRules: Readonly<Record<MarketName, MarketRules>> = {
  naver: naverRules,
  brightmall: brightmallRules,
};

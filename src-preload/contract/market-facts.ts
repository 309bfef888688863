import type { JobKind } from './job-states';

export const markets = ['naver', 'brightmall'] as const;
export type MarketName = (typeof markets)[number];

/** What each market can do, in the order the window offers it. */
export const marketOperations = {
  naver: ['dispatch', 'confirm'],
  brightmall: ['stock'],
} as const satisfies Record<MarketName, readonly JobKind[]>;

/** Whether its market wants orders confirmed before they are dispatched. */
export function canConfirm({ market }: { market: MarketName }): boolean {
  const operations: readonly string[] = marketOperations[market];
  return operations.includes('confirm');
}

/** Whether its market has orders that are dispatched, and so order numbers to find and watch. */
export function hasOrders({ market }: { market: MarketName }): boolean {
  const operations: readonly string[] = marketOperations[market];
  return operations.includes('dispatch');
}

/** Where a seller sets up the connection of a store, in the market's own pages. */
export const supportPages = {
  naver: 'commerce-api-center',
  brightmall: 'brightmall-center',
} as const satisfies Record<MarketName, string>;

/** Where a seller looks at what was sent, in the market's own pages. */
export const centerPages = {
  naver: 'smartstore-center',
  brightmall: 'brightmall-center',
} as const satisfies Record<MarketName, string>;

/** Whether its market asks what is in stock. */
export function canAnswerStock({ market }: { market: MarketName }): boolean {
  const operations: readonly string[] = marketOperations[market];
  return operations.includes('stock');
}

/** What is done with an order that is refused because it was not confirmed. */
export const confirmFirstChoices = ['ask', 'always', 'never'] as const;

/** What the connection test looks at, in its order. */
export const tickNames = ['internet', 'clock', 'secret', 'ip', 'permission'] as const;

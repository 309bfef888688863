import type { DelayReason } from '../../delay-reasons';

/** What the market calls each reason (resources/docs/markets/naver.md, "Delay"). */
const words = {
  preparing: 'PRODUCT_PREPARE',
  'buyer-asked': 'CUSTOMER_REQUEST',
  'made-to-order': 'CUSTOM_BUILD',
  reserved: 'RESERVED_DISPATCH',
  'from-abroad': 'OVERSEA_DELIVERY',
  other: 'ETC',
} as const satisfies Record<DelayReason, string>;

/** In the order they are offered. */
export const naverDelayReasons: readonly DelayReason[] = [
  'preparing',
  'buyer-asked',
  'made-to-order',
  'reserved',
  'from-abroad',
  'other',
];

/** What the market calls a reason. */
export function delayWord(reason: DelayReason): string {
  return words[reason];
}

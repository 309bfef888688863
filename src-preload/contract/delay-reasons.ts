/** Why an order leaves later than it should; each market has its own words for them. */
export const delayReasons = ['preparing', 'buyer-asked', 'made-to-order', 'reserved', 'from-abroad', 'other'] as const;
export type DelayReason = (typeof delayReasons)[number];

/** The longest text that goes with a delay. */
export const longestDelayText = 200;

/** How long what identifies a person stays in the order book after an order has settled; 0: not at all. */
export const bookKeepDays = [0, 30, 90, 180] as const;

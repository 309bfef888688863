/** Items one inventory confirmation may carry (resources/docs/markets/brightmall.md, "Inventory confirm"). */
export const confirmationLimit = 100;

/** Characters of a memo (same page: "최대 500자"). */
export const memoLimit = 500;

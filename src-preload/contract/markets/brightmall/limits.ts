/** Items one inventory confirmation may carry (seeds/brightmall-inventory-confirm.md: "최대 100건"). */
export const confirmationLimit = 100;

/** Characters of a memo (same page: "최대 500자"). */
export const memoLimit = 500;

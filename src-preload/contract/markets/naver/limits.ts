/** Product orders one dispatch or confirm call may carry (seeds/naver-dispatch.md, naver-confirm.md: "최대 30개"). */
export const writeLimit = 30;

/** Product orders one `/query` may ask for (facts/naver-api.md 3.4). */
export const readLimit = 300;

/** A lookup asks for one order (seeds/naver-product-order-ids.md: the order stands in the path). */
export const lookupLimit = 1;

/** Product orders one dispatch or confirm call may carry (resources/docs/markets/naver.md, "Limits"). */
export const writeLimit = 30;

/** Product orders one `/query` may ask for (resources/docs/markets/naver.md, "Limits"). */
export const readLimit = 300;

/** A delay, and a yes to a cancel request, are about one product order (resources/docs/markets/naver.md, "Limits"). */
export const singleLimit = 1;

/** A lookup asks for one order (resources/docs/markets/naver.md, "Limits"). */
export const lookupLimit = 1;

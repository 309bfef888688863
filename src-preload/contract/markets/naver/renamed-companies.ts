/**
 * Couriers whose code the market has renamed (resources/docs/markets/naver.md, "Company list"): the code of its newer texts
 * and the one before. Which of the two it takes is not documented.
 */
const renamed: readonly (readonly [now: string, before: string])[] = [['KURLY', 'FRESH']];

/** The other code of a courier that was renamed; undefined for all others. */
export function otherCodeOf(code: string): string | undefined {
  const pair = renamed.find((codes) => codes.includes(code));
  return pair?.find((each) => each !== code);
}

/** Whether two codes name one courier. */
export function isSameCompany(one: string, other: string | undefined): boolean {
  return one === other || (other !== undefined && otherCodeOf(one) === other);
}

/** Former codes, which jobs and answers of the seller may still name: former code -> present code. */
export const formerCodes: ReadonlyMap<string, string> = new Map(renamed.map(([now, before]) => [before, now]));
